"""What is said of a run, a rating, a session or a week where a chart shows one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from routine_player.core.date_words import short_day
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.load_note import Week
from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.core.series.pain_course import PainPoint
from routine_player.core.series.played import PlayedSession
from routine_player.core.series.practice import PracticeWeek
from routine_player.core.series.running import RunAgainst
from routine_player.core.series.strips import Strip
from routine_player.core.typed import METRES_A_MILE
from routine_player.core.wording import number_words, rough_minutes
from routine_player.ui.charts.content import Tip

_METRES_A_KM = 1000.0


@dataclass(frozen=True, slots=True)
class Speech:
    """How things are said: days with their year where it is not today's, miles if wanted."""

    today: date
    in_miles: bool = False

    @property
    def unit(self) -> str:
        return "mi" if self.in_miles else "km"

    @property
    def unit_m(self) -> float:
        """How many metres the unit of distance has."""
        return METRES_A_MILE if self.in_miles else _METRES_A_KM

    def far(self, metres: float) -> str:
        """Say a distance to a tenth of its unit."""
        return f"{metres / self.unit_m:.1f} {self.unit}"

    def day(self, day: date) -> str:
        """Say a day as in `Thu 8 May`, and its year where it is not this one."""
        words = short_day(day)
        return words if day.year == self.today.year else f"{words} {day.year}"


def tip_of(speech: Speech) -> Callable[[object], Tip]:
    """Give what says a thing that a chart shows; TypeError for what none does."""

    def tip(about: object) -> Tip:
        said_by = _TIPS.get(type(about))
        if said_by is None:
            raise TypeError(f"no chart shows {about!r}")
        return said_by(about, speech)

    return tip


def opens() -> str:
    """Say what Enter does with a dot."""
    return tr("Enter opens the day")


def opens_week() -> str:
    """Say what Enter does with a week."""
    return tr("Enter opens its first day")


def run_line(run: Run, speech: Speech) -> str:
    """Say a run in a line: `8.1 km, easy, 46 min`."""
    words: list[str] = []
    if run.distance_m is not None:
        words.append(speech.far(run.distance_m))
    words.append(said(run.activity if run.kind is None else run.kind).lower())
    if run.duration_s:
        words.append(rough_minutes(run.duration_s))
    return ", ".join(words)


def rating_line(rating: Rating) -> str:
    """Say a rating in a line: `worst in the run, eased`."""
    words = [said(rating.moment).lower()]
    if rating.course is not None:
        words.append(said(rating.course))
    return ", ".join(words)


def _of_point(point: PainPoint, speech: Speech) -> Tip:
    lines = [rating_line(point.rating)]
    if point.run is not None:
        lines.append(run_line(point.run, speech))
    return Tip(speech.day(point.day), (*lines, opens()), point.rating.score)


def _of_run(run: Run, speech: Speech, *more: str) -> Tip:
    lines = [run_line(run, speech)]
    if run.cadence_spm:
        lines.append(tr("{spm} steps a minute", spm=round(run.cadence_spm)))
    return Tip(speech.day(run.started.local_date), (*lines, *more, opens()))


def _against_lines(one: RunAgainst, speech: Speech) -> tuple[str, ...]:
    if one.longest_m is None:
        return (tr("no run in the 30 days before"),)
    longest = tr("longest of 30 days before: {far}", far=speech.far(one.longest_m))
    if one.note is None:
        return (longest,)
    over = tr("{share} % of it: more than 110 %", share=round(one.note.share * 100))
    return longest, over


def _of_practice(week: PracticeWeek, speech: Speech) -> Tip:
    sessions = number_words(len(week.sessions), tr("session"), tr("sessions"))
    line = tr("{sessions}, {time}", sessions=sessions, time=rough_minutes(week.active_s))
    return Tip(tr("Week of {day}", day=speech.day(week.first)), (line, opens_week()))


def _of_against(one: RunAgainst, speech: Speech) -> Tip:
    return _of_run(one.run, speech, *_against_lines(one, speech))


def _of_rating(rating: Rating, speech: Speech) -> Tip:
    day = speech.day(rating.at.local_date)
    return Tip(day, (rating_line(rating), opens()), rating.score)


def _of_strip(strip: Strip, _speech: Speech) -> Tip:
    title = strip.name if not strip.group else f"{strip.group}: {strip.name}"
    count = tr("median of {count}", count=len(strip.points))
    return Tip(title, (tr("{median:g}, {count}", median=strip.median, count=count),))


def _of_session(session: PlayedSession, speech: Speech) -> Tip:
    done = tr(
        "{done} of {planned} steps, {time}",
        done=session.steps_done,
        planned=session.steps_planned,
        time=rough_minutes(session.active_s),
    )
    return Tip(speech.day(session.day), (session.name, done, opens()))


def _of_week(week: Week, speech: Speech) -> Tip:
    runs = number_words(week.runs, tr("run"), tr("runs"))
    lines = [tr("{distance} in {runs}", distance=speech.far(week.distance_m), runs=runs)]
    if week.change_m is not None:
        lines.append(change_words(week.change_m, speech))
    return Tip(tr("Week of {day}", day=speech.day(week.first)), (*lines, opens_week()))


def change_words(change_m: float, speech: Speech) -> str:
    """Say how far a week differs from the one before."""
    distance = speech.far(abs(change_m))
    if abs(change_m) < speech.unit_m / 20:
        return tr("as far as the week before")
    if change_m > 0:
        return tr("{distance} more than the week before", distance=distance)
    return tr("{distance} less than the week before", distance=distance)


_TIPS: Mapping[type, Callable[[Any, Speech], Tip]] = {
    PainPoint: _of_point,
    PlayedSession: _of_session,
    PracticeWeek: _of_practice,
    Rating: _of_rating,
    Run: _of_run,
    RunAgainst: _of_against,
    Strip: _of_strip,
    Week: _of_week,
}
