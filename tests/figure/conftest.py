"""A man of tubes, quick to build, for tests that need something to draw."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest

from routine_player.figure.authored import AuthoredMovement, CameraAngle, Keyframe
from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.materials import Material
from routine_player.figure.model import Mat
from routine_player.figure.movement import Movement
from routine_player.figure.parts import LIMB_OF, Limb, Part
from routine_player.figure.props.sheets import nothing
from routine_player.figure.skeleton import INDEX, SIDES
from routine_player.figure.surface import Surface, joined
from routine_player.figure.textures import Texture

SIDES_OF_TUBE = 12


def tube(start, end, radius, part, target=0.0):
    """Build a closed tube from `start` to `end`."""
    axis = (end - start) / np.linalg.norm(end - start)
    across = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.9 else [0.0, 1.0, 0.0])
    across /= np.linalg.norm(across)
    third = np.cross(axis, across)
    angle = np.linspace(0, 2 * np.pi, SIDES_OF_TUBE, endpoint=False)
    out = np.cos(angle)[:, None] * across + np.sin(angle)[:, None] * third
    rings = [start + out * 1e-3, start + out * radius, end + out * radius, end + out * 1e-3]
    normals = [out - 3 * axis, out, out, out + 3 * axis]
    triangles = []
    for ring in range(3):
        for side in range(SIDES_OF_TUBE):
            a, b = ring * SIDES_OF_TUBE + side, ring * SIDES_OF_TUBE + (side + 1) % SIDES_OF_TUBE
            triangles += [[a, b, a + SIDES_OF_TUBE], [b, b + SIDES_OF_TUBE, a + SIDES_OF_TUBE]]
    normal = np.concatenate(normals)
    count = 4 * SIDES_OF_TUBE
    return Surface(
        np.concatenate(rings),
        normal / np.linalg.norm(normal, axis=1)[:, None],
        np.array(triangles, np.int32),
        np.full(count, part, np.int32),
        np.stack([np.repeat(np.linspace(0, 1, 4), SIDES_OF_TUBE), np.full(count, 0.5)], axis=-1),
        np.full(count, LIMB_OF.get(part, Limb.PROP), np.int32),
        np.full(count, target),
    )


def tubes_of(pose, target_part=None):
    """Build the body of a pose out of tubes."""
    frames = frames_of(pose)
    at = {name: frames.position(name)[0] for name in ("pelvis", "T4", "C7")}
    crown = frames.point("head", np.array([0.0, 0.0, 0.16]))[0]
    bones = [(Part.TORSO, at["pelvis"], at["C7"], 0.12), (Part.HEAD, at["C7"], crown, 0.08)]
    for side in SIDES:
        name = side.upper()
        hip, knee, ankle, toe = (
            frames.position(f"{side}_{joint}")[0] for joint in ("hip", "knee", "ankle", "toe")
        )
        shoulder, elbow, wrist = (
            frames.position(f"{side}_{joint}")[0] for joint in ("shoulder", "elbow", "wrist")
        )
        bones += [
            (Part[f"{name}_LEG"], hip, knee, 0.07),
            (Part[f"{name}_LEG"], knee, ankle, 0.05),
            (Part[f"{name}_FOOT"], ankle, toe, 0.035),
            (Part[f"{name}_ARM"], shoulder, elbow, 0.045),
            (Part[f"{name}_ARM"], elbow, wrist, 0.035),
        ]
    return joined(
        [tube(a, b, radius, part, float(part == target_part)) for part, a, b, radius in bones]
    )


@dataclass(frozen=True)
class TubeModel:
    """A model whose body is tubes."""

    movement: Movement
    mats: tuple[Mat, ...] = ()
    prop: Surface | None = None
    target_part: Part | None = None

    @property
    def textures(self) -> Mapping[int, Texture]:
        whole = {Part.TORSO: Material.SHIRT, Part.HEAD: Material.HAIR}
        textures = {
            part: np.full((4, 4), whole.get(part, Material.SKIN), np.uint8) for part in LIMB_OF
        }
        for leg in (Part.LEFT_LEG, Part.RIGHT_LEG):
            textures[leg][:2] = Material.SHORTS
        return textures

    def body(self, index, breath):
        return tubes_of(self.movement.frames[index], self.target_part)

    def props(self, index):
        return self.prop or nothing()


@pytest.fixture
def make_tube():
    return tube


@pytest.fixture
def make_tubes():
    return tubes_of


@pytest.fixture
def standing():
    """Stand with the feet on the floor."""
    return replace(Pose.neutral(), translation=np.array([0.0, 0.0, 0.93]))


@pytest.fixture
def arm_raise(standing):
    """Raise the right arm forward in five frames."""

    def raised(share):
        angles = standing.angles.copy()
        angles[INDEX["right_shoulder_flexion"]] = np.radians(150 * share)
        return replace(standing, angles=angles)

    frames = tuple(raised(share) for share in np.linspace(0, 1, 5))
    authored = AuthoredMovement(
        "standing",
        (Keyframe("down", 1, 0), Keyframe("up", 1, 0)),
        camera=CameraAngle(-90.0, 9.0),
    )
    return Movement(authored, (frames[0], frames[-1]), frames, (0.0, 1.0))


@pytest.fixture
def make_tube_model():
    return TubeModel
