"""A strap: from one hand round the sole of a foot to the other, its ends hanging down."""

from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.parts import Part
from routine_player.figure.props.grips import fist
from routine_player.figure.props.sheets import Paint, unit
from routine_player.figure.props.sweeps import ribbon
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Surface

_SIZE_M: Final = (0.032, 0.003)
_TAIL_M: Final = 0.22
_TAIL_STEPS: Final = 8
_UNDER: Final = (
    (0.088, 0.057, -0.030),
    (0.085, 0.056, -0.062),
    (0.084, 0.045, -0.073),
    (0.084, 0.020, -0.0745),
    (0.084, 0.000, -0.0745),
)
"""How a strap goes round a sole, from its left side to its middle, from the ankle."""


def strap(frames: Frames, foot: SideName, hands: str, group: int) -> Surface:
    """Lay a strap round the sole of a foot, held by `hands`: "both", "left" or "right"."""
    holders: tuple[SideName, SideName] = SIDES
    if hands != "both":
        holders = ("left", "left") if hands == "left" else ("right", "right")
    turn, ankle = frames.rotation(f"{foot}_ankle")[0], frames.position(f"{foot}_ankle")[0]
    half = np.array(_UNDER)
    sole = ankle + np.concatenate([half, half[-2::-1] * np.array([1.0, -1.0, 1.0])]) @ turn.T
    strands = [
        _from_tail(fist(frames, side), edge)
        for side, edge in zip(holders, (sole[0], sole[-1]), strict=True)
    ]
    path = np.concatenate([strands[0], sole, strands[1][::-1]])
    wide = np.broadcast_to(turn[:, 0], path.shape).copy()
    wide[:_TAIL_STEPS] = wide[-_TAIL_STEPS:] = (1.0, 0.0, 0.0)
    return ribbon(path, wide, _SIZE_M, Paint(Part.STRAP, group))


def _from_tail(grip: Array, edge: Array) -> Array:
    """Give the way (N, 3) from a loose end up to the hand, and on to just before the sole's edge.

    The end hangs from behind the hand; the first _TAIL_STEPS points are those of the loose end.
    """
    away = unit(grip - edge)
    away[2] = 0.0
    behind = grip + 0.045 * away
    drop = np.linspace(1, 0, _TAIL_STEPS)[:, None]
    bent = 0.03 * np.sin(np.pi * drop) * away
    tail = behind + bent - drop * np.array([0.0, 0.0, _TAIL_M])
    tail[:, 2] = np.maximum(tail[:, 2], _SIZE_M[1])
    share = np.linspace(0, 1, 7)[:-1, None]
    return np.concatenate([tail, grip + (edge - grip) * share])
