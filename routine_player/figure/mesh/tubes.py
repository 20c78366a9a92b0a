"""Which parts of the body are the tubes of its limbs."""

from typing import Final

from routine_player.figure.parts import Part
from routine_player.figure.skeleton import SideName

LEG: Final[dict[SideName, Part]] = {"left": Part.LEFT_LEG, "right": Part.RIGHT_LEG}
ARM: Final[dict[SideName, Part]] = {"left": Part.LEFT_ARM, "right": Part.RIGHT_ARM}
