"""A piece of wall: an upright panel whose face is at x = 0 and looks along x."""

from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.outlines import rounded
from routine_player.figure.props.sheets import Paint
from routine_player.figure.props.sweeps import swept
from routine_player.figure.surface import Surface

_THICK_M: Final = 0.055
_ROWS: Final = 13


def wall(height_m: float, width_m: float, group: int) -> Surface:
    """Build a wall of that size; its first texture coordinate rises from the floor to its top."""
    height = np.linspace(0.0, height_m, _ROWS)
    path = np.stack([np.full(_ROWS, -_THICK_M / 2), np.zeros(_ROWS), height], axis=-1)
    wide = np.broadcast_to(np.array([0.0, 1.0, 0.0]), path.shape)
    return swept(path, wide, rounded(width_m, _THICK_M, 0.012), Paint(Part.WALL, group))
