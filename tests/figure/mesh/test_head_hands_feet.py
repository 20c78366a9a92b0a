"""Head, hands and shoes: closed skins that follow their frames and touch where landmarks say."""

import numpy as np
import pytest

from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.materials import Material
from routine_player.figure.mesh.foot import foot_part, foot_texture
from routine_player.figure.mesh.hair import hair_depth, hair_thickness, is_hair
from routine_player.figure.mesh.hand import GRIP_M, hand_part, hand_texture
from routine_player.figure.mesh.head import head_part, head_texture
from routine_player.figure.skeleton import INDEX, SIDES

SOLE_M = 0.068
PALM_M = 0.022


def standing(**degrees):
    pose = Pose.neutral()
    for name, angle in degrees.items():
        pose.angles[INDEX[name]] = np.radians(angle)
    return pose


def hand(side, *, fingers, thumb=0.0, index=None):
    pose = standing(
        **{
            f"{side}_finger_flexion": fingers,
            f"{side}_index_flexion": fingers if index is None else index,
            f"{side}_thumb_flexion": thumb,
        }
    )
    frames = frames_of(pose)
    return hand_part(frames, pose.angles, side), frames


def local(points, frames, name):
    return (points - frames.position(name)[0]) @ frames.rotation(name)[0]


def all_parts():
    pose = standing(left_toe_extension=40, right_ankle_flexion=20, left_finger_flexion=60)
    frames = frames_of(pose)
    yield head_part(frames), head_texture()
    for side in SIDES:
        yield hand_part(frames, pose.angles, side), hand_texture()
        yield foot_part(frames, side), foot_texture()


def test_every_skin_is_closed():
    for part, _ in all_parts():
        welded = np.unique(np.round(part.positions, 6), axis=0, return_inverse=True)[1].ravel()
        corners = welded[part.topology.triangles]
        corners = corners[
            (corners[:, 0] != corners[:, 1])
            & (corners[:, 1] != corners[:, 2])
            & (corners[:, 2] != corners[:, 0])
        ]
        edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
        there = {tuple(edge) for edge in edges.tolist()}
        open_edges = [edge for edge in there if edge[::-1] not in there]
        assert len(open_edges) <= 0.04 * len(there)  # the small caps at both ends of a tube


def test_normals_are_unit_and_point_to_the_side_that_triangles_show():
    for part, _ in all_parts():
        assert np.linalg.norm(part.normals, axis=1) == pytest.approx(1)
        first, second, third = np.moveaxis(part.positions[part.topology.triangles], 1, 0)
        facing = np.cross(second - first, third - first)
        meant = part.normals[part.topology.triangles].mean(axis=1)
        large = np.linalg.norm(facing, axis=1) > 1e-7
        assert ((facing * meant).sum(axis=1)[large] > 0).mean() > 0.97


def test_every_vertex_has_a_texel_that_is_a_material():
    for part, texture in all_parts():
        assert part.topology.uv.min() >= 0
        assert part.topology.uv.max() <= 1
        assert set(np.unique(texture)) <= {int(material) for material in Material}


def test_the_head_has_the_size_of_a_head():
    frames = frames_of(standing())
    points = local(head_part(frames).positions, frames, "head")
    assert points[:, 2].max() == pytest.approx(0.180, abs=0.008)
    assert np.ptp(points[:, 0]) == pytest.approx(0.212, abs=0.012)
    assert np.ptp(points[:, 1]) == pytest.approx(0.165, abs=0.015)


def test_the_head_turns_with_the_neck():
    still, turned = frames_of(standing()), frames_of(standing(neck_rotation=60, neck_flexion=20))
    first = local(head_part(still).positions, still, "head")
    second = local(head_part(turned).positions, turned, "head")
    assert first == pytest.approx(second)
    assert not np.allclose(head_part(still).positions, head_part(turned).positions)


def test_the_face_is_painted_in_front_and_the_hair_behind():
    frames = frames_of(standing())
    part, texture = head_part(frames), head_texture()
    uv = np.minimum((part.topology.uv * texture.shape).astype(int), np.array(texture.shape) - 1)
    material = texture[uv[:, 0], uv[:, 1]]
    points = local(part.positions, frames, "head")
    behind = (points[:, 0] < -0.05) & (points[:, 2] > 0.04)
    hair = {int(Material.HAIR), int(Material.HAIR_STRAND)}
    assert set(material[behind].tolist()) <= hair
    for feature in (Material.EYE, Material.EYE_WHITE, Material.LIPS, Material.BROW):
        assert (texture == feature).sum() > 50
    nose = points[:, 0] > 0.1
    assert (material[nose] == Material.SKIN).all()


