from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import Contact, Prop
from routine_player.figure.kinematics import frames_of
from routine_player.figure.parts import Limb, Part
from routine_player.figure.props.grips import fist
from routine_player.figure.props.kinds import PROP_KINDS
from routine_player.figure.props.placing import mats_of, placed_props, prop_surface


def still(movement, keyframe=0):
    return prop_surface(placed_props(movement), frames_of(movement.keyframes[keyframe]))


def bounds(surface, part=None):
    points = surface.positions if part is None else surface.positions[surface.part == part]
    return points.min(axis=0), points.max(axis=0)


@pytest.mark.parametrize("kind", [kind for kind in PROP_KINDS if kind != "mat"])
def test_every_prop_can_be_drawn_without_any_contact(kind, bent, movement_of, check_sound):
    movement = movement_of(kind, {}, (bent(shoulder_flexion=60), []))
    surface = still(movement)
    check_sound(surface)
    assert set(surface.group) == {int(Limb.PROP)}


@pytest.mark.parametrize("kind", ["bench", "plinth", "chair", "step", "box", "pillow"])
def test_furniture_stands_on_the_floor_and_is_as_high_as_it_is_touched(kind, bent, movement_of):
    movement = movement_of(kind, {"height": 0.35 if kind != "plinth" else 0.6}, (bent(), []))
    surface = still(movement)
    assert surface.positions[:, 2].min() == pytest.approx(0, abs=3e-3)
    part = Part.WOOD if kind in {"chair", "box"} else Part.PAD
    tops = surface.positions[surface.part == part][:, 2]
    height = 0.35 if kind != "plinth" else 0.6
    assert np.abs(tops - height).min() < 1e-6


def test_a_bench_reaches_from_the_hips_towards_what_lies_on_it(bent, movement_of):
    pose = bent("supine", (0.3, 0.1, 0.55))
    low, high = bounds(
        still(movement_of("bench", {"edge": "hips"}, (pose, ["upper back"]))), Part.PAD
    )
    assert high[0] == pytest.approx(0.3, abs=0.01)
    assert low[0] == pytest.approx(0.3 - 1.15, abs=0.02)
    assert (low[1] + high[1]) / 2 == pytest.approx(0.1)


def test_a_bench_that_nothing_touches_yet_lies_under_the_trunk(bent, movement_of):
    pose = bent("prone", (0.0, 0.0, 0.55))
    _, high = bounds(still(movement_of("bench", {"edge": "hips"}, (pose, []))), Part.PAD)
    assert high[0] > 1.0


def test_a_bench_may_end_at_the_knees(bent, movement_of):
    pose = bent("prone", (0.0, 0.0, 0.55))
    movement = movement_of("bench", {"edge": "knees"}, (pose, ["belly"]))
    low, _ = bounds(still(movement), Part.PAD)
    assert low[0] == pytest.approx(-0.429, abs=0.03)


def test_a_bench_across_reaches_from_the_shoulder_blades_towards_the_head(bent, movement_of):
    pose = bent("supine", (0.0, 0.0, 0.45))
    options = {"edge": "shoulder blades", "lies": "across", "width": 0.3}
    movement = movement_of("bench", options, (pose, ["upper back"]))
    pads = still(movement)
    edge = frames_of(pose).position("T8")[0][0]
    top = pads.positions[(pads.part == Part.PAD) & (pads.positions[:, 2] > 0.4)]
    assert top[:, 0].max() == pytest.approx(edge, abs=0.01)
    assert top[:, 0].min() == pytest.approx(edge - 0.3, abs=0.01)
    assert np.ptp(top[:, 1]) == pytest.approx(1.15, abs=0.01)


