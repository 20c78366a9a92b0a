"""Spheres under the skin: where the body touches, reaches and must not sink in. Plain data."""

from dataclasses import dataclass
from typing import Final, TypeAlias

Vector: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Sphere:
    """A ball that moves with a frame, tangent to the skin where it touches; metres."""

    frame: str
    offset: Vector
    radius_m: float


_TRUNK: Final = frozenset({"pelvis", "L5", "L3", "L1", "T11", "T8", "T4", "C7", "C4", "head"})

_LEFT: Final[dict[str, Sphere]] = {
    "heel": Sphere("ankle", (-0.030, 0.0, -0.040), 0.028),
    "inner ball": Sphere("ankle", (0.135, -0.030, -0.050), 0.018),
    "outer ball": Sphere("ankle", (0.125, 0.032, -0.050), 0.018),
    "ball": Sphere("ankle", (0.130, 0.0, -0.050), 0.018),
    "toe": Sphere("toe", (0.056, 0.0, -0.004), 0.014),
    "toe top": Sphere("toe", (0.05, 0.0, 0.0205), 0.016),
    "instep": Sphere("ankle", (0.075, 0.0, -0.0199), 0.030),
    "sole": Sphere("ankle", (0.080, 0.0, -0.050), 0.018),
    "ankle": Sphere("ankle", (0.0, 0.0083, 0.0), 0.034),
    "knee": Sphere("knee", (0.004, 0.0, 0.0), 0.054),
    "inner knee": Sphere("knee", (0.0, -0.004, 0.0), 0.048),
    "outer knee": Sphere("knee", (0.0, 0.0, 0.0), 0.048),
    "shin": Sphere("knee", (-0.0069, 0.0, -0.2), 0.045),
    "calf": Sphere("knee", (-0.014, 0.0, -0.16), 0.052),
    "thigh": Sphere("hip", (0.0186, 0.0, -0.25), 0.070),
    "thigh back": Sphere("hip", (-0.0076, 0.0, -0.22), 0.075),
    "glute": Sphere("pelvis", (-0.0311, 0.075, -0.02), 0.095),
    "iliac": Sphere("pelvis", (0.0168, 0.085, 0.06), 0.065),
    "hip": Sphere("pelvis", (0.0, 0.0831, -0.01), 0.085),
    "shoulder": Sphere("shoulder", (0.0, -0.0086, -0.005), 0.060),
    "upper arm": Sphere("shoulder", (0.0, 0.0, -0.160), 0.046),
    "elbow": Sphere("elbow", (-0.0028, 0.0, 0.0), 0.036),
    "forearm": Sphere("elbow", (0.0046, 0.0, -0.12), 0.036),
    "wrist": Sphere("wrist", (0.0, -0.0067, 0.0), 0.027),
    "palm": Sphere("wrist", (0.0, -0.002, -0.025), 0.020),
    "thumb knuckle": Sphere("wrist", (0.028, -0.006, -0.085), 0.016),
    "little knuckle": Sphere("wrist", (-0.028, -0.006, -0.085), 0.016),
    "little side": Sphere("wrist", (-0.022, 0.0, -0.070), 0.018),
    "hand": Sphere("wrist", (0.0, 0.0, -0.080), 0.020),
    "finger": Sphere("wrist", (0.0, -0.012, -0.165), 0.010),
    "scapula": Sphere("T4", (-0.0088, 0.095, -0.0045), 0.060),
    "rib": Sphere("T8", (0.0, 0.0829, 0.0), 0.065),
    "temple": Sphere("head", (0.01, 0.0027, 0.09), 0.078),
    "ear": Sphere("head", (-0.008, 0.0662, 0.055), 0.020),
}
_MIDDLE: Final[dict[str, Sphere]] = {
    "sacrum": Sphere("pelvis", (-0.0524, 0.0, 0.07), 0.062),
    "pubis": Sphere("pelvis", (0.0045, 0.0, -0.03), 0.075),
    "lower back": Sphere("L3", (0.0109, 0.0, 0.03), 0.065),
    "belly": Sphere("L3", (0.0312, 0.0, 0.0), 0.075),
    "middle back": Sphere("T11", (0.009, 0.0, 0.0131), 0.072),
    "upper back": Sphere("T8", (-0.0011, 0.0, 0.05), 0.072),
    "chest": Sphere("T8", (0.0606, 0.0, 0.07), 0.075),
    "occiput": Sphere("head", (-0.0084, 0.0, 0.095), 0.096),
    "forehead": Sphere("head", (0.01, 0.0, 0.12), 0.085),
    "face": Sphere("head", (0.0246, 0.0, 0.06), 0.080),
}


def _sided(name: str, sphere: Sphere, side: str) -> tuple[str, Sphere]:
    """Put a sphere that was written for the left on its side."""
    x, y, z = sphere.offset
    frame = sphere.frame if sphere.frame in _TRUNK else f"{side}_{sphere.frame}"
    offset = (x, y if side == "left" else -y, z)
    return f"{side} {name}", Sphere(frame, offset, sphere.radius_m)


LANDMARKS: Final[dict[str, Sphere]] = {
    **dict(
        _sided(name, sphere, side) for side in ("left", "right") for name, sphere in _LEFT.items()
    ),
    **_MIDDLE,
}
"""Every landmark by its word, with its side: `left palm`, `sacrum`."""

LANDMARK_INDEX: Final = {name: number for number, name in enumerate(LANDMARKS)}
