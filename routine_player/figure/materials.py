"""What the figure and its props are made of, and the one palette that reads on light and dark."""

from enum import IntEnum
from typing import Final


class Material(IntEnum):
    """A surface's material; its number stands in the textures of a mesh."""

    SKIN = 0
    LIPS = 1
    BROW = 2
    EYE = 3
    HAIR = 4
    SHIRT = 5
    SHIRT_TRIM = 6
    SHORTS = 7
    SHORTS_TRIM = 8
    SOCK = 9
    SHOE = 10
    SHOE_TRIM = 11
    SOLE = 12
    WOOD = 13
    STEEL = 14
    PAD = 15
    ROLLER = 16
    BAND = 17
    STRAP = 18
    WALL = 19
    MAT = 20
    CLAY = 21
    SHOE_LACE = 22
    EYE_WHITE = 23
    SKIN_WARM = 24
    MOUTH = 25
    HAIR_STRAND = 26


PALETTE: Final[dict[Material, tuple[str, str]]] = {
    Material.SKIN: ("#dcb99f", "#a4796a"),
    Material.LIPS: ("#c08a7c", "#8d5c52"),
    Material.BROW: ("#5d483a", "#3d2f26"),
    Material.EYE: ("#2f2a28", "#1f1b1a"),
    Material.HAIR: ("#66503f", "#3f3026"),
    Material.SHIRT: ("#43838f", "#255862"),
    Material.SHIRT_TRIM: ("#69a5ae", "#3c727c"),
    Material.SHORTS: ("#44547a", "#27324c"),
    Material.SHORTS_TRIM: ("#7f90b5", "#4d5a7b"),
    Material.SOCK: ("#eef1f3", "#aeb9c4"),
    Material.SHOE: ("#6a7a94", "#414d63"),
    Material.SHOE_TRIM: ("#e8a23a", "#a86d1c"),
    Material.SOLE: ("#f1f4f6", "#a9b5c2"),
    Material.WOOD: ("#cfab7c", "#96734d"),
    Material.STEEL: ("#8f9bab", "#566273"),
    Material.PAD: ("#55627a", "#323c4f"),
    Material.ROLLER: ("#5d6b82", "#374255"),
    Material.BAND: ("#f0ad2e", "#b0760f"),
    Material.STRAP: ("#e0a02c", "#a06c12"),
    Material.WALL: ("#a9b5b2", "#84918f"),
    Material.MAT: ("#a3bcb7", "#7e9a95"),
    Material.CLAY: ("#d9dedd", "#9aa5a3"),
    Material.SHOE_LACE: ("#dfe5ea", "#97a3b1"),
    Material.EYE_WHITE: ("#f1ebe3", "#c9bdb2"),
    Material.SKIN_WARM: ("#c99d86", "#8f6559"),
    Material.MOUTH: ("#94604f", "#6d453b"),
    Material.HAIR_STRAND: ("#735c49", "#46362b"),
}
"""Each material in full light and in shade."""

TARGET: Final = ("#ff4f3f", "#c2302a")
"""The warm red of the target muscle, in full light and in shade."""
INK: Final = "#1d2636"
"""The outline."""
