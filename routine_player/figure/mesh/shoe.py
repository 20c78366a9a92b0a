"""The shape of the left running shoe with its sock, standing flat, in the frame of the ankle.

In metres: x forward, y left (outward), z up; the sole stands on z = -0.068. The shoe is a tube of
rings from the middle of the sole, out and up over midsole and upper to the collar, and up the sock.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.mesh.grid import unit
from routine_player.figure.mesh.sculpt import between, cast, ellipsoid, melt, ramp, rod
from routine_player.figure.surface import Floats

Numbers = NDArray[np.int_]

SOLE_M: Final = -0.068
SHOE_SIDES: Final = 36
UPPER_RINGS: Final = 9
_FINE: Final = 720

_OUTLINE: Final = np.array(
    [
        (0.212, -0.012),
        (0.204, 0.012),
        (0.183, 0.031),
        (0.148, 0.0435),
        (0.105, 0.0450),
        (0.060, 0.0385),
        (0.020, 0.0370),
        (-0.025, 0.0375),
        (-0.053, 0.0265),
        (-0.066, 0.000),
        (-0.053, -0.0260),
        (-0.025, -0.0360),
        (0.020, -0.0330),
        (0.060, -0.0340),
        (0.100, -0.0410),
        (0.140, -0.0470),
        (0.178, -0.0440),
        (0.203, -0.0310),
    ]
)
"""The edge of the sole from above, x and y: toe, outside, heel, inside."""

_SOLE_RINGS: Final = np.array(
    [  # inset, share of the way from the ground to the midsole's top, drop below that
        (0.0220, 0.00),
        (0.0090, 0.00),
        (0.0030, 0.03),
        (-0.0010, 0.20),
        (-0.0045, 0.55),
        (-0.0040, 0.88),
        (-0.0015, 1.00),
        (0.0022, 1.02),
    ]
)
SOLE_RINGS: Final = len(_SOLE_RINGS) + 1

_COLLAR: Final = np.array(
    [  # degrees from the front, distance from the axis of the ankle, height
        (0, 0.0440, 0.0315),
        (18, 0.0440, 0.0290),
        (38, 0.0430, 0.0165),
        (64, 0.0425, 0.0045),
        (95, 0.0420, -0.0030),
        (130, 0.0440, 0.0010),
        (160, 0.0465, 0.0150),
        (180, 0.0475, 0.0190),
    ]
)
_LIP: Final = ((0.965, 0.0022), (0.90, 0.0008), (0.84, -0.0060))
"""How the collar's rings draw in, and rise: its padding, then the inside of the shoe."""
LIP_RINGS: Final = len(_LIP)
_ANKLE_X: Final = -0.004
_SOCK: Final = (
    (0.0345, -0.014),
    (0.0345, 0.010),
    (0.0330, 0.030),
    (0.0200, 0.040),
    (0.0010, 0.041),
)
"""Half width and height of the rings of the sock, the last turned in."""
SOCK_RINGS: Final = len(_SOCK)


@cache
def shoe_rings() -> Floats:
    """Give all rings (R, S, 3)."""
    upper = _upper_rings()
    return np.concatenate([_sole_rings(), upper, _lip_rings(upper[-1]), _sock_rings()])


def _lip_rings(collar: Floats) -> Floats:
    """Turn the padded collar inward."""
    axis = np.array([_ANKLE_X, 0.0, 0.0])
    return np.array(
        [
            axis + (collar - axis) * np.array([share, share, 1.0]) + np.array([0.0, 0.0, lift])
            for share, lift in _LIP
        ]
    )


def spring(x: Floats) -> Floats:
    """Tell how far toe and heel of the sole rise off the ground at x."""
    toe = np.clip((x - 0.165) / 0.05, 0, None)
    heel = np.clip((-0.045 - x) / 0.02, 0, None)
    return 0.008 * toe**2 + 0.003 * heel**2


def midsole_top(x: Floats) -> Floats:
    """Give the height of the midsole's upper edge at x."""
    return -0.0405 + 0.0125 * ramp(-x, -0.11, 0.03) + 0.006 * ramp(x, 0.17, 0.215)


