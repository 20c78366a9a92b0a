"""Bodies in poses that nobody had to solve, and what it means for a surface to be sound."""

from collections.abc import Callable

import numpy as np
import pytest

from routine_player.figure.authored import AuthoredMovement, Contact, Keyframe, Prop
from routine_player.figure.kinematics import Pose
from routine_player.figure.movement import Movement
from routine_player.figure.rotation import about_y
from routine_player.figure.skeleton import INDEX, SIDES

UPRIGHT = np.eye(3)
ON_ITS_BACK = about_y(np.array(-np.pi / 2))
FACE_DOWN = about_y(np.array(np.pi / 2))


@pytest.fixture
def bent() -> Callable[..., Pose]:
    """Build a pose out of degrees; a motion without its side is that of both."""

    def build(lying="upright", at=(0.0, 0.0, 0.9), **degrees):
        turn = {"upright": UPRIGHT, "supine": ON_ITS_BACK, "prone": FACE_DOWN}[lying]
        angles = np.zeros(len(INDEX))
        for name, value in degrees.items():
            for one in [name] if name in INDEX else [f"{side}_{name}" for side in SIDES]:
                angles[INDEX[one]] = np.radians(value)
        return Pose(angles, turn, np.array(at))

    return build


@pytest.fixture
def movement_of() -> Callable[..., Movement]:
    """Build a movement with one prop out of poses, each with what touches the prop."""

    def build(kind, options, *keyframes, walls=()):
        authored = AuthoredMovement(
            "standing",
            tuple(
                Keyframe(str(number), 1.0, 0.0, contacts=tuple(Contact(kind, p) for p in parts))
                for number, (_, parts) in enumerate(keyframes)
            ),
            props=(Prop(kind, tuple(sorted(options.items()))),),
        )
        poses = tuple(pose for pose, _ in keyframes)
        marks = tuple(float(mark) for mark in np.linspace(0, 1, len(poses)))
        return Movement(authored, poses, poses, marks, walls)

    return build


@pytest.fixture
def check_sound() -> Callable[..., None]:
    """Check a surface: unit normals that its triangles face, and coordinates in its texture."""

    def check(surface):
        assert len(surface.triangles)
        assert np.isfinite(surface.positions).all()
        np.testing.assert_allclose(np.linalg.norm(surface.normals, axis=1), 1, atol=1e-6)
        assert surface.uv.min() >= 0
        assert surface.uv.max() <= 1
        a, b, c = (surface.positions[surface.triangles[:, corner]] for corner in range(3))
        face = np.cross(b - a, c - a)
        meant = surface.normals[surface.triangles].sum(axis=1)
        assert (np.einsum("ij,ij->i", face, meant) > 0).all()

    return check


@pytest.fixture
def volume_of() -> Callable[..., float]:
    """Give the volume that a closed surface holds, after the divergence theorem."""

    def volume(surface):
        a, b, c = (surface.positions[surface.triangles[:, corner]] for corner in range(3))
        return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)

    return volume
