"""What touches a surface in a solve is what touches it in the picture: spheres lie in the skin."""

import numpy as np
import pytest

from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.landmarks import LANDMARKS
from routine_player.figure.mesh.body import Body
from routine_player.figure.parts import Part

_TRUNK = (Part.TORSO, Part.LEFT_LEG, Part.RIGHT_LEG)
FRONT, BACK, LEFT, UP, DOWN = (1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, -1)
WITHIN_M = 0.004
REACH_M = 0.03
TOUCHING = {
    "left heel": (DOWN, (Part.LEFT_FOOT,)),
    "left inner ball": (DOWN, (Part.LEFT_FOOT,)),
    "left outer ball": (DOWN, (Part.LEFT_FOOT,)),
    "left toe": (DOWN, (Part.LEFT_FOOT,)),
    "left toe top": (UP, (Part.LEFT_FOOT,)),
    "left instep": (UP, (Part.LEFT_FOOT,)),
    "left ankle": (LEFT, (Part.LEFT_FOOT,)),
    "left knee": (FRONT, (Part.LEFT_LEG,)),
    "left outer knee": (LEFT, (Part.LEFT_LEG,)),
    "left shin": (FRONT, (Part.LEFT_LEG,)),
    "left calf": (BACK, (Part.LEFT_LEG,)),
    "left thigh": (FRONT, (Part.LEFT_LEG,)),
    "left thigh back": (BACK, (Part.LEFT_LEG,)),
    "left glute": (BACK, _TRUNK),
    "left iliac": (FRONT, _TRUNK),
    "left hip": (LEFT, _TRUNK),
    "left rib": (LEFT, _TRUNK),
    "left scapula": (BACK, _TRUNK),
    "left shoulder": (LEFT, (Part.LEFT_ARM,)),
    "left elbow": (BACK, (Part.LEFT_ARM,)),
    "left forearm": (BACK, (Part.LEFT_ARM,)),
    "left palm": ((0, -1, 0), (Part.LEFT_HAND,)),
    "left finger": ((0, -1, 0), (Part.LEFT_HAND,)),
    "left temple": (LEFT, (Part.HEAD,)),
    "sacrum": (BACK, _TRUNK),
    "lower back": (BACK, _TRUNK),
    "middle back": (BACK, _TRUNK),
    "upper back": (BACK, _TRUNK),
    "chest": (FRONT, _TRUNK),
    "belly": (FRONT, _TRUNK),
    "occiput": (BACK, (Part.HEAD,)),
    "forehead": (FRONT, (Part.HEAD,)),
}


@pytest.fixture(scope="module")
def rest():
    return Body().rest


@pytest.mark.parametrize("name", TOUCHING)
def test_a_landmark_touches_where_the_skin_is(rest, name):
    way, parts = TOUCHING[name]
    sphere = LANDMARKS[name]
    centre = frames_of(Pose.neutral()).point(sphere.frame, np.array(sphere.offset))[0]
    off = rest.positions - centre
    along = off @ np.array(way, float)
    beside = np.linalg.norm(off - along[:, None] * way, axis=1)
    near = (beside < REACH_M) & (along > 0) & np.isin(rest.part, [int(part) for part in parts])
    assert abs(along[near].max() - sphere.radius_m) < WITHIN_M
