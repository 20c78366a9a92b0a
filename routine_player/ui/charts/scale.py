"""From places on an axis to pixels and back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps `low` to the pixel `at_low` and `high` to `at_high`, which may be the smaller one."""

    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def px_each(self) -> float:
        """How many pixels one of the axis takes; less than zero where it goes up."""
        return (self.at_high - self.at_low) / (self.high - self.low)

    def px(self, place: float) -> float:
        """Give the pixel of a place."""
        return self.at_low + (place - self.low) * self.px_each

    def place(self, px: float) -> float:
        """Give the place of a pixel."""
        return self.low + (px - self.at_low) / self.px_each

    def zoomed(self, by: float, around: float) -> tuple[float, float]:
        """Give what is seen when all is `by` times as large, and `around` stays where it is."""
        return around - (around - self.low) / by, around + (self.high - around) / by
