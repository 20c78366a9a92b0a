"""The named views from which a movement may be drawn: plain data, for the checker of files too."""

from typing import Final

VIEWS: Final[dict[str, float]] = {
    "front": 0.0,
    "side": -90.0,
    "left side": 90.0,
    "three-quarter": -55.0,
    "back": 180.0,
    "back three-quarter": -128.0,
}
"""Each view's azimuth in degrees round the body: 0 looks at its front, -90 at its right side."""
