"""The parts that the figure's mesh and its props are built of: numbers shared by mesh and paint."""

from enum import IntEnum
from typing import Final


class Part(IntEnum):
    """A piece of mesh with a texture of its own."""

    TORSO = 0
    HEAD = 1
    LEFT_LEG = 2
    RIGHT_LEG = 3
    LEFT_FOOT = 4
    RIGHT_FOOT = 5
    LEFT_ARM = 6
    RIGHT_ARM = 7
    LEFT_HAND = 8
    RIGHT_HAND = 9
    WOOD = 10
    STEEL = 11
    PAD = 12
    ROLLER = 13
    BAND = 14
    STRAP = 15
    WALL = 16
    MAT = 17


class Limb(IntEnum):
    """A group of parts that ink parts from the others; props have groups from PROP on."""

    TORSO = 0
    HEAD = 1
    LEFT_LEG = 2
    RIGHT_LEG = 3
    LEFT_ARM = 4
    RIGHT_ARM = 5
    PROP = 8


LIMB_OF: Final = {
    Part.TORSO: Limb.TORSO,
    Part.HEAD: Limb.HEAD,
    Part.LEFT_LEG: Limb.LEFT_LEG,
    Part.LEFT_FOOT: Limb.LEFT_LEG,
    Part.RIGHT_LEG: Limb.RIGHT_LEG,
    Part.RIGHT_FOOT: Limb.RIGHT_LEG,
    Part.LEFT_ARM: Limb.LEFT_ARM,
    Part.LEFT_HAND: Limb.LEFT_ARM,
    Part.RIGHT_ARM: Limb.RIGHT_ARM,
    Part.RIGHT_HAND: Limb.RIGHT_ARM,
}