@cache
def _edge() -> tuple[Floats, Floats]:
    """Give S points (S, 2) evenly along the edge of the sole, and the way out there (S, 2)."""
    count = len(_OUTLINE)
    knots = np.arange(-3, count + 4)
    fine = np.linspace(0, count, _FINE, endpoint=False)
    around = _OUTLINE[knots % count]
    line = np.stack([_through(knots, part, fine) for part in around.T], axis=-1)
    length = np.linalg.norm(np.roll(line, -1, axis=0) - line, axis=-1)
    reach = np.concatenate([[0.0], np.cumsum(length)])
    wanted: Floats = np.linspace(0, float(reach[-1]), SHOE_SIDES, endpoint=False)
    closed_line = np.concatenate([line, line[:1]])
    points = between(wanted, reach, closed_line)
    along = unit(np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0))
    return points, np.stack([along[:, 1], -along[:, 0]], axis=-1)


def _through(knots: Numbers, values: Floats, where: Floats) -> Floats:
    """Draw a smooth line through values at whole numbers (Catmull and Rom)."""
    first = np.floor(where).astype(int) - int(knots[0])
    share = where - np.floor(where)
    before, start, end, after = (values[first + step] for step in (-1, 0, 1, 2))
    return 0.5 * (
        2 * start
        + (end - before) * share
        + (2 * before - 5 * start + 4 * end - after) * share**2
        + (3 * start - before - 3 * end + after) * share**3
    )


def _sole_rings() -> Floats:
    points, out = _edge()
    top = midsole_top(points[:, 0])
    rings = [_spine(points)]
    for inset, share in _SOLE_RINGS:
        flat = points - inset * out
        ground = SOLE_M + spring(flat[:, 0])
        rings.append(np.concatenate([flat, (ground + (top - ground) * share)[:, None]], axis=-1))
    return np.array(rings)


def _spine(points: Floats) -> Floats:
    """Close the sole along its middle."""
    opposite = points[-np.arange(SHOE_SIDES), 0]  # so that both halves meet point by point
    x = np.clip((points[:, 0] + opposite) / 2, -0.035, 0.175)
    return np.stack([x, np.zeros(SHOE_SIDES), SOLE_M + spring(x)], axis=-1)


def _upper_rings() -> Floats:
    points, out = _edge()
    flat = points - 0.003 * out
    low = np.concatenate([flat, midsole_top(points[:, :1]) + 0.003], axis=-1)
    angle = np.linspace(0, 360, SHOE_SIDES, endpoint=False)
    away = np.minimum(angle, 360 - angle)
    radius = np.interp(away, _COLLAR[:, 0], _COLLAR[:, 1])
    height = np.interp(away, _COLLAR[:, 0], _COLLAR[:, 2])
    turn = np.radians(angle)
    collar = np.stack(
        [_ANKLE_X + radius * np.cos(turn), radius * np.sin(turn) * 0.97, height], axis=-1
    )
    share = np.linspace(0, 1, UPPER_RINGS)[:, None, None]
    laid = low + (collar - low) * share
    origin = laid * np.array([1.0, 0.0, 0.0]) + np.array([0.0, 0.0, -0.042])
    origin[..., 0] = np.clip(laid[..., 0], -0.025, 0.160) * (1 - share[..., 0]) + (
        share[..., 0] * np.clip(laid[..., 0], -0.025, 0.02)
    )
    origin[..., 2] += share[..., 0] * np.clip(collar[:, 2] + 0.03, 0, None)
    snapped = cast(_upper, origin, unit(laid - origin), 0.10)
    snapped[0] = low
    return snapped


def _upper(points: Floats) -> Floats:
    """Distance to the solid that the upper is drawn over."""
    toe = ellipsoid(points, (0.150, -0.004, -0.044), (0.0625, 0.0460, 0.034))
    instep = rod(points, ((0.120, -0.003, -0.040), (0.022, 0.0, -0.016)), (0.029, 0.0365))
    heel = ellipsoid(points, (-0.020, 0.001, -0.028), (0.0430, 0.0385, 0.056))
    ankle = rod(points, ((-0.004, 0, -0.03), (-0.004, 0, 0.08)), (0.040, 0.0425))
    return melt(melt(melt(toe, instep, 0.03), heel, 0.02), ankle, 0.012)


def _sock_rings() -> Floats:
    turn = np.linspace(0, 2 * np.pi, SHOE_SIDES, endpoint=False)
    rings = [
        np.stack(
            [
                _ANKLE_X + 0.002 + wide * 1.03 * np.cos(turn),
                wide * np.sin(turn),
                np.full(SHOE_SIDES, height),
            ],
            axis=-1,
        )
        for wide, height in _SOCK
    ]
    return np.array(rings)
