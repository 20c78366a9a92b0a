import numpy as np
import pytest

from routine_player.figure.kinematics import frames_of
from routine_player.figure.props.placing import placed_props, prop_surface
from routine_player.figure.props.spots import middle_of, spots_of


def rolled(movement):
    (rolling,) = placed_props(movement)
    return rolling, [frames_of(pose) for pose in movement.keyframes]


def test_a_roller_goes_half_as_far_as_the_body_over_it(bent, movement_of):
    start, end = bent("supine", (0, 0, 0.23)), bent("supine", (0.2, 0, 0.23))
    movement = movement_of("roller", {}, (start, ["middle back"]), (end, ["middle back"]))
    rolling, frames = rolled(movement)
    way = rolling.middle(frames[1]) - rolling.middle(frames[0])
    np.testing.assert_allclose(way, [0.1, 0, 0], atol=1e-9)


def test_a_roller_turns_as_far_as_it_rolls(bent, movement_of):
    start, end = bent("supine", (0, 0, 0.23)), bent("supine", (0.2, 0, 0.23))
    movement = movement_of("roller", {}, (start, ["middle back"]), (end, ["middle back"]))
    rolling, frames = rolled(movement)
    one, other = (rolling.surface(each).positions - rolling.middle(each) for each in frames)
    turn = 0.1 / 0.075  # over the floor along x, its upper side goes ahead
    cosine, sine = np.cos(turn), np.sin(turn)
    np.testing.assert_allclose(other[:, 0], cosine * one[:, 0] + sine * one[:, 2], atol=1e-9)
    np.testing.assert_allclose(other[:, 2], cosine * one[:, 2] - sine * one[:, 0], atol=1e-9)


def test_a_roller_stands_on_the_floor_under_what_touches_it(bent, movement_of, check_sound):
    pose = bent("supine", (0.4, 0.1, 0.23))
    movement = movement_of("roller", {"height": 0.12}, (pose, ["upper back"]))
    rolling, (frames,) = rolled(movement)
    surface = rolling.surface(frames)
    check_sound(surface)
    touched = middle_of(spots_of("upper back"), frames)
    assert rolling.middle(frames)[0] == pytest.approx(touched[0])
    assert rolling.middle(frames)[1] == pytest.approx(0.1)
    assert surface.positions[:, 2].min() == pytest.approx(0, abs=0.012)
    assert surface.positions[:, 2].max() == pytest.approx(0.12, abs=0.012)


def test_a_roller_is_near_to_the_part_of_every_keyframe(bent, movement_of):
    start, end = bent("supine", (0, 0, 0.23)), bent("supine", (0.1, 0, 0.23))
    movement = movement_of("roller", {}, (start, ["middle back"]), (end, ["upper back"]))
    rolling, frames = rolled(movement)
    for each, (name, offset) in zip(
        frames, (("T11", (-0.09, 0, 0.03)), ("T8", (-0.09, 0, 0.06))), strict=True
    ):
        touched = each.point(name, np.array(offset))[0]
        assert abs(rolling.middle(each)[0] - touched[0]) < 0.08


def test_a_ball_lies_under_the_glute_and_rolls(bent, movement_of, check_sound):
    poses = [bent(at=(x, 0, 0.17), hip_flexion=60) for x in (0.0, 0.06)]
    movement = movement_of("ball", {"left": 0.01}, *((pose, ["right glute"]) for pose in poses))
    rolling, frames = rolled(movement)
    check_sound(prop_surface((rolling,), frames[0]))
    assert rolling.middle(frames[0])[1] == pytest.approx(-0.075 + 0.01)
    assert rolling.middle(frames[0])[2] == pytest.approx(0.035)
    assert rolling.middle(frames[1])[0] - rolling.middle(frames[0])[0] == pytest.approx(0.03)
