"""`list` and `history`: what there is to play, and what was played."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from routine_player.core import wording
from routine_player.core.compilation import compile_timeline
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.problem import Problem, Severity
from routine_player.core.run import LoggedRun, Run
from routine_player.core.typed import distance_words
from routine_player.play.clock import SystemClock
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.store.routine_file import RoutineFile
from routine_player.store.session_summary import SessionSummary
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
    """Print the sessions that were played and the runs that were logged, newest first."""
    try:
        past = _past(Places(home))
    except HistoryError as error:
        return refusal(error)
    if as_json:
        print(_json(_past_values(past)))
        return 0
    if not past.sessions and not past.runs:
        say(tr("No sessions yet. To play one: routine-player play demo"))
    lines = [(one.started.utc_ms, _session_line(one)) for one in past.sessions]
    lines += [(one.run.started.utc_ms, _run_line(one.run)) for one in past.runs]
    if past.runs:  # sessions alone stand in the order they were played, whatever clocks said
        lines.sort(key=lambda line: line[0], reverse=True)
    for _, line in lines:
        say(line)
    return 0


@dataclass(frozen=True, slots=True)
class _Past:
    sessions: Sequence[SessionSummary] = ()
    runs: Sequence[LoggedRun] = ()
    ratings: Sequence[Rating] = ()


def _past(places: Places) -> _Past:
    """Read all there is; asking makes no history where there is none."""
    if not places.history.exists():
        return _Past()
    history = History.open(places, SystemClock().instant())
    try:
        diary = history.diary
        return _Past(history.sessions(limit=-1), diary.runs(limit=-1), diary.ratings(limit=-1))
    finally:
        history.close()


def _past_values(past: _Past) -> dict[str, Any]:
    from routine_player.store.diary_json import rating_values, run_values

    return {
        "sessions": [session.as_json() for session in past.sessions],
        "runs": [run_values(run) for run in past.runs],
        "ratings": [rating_values(rating) for rating in past.ratings],
    }


def _run_line(run: Run) -> str:
    parts = [run.activity.value if run.kind is None else f"{run.activity.value} ({run.kind.value})"]
    if run.distance_m is not None:
        parts.append(distance_words(run.distance_m))
    if run.duration_s is not None:
        parts.append(wording.clock_time(run.duration_s))
    when = run.started.local.strftime("%Y-%m-%d %H:%M")
    return tr("{when}  {run}", when=when, run=", ".join(parts))


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