def test_hair_grows_where_its_line_is_passed():
    spots = np.random.default_rng(4).uniform((-0.12, -0.08, -0.05), (0.1, 0.08, 0.19), (4000, 3))
    depth = hair_depth(spots)
    assert (is_hair(spots) == (depth > 0)).all()
    assert (hair_thickness(spots)[depth < -0.001] == 0).all()
    assert hair_thickness(spots)[depth > 0.02].min() > 0


@pytest.mark.parametrize("side", SIDES)
def test_a_flat_hand_lies_in_one_plane(side):
    part, frames = hand(side, fingers=0, thumb=0)
    points = local(part.positions, frames, f"{side}_wrist")
    sign = 1 if side == "left" else -1
    palm = sign * points[:, 1]
    assert palm.min() == pytest.approx(-PALM_M, abs=0.001)
    for start, end in ((-0.03, -0.02), (-0.09, -0.06), (-0.18, -0.15)):
        here = (points[:, 2] > start) & (points[:, 2] < end)
        assert palm[here].min() == pytest.approx(-PALM_M, abs=0.0015)


@pytest.mark.parametrize("side", SIDES)
def test_a_fist_is_half_as_long_as_a_hand(side):
    lengths = {}
    for name, fingers in (("flat", 0), ("relaxed", 40), ("fist", 160)):
        part, frames = hand(side, fingers=fingers)
        lengths[name] = -local(part.positions, frames, f"{side}_wrist")[:, 2].min()
    assert lengths["flat"] > lengths["relaxed"] > lengths["fist"]
    assert lengths["flat"] == pytest.approx(0.189, abs=0.01)
    assert lengths["fist"] < 0.12


def test_the_index_finger_points_alone():
    part, frames = hand("left", fingers=150, index=0)
    points = local(part.positions, frames, "left_wrist")
    far = points[points[:, 2] < -0.13]
    assert len(far) > 20
    assert far[:, 0].min() > 0.015


@pytest.mark.parametrize("side", SIDES)
def test_a_gripping_hand_closes_round_a_bar(side):
    part, frames = hand(side, fingers=118, thumb=46)
    points = local(part.positions, frames, f"{side}_wrist")
    middle = np.array([0, GRIP_M[1] * (1 if side == "left" else -1), GRIP_M[2]])
    from_axis = (points - middle)[:, 1:]
    beside = np.abs(points[:, 0]) < 0.035
    away = np.linalg.norm(from_axis[beside], axis=1)
    assert away.min() > 0.0105
    around = np.degrees(np.arctan2(from_axis[beside, 1], from_axis[beside, 0]))[away < 0.03]
    assert np.diff(np.sort(around)).max() < 100


def test_left_and_right_are_mirror_images():
    mirror = np.array([1, -1, 1])
    pose = standing()
    frames = frames_of(pose)
    for left, right in (
        (hand_part(frames, pose.angles, "left"), hand_part(frames, pose.angles, "right")),
        (foot_part(frames, "left"), foot_part(frames, "right")),
    ):
        assert left.positions * mirror == pytest.approx(right.positions)
        assert left.normals * mirror == pytest.approx(right.normals)


@pytest.mark.parametrize("side", SIDES)
def test_a_shoe_stands_on_the_ground_under_heel_and_ball(side):
    frames = frames_of(standing())
    points = local(foot_part(frames, side).positions, frames, f"{side}_ankle")
    assert points[:, 2].min() == pytest.approx(-SOLE_M, abs=1e-6)
    low = points[points[:, 2] < -SOLE_M + 1e-4]
    assert low[:, 0].min() < -0.03
    assert low[:, 0].max() > 0.15


def test_the_front_of_the_shoe_follows_the_toes_and_the_heel_does_not():
    flat, bent = frames_of(standing()), frames_of(standing(left_toe_extension=45))
    before = local(foot_part(flat, "left").positions, flat, "left_ankle")
    after = local(foot_part(bent, "left").positions, bent, "left_ankle")
    heel, toe = before[:, 0] < 0.07, before[:, 0] > 0.20
    assert after[heel] == pytest.approx(before[heel])
    in_toe = [local(foot_part(f, "left").positions, f, "left_toe")[toe] for f in (flat, bent)]
    assert in_toe[0] == pytest.approx(in_toe[1])
    assert (after[toe, 2] > before[toe, 2] + 0.02).all()


def test_the_sock_stays_around_the_shank():
    tops = []
    for frames in (frames_of(standing()), frames_of(standing(left_ankle_flexion=30))):
        part = foot_part(frames, "left")
        top = part.positions[part.topology.uv[:, 0] > 0.95]
        tops.append(local(top, frames, "left_knee"))
    assert tops[0] == pytest.approx(tops[1], abs=1e-9)
