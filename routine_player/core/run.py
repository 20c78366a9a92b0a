"""A run, or a walk, ride or swim: what was covered, how, and who or what says so."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from routine_player.core.instant import Instant
from routine_player.core.shoes import ShoesId

RunId = UUID


class Activity(StrEnum):
    """What was done."""

    RUN = "run"
    WALK = "walk"
    BIKE = "bike"
    SWIM = "swim"
    OTHER = "other"


class RunKind(StrEnum):
    """What kind of run it was."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"  # sprints too
    HILLS = "hills"
    TREADMILL = "treadmill"
    WALK_RUN = "walk-run"


class Surface(StrEnum):
    """What was run on."""

    ROAD = "road"
    TRAIL = "trail"
    GRASS = "grass"
    TRACK = "track"
    TREADMILL = "treadmill"
    OTHER = "other"


class FormFocus(StrEnum):
    """What the runner minded of running form."""

    GAZE = "gaze"  # looking ahead
    RUN_TALL = "run-tall"
    SHORTER_STRIDE = "shorter-stride"
    CADENCE = "cadence"
    LANDING = "landing"


class SourceKind(StrEnum):
    """Where what is known of a run comes from."""

    TYPED = "typed"
    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"
    STRAVA = "strava"
    GARMIN = "garmin"


@dataclass(frozen=True, slots=True)
class Source:
    """A place that told of a run.

    `file` is a file's name without its folder, and `digest` 16 bytes that are the same whenever the
    same file, or the same line of a list, is read again. Both are empty for what was typed.
    """

    kind: SourceKind
    file: str = ""
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class Run:
    """One run. None and empty mean that nobody said.

    `duration_s` is moving time as a watch shows it, `elapsed_s` goes from start to end with all
    stops; `cadence_spm` counts the steps of both feet in a minute, `climb_m` metres upwards.
    ValueError for a number below zero, or that is none.
    """

    started: Instant
    duration_s: float | None = None
    distance_m: float | None = None
    activity: Activity = Activity.RUN
    kind: RunKind | None = None
    elapsed_s: float | None = None
    climb_m: float | None = None
    cadence_spm: float | None = None
    surface: Surface | None = None
    shoes: ShoesId | None = None
    focus: tuple[FormFocus, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    id: RunId = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        for number in (
            self.duration_s,
            self.distance_m,
            self.elapsed_s,
            self.climb_m,
            self.cadence_spm,
        ):
            if number is not None and not 0 <= number < float("inf"):
                raise ValueError(f"a run has no {number} of anything")

    @property
    def ended(self) -> Instant:
        """When it was over; its start where nobody knows how long it took."""
        return self.started.after(self.elapsed_s or self.duration_s or 0.0)


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """A run as it stands in the log, with the places that told of it, the first one first."""

    run: Run
    sources: tuple[Source, ...]
