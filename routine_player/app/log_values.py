"""From the history to the page Log a run and back: drafts, and what is stored of what was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid4

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.core.shoes import Shoes, WornShoes
from routine_player.core.typed import METRES_A_MILE
from routine_player.store.history_diary import Diary, DiaryEntry
from routine_player.store.run_import.zone import Zone
from routine_player.ui.log_run.values import Details, Draft, Pain, Said, ShoesChoice
from routine_player.ui.log_run.words import read_clock

_REMEMBERED_DAYS: Final = 14
_LOOKED_AT: Final = 60
_NOON: Final = time(12)
_LONG_AGO_MS: Final = 12 * 3600 * 1000
_AHEAD_MS: Final = 10 * 60 * 1000
_MINUTE_S: Final = 60


class OddTimeError(ValueError):
    """A run cannot have been then; the text says why, for the person."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is stored of an entry that is corrected: a run, or a rating that stands alone."""

    run: Run | None = None
    worst: Rating | None = None
    now: Rating | None = None

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Whatever of it has an id."""
        return tuple(one.id for one in (self.run, self.worst, self.now) if one is not None)


# From the history to the page


def fresh_draft(diary: Diary, now: Instant, *, in_miles: bool) -> Draft:
    """Give an empty page with what is remembered."""
    return _draft(diary, Said(details=_remembered(diary, now.local_date)), now, in_miles=in_miles)


def stored(diary: Diary, subject: UUID) -> Before | None:
    """Find what is stored under the id of a run or a rating; None where nothing is."""
    logged = diary.run(subject)
    if logged is not None:
        told = diary.ratings_of_run(subject)
        worst = _of(told, RatingMoment.WORST_IN_RUN)
        return Before(logged.run, worst, _of(told, RatingMoment.AFTER_RUN))
    rating = diary.rating(subject)
    return None if rating is None else Before(now=rating)


def correction_draft(diary: Diary, before: Before, now: Instant, *, in_miles: bool) -> Draft:
    """Give the page with what is stored of an entry."""
    started = before.run.started if before.run is not None else _at(before, now)
    details = _details_of_day(diary, started.local_date)
    details = replace(details, start=started.local.strftime("%H:%M"))
    told = Said(None, details=details, pain=_pain(before))
    run = before.run
    if run is not None:
        details = replace(details, surface=run.surface, shoes=run.shoes, focus=run.focus)
        told = replace(
            told,
            activity=run.activity,
            distance_m=run.distance_m,
            duration_s=run.duration_s,
            kind=run.kind,
            details=details,
            note=run.note,
        )
    elif before.now is not None:
        told = replace(told, note=before.now.note)
    draft = _draft(diary, told, now, in_miles=in_miles)
    return replace(draft, is_correction=True)


def _draft(diary: Diary, told: Said, now: Instant, *, in_miles: bool) -> Draft:
    medication = (day.medication for day in reversed(_last_days(diary, now.local_date)))
    return Draft(
        told,
        now.local_date,
        in_miles=in_miles,
        last_now=_last_now(diary),
        shoes=tuple(_choices(diary.shoes(), told.details.shoes, in_miles=in_miles)),
        tags=tuple(diary.tags()),
        medication=next(filter(None, medication), ""),
    )


def _remembered(diary: Diary, today: date) -> Details:
    """Take over what is seldom another: surface and shoes of the last run, usual hours.

    What is of one day alone (lifting, tags, medication) is remembered for that day only.
    """
    details = _details_of_day(diary, today)
    days = _last_days(diary, today)
    if days and days[-1].day != today:
        details = replace(details, hours_sat=days[-1].hours_sat, sleep_h=days[-1].sleep_h)
    last = next((one.run for one in diary.runs(_LOOKED_AT) if _is_run(one.run)), None)
    return details if last is None else replace(details, surface=last.surface, shoes=last.shoes)


def _details_of_day(diary: Diary, day: date) -> Details:
    for factors in diary.days(day, day):
        return Details(
            day,
            hours_sat=factors.hours_sat,
            sleep_h=factors.sleep_h,
            lifting=factors.lifting,
            tags=factors.tags,
            medication=factors.medication,
        )
    return Details(day)


def _last_days(diary: Diary, today: date) -> Sequence[DayFactors]:
    return diary.days(today - timedelta(days=_REMEMBERED_DAYS), today)


def _last_now(diary: Diary) -> int | None:
    rating = _of(diary.ratings(_LOOKED_AT), RatingMoment.AFTER_RUN)
    return None if rating is None else rating.score


def _choices(
    worn: Sequence[WornShoes], chosen: UUID | None, *, in_miles: bool
) -> Iterable[ShoesChoice]:
    for one in worn:
        if one.shoes.retired is None or one.shoes.id == chosen:
            unit = METRES_A_MILE if in_miles else 1000.0
            words = tr("{count} mi") if in_miles else tr("{count} km")
            yield ShoesChoice(
                one.shoes.id, one.shoes.name, words.format(count=round(one.worn_m / unit))
            )


def _pain(before: Before) -> Pain:
    told = before.worst or before.now  # where both were said, it was said of the worst
    pain = Pain(
        worst=None if before.worst is None else before.worst.score,
        now=None if before.now is None else before.now.score,
    )
    if told is None:
        return pain
    length_s = None if before.run is None else before.run.duration_s
    onset = told.onset_min
    later = None not in {onset, length_s} and (onset or 0) * _MINUTE_S >= (length_s or 0)
    return replace(
        pain,
        onset_min=None if later else onset,
        later=later,
        course=told.course,
        qualities=told.qualities,
        sites=told.sites,
        spread=told.spread,
        numbness=told.numbness,
    )


# From the page to the history


def entry_of(diary: Diary, told: Said, before: Before, now: Instant) -> DiaryEntry:
    """Give what is to be stored of what was said; OddTimeError for a time that cannot be."""
    details = told.details
    shoes = Shoes(details.new_shoes) if details.new_shoes else None
    started = _started(told, before, now)
    if started.utc_ms > now.utc_ms + _AHEAD_MS:
        raise OddTimeError(tr("It cannot have begun in the future: change day or time."))
    run = None
    if told.activity is not None:
        run = _run(told, told.activity, before.run, started)
        run = run if shoes is None else replace(run, shoes=shoes.id)
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
    if before.ids and (before.run is None or (run and run.started == before.run.started)):
        return started if before.run is None else _at(before, now)
    ended = started if run is None else run.ended
    return now if 0 <= now.utc_ms - ended.utc_ms < _LONG_AGO_MS else ended


def _at(before: Before, now: Instant) -> Instant:
    """When it was said."""
    told = before.worst or before.now
    return now if told is None else told.at


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


def _of(ratings: Iterable[Rating], moment: RatingMoment) -> Rating | None:
    return next((one for one in ratings if one.moment is moment), None)


def _is_run(run: Run) -> bool:
    return run.activity is Activity.RUN
