"""The names of points of the body that reach somewhere, or are reached."""

from typing import Final

from routine_player.figure.vocabulary import both_sides

_SIDED: Final = (
    *("heel", "toe", "ball", "sole", "instep", "ankle", "shin", "calf", "knee", "inner knee"),
    *("outer knee", "thigh", "thigh back", "hip", "glute", "iliac", "rib", "scapula", "shoulder"),
    *("upper arm", "elbow", "forearm", "wrist", "hand", "palm", "finger", "temple", "ear"),
)
_MIDLINE: Final = (
    *("occiput", "forehead", "face", "chest", "belly", "pubis", "sacrum", "lower back"),
    *("middle back", "upper back"),
)
LANDMARKS: Final = (*(name for part in _SIDED for name in both_sides(part)), *_MIDLINE)
"""Every landmark, with its side."""
