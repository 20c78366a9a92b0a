"""The skeleton: its segments, joints and limits.

Body axes in the anatomical position: x forward, y left, z up. Lengths in metres, for a height of
1.75 m; angles in radians unless a name says degrees. Segment lengths after Drillis and Contini
(1966), as fractions of height.
"""

from dataclasses import dataclass
from typing import Final, Literal

HEIGHT_M: Final = 1.75

THIGH_M: Final = 0.245 * HEIGHT_M
SHANK_M: Final = 0.246 * HEIGHT_M
FOOT_HEIGHT_M: Final = 0.039 * HEIGHT_M
UPPER_ARM_M: Final = 0.186 * HEIGHT_M
FOREARM_M: Final = 0.146 * HEIGHT_M
HIP_HALF_WIDTH_M: Final = 0.052 * HEIGHT_M  # joint centres; flesh reaches 0.0955
SHOULDER_HALF_WIDTH_M: Final = 0.102 * HEIGHT_M  # joint centres; flesh reaches 0.131

BALL_FORWARD_M: Final = 0.135
"""How far the ball of the foot lies before the ankle."""

SideName = Literal["left", "right"]
SIDES: Final[tuple[SideName, SideName]] = ("left", "right")
SIGN: Final[dict[SideName, float]] = {"left": 1.0, "right": -1.0}
"""Everything is written for the left; for the right y, and turns about x and z, change sign."""

Region = Literal["lumbar", "thoracic", "neck"]
REGIONS: Final[tuple[Region, Region, Region]] = ("lumbar", "thoracic", "neck")


@dataclass(frozen=True, slots=True)
class Vertebra:
    """A joint of the spine: `offset` from the one below, `rest_degrees` forward at rest."""

    name: str
    offset: tuple[float, float, float]
    rest_degrees: float
    region: Region


SPINE: Final = (
    Vertebra("L5", (-0.030, 0.0, 0.090), 9, "lumbar"),
    Vertebra("L3", (0.0, 0.0, 0.058), -9, "lumbar"),
    Vertebra("L1", (0.0, 0.0, 0.058), -10, "lumbar"),
    Vertebra("T11", (0.0, 0.0, 0.062), 2, "thoracic"),
    Vertebra("T8", (0.0, 0.0, 0.078), 8, "thoracic"),
    Vertebra("T4", (0.0, 0.0, 0.085), 8, "thoracic"),
    Vertebra("C7", (0.0, 0.0, 0.100), 13, "neck"),
    Vertebra("C4", (0.0, 0.0, 0.052), -7, "neck"),
    Vertebra("head", (0.004, 0.0, 0.055), -14, "neck"),
)

CHEST_TILT_DEGREES: Final = 8.0
"""How far T4 leans forward at rest; taken out at the shoulders, so that arms hang straight."""

_SPINE_MOTIONS: Final = ("flexion", "lateral", "rotation")
_SIDED_MOTIONS: Final = (
    "hip_flexion",
    "hip_abduction",
    "hip_rotation",
    "knee_flexion",
    "ankle_flexion",
    "ankle_inversion",
    "toe_extension",
    "shoulder_flexion",
    "shoulder_abduction",
    "shoulder_rotation",
    "elbow_flexion",
    "forearm_pronation",
    "wrist_extension",
    "wrist_deviation",
    "scapula_elevation",
    "scapula_protraction",
    "finger_flexion",
    "index_flexion",
    "thumb_flexion",
)
PARAMETERS: Final = (
    *(f"{region}_{motion}" for region in REGIONS for motion in _SPINE_MOTIONS),
    *(f"{side}_{motion}" for side in SIDES for motion in _SIDED_MOTIONS),
)
"""The names of all angles of a pose, in order.

A side bend (`lateral`) and a `rotation` are positive to the left, ankle flexion upward, wrist and
toe motion in extension, hip, shoulder and forearm as their names say; rotation of hip and shoulder
is external.
"""

INDEX: Final = {name: number for number, name in enumerate(PARAMETERS)}

_HAND_PARTS: Final = ("finger_flexion", "index_flexion", "thumb_flexion")
FIXED: Final = frozenset(f"{side}_{part}" for side in SIDES for part in _HAND_PARTS)
"""Angles that no contact can move: the solver leaves them as authored."""

LIMITS_DEGREES: Final[dict[str, tuple[float, float]]] = {
    "hip_flexion": (-35, 135),
    "hip_abduction": (-35, 60),
    "hip_rotation": (-45, 60),
    "knee_flexion": (0, 155),
    "ankle_flexion": (-60, 35),  # its own -50, and the midfoot's, which has no joint here
    "ankle_inversion": (-25, 25),
    "toe_extension": (-20, 75),
    "shoulder_flexion": (-70, 185),
    "shoulder_abduction": (-50, 185),
    "shoulder_rotation": (-90, 95),
    "elbow_flexion": (0, 150),
    "forearm_pronation": (-95, 95),
    "wrist_extension": (-80, 95),
    "wrist_deviation": (-30, 30),
    "scapula_elevation": (-10, 40),
    "scapula_protraction": (-30, 40),
    "finger_flexion": (-10, 160),
    "index_flexion": (-10, 160),
    "thumb_flexion": (-20, 70),
    "lumbar_flexion": (-45, 60),
    "lumbar_lateral": (-35, 35),
    "lumbar_rotation": (-20, 20),
    "thoracic_flexion": (-35, 55),
    "thoracic_lateral": (-35, 35),
    "thoracic_rotation": (-50, 50),
    "neck_flexion": (-60, 60),
    "neck_lateral": (-45, 45),
    "neck_rotation": (-80, 80),
}
"""The least and greatest angle of each motion, the same on both sides."""


def motion_of(parameter: str) -> str:
    """Give the motion that a parameter belongs to, without its side."""
    return parameter.removeprefix("left_").removeprefix("right_")
