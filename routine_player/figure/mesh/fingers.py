"""The fingers of the left hand: chains of three bones under tubes of skin.

In the frame of the wrist, in metres: the hand hangs along -z, the thumb is at +x, the palm faces
-y. A hand laid flat touches the plane y = -0.022.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.mesh.sculpt import between
from routine_player.figure.surface import Floats

FINGER_SIDES: Final = 8
_SAMPLES: Final = 72
_BEND_M: Final = 0.0065

_PLACES: Final = np.array(
    [-0.30, 0.0, 0.22, 0.5, 0.8, 1.0, 1.2, 1.5, 1.8, 2.0, 2.2, 2.5, 2.75, 2.9, 2.97, 3.0]
)
"""Where the rings are: 0 at the knuckle, 1, 2 at the joints, 3 at the tip."""
FINGER_RINGS: Final = len(_PLACES)

_THICKNESS: Final = np.array(
    [  # place, half width, towards the palm, towards the back of the hand
        (-0.30, 0.0060, 0.0050, 0.0050),
        (0.00, 0.0098, 0.0084, 0.0150),
        (0.22, 0.0100, 0.0084, 0.0122),
        (0.50, 0.0097, 0.0085, 0.0100),
        (0.80, 0.0093, 0.0083, 0.0090),
        (1.00, 0.0094, 0.0078, 0.0094),
        (1.20, 0.0091, 0.0080, 0.0085),
        (1.50, 0.0086, 0.0083, 0.0076),
        (1.80, 0.0079, 0.0080, 0.0072),
        (2.00, 0.0080, 0.0075, 0.0074),
        (2.20, 0.0078, 0.0080, 0.0066),
        (2.50, 0.0074, 0.0083, 0.0056),
        (2.75, 0.0063, 0.0074, 0.0042),
        (2.90, 0.0045, 0.0052, 0.0026),
        (2.97, 0.0026, 0.0030, 0.0012),
        (3.00, 0.0003, 0.0003, 0.0003),
    ]
)

_CURL_KNOTS: Final = np.array([-10.0, 0.0, 40.0, 118.0, 160.0])
_CURL: Final = np.radians(
    np.array([(-10, 0, 0), (0, 0, 0), (15, 18, 9), (50, 90, 42), (82, 114, 70)], dtype=np.float64)
)
"""The bends of knuckle, middle and last joint: bent back, flat, at rest, round a bar, a fist."""


@dataclass(frozen=True, slots=True)
class Finger:
    """A finger: where its knuckle is, its bones, and how it differs from the middle finger."""

    knuckle: tuple[float, float, float]
    bones_m: tuple[float, float, float]
    spread_degrees: float
    thickness: float
    rest_curl: float


FINGERS: Final = (
    Finger((0.0290, -0.0137, -0.0850), (0.043, 0.026, 0.0235), 6.0, 1.0, 1.0),
    Finger((0.0095, -0.0135, -0.0885), (0.046, 0.029, 0.0245), 1.0, 1.02, 1.0),
    Finger((-0.0105, -0.0136, -0.0865), (0.043, 0.027, 0.0240), -4.0, 0.97, 1.15),
    Finger((-0.0290, -0.0142, -0.0810), (0.035, 0.020, 0.0215), -11.0, 0.86, 1.3),
)
"""Index, middle, ring and little finger."""


def finger_rings(finger: Finger, flexion_degrees: float) -> Floats:
    """Give the rings (R, S, 3) of a finger bent by `flexion_degrees` (0 flat, 160 a fist)."""
    bends = between(np.array([flexion_degrees]), _CURL_KNOTS, _CURL)[0]
    closing = min(max(flexion_degrees / 160, 0.0), 1.0)
    relaxed = np.interp(flexion_degrees, _CURL_KNOTS, (0, 0, 1, 0, 0))
    bends = bends * (1 + (finger.rest_curl - 1) * relaxed)
    spread = np.radians(finger.spread_degrees * (1 - 0.5 * relaxed - 1.1 * closing))
    down = np.array([np.sin(spread), 0.0, -np.cos(spread)])
    axes = np.stack([down, np.array([0.0, -1.0, 0.0])])
    return _tube(finger, axes, bends, _THICKNESS[:, 1:] * finger.thickness)


_THUMB: Final = Finger((0.0165, -0.0072, -0.0190), (0.044, 0.033, 0.0285), 0.0, 1.0, 1.0)
_THUMB_THICKNESS: Final = (
    np.array(
        [  # along the rings: half width, towards the palm, towards the back of the hand
            (70, 60, 60),
            (140, 105, 120),
            (145, 110, 130),
            (135, 108, 122),
            (115, 100, 108),
            (108, 92, 102),
            (106, 94, 95),
            (101, 97, 88),
            (98, 94, 85),
            (98, 88, 87),
            (98, 94, 80),
            (94, 98, 70),
            (80, 85, 52),
            (56, 60, 32),
            (33, 36, 16),
            (3, 3, 3),
        ]
    )
    * 1e-4
)
_THUMB_BALL: Final = 0.32 * np.exp(-(((_PLACES - 0.3) / 0.42) ** 2))
"""How much the ball of the thumb swells when it is not pressed flat."""
_THUMB_KNOTS: Final = np.array([-20.0, 0.0, 70.0])
_THUMB_ABDUCTION: Final = (58.0, 40.0, 22.0)
_THUMB_OPPOSITION: Final = (0.0, 14.0, 66.0)
_THUMB_BENDS: Final = ((-8.0, 12.0, 48.0), (-6.0, 16.0, 62.0))
_THUMB_PAD: Final = ((-0.75, -0.65), (-0.85, -0.50), (-0.95, 0.25))


def thumb_rings(flexion_degrees: float, flatness: float) -> Floats:
    """Give the rings (R, S, 3) of the thumb; with `flatness` 1 it lies in the plane of the hand."""

    def at(knots: tuple[float, ...]) -> float:
        return float(np.interp(flexion_degrees, _THUMB_KNOTS, knots))

    aside = np.radians(at(_THUMB_ABDUCTION))
    across = np.radians(at(_THUMB_OPPOSITION) * (1 - flatness) + flatness)
    down = np.array(
        [np.sin(aside) * np.cos(across), -np.sin(across), -np.cos(aside) * np.cos(across)]
    )
    first, second = zip(*_THUMB_PAD, strict=True)
    pad = np.array([at(first), at(second), 0.0])
    pad -= down * (pad @ down)
    pad /= np.linalg.norm(pad)
    bends = np.radians([0.0, *(at(knots) for knots in _THUMB_BENDS)]) * (1 - flatness)
    ball = 1 + (1 - flatness) * _THUMB_BALL[:, None]
    return _tube(_THUMB, np.stack([down, pad]), bends, _THUMB_THICKNESS * ball)


def _tube(finger: Finger, axes: Floats, bends: Floats, thickness: Floats) -> Floats:
    """Lay rings around a chain that starts along `axes[0]` and bends towards `axes[1]`."""
    bones = np.array(finger.bones_m)
    ends = np.concatenate([[0.0], np.cumsum(bones)])
    start = _PLACES[0] * bones[0]
    reach: Floats = np.linspace(float(start), float(ends[-1]), _SAMPLES)
    share: Floats = np.clip((reach - ends[:3, None] + _BEND_M) / (2 * _BEND_M), 0, 1)
    angle: Floats = bends @ (share * share * (3 - 2 * share))
    step = float(reach[1] - reach[0])
    way = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    travelled: Floats = np.cumsum((way[1:] + way[:-1]) / 2 * step, axis=0)
    line = np.concatenate([np.zeros((1, 2)), travelled]) + np.array([start, 0.0])
    here = np.interp(_PLACES, np.arange(4), ends)
    here[0] = start
    turn: Floats = np.interp(here, reach, angle)
    centre = np.array(finger.knuckle) + between(here, reach, line) @ axes
    return centre[:, None] + _ring(axes, turn, thickness)


def _ring(axes: Floats, turn: Floats, thickness: Floats) -> Floats:
    """Give the rings (R, S, 3) around the origin for bones turned by `turn` (R,)."""
    around = np.linspace(0, 2 * np.pi, FINGER_SIDES, endpoint=False)
    wide, palmar, dorsal = (thickness[:, k : k + 1] for k in range(3))
    deep: Floats = np.maximum(np.sin(around), 0) * palmar + np.minimum(np.sin(around), 0) * dorsal
    side = np.cross(axes[1], axes[0])
    pad = np.stack([-np.sin(turn), np.cos(turn)], axis=-1) @ axes
    return (wide * np.cos(around))[..., None] * side + deep[..., None] * pad[:, None]
