"""`list` and `history`: what there is to play, and what was played."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from routine_player.core import wording
from routine_player.core.compilation import compile_timeline
from routine_player.core.day import DayFactors
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.pain import OF_A_RUN, Rating, RatingMoment
from routine_player.core.problem import Problem, Severity
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.run import LoggedRun, Run, RunId
from routine_player.core.shoes import WornShoes
from routine_player.core.sites import site_words
from routine_player.core.typed import distance_words
from routine_player.play.clock import SystemClock
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.store.routine_file import RoutineFile
from routine_player.store.session_summary import SessionSummary
from routine_player.terminal.library import library_of
from routine_player.terminal.owning import owned_history
from routine_player.terminal.report import print_json, print_tables, problem_values, refusal, say


def list_library(home: Path | None, *, as_json: bool) -> int:
    """Print every routine and exercise; broken files are listed with their problems."""
    library, _ = library_of(Places(home))
    routines = [_routine_values(entry) for entry in library.entries]
    if as_json:
        exercises = [
            {"slug": exercise.slug, "name": exercise.name}
            for exercise in library.exercises.values()
        ]
        print_json({"routines": routines, "exercises": exercises, "programs": []})
        return 0
    slugs = [entry.slug for entry in library.entries] + list(library.exercises)
    width = max(map(len, slugs), default=0)
    for entry in library.entries:
        say(f"{entry.slug:<{width}}  {_summary(entry)}")
    say("")
    say(tr("Exercises, for routines of your own"))
    for exercise in library.exercises.values():
        say(f"{exercise.slug:<{width}}  {exercise.name}")
    return 0


def list_history(home: Path | None, *, as_json: bool) -> int:
    """Print the sessions, runs and ratings of pain that stand in the history, newest first."""
    try:
        past = _past(Places(home))
    except HistoryError as error:
        return refusal(error)
    if as_json:
        print_tables(_past_values(past))
        return 0
    if not past.sessions and not past.runs and not past.ratings:
        say(tr("No sessions yet. To play one: routine-player play demo"))
    lines = [(one.started.utc_ms, _session_line(one)) for one in past.sessions]
    of_runs = _of_runs(past.ratings)
    lines += [
        (one.run.started.utc_ms, _run_line(one.run, of_runs.get(one.run.id, ())))
        for one in past.runs
    ]
    told = {one.run.id for one in past.runs}
    rated = [
        (one.at.utc_ms, _rating_line(one))
        for one in past.ratings
        if one.session is None and one.run not in told  # the run may be deleted
    ]
    if past.runs or rated:  # sessions alone stand as they were played, whatever clocks said
        lines = sorted(lines + rated, key=lambda line: line[0], reverse=True)
    for _, line in lines:
        say(line)
    return 0


_ORDER = {moment: number for number, moment in enumerate(OF_A_RUN)}


@dataclass(frozen=True, slots=True)
class _Past:
    sessions: Sequence[SessionSummary] = ()
    runs: Sequence[LoggedRun] = ()
    ratings: Sequence[Rating] = ()
    shoes: Sequence[WornShoes] = ()
    days: Sequence[DayFactors] = ()
    checks: Sequence[RedFlagCheck] = ()


def _past(places: Places) -> _Past:
    """Read all there is; asking makes no history where there is none."""
    if not places.history.exists():
        return _Past()
    with owned_history(places, SystemClock().instant()) as history:
        diary = history.diary
        return _Past(
            history.sessions(limit=-1),
            diary.runs(limit=-1),
            diary.ratings(limit=-1),
            diary.shoes(),
            diary.days(date.min, date.max),
            diary.checks(),
        )


def _past_values(past: _Past) -> dict[str, Any]:
    from routine_player.store.diary_json import (
        check_values,
        day_values,
        rating_values,
        run_values,
        shoes_values,
        utc_words,
    )

    return {
        "sessions": [
            session.as_json() | {"start_utc": utc_words(session.started)}
            for session in past.sessions
        ],
        "runs": [run_values(run) for run in past.runs],
        "ratings": [rating_values(rating) for rating in past.ratings],
        "shoes": [shoes_values(worn) for worn in past.shoes],
        "days": [day_values(day) for day in reversed(past.days)],
        "red_flags": [check_values(check) for check in past.checks],
    }


def _of_runs(ratings: Sequence[Rating]) -> dict[RunId, list[Rating]]:
    """Give what was said of each run: worst, after it, next morning."""
    found: dict[RunId, list[Rating]] = {}
    for rating in sorted(ratings, key=lambda one: _ORDER.get(one.moment, 0)):
        if rating.run is not None:
            found.setdefault(rating.run, []).append(rating)
    return found


def _run_line(run: Run, ratings: Sequence[Rating]) -> str:
    parts = [run.activity.value if run.kind is None else f"{run.activity.value} ({run.kind.value})"]
    if run.distance_m is not None:
        parts.append(distance_words(run.distance_m))
    if run.duration_s is not None:
        parts.append(wording.clock_time(run.duration_s))
    parts += [
        tr("{moment} {score}", moment=said(rating.moment).lower(), score=rating.score)
        for rating in ratings
    ]
    when = run.started.local.strftime("%Y-%m-%d %H:%M")
    return tr("{when}  {run}", when=when, run=", ".join(parts))


def _rating_line(rating: Rating) -> str:
    words = tr("pain {score} of 10", score=rating.score)
    if rating.moment is not RatingMoment.ALONE:
        moment = said(rating.moment).lower()
        words = tr("{moment}: {pain}", moment=moment, pain=words)
    where = "; ".join(map(site_words, rating.sites))
    when = rating.at.local.strftime("%Y-%m-%d %H:%M")
    return f"{when}  {words}, {where.lower()}" if where else f"{when}  {words}"


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
    rated = {tr("before"): session.pain_before, tr("after"): session.pain_after}
    scores = [f"{moment} {score}" for moment, score in rated.items() if score is not None]
    pain = tr(", pain {scores}", scores=", ".join(scores)) if scores else ""
    return tr(
        "{when}  {name}: {outcome}, {done} of {planned} steps, {active}{speed}{pain}",
        when=session.started.local.strftime("%Y-%m-%d %H:%M"),
        name=session.routine_name,
        outcome=session.outcome.value,
        done=session.steps_done,
        planned=session.steps_planned,
        active=wording.clock_time(session.active_s),
        speed=speed,
        pain=pain,
    )
