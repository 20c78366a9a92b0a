"""What a chart shows, as values: nothing of it knows how charts are drawn.

A chart is a few lanes above each other on one axis. Places on an axis of time are those of
`core.series.on_the_calendar`, in days; on other axes they are numbers of what the axis counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

TableCell = str | float | int | None


class Look(Enum):
    """How a dot looks: a shape of its own wherever a colour means something."""

    PAIN = auto()  # a disc in the colour of its score
    BEFORE = auto()  # a triangle
    AFTER = auto()  # a ring
    SESSION = auto()  # a small disc
    PLAIN = auto()  # a grey disc
    CAUTION = auto()  # a diamond in amber
    MEDIAN = auto()  # a small triangle in ink


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot at (x, y). `about` is what it stands for: the chart's `tip` says it in words."""

    x: float
    y: float
    look: Look
    score: int | None = None
    day: date | None = None
    about: object = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from zero up to `height`; the one of now is in the colour of what is chosen."""

    first: float
    last: float
    height: float
    day: date
    about: object = None
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line without a break; `band` is how far its band goes above and below it, 0 for none."""

    xs: Sequence[float]
    ys: Sequence[float]
    band: float = 0.0
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Words in the middle of a stretch of which there is nothing to show."""

    first: float
    last: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that began: a dotted line through all lanes."""

    x: float
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Tick:
    """A number or a name beside the lane, with a line across it where `has_line`."""

    at: float
    label: str
    has_line: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the charts above each other. Dots, and the places of lines, come in order of x.

    `low` to `high` is what it shows of its own axis; where `high` is None, it is fitted to the
    highest bar or dot in view, and where `is_mirrored`, it goes as far below zero. A lane with a
    `height_px` is as high, the others share what is left. `notes` stand at its right end, each at
    its own height. `has_rows` is for ticks that name rows, and are the first thing to be read.
    """

    title: str = ""
    dots: Sequence[Dot] = ()
    bars: Sequence[Bar] = ()
    lines: Sequence[Line] = ()
    gaps: Sequence[Gap] = ()
    ticks: Sequence[Tick] = ()
    notes: Sequence[Tick] = ()
    low: float = 0.0
    high: float | None = None
    height_px: int | None = None
    is_mirrored: bool = False
    has_rows: bool = False


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days; nothing lies before `first` or after `last`.

    `since` and `until` are the days of which anything can be known; what lies beyond is margin.
    """

    first: float
    last: float
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """Numbers from `low` to `high`, with a line across all lanes at each tick."""

    low: float
    high: float
    ticks: Sequence[Tick]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tip:
    """What is said of a dot or bar: a title, the score to show beside it, and lines below."""

    title: str
    lines: Sequence[str]
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """One sign of the legend and what it means; `sign` is a look, or "line", "band", "bar"."""

    sign: Look | str
    words: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The same as the chart in rows; `days` are what the rows open, as many as there are rows."""

    columns: Sequence[str]
    rows: Sequence[Sequence[TableCell]]
    days: Sequence[date | None]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart whole. `name` is what its files are called, `nothing` is said where it is empty.

    `time` says of what days it is, where it has no axis that tells.
    """

    name: str
    title: str
    about: str
    lanes: Sequence[Lane]
    axis: TimeAxis | NumberAxis
    tip: Callable[[object], Tip]
    table: Callable[[], Table]
    legend: Sequence[Key] = ()
    markers: Sequence[Marker] = ()
    nothing: str = ""
    footnote: str = ""
    time: str = ""
    names_px: int = 36

    @property
    def is_empty(self) -> bool:
        return not any(lane.dots or lane.bars for lane in self.lanes)