def test_a_plinth_has_a_bar_at_the_hands_and_one_over_the_ankles(bent, movement_of):
    pose = bent("prone", (0.0, 0.0, 0.95), shoulder_flexion=150, elbow_flexion=20)
    bare = still(movement_of("plinth", {}, (pose, ["chest"])))
    whole = still(
        movement_of("plinth", {"handles": "held", "ankles": "held"}, (pose, ["left thigh"]))
    )
    assert len(whole.positions) > len(bare.positions)
    ankle = frames_of(pose).position("left_ankle")[0]
    roll = whole.positions[(whole.part == Part.PAD) & (whole.positions[:, 2] > 0.87)]
    assert roll[:, 2].min() > ankle[2]
    assert roll[:, 0].mean() == pytest.approx(ankle[0], abs=0.05)


def test_a_chair_stands_under_the_glutes_and_faces_where_the_pelvis_does(bent, movement_of):
    pose = bent(at=(1.0, 0.5, 0.53), hip_flexion=90, knee_flexion=90)
    movement = movement_of("chair", {}, (bent(), []), (pose, ["left glute", "right glute"]))
    surface = still(movement)
    seat = surface.positions[np.abs(surface.positions[:, 2] - 0.45) < 0.01]
    assert seat[:, 0].min() < 0.92 < seat[:, 0].max()
    back = surface.positions[surface.positions[:, 2] > 0.6]
    assert back[:, 0].max() < seat[:, 0].mean()


def test_what_is_said_moves_a_thing(bent, movement_of):
    plain = still(movement_of("chair", {}, (bent(), [])))
    moved = still(movement_of("chair", {"forward": 0.2, "left": -0.1}, (bent(), [])))
    np.testing.assert_allclose(
        moved.positions - plain.positions, [[0.2, -0.1, 0]] * len(plain.positions), atol=1e-12
    )


@pytest.mark.parametrize("kind", ["step", "box"])
def test_a_foot_stands_wholly_on_a_step(kind, bent, movement_of):
    pose = bent(right_hip_flexion=60, right_knee_flexion=60)
    low, high = bounds(still(movement_of(kind, {}, (pose, ["right foot"]))))
    foot = frames_of(pose)
    heel = foot.point("right_ankle", np.array([-0.06, 0, -0.06]))[0]
    toe = foot.point("right_toe", np.array([0.075, 0, 0]))[0]
    assert low[0] < heel[0] < toe[0] < high[0]
    assert low[1] < heel[1] < high[1]


def test_a_rail_is_in_the_hand_that_holds_it(bent, movement_of):
    pose = bent(left_shoulder_flexion=45, left_elbow_flexion=40)
    surface = still(movement_of("rail", {"hand": "left"}, (pose, [])))
    low, high = bounds(surface, Part.WOOD)
    np.testing.assert_allclose((low + high) / 2, fist(frames_of(pose), "left"), atol=1e-6)
    assert high[0] - low[0] == pytest.approx(0.9)


def test_a_rail_for_both_hands_runs_across_and_is_as_high_as_said(bent, movement_of):
    pose = bent(shoulder_flexion=60)
    surface = still(movement_of("rail", {"hand": "both", "height": 1.1}, (pose, [])))
    low, high = bounds(surface, Part.WOOD)
    assert high[1] - low[1] == pytest.approx(0.9)
    assert high[2] == pytest.approx(1.1)


def test_a_wall_has_its_face_where_the_solver_put_it(bent, movement_of):
    pose = bent()
    for at, axis, side in (("front", 0, 1), ("behind", 0, -1), ("left", 1, 1), ("right", 1, -1)):
        movement = movement_of("wall", {"at": at}, (pose, []), walls=(("wall", -0.7),))
        low, high = bounds(still(movement))
        near = low[axis] if side > 0 else -high[axis]
        assert near == pytest.approx(0.7)
        assert high[2] > 1.8


def test_a_wall_that_nothing_touches_is_clear_of_the_body(bent, movement_of):
    pose = bent(shoulder_flexion=80)
    low, _ = bounds(still(movement_of("wall", {}, (pose, []))))
    assert low[0] > frames_of(pose).positions[..., 0].max() + 0.1


