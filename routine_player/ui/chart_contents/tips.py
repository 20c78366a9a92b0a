"""What is said of a run, a rating, a session or a week where a chart shows one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from routine_player.core.date_words import short_day
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.load_note import Week
from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.core.series.pain_course import PainPoint
from routine_player.core.series.played import PlayedSession
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
    """Give what says a thing that a chart shows."""

    def tip(about: object) -> Tip:
        match about:
            case PainPoint():
                return _of_point(about, speech)
            case PlayedSession():
                return _of_session(about, speech)
            case Week():
                return _of_week(about, speech)
            case Run():
                return Tip(speech.day(about.started.local_date), (run_line(about, speech), opens()))
            case _:
                raise TypeError(f"no chart shows {about!r}")

    return tip


def opens() -> str:
    """Say what Enter does with a dot."""
    return tr("Enter opens the day")


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
    return Tip(tr("Week of {day}", day=speech.day(week.first)), (*lines, opens()))


def change_words(change_m: float, speech: Speech) -> str:
    """Say how far a week differs from the one before."""
    distance = speech.far(abs(change_m))
    if abs(change_m) < speech.unit_m / 20:
        return tr("as far as the week before")
    if change_m > 0:
        return tr("{distance} more than the week before", distance=distance)
    return tr("{distance} less than the week before", distance=distance)
