"""A body built once, and poses of it."""

import numpy as np
import pytest

from routine_player.figure.kinematics import Pose
from routine_player.figure.mesh.body import Body
from routine_player.figure.skeleton import INDEX


def posed(**degrees):
    """Bend a neutral body by angles in degrees; a motion without a side bends both."""
    angles = np.zeros(len(INDEX))
    for name, value in degrees.items():
        for parameter in [name] if name in INDEX else [f"left_{name}", f"right_{name}"]:
            angles[INDEX[parameter]] = np.radians(value)
    neutral = Pose.neutral()
    return Pose(angles, neutral.orientation, neutral.translation)


POSES = {
    "neutral": posed(),
    "squatting": posed(hip_flexion=115, knee_flexion=125, hip_abduction=15, shoulder_flexion=80),
    "folded": posed(hip_flexion=122, knee_flexion=150, lumbar_flexion=50, thoracic_flexion=45),
    "overhead": posed(shoulder_flexion=175, elbow_flexion=20),
    "arched": posed(lumbar_flexion=-40, thoracic_flexion=-30, hip_flexion=-25, elbow_flexion=140),
    "bent aside": posed(lumbar_lateral=30, thoracic_rotation=40, left_hip_abduction=45),
}


@pytest.fixture(scope="session")
def body():
    return Body()


@pytest.fixture
def pose():
    return posed


@pytest.fixture(params=POSES.values(), ids=POSES.keys())
def any_pose(request):
    return request.param
