"""How a picture is laid out: one rule for who draws and for who shows.

It needs no numpy, since the window does not load that.
"""

from dataclasses import dataclass
from typing import Final

GHOST: Final = 0.22
"""How strong the start is seen behind the hold of a still, 0 to 1."""

_SIDE_MARGIN: Final = 0.045
_TOP_MARGIN: Final = 0.065
_BOTTOM_MARGIN: Final = 0.085
_RESTING_HEIGHT: Final = 0.57  # where the middle of something low lies, down the picture


@dataclass(frozen=True, slots=True)
class Fit:
    """How much larger a box gets in a picture, and where its upper left corner goes, in pixels."""

    scale: float
    left: float
    top: float


def fit(wide: float, tall: float, size: tuple[float, float]) -> Fit:
    """Set a box, `wide` by `tall`, into a picture of `size`: as large as its margins allow.

    It comes to the middle; what is low lies somewhat below it, with the floor in the lower third.
    """
    width, height = size
    inside = 1 - _TOP_MARGIN - _BOTTOM_MARGIN
    scale = min(width * (1 - 2 * _SIDE_MARGIN) / wide, height * inside / tall)
    bottom = min(height * _RESTING_HEIGHT + scale * tall / 2, height * (1 - _BOTTOM_MARGIN))
    return Fit(scale, (width - scale * wide) / 2, bottom - scale * tall)
