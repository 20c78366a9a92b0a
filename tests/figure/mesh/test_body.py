"""The whole body as one surface."""

import numpy as np
import pytest

from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.parts import LIMB_OF, Limb, Part
from routine_player.figure.skeleton import FOOT_HEIGHT_M, HEIGHT_M
from routine_player.figure.surface import Surface

SEEN = {  # from where to where along it a tube is not inside another part
    Part.TORSO: (0.05, 0.95),
    Part.LEFT_LEG: (0.05, 0.96),
    Part.RIGHT_LEG: (0.05, 0.96),
    Part.LEFT_ARM: (0.02, 0.97),
    Part.RIGHT_ARM: (0.02, 0.97),
}


def test_the_neutral_body_is_as_tall_as_the_skeleton_says(body):
    height = np.ptp(body.rest.positions[:, 2])

    assert height == pytest.approx(HEIGHT_M, abs=0.03)
    assert body.rest.positions[:, 2].min() == pytest.approx(-0.859 - FOOT_HEIGHT_M, abs=0.01)


def test_every_pose_is_whole_and_has_unit_normals(body, any_pose):
    surface = body.surface(any_pose)

    assert np.isfinite(surface.positions).all()
    assert np.linalg.norm(surface.normals, axis=1) == pytest.approx(1.0)


def test_no_visible_triangle_is_turned_inside_out(body, any_pose):
    surface = body.surface(any_pose)
    corners = surface.positions[surface.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing = np.einsum("ti,ti->t", across, surface.normals[surface.triangles].mean(axis=1))
    large = np.linalg.norm(across, axis=1) > 2e-5  # square metres, twice the area
    part, u = surface.part[surface.triangles[:, 0]], surface.uv[surface.triangles[:, 0], 0]

    for tube, (first, last) in SEEN.items():
        seen = (part == tube) & (first < u) & (u < last)
        assert (facing[seen & large] > 0).all()


def test_the_topology_is_the_same_in_every_pose(body, any_pose):
    surface = body.surface(any_pose)

    assert surface.triangles is body.rest.triangles
    assert len(surface.positions) == len(body.rest.positions)


def test_no_triangle_spans_two_parts_and_every_part_has_its_limb(body):
    parts = body.rest.part[body.rest.triangles]

    assert (parts == parts[:, :1]).all()
    assert set(body.rest.part) == set(LIMB_OF)
    assert all(
        body.rest.group[np.argmax(body.rest.part == part)] == limb for part, limb in LIMB_OF.items()
    )


def test_left_and_right_are_mirrored(body, pose):
    left = body.surface(pose(left_hip_flexion=80, left_knee_flexion=90, left_shoulder_flexion=120))
    right = body.surface(
        pose(right_hip_flexion=80, right_knee_flexion=90, right_shoulder_flexion=120)
    )

    for one, other in ((Part.LEFT_LEG, Part.RIGHT_LEG), (Part.LEFT_ARM, Part.RIGHT_ARM)):
        mirrored = right.positions[right.part == other] * [1, -1, 1]
        assert left.positions[left.part == one] == pytest.approx(mirrored, abs=1e-4)


def test_a_breath_lifts_the_chest_and_the_shoulders_a_little(body):
    full = body.surface(Pose.neutral(), breath=1.0)
    moved = np.linalg.norm(full.positions - body.rest.positions, axis=1)

    assert 0.008 < moved[body.rest.part == Part.TORSO].max() < 0.014
    assert moved[body.rest.part == Part.LEFT_ARM].max() == pytest.approx(0.003, abs=0.002)
    assert moved[np.isin(body.rest.part, [Part.LEFT_LEG, Part.LEFT_HAND])].max() < 0.002


def test_a_turned_and_moved_pelvis_takes_the_whole_body_with_it(body):
    turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    place = np.array([0.3, -0.2, 0.9])
    moved = body.surface(Pose(Pose.neutral().angles, turn, place))

    assert moved.positions == pytest.approx(body.rest.positions @ turn.T + place, abs=1e-4)


def test_wrists_and_ankles_end_inside_hands_and_shoes(body, any_pose):
    surface, frames = body.surface(any_pose), frames_of(any_pose)

    for part, frame in ((Part.LEFT_HAND, "left_wrist"), (Part.RIGHT_FOOT, "right_ankle")):
        near = surface.positions[surface.part == part] - frames.position(frame)[0]
        assert np.linalg.norm(near, axis=1).min() < 0.05


def test_legs_leave_no_gap_at_the_hips(body, any_pose):
    surface = body.surface(any_pose)

    assert _gap(surface, Part.LEFT_LEG) < 0.03
    assert _gap(surface, Part.LEFT_ARM) < 0.03


def _gap(surface: Surface, part: Part) -> float:
    limb = surface.positions[(surface.part == part) & (surface.uv[:, 0] < 0.2)]
    torso = surface.positions[surface.part == Part.TORSO]
    return float(np.linalg.norm(limb[:, None] - torso[None], axis=2).min())


def test_targets_are_what_the_renderer_is_told(body):
    targets = np.linspace(0, 1, len(body.rest.part))

    assert body.surface(Pose.neutral(), targets=targets).target is targets
    assert not body.rest.target.any()
    assert body.rest.group.max() < Limb.PROP
