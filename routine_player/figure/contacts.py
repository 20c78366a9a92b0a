"""The names of parts of the body that touch a surface."""

from typing import Final

from routine_player.figure.vocabulary import both_sides

_SIDED: Final = (
    *("foot", "toe", "heel", "ball", "instep", "foot side", "ankle", "shin", "calf", "knee"),
    *("inner knee", "outer knee", "thigh", "thigh back", "hip", "glute", "iliac", "rib"),
    *("scapula", "shoulder", "upper arm", "elbow", "forearm", "wrist", "hand", "palm", "finger"),
    "temple",
)
_MIDLINE: Final = (
    *("occiput", "forehead", "chest", "belly", "sacrum", "lower back", "middle back"),
    "upper back",
)
CONTACTS: Final = (*(name for part in _SIDED for name in both_sides(part)), *_MIDLINE)
"""Every contact, with its side."""
