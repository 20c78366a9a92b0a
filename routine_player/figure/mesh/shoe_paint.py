"""What is painted on the shoe: sole and stripe, heel tab, side stripes, laces, sock.

In the frame of the ankle of a shoe that stands flat, in metres: x forward, y outward, z up.
"""

from typing import Final

import numpy as np

from routine_player.figure.materials import Material
from routine_player.figure.mesh.atlas import Mask, Texture
from routine_player.figure.mesh.shoe import LIP_RINGS, SOLE_RINGS, UPPER_RINGS, midsole_top
from routine_player.figure.surface import Floats

_LACES_FROM_M: Final = 0.046
_LACES_APART_M: Final = 0.0125
_LACE_ROWS: Final = 5
_LACE_HALF_M: Final = 0.0024
_LACE_HALF_WIDTH_M: Final = 0.0155
_TOP_M: Final = -0.03
"""Laces and bars are painted on what is higher than this."""

_SOLE_STRIPE_M: Final = 0.0100
_SOLE_STRIPE_HALF_M: Final = 0.0016
_TREAD_M: Final = -0.060
_TREAD_RINGS: Final = 2.2
_TREAD_APART_M: Final = 0.017
_TREAD_HALF_M: Final = 0.0062
_ARCH_M: Final = (0.012, 0.062)
"""Between these places of the sole there is no tread."""
_BARS_M: Final = (0.030, 0.046)
_BAR_HALF_M: Final = 0.0042
_BAR_HEIGHT_M: Final = 0.036
_TAB_BEHIND_M: Final = -0.046
_TAB_HEIGHT_M: Final = 0.018


def paint_shoe(points: Floats, ring: Floats) -> Texture:
    """Give the material at points (..., 3) that lie at the places `ring` (...) along the tube."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    painted = np.full(x.shape, int(Material.SHOE), dtype=np.uint8)
    sole = ring < SOLE_RINGS - 1.2
    upper = ~sole & (ring < SOLE_RINGS + UPPER_RINGS - 0.6)
    above = z - midsole_top(x)
    _paint_stripes(painted, x, above, upper)
    _paint_laces(painted, x, np.abs(y + 0.002), upper & (z > _TOP_M))
    painted[sole] = Material.SOLE
    painted[(ring < _TREAD_RINGS) & _tread(x, y)] = Material.SHOE
    stripe = np.abs(above + _SOLE_STRIPE_M) < _SOLE_STRIPE_HALF_M
    painted[sole & (z > _TREAD_M) & stripe] = Material.SHOE_TRIM
    painted[ring > SOLE_RINGS + UPPER_RINGS + LIP_RINGS - 1.6] = Material.SOCK
    return painted


def _tread(x: Floats, y: Floats) -> Mask:
    """Tell what of the sole is a rib of its tread: ribs run across, bent forward at the middle."""
    rib = np.abs((x + 0.35 * np.abs(y)) % _TREAD_APART_M - _TREAD_APART_M / 2) < _TREAD_HALF_M
    return rib & ((x < _ARCH_M[0]) | (x > _ARCH_M[1]))


def _paint_stripes(painted: Texture, x: Floats, above: Floats, upper: Mask) -> None:
    """Paint two slanted bars on either side, and the heel's tab."""
    for start in _BARS_M:
        bar = np.abs(x - start - 0.55 * above) < _BAR_HALF_M
        painted[upper & bar & (above < _BAR_HEIGHT_M)] = Material.SHOE_TRIM
    painted[upper & (x < _TAB_BEHIND_M) & (above > _TAB_HEIGHT_M)] = Material.SHOE_TRIM


def _paint_laces(painted: Texture, x: Floats, across: Floats, upper: Mask) -> None:
    for row in range(_LACE_ROWS):
        middle = _LACES_FROM_M + row * _LACES_APART_M
        lace = np.abs(x - middle + 0.16 * across) < _LACE_HALF_M
        painted[upper & lace & (across < _LACE_HALF_WIDTH_M)] = Material.SHOE_LACE
