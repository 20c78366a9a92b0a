"""From the page Log a run to the history: what is stored of what was said."""

from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any, Final
from uuid import uuid4

from routine_player.app.log_drafts import Before, remembered
from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.core.shoes import Shoes
from routine_player.store.history_diary import Diary, DiaryEntry
from routine_player.store.run_import.plausible import impossible_length
from routine_player.store.run_import.zone import Zone
from routine_player.ui.log_run.values import Details, Draft, Pain, Said
from routine_player.ui.log_run.words import read_clock

_NOON: Final = time(12)
_LONG_AGO_MS: Final = 12 * 3600 * 1000
_AHEAD_MS: Final = 10 * 60 * 1000
_MINUTE_S: Final = 60


class OddEntryError(ValueError):
    """It cannot have been like that; the text says why, for the person."""


def said_now(diary: Diary, told: Said, draft: Draft, today: date) -> Said:
    """Move what was said of "today" on to `today`, where the page was opened on another day.

    Of the day's details only those that a person touched go with it; the rest is what is
    remembered by now. HistoryError if the history cannot be read.
    """
    details, shown = told.details, draft.said.details
    meant_today = details.day == draft.today and not details.start
    if draft.is_correction or not meant_today or today == draft.today:
        return told
    names = [one.name for one in fields(details) if one.name != "day"]
    touched: dict[str, Any] = {
        name: getattr(details, name)
        for name in names
        if getattr(details, name) != getattr(shown, name)
    }
    return replace(told, details=replace(remembered(diary, today), **touched))


def entry_of(diary: Diary, told: Said, before: Before, now: Instant) -> DiaryEntry:
    """Give what is to be stored of what was said; OddEntryError for what cannot have been."""
    details = told.details
    shoes = Shoes(details.new_shoes) if details.new_shoes else None
    started = _started(told, before, now)
    if started.utc_ms > now.utc_ms + _AHEAD_MS:
        raise OddEntryError(tr("It cannot have begun in the future: change day or time."))
    run = None
    if told.activity is not None:
        run = _run(told, told.activity, before.run, started)
        run = run if shoes is None else replace(run, shoes=shoes.id)
        _refuse_odd_length(run, before.run)
    ratings = _ratings(told, run, before, _said_at(run, started, before, now))
    kept = {rating.id for rating in ratings}
    if run is not None:
        kept.add(run.id)
    return DiaryEntry(
        run,
        ratings,
        _day(diary, details),
        shoes,
        tuple(one for one in before.ids if one not in kept),
    )


def _run(told: Said, activity: Activity, before: Run | None, started: Instant) -> Run:
    base = before or Run(started)
    on_feet = activity in {Activity.RUN, Activity.WALK}
    details = told.details
    return replace(
        base,
        started=started,
        activity=activity,
        distance_m=told.distance_m,
        duration_s=told.duration_s,
        kind=told.kind,
        surface=details.surface if on_feet else None,
        shoes=details.shoes if on_feet else None,
        focus=details.focus if on_feet else (),
        note=told.note,
    )


def _refuse_odd_length(run: Run, before: Run | None) -> None:
    """What a file said, and nobody touched, is taken as it is."""
    was = None if before is None else (before.activity, before.distance_m, before.duration_s)
    reason = impossible_length(run)
    if reason and was != (run.activity, run.distance_m, run.duration_s):
        raise OddEntryError(tr("Look at distance and time again: {reason}.", reason=reason))


def _started(told: Said, before: Before, now: Instant) -> Instant:
    """Find when it began; what was not touched is as exact as it was."""
    was = before.run.started if before.run is not None else None
    if was is None and before.now is not None:
        was = before.now.at
    details = told.details
    clock = read_clock(details.start)
    if was is not None and was.local_date == details.day:
        if details.start == was.local.strftime("%H:%M") or clock is None:
            return was
    elif clock is None and details.day == now.local_date:
        return now.after(-(told.duration_s or 0.0))
    seen = _NOON if clock is None else time(*clock)
    return Zone.of(now).at_wall(datetime.combine(details.day, seen))


def _said_at(run: Run | None, started: Instant, before: Before, now: Instant) -> Instant:
    """Give the moment that ratings are of: of what is long over, its end."""
    if before.ids and before.run is None:
        return started
    was, is_kept = before.rating, run and before.run and run.started == before.run.started
    if was is not None and is_kept:
        return was.at
    ended = started if run is None else run.ended
    return now if 0 <= now.utc_ms - ended.utc_ms < _LONG_AGO_MS else ended


def _ratings(told: Said, run: Run | None, before: Before, at: Instant) -> tuple[Rating, ...]:
    pain = told.pain
    if run is None:
        if pain.now is None:
            return ()
        alone = before.now.moment if before.now and not before.run else RatingMoment.ALONE
        known = None if before.run is not None else before.now
        return (_described(_rating(alone, pain.now, at, known), told, None),)
    ratings: list[Rating] = []
    if pain.worst is not None:
        worst = _rating(RatingMoment.WORST_IN_RUN, pain.worst, at, before.worst)
        ratings.append(_described(replace(worst, run=run.id), told, run))
    if pain.now is not None:
        known = before.now if before.run is not None else None
        after = replace(_rating(RatingMoment.AFTER_RUN, pain.now, at, known), run=run.id)
        ratings.append(after if ratings else _described(after, told, run))
    return tuple(ratings)


def _rating(moment: RatingMoment, score: int, at: Instant, known: Rating | None) -> Rating:
    """Give a rating that says no more than its score, in the place of the one that is known."""
    if known is None:
        return Rating(moment, score, at, id=uuid4())
    plain = Rating(moment, score, at, medication=known.medication, id=known.id)
    is_of_run = moment in {RatingMoment.WORST_IN_RUN, RatingMoment.AFTER_RUN}
    return replace(plain, note=known.note if is_of_run else "", run=known.run)


def _described(rating: Rating, told: Said, run: Run | None) -> Rating:
    pain = told.pain
    return replace(
        rating,
        sites=pain.sites,
        qualities=pain.qualities,
        onset_min=_onset_min(pain, run),
        course=pain.course,
        spread=pain.spread,
        numbness=pain.numbness,
        note=told.note if run is None else rating.note,
    )


def _onset_min(pain: Pain, run: Run | None) -> float | None:
    """Pain that began after the run began when the run was over."""
    if not pain.later:
        return pain.onset_min
    length_s = None if run is None else run.duration_s
    return None if length_s is None else length_s / _MINUTE_S


def _day(diary: Diary, details: Details) -> DayFactors | None:
    """Give what is to be stored of the day; None where nothing was said of it, now or before."""
    known = next(iter(diary.days(details.day, details.day)), None)
    told = DayFactors(
        details.day,
        details.hours_sat,
        details.sleep_h,
        details.lifting,
        details.tags,
        details.medication,
        "" if known is None else known.note,
    )
    is_said = told != DayFactors(details.day, note=told.note)
    return told if is_said and told != known else None
