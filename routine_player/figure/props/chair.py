"""A plain wooden chair, built round the middle of its seat's upper side, and facing along x."""

from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.outlines import Outline, rounded
from routine_player.figure.props.sheets import Paint, together
from routine_player.figure.props.solids import box
from routine_player.figure.props.sweeps import smooth, swept
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Surface

DEPTH_M: Final = 0.42
WIDTH_M: Final = 0.44
BACK_M: Final = 0.42
"""How far the back rises over the seat."""
_SEAT_M: Final = 0.028
_LEG_M: Final = 0.034
_APRON_M: Final = 0.055
_SPLAY_M: Final = 0.025
_RECLINE_M: Final = 0.075


def chair(height_m: float, group: int) -> Surface:
    """Build a chair whose seat is `height_m` above the floor."""
    wood = Paint(Part.WOOD, group)
    under = height_m - _SEAT_M
    x, y = DEPTH_M / 2 - 0.035, WIDTH_M / 2 - 0.035
    parts = [
        box(
            np.array([-DEPTH_M / 2, -WIDTH_M / 2, under]),
            np.array([DEPTH_M / 2, WIDTH_M / 2, height_m]),
            0.013,
            wood,
        )
    ]
    for side in (-y, y):
        parts.append(_front_leg(x, side, under, wood))
        parts.append(_back_leg(-x, side, height_m, wood))
    parts.extend(_aprons(x, y, under, wood))
    parts.extend(_slats(-x, y, height_m, wood))
    return together(parts)


def _leg_outline() -> Outline:
    return rounded(_LEG_M, _LEG_M, 0.010)


def _post(path: Array, paint: Paint) -> Surface:
    wide = np.broadcast_to(np.array([0.0, 1.0, 0.0]), path.shape)
    return swept(path, wide, _leg_outline(), paint)


def _front_leg(x: float, y: float, top_m: float, paint: Paint) -> Surface:
    foot = np.array([x + _SPLAY_M / 2, y, 0.0])
    return _post(np.stack([foot, np.array([x, y, top_m + 0.01])]), paint)


def _back_leg(x: float, y: float, seat_m: float, paint: Paint) -> Surface:
    """Give a leg that leans back below the seat, and above it goes on as a post of the back."""
    corners = np.array(
        [
            [x - 1.6 * _SPLAY_M, y, 0.0],
            [x - 0.5 * _SPLAY_M, y, seat_m * 0.55],
            [x, y, seat_m - 0.02],
            [x - 0.25 * _RECLINE_M, y, seat_m + BACK_M * 0.45],
            [x - _RECLINE_M, y, seat_m + BACK_M],
        ]
    )
    return _post(smooth(corners, 3), paint)


def _aprons(x: float, y: float, top_m: float, paint: Paint) -> list[Surface]:
    """Give the boards under the seat that tie the legs together."""
    low = top_m - _APRON_M
    across = [
        box(np.array([place - 0.010, -y, low]), np.array([place + 0.010, y, top_m]), 0.004, paint)
        for place in (-x, x)
    ]
    along = [
        box(np.array([-x, place - 0.010, low]), np.array([x, place + 0.010, top_m]), 0.004, paint)
        for place in (-y, y)
    ]
    return [*across, *along]


def _slats(x: float, y: float, seat_m: float, paint: Paint) -> list[Surface]:
    """Give the two boards of the back, which curve a little round the sitter."""
    found: list[Surface] = []
    for share, board_m in ((0.86, 0.105), (0.46, 0.055)):
        lean = x - _RECLINE_M * max(0.0, (share - 0.1) / 0.9) ** 1.5
        height = seat_m + BACK_M * share
        turn = np.linspace(-1, 1, 9)
        path = np.stack(
            [lean - 0.022 * (1 - turn**2), y * turn, np.full(len(turn), height)], axis=-1
        )
        upward = np.broadcast_to(np.array([-0.12, 0.0, 1.0]), path.shape)
        found.append(swept(path, upward, rounded(board_m, 0.018, 0.006), paint))
    return found
