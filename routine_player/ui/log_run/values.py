"""What Log a run shows, and what a person said there, as values."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from routine_player.core.pain import Course, Quality, Spread
from routine_player.core.run import Activity, FormFocus, RunKind, Surface

FIRST_STEPS_MIN = 0.0
"""Pain that was there from the first steps began after this."""


@dataclass(frozen=True, slots=True)
class ShoesChoice:
    """Shoes that can be chosen; `worn` says in words how far they were run in."""

    id: UUID
    name: str
    worn: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What is seldom another than last time, and what the day was like.

    `start` is a time of day as typed, empty where it ended just now; `new_shoes` names shoes that
    are not in the list. None and empty mean that nobody said.
    """

    day: date = date.min
    start: str = ""
    surface: Surface | None = None
    shoes: UUID | None = None
    new_shoes: str = ""
    focus: tuple[FormFocus, ...] = ()
    hours_sat: float | None = None
    sleep_h: float | None = None
    lifting: bool | None = None
    tags: tuple[str, ...] = ()
    medication: str = ""


@dataclass(frozen=True, slots=True)
class Pain:
    """What was said of pain. `later` means that it began after the run.

    `worst` is of the run, `now` of the moment; None and empty mean that nobody said.
    """

    worst: int | None = None
    now: int | None = None
    onset_min: float | None = None
    later: bool = False
    course: Course | None = None
    qualities: tuple[Quality, ...] = ()
    sites: tuple[str, ...] = ()
    spread: Spread | None = None
    numbness: bool | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """All of the page. `activity` is None where pain alone is logged."""

    activity: Activity | None = Activity.RUN
    distance_m: float | None = None
    duration_s: float | None = None
    kind: RunKind | None = None
    pain: Pain = field(default_factory=Pain)
    details: Details = field(default_factory=Details)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The page as it is opened: what is known or remembered, and what can be chosen.

    `is_correction` says that something stored is edited, `is_first` that it is a run out of a file
    of which nobody said anything yet. `last_now` is what was said after the
    last run. `shoes` and `tags` are those in use, `medication` what was taken last.
    """

    said: Said
    today: date
    is_correction: bool = False
    is_first: bool = False
    in_miles: bool = False
    last_now: int | None = None
    shoes: tuple[ShoesChoice, ...] = ()
    tags: tuple[str, ...] = ()
    medication: str = ""
