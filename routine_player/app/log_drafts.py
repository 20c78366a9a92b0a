"""From the history to the page Log a run: what is known, remembered, or stored already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.core.shoes import WornShoes
from routine_player.core.typed import METRES_A_MILE
from routine_player.store.history_diary import Diary
from routine_player.ui.log_run.values import Details, Draft, Pain, Said, ShoesChoice

_REMEMBERED_DAYS: Final = 14
_LOOKED_AT: Final = 60
_MINUTE_S: Final = 60


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

    @property
    def rating(self) -> Rating | None:
        """The rating that tells more: where both were said, where and how belong to the worst."""
        return self.worst or self.now

    def rated_at(self, otherwise: Instant) -> Instant:
        """When pain was rated; `otherwise` where it was not."""
        return otherwise if self.rating is None else self.rating.at


def fresh_draft(diary: Diary, now: Instant, *, in_miles: bool) -> Draft:
    """Give an empty page with what is remembered."""
    return _draft(diary, Said(details=remembered(diary, now.local_date)), now, in_miles=in_miles)


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
    started = before.run.started if before.run is not None else before.rated_at(now)
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


def with_what_is_remembered(diary: Diary, draft: Draft) -> Draft:
    """Open a run out of a file like a new one: what nobody said of it is as it was last time."""
    known = draft.said.details
    usual = remembered(diary, known.day)
    told = replace(
        usual,
        start=known.start,
        surface=known.surface or usual.surface,
        shoes=known.shoes or usual.shoes,
        focus=known.focus or usual.focus,
    )
    return replace(draft, said=replace(draft.said, details=told), is_first=True)


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


def remembered(diary: Diary, today: date) -> Details:
    """Give what is seldom another: surface, shoes and form of the last run, usual hours.

    What is of one day alone (lifting, tags, medication) is remembered for that day only.
    """
    details = _details_of_day(diary, today)
    days = _last_days(diary, today)
    if days and days[-1].day != today:
        details = replace(details, hours_sat=days[-1].hours_sat, sleep_h=days[-1].sleep_h)
    runs = (one.run for one in diary.runs(_LOOKED_AT) if _is_run(one.run))
    last = next((run for run in runs if run.surface or run.shoes or run.focus), None)
    if last is None:
        return details
    return replace(details, surface=last.surface, shoes=last.shoes, focus=last.focus)


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
    told = before.rating
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


def _of(ratings: Iterable[Rating], moment: RatingMoment) -> Rating | None:
    return next((one for one in ratings if one.moment is moment), None)


def _is_run(run: Run) -> bool:
    return run.activity is Activity.RUN