def test_a_pillow_lies_under_the_head_or_under_what_touches_it(bent, movement_of):
    pose = bent("supine", (0, 0, 0.1))
    low, high = bounds(still(movement_of("pillow", {}, (pose, []))))
    head = frames_of(pose).position("head")[0]
    assert low[0] < head[0] < high[0]
    low, high = bounds(still(movement_of("pillow", {}, (pose, ["left knee"]))))
    assert low[0] < 0.43 < high[0]


def test_a_mat_lies_under_head_and_feet(bent, movement_of):
    pose = bent("supine", (0, 0, 0.1))
    movement = movement_of("mat", {}, (pose, []))
    placed = placed_props(movement)
    (mat,) = mats_of(placed)
    frames = frames_of(pose)
    head, toe = frames.position("head")[0][0] - 0.15, frames.position("left_ankle")[0][0] + 0.06
    assert mat.x - mat.length_m / 2 < head
    assert mat.x + mat.length_m / 2 > toe
    assert mat.length_m <= 2.05
    assert 0.61 <= mat.width_m <= 0.80
    assert len(prop_surface(placed, frames).triangles) == 0


@pytest.mark.parametrize(("at", "side"), [("front", 1), ("behind", -1), ("left", 0)])
def test_a_mat_ends_at_the_wall(at, side, bent, movement_of):
    movement = movement_of("mat", {}, (bent("supine", (0, 0, 0.1)), []), walls=(("wall", -0.3),))
    props = (Prop("mat"), Prop("wall", (("at", at),)))
    movement = replace(movement, authored=replace(movement.authored, props=props))
    (mat,) = mats_of(placed_props(movement))
    if side:
        assert side * mat.x + mat.length_m / 2 == pytest.approx(0.3)
        assert mat.length_m >= 1.2
    else:
        assert mat.length_m > 1.6


def test_a_mat_is_folded_where_little_of_the_body_lies(bent, movement_of):
    pose = bent("supine", (0, 0, 0.1), hip_flexion=90, shoulder_flexion=90)
    (mat,) = mats_of(placed_props(movement_of("mat", {}, (pose, []))))
    assert 1.2 <= mat.length_m < 1.6


def test_a_wall_is_wide_enough_for_wide_arms(bent, movement_of):
    narrow, wide = (
        np.ptp(still(movement_of("wall", {"at": "behind"}, (pose, []))).positions[:, 1])
        for pose in (bent(), bent(shoulder_abduction=85))
    )
    assert narrow == pytest.approx(1.1)
    assert wide > 1.5


def test_a_mat_is_as_large_and_where_it_was_said(bent, movement_of):
    said = {"length": 1.0, "width": 0.5, "forward": 0.2, "left": 0.3}
    pose = bent(at=(0, 0, 2.0))
    (mat,) = mats_of(placed_props(movement_of("mat", said, (pose, []))))
    assert (mat.length_m, mat.width_m) == (1.0, 0.5)
    assert mat.y == pytest.approx(0.3)


def test_each_prop_has_a_group_of_its_own(bent, movement_of):
    movement = movement_of("chair", {}, (bent(), []))
    props = (Prop("mat"), Prop("chair"), Prop("dowel"))
    movement = replace(movement, authored=replace(movement.authored, props=props))
    surface = prop_surface(placed_props(movement), frames_of(bent()))
    assert set(surface.group) == {int(Limb.PROP) + 1, int(Limb.PROP) + 2}


def test_contacts_of_the_whole_movement_count_where_a_keyframe_says_nothing(bent, movement_of):
    pose = bent(at=(0.7, 0, 0.5), hip_flexion=90)
    movement = movement_of("step", {}, (pose, []))
    said = replace(
        movement.authored,
        keyframes=tuple(replace(one, contacts=None) for one in movement.authored.keyframes),
        contacts=(Contact("step", "left foot"), Contact("floor", "right foot")),
    )
    low, high = bounds(still(replace(movement, authored=said)))
    assert (low[1] + high[1]) / 2 == pytest.approx(0.091, abs=0.002)
    nothing = replace(said, contacts=None)
    low, high = bounds(still(replace(movement, authored=nothing)))
    assert (low[1] + high[1]) / 2 == pytest.approx(0)
