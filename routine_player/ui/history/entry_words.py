"""What History says of runs and of ratings that stand for themselves."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from routine_player.core.diary_words import covered_words, onset_words, run_title, said
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating, RatingMoment, Spread
from routine_player.core.run import Run
from routine_player.core.typed import METRES_A_MILE, distance_words
from routine_player.core.wording import clock_time
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.history.values import EntryDetail, HistoryEntry, RatingLine, RunLine
from routine_player.ui.history.words import (
    day_with_year,
    session_line,
    session_sentence,
    short_session_line,
    sites_words,
)

_BETWEEN: Final = " · "


def entry_title(entry: HistoryEntry) -> str:
    """Name what was logged."""
    match entry:
        case SessionSummary():
            return entry.routine_name
        case RunLine():
            return run_title(entry.run)
        case RatingLine():
            return said(entry.rating.moment)


def entry_lines(entry: HistoryEntry) -> tuple[str, str]:
    """Say it in the second line of its row, and the same where the row is narrow."""
    match entry:
        case SessionSummary():
            return session_line(entry), short_session_line(entry)
        case RunLine():
            covered = covered_words(entry.run, in_miles=entry.in_miles)
            words = _joined(_clock(entry.started), covered)
            return words, words
        case RatingLine():
            clock = _clock(entry.started)
            told = entry.rating.note or sites_words(entry.rating.sites)
            return _joined(clock, told), clock


def entry_pains(entry: HistoryEntry) -> tuple[int | None, ...]:
    """Give the scores at the end of a row: before and after, worst and after, or the one."""
    match entry:
        case SessionSummary():
            return entry.pain_before, entry.pain_after
        case RunLine():
            return entry.worst, entry.after
        case RatingLine():
            return (entry.rating.score,)


def entry_sentence(entry: HistoryEntry) -> str:
    """Say a row of the list aloud."""
    match entry:
        case SessionSummary():
            return session_sentence(entry)
        case RunLine():
            words = [entry_title(entry), entry_lines(entry)[0].replace(_BETWEEN, ", ")]
            if entry.worst is not None:
                words.append(tr("worst pain {score}", score=entry.worst))
            if entry.after is not None:
                words.append(tr("pain after {score}", score=entry.after))
            return ", ".join(words)
        case RatingLine():
            title = tr("{title} {score} of 10", title=entry_title(entry), score=entry.rating.score)
            return ", ".join((title, entry_lines(entry)[0].replace(_BETWEEN, ", ")))


def when_line(detail: EntryDetail, today: date) -> str:
    """Say when it was: `Saturday 14 June, 08:10 to 08:42`."""
    day, began = day_with_year(detail.at.local_date, today), _clock(detail.at)
    run = detail.run
    if run is None or run.ended == run.started:
        return tr("{day}, {began}", day=day, began=began)
    return tr("{day}, {began} to {ended}", day=day, began=began, ended=_clock(run.ended))


def run_facts(run: Run, *, in_miles: bool) -> Sequence[tuple[str, str]]:
    """Give what is known of a run in figures, each with its word."""
    facts: list[tuple[str, str]] = []
    if run.distance_m is not None:
        facts.append((distance_words(run.distance_m, in_miles=in_miles), tr("distance")))
    if run.duration_s is not None:
        facts.append((clock_time(run.duration_s), tr("time")))
    if run.distance_m and run.duration_s:
        unit_m = METRES_A_MILE if in_miles else 1000.0
        pace = clock_time(run.duration_s / (run.distance_m / unit_m))
        facts.append((pace, tr("min/mi") if in_miles else tr("min/km")))
    if run.cadence_spm is not None:
        facts.append((f"{run.cadence_spm:.0f}", tr("steps/min")))
    if run.climb_m is not None:
        facts.append((tr("{metres} m", metres=round(run.climb_m)), tr("climb")))
    return facts


def circumstances(detail: EntryDetail) -> str:
    """Say on what and in what a run was done, and what was minded."""
    run = detail.run
    if run is None:
        return ""
    words = [] if run.surface is None else [said(run.surface)]
    words += [detail.shoes] if detail.shoes else []
    words += [said(focus) for focus in run.focus]
    return ", ".join([*words, *run.tags])


def rating_words(rating: Rating, run: Run | None) -> str:
    """Say a rating beside its dot: of what, where, and how it was."""
    words = [said(rating.moment), sites_words(rating.sites)]
    if rating.onset_min is not None:
        words.append(onset_words(rating.onset_min, run))
    if rating.course is not None:
        words.append(said(rating.course))
    words.append(", ".join(map(said, rating.qualities)))
    if rating.spread not in {None, Spread.NONE} and rating.spread is not None:
        words.append(tr("spread: {where}", where=said(rating.spread)))
    if rating.numbness:
        words.append(tr("numb or tingling"))
    words.append(rating.medication)
    if rating.moment is not RatingMoment.ALONE:
        words.append(rating.note)
    return _joined(*words)


def _joined(*words: str) -> str:
    return _BETWEEN.join(word for word in words if word)


def _clock(at: Instant) -> str:
    return at.local.strftime("%H:%M")
