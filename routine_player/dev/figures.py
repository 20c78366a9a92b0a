"""A measured figure beside its floor and the limit that was promised."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import thread_time  # noqa: TID251 - how much was done, which is no moment

from routine_player.play.clock import SystemClock


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `floor` is what the same run took without us, empty where there is none.

    `ratio` is what is held against `limit`: the value over its floor, or the value itself.
    """

    name: str
    value: str
    floor: str
    ratio: float
    limit: float
    unit: str = "x"

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit

    @property
    def row(self) -> str:
        """The figure as a row of a Markdown table."""
        held = "yes" if self.holds else "**no**"
        return (
            f"| {self.name} | {self.value} | {self.floor} | {self.ratio:.3g} {self.unit} "
            f"| {self.limit:g} {self.unit} | {held} |"
        )


HEAD = (
    "| What | Measured | Floor in the same run | Compared | Promised at most | Holds |\n"
    "|---|---|---|---|---|---|"
)


def cpu_s() -> float:
    """CPU time of this process so far, in seconds, its threads included."""
    times = os.times()
    return times.user + times.system


def thread_cpu_s() -> float:
    """CPU time of this thread so far, in seconds: what it took, however busy the machine is."""
    return thread_time()


def median_s(deed: Callable[[], object], runs: int) -> float:
    """Give the median wall time of some runs of `deed`, in seconds, after one that warms up."""
    clock = SystemClock()
    deed()
    took: list[float] = []
    for _ in range(runs):
        begun = clock.monotonic()
        deed()
        took.append(clock.monotonic() - begun)
    return median(took)
