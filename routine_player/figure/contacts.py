"""The parts of the body that touch a surface, as a physiotherapist names them. Plain data."""

from typing import Final

from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.landmarks import LANDMARKS

_SIDED: Final[dict[str, tuple[str, ...]]] = {
    "foot": ("heel", "inner ball", "outer ball", "toe"),
    "toe": ("inner ball", "outer ball", "toe"),
    "toe top": ("toe top",),
    "heel": ("heel",),
    "ball": ("inner ball", "outer ball"),
    "instep": ("instep", "toe top"),
    "foot side": ("ankle", "toe top"),
    "ankle": ("ankle",),
    "shin": ("knee", "shin", "instep", "toe top"),
    "calf": ("calf",),
    "knee": ("knee",),
    "inner knee": ("inner knee",),
    "outer knee": ("outer knee",),
    "thigh": ("thigh",),
    "thigh back": ("thigh back",),
    "hip": ("hip",),
    "glute": ("glute",),
    "iliac": ("iliac",),
    "rib": ("rib",),
    "scapula": ("scapula",),
    "shoulder": ("shoulder",),
    "upper arm": ("shoulder", "elbow"),
    "elbow": ("elbow",),
    "forearm": ("elbow", "forearm", "little side"),
    "wrist": ("wrist",),
    "hand": ("palm", "thumb knuckle", "little knuckle", "finger"),
    "palm": ("palm",),
    "finger": ("finger",),
    "temple": ("temple",),
}
_MIDDLE: Final = (
    *("occiput", "forehead", "chest", "belly", "sacrum", "lower back", "middle back"),
    "upper back",
)

CONTACTS: Final[dict[str, tuple[str, ...]]] = {
    **{
        f"{side} {name}": tuple(f"{side} {part}" for part in parts)
        for side in ("left", "right")
        for name, parts in _SIDED.items()
    },
    **{name: (name,) for name in _MIDDLE},
}
"""Every contact, with its side, and the landmarks that must lie on the surface."""

FLOOR_CHECKED: Final = tuple(
    name
    for name in LANDMARKS
    if name.split(" ", 1)[-1]
    not in {"palm", "thumb knuckle", "little knuckle", "little side", "hand", "sole", "calf"}
)
"""Landmarks that are kept out of the floor even where nothing touches it."""

ROLLING: Final = ("roller", "ball")
"""The props that roll under the part that touches them."""


def sliding_landmarks(authored: AuthoredMovement) -> frozenset[str]:
    """Give the landmarks that may move on their surface between keyframes."""
    return frozenset(landmark for part in authored.sliding for landmark in CONTACTS[part])
