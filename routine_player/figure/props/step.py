"""Steps, boxes and pillows, built round the middle of their upper side."""

from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.sheets import Paint, together
from routine_player.figure.props.solids import box
from routine_player.figure.surface import Surface

STEP_DEPTH_M: Final = 0.38
BOX_DEPTH_M: Final = 0.45
PILLOW_M: Final = (0.32, 0.46)
_TOP_M: Final = 0.014


def step(height_m: float, width_m: float, group: int) -> Surface:
    """Build a step: a board with a rubber top on two runners."""
    wood, half = Paint(Part.WOOD, group), np.array([STEP_DEPTH_M / 2, width_m / 2])
    board_m = min(0.045, height_m / 2)
    low, high = height_m - _TOP_M - board_m, height_m - _TOP_M
    parts = [
        box(np.array([*-half, low]), np.array([*half, high + 0.004]), 0.010, wood),
        box(
            np.array([*(-half + 0.008), high - 0.004]),
            np.array([*(half - 0.008), height_m]),
            0.007,
            Paint(Part.PAD, group),
        ),
    ]
    inner, wide = half - 0.02, min(0.10, width_m / 4)
    for side in (-1.0, 1.0):
        ends = sorted([side * inner[1], side * (inner[1] - wide)])
        parts.append(
            box(
                np.array([-inner[0], ends[0], 0.0]),
                np.array([inner[0], ends[1], low + 0.004]),
                0.008,
                wood,
            )
        )
    return together(parts)


def wooden_box(height_m: float, width_m: float, group: int) -> Surface:
    """Build a closed box with a slot for the hand in its sides."""
    half = np.array([BOX_DEPTH_M / 2, width_m / 2])
    body = box(np.array([*-half, 0.0]), np.array([*half, height_m]), 0.012, Paint(Part.WOOD, group))
    slot, high = Paint(Part.PAD, group), height_m * 0.74
    reach = half + 0.002
    holes = [
        box(
            np.array([-0.055, -reach[1], high]),
            np.array([0.055, reach[1], high + 0.03]),
            0.0145,
            slot,
        ),
        box(
            np.array([-reach[0], -0.055, high]),
            np.array([reach[0], 0.055, high + 0.03]),
            0.0145,
            slot,
        ),
    ]
    return together([body, *holes])


def pillow(height_m: float, group: int) -> Surface:
    """Build a cushion, long along y."""
    half = np.array(PILLOW_M) / 2
    return box(
        np.array([*-half, 0.0]),
        np.array([*half, height_m]),
        height_m / 2,
        Paint(Part.PAD, group),
    )
