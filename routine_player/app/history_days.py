"""The days of the page History: sessions, runs and ratings of a stretch of time, as values."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from routine_player.core.date_words import short_day
from routine_player.core.diary_words import covered_words, run_title
from routine_player.core.language import tr
from routine_player.core.load_note import LOOK_BACK_DAYS, load_note
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Activity, LoggedRun, Run, RunId, SourceKind
from routine_player.store.history import History
from routine_player.store.history_diary import Diary
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.history.values import EntryDetail, HistoryEntry, RatingLine, RunLine, Tie

_PAGE: Final = 50
_A_DAY: Final = timedelta(days=1)
_ALONE: Final = {RatingMoment.ALONE, RatingMoment.NEXT_MORNING}


@dataclass(frozen=True, slots=True)
class Days:
    """What was logged from `first` on, newest first; whether there is more before it."""

    first: date
    entries: tuple[HistoryEntry, ...]
    has_more: bool


def entries_between(
    history: History, first: date, last: date, *, in_miles: bool
) -> tuple[HistoryEntry, ...]:
    """Give what was logged on some days, both ends too, newest first."""
    diary = history.diary
    # What is said of a run that ended late is said on the day after.
    said = diary.ratings_between(first, min(last, date.max - _A_DAY) + _A_DAY)
    runs = diary.runs_between(first, last)
    shown = {one.run.id for one in runs}
    entries: list[HistoryEntry] = [
        *history.sessions_between(first, last),
        *_run_lines(runs, said, in_miles=in_miles),
        *(RatingLine(one) for one in said if _stands_alone(one, shown, diary, last)),
    ]
    return tuple(sorted(entries, key=lambda one: one.started.utc_ms, reverse=True))


def days_before(
    history: History, last: date, loaded: Sequence[HistoryEntry], *, in_miles: bool
) -> Days:
    """Give a page of whole days up to `last`, where `loaded` is what there is of later ones."""
    sessions = sum(not isinstance(one, RunLine | RatingLine) for one in loaded)
    runs = sum(isinstance(one, RunLine) for one in loaded)
    next_sessions = history.sessions(_PAGE + 1, sessions)
    next_runs = history.diary.runs(_PAGE + 1, runs)
    firsts = [one.started.local_date for one in next_sessions[_PAGE:]]
    firsts += [one.run.started.local_date for one in next_runs[_PAGE:]]
    first = min(last, max(firsts, default=date.min))
    entries = entries_between(history, first, last, in_miles=in_miles)
    return Days(first, entries, has_more=bool(firsts))


def detail_of(history: History, subject: UUID, *, in_miles: bool) -> EntryDetail | None:
    """Give a run, or a rating that stands for itself, whole; None where it is neither."""
    diary = history.diary
    logged = diary.run(subject)
    if logged is None:
        rating = diary.rating(subject)
        if rating is None:
            return None
        return EntryDetail(
            None, (rating,), in_miles, of_run=_run_of(rating, diary, in_miles=in_miles)
        )
    run = logged.run
    day = run.started.local_date
    near = history.sessions_between(day - _A_DAY, day + _A_DAY)
    names = {worn.shoes.id: worn.shoes.name for worn in diary.shoes()}
    first = day - timedelta(days=LOOK_BACK_DAYS + 1)
    note = load_note(run, [one.run for one in diary.runs_between(first, day)])
    return EntryDetail(
        run,
        tuple(diary.ratings_of_run(run.id)),
        in_miles,
        "" if run.shoes is None else names.get(run.shoes, ""),
        _sources(logged),
        "" if note is None else note.words,
        tuple(_tie(one) for one in near[::-1] if one.run == run.id),
        tuple(_tie(one) for one in near[::-1] if _might_go_with(one, day)),
        tuple(
            Tie(part.edit, _tie_to(part.run, in_miles=in_miles).words)
            for part in diary.parts(run.id)
        ),
    )


def ties_of_session(
    history: History, session: SessionSummary, *, in_miles: bool
) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """Give the run that a session goes with, and where there is none the runs of its day."""
    diary, day = history.diary, session.started.local_date
    if session.run is not None:
        logged = diary.run(session.run)
        return () if logged is None else (_tie_to(logged.run, in_miles=in_miles),), ()
    if not session.is_real:
        return (), ()
    runs = [one.run for one in diary.runs_between(day, day)]
    runs = [run for run in runs if run.activity is Activity.RUN]
    return (), tuple(_tie_to(run, in_miles=in_miles) for run in reversed(runs))


def _tie_to(run: Run, *, in_miles: bool) -> Tie:
    covered = covered_words(run, in_miles=in_miles)
    words = f"{run_title(run)} {run.started.local:%H:%M}"
    return Tie(run.id, f"{words}, {covered}" if covered else words)


def _run_of(rating: Rating, diary: Diary, *, in_miles: bool) -> Tie | None:
    """Name the run that a rating speaks of, if there is one that is not deleted."""
    if rating.run is None or diary.is_deleted(rating.run):
        return None
    logged = diary.run(rating.run)
    return None if logged is None else _day_tie_to(logged.run, in_miles=in_miles)


def _day_tie_to(run: Run, *, in_miles: bool) -> Tie:
    """Name a run of another day, too: what is said of a run the next morning is."""
    tie, day = _tie_to(run, in_miles=in_miles), run.started.local_date
    return Tie(tie.subject, tr("{run}, {day}", run=tie.words, day=short_day(day)))


def _run_lines(
    runs: Iterable[LoggedRun], said: Iterable[Rating], *, in_miles: bool
) -> Iterable[RunLine]:
    scores = {(one.run, one.moment): one.score for one in reversed(list(said))}
    for logged in runs:
        run: Run = logged.run
        worst = scores.get((run.id, RatingMoment.WORST_IN_RUN))
        yield RunLine(run, worst, scores.get((run.id, RatingMoment.AFTER_RUN)), in_miles)


def _stands_alone(rating: Rating, shown: Container[RunId], diary: Diary, last: date) -> bool:
    """Whether no run or session shows it: of a day, of a morning, or of a run that is gone."""
    if rating.at.local_date > last:
        return False
    if rating.moment in _ALONE or rating.run is None:
        return rating.moment in _ALONE or rating.session is None
    return rating.run not in shown and diary.is_deleted(rating.run)


def _might_go_with(session: SessionSummary, day: date) -> bool:
    return session.run is None and session.is_real and session.started.local_date == day


def _tie(session: SessionSummary) -> Tie:
    return Tie(session.id, f"{session.routine_name} {session.started.local:%H:%M}")


def _sources(logged: LoggedRun) -> str:
    files = [one.file or one.kind.value for one in logged.sources]
    typed = SourceKind.TYPED.value
    return ", ".join(dict.fromkeys(file for file in files if file != typed))
