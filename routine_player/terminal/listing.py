"""`list` and `history`: what there is to play, and what was played."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from routine_player.core import wording
from routine_player.core.compilation import compile_timeline
from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.play.clock import SystemClock
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_values import SessionSummary
from routine_player.store.paths import Places
from routine_player.store.routine_file import RoutineFile
from routine_player.terminal.library import library_of
from routine_player.terminal.report import problem_values, refusal, say


def list_library(home: Path | None, *, as_json: bool) -> int:
    """Print every routine and exercise; broken files are listed with their problems."""
    library, _ = library_of(Places(home))
    routines = [_routine_values(entry) for entry in library.entries]
    if as_json:
        exercises = [
            {"slug": exercise.slug, "name": exercise.name}
            for exercise in library.exercises.values()
        ]
        print(_json({"routines": routines, "exercises": exercises, "programs": []}))
        return 0
    width = max((len(entry.slug) for entry in library.entries), default=0)
    for entry in library.entries:
        say(f"{entry.slug:<{width}}  {_summary(entry)}")
    return 0


def list_history(home: Path | None, *, as_json: bool) -> int:
    """Print the sessions that were played, newest first."""
    try:
        sessions = _sessions(Places(home))
    except HistoryError as error:
        return refusal(error)
    if as_json:
        values = [session.as_json() for session in sessions]
        print(_json({"sessions": values, "runs": [], "ratings": []}))
        return 0
    if not sessions:
        say(tr("No sessions yet. To play one: routine-player play demo"))
    for session in sessions:
        say(_session_line(session))
    return 0


def _sessions(places: Places) -> Sequence[SessionSummary]:
    """Read all sessions; asking makes no history where there is none."""
    if not places.history.exists():
        return ()
    history = History.open(places, SystemClock().instant())
    try:
        return history.sessions(limit=-1)
    finally:
        history.close()


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2)


def _routine_values(entry: RoutineFile) -> dict[str, Any]:
    routine = entry.routine
    return {
        "slug": entry.slug,
        "name": entry.name,
        "when": None if routine is None else routine.when.value,
        "duration_s": None if routine is None else compile_timeline(routine).duration_s,
        "path": str(entry.path),
        "problems": [problem_values(problem) for problem in entry.problems],
    }


def _summary(entry: RoutineFile) -> str:
    if entry.routine is None:
        return tr("{name}: does not load. {problem}", name=entry.name, problem=_reason(entry))
    seconds = compile_timeline(entry.routine).duration_s
    when = wording.when_words(entry.routine.when).lower()
    return f"{wording.clock_time(seconds):>6}  {entry.name} ({when})"


def _reason(entry: RoutineFile) -> Problem:
    return next(one for one in entry.problems if one.severity is Severity.ERROR)


def _session_line(session: SessionSummary) -> str:
    speed = "" if session.is_real else tr(", at speed {speed:g}", speed=session.speed)
    return tr(
        "{when}  {name}: {outcome}, {done} of {planned} steps, {active}{speed}",
        when=session.started.local.strftime("%Y-%m-%d %H:%M"),
        name=session.routine_name,
        outcome=session.outcome.value,
        done=session.steps_done,
        planned=session.steps_planned,
        active=wording.clock_time(session.active_s),
        speed=speed,
    )
