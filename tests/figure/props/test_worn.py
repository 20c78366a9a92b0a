import numpy as np
import pytest

from routine_player.figure.kinematics import FRAME_INDEX, Frames, Pose, frames_of
from routine_player.figure.props.band import band, hull
from routine_player.figure.props.dowel import dowel
from routine_player.figure.props.grips import fist
from routine_player.figure.props.strap import strap

GROUP = 9


def distance(surface, point):
    return float(np.linalg.norm(surface.positions - point, axis=1).min())


@pytest.mark.parametrize("at", ["above knees", "ankles", "feet"])
@pytest.mark.parametrize("apart", [0, 25])
def test_a_loop_lies_outside_both_legs_and_close_to_them(at, apart, bent, check_sound):
    frames = frames_of(bent(hip_abduction=apart, hip_flexion=30, knee_flexion=40))
    surface = band(frames, at, GROUP)
    check_sound(surface)
    joint, down = {
        "above knees": ("hip", (0, 0, -0.32)),
        "ankles": ("knee", (0, 0, -0.344)),
        "feet": ("ankle", (0.09, 0, -0.036)),
    }[at]
    for side in ("left", "right"):
        middle = frames.point(f"{side}_{joint}", np.array(down))[0]
        assert 0.02 < distance(surface, middle) < 0.07


def test_a_loop_grows_as_the_legs_part(bent):
    def length(apart):
        surface = band(frames_of(bent(hip_abduction=apart)), "ankles", GROUP)
        return np.ptp(surface.positions[:, 1])

    assert length(20) > length(5) + 0.15


def test_a_loop_has_a_way_round_feet_that_are_one_ahead_of_the_other(bent, check_sound):
    frames = frames_of(bent(left_hip_flexion=90, left_knee_flexion=5, right_hip_flexion=-5))
    check_sound(band(frames, "feet", GROUP))


def test_a_loop_finds_a_way_where_legs_point_along_the_line_between_them(check_sound):
    check_sound(band(frames_of_legs_in_a_row(), "above knees", GROUP))


def frames_of_legs_in_a_row():
    """Give legs that point at each other, which no skeleton allows."""
    neutral = frames_of(Pose.neutral())
    rotations, positions = neutral.rotations.copy(), neutral.positions.copy()
    for side, sign in (("left", 1.0), ("right", -1.0)):
        place = FRAME_INDEX[f"{side}_hip"]
        positions[0, place] = [0.0, sign * 0.6, 0.5]
        rotations[0, place] = [[1.0, 0, 0], [0, 0, sign], [0, -sign, 0]]
    return Frames(positions, rotations)


def test_a_tight_line_leaves_out_what_is_inside():
    points = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1], [0.5, 0.5], [0.5, 0.0]])
    assert sorted(hull(points)) == [0, 1, 2, 3]


def test_a_long_band_goes_from_fist_to_fist(bent, check_sound):
    frames = frames_of(bent(shoulder_flexion=85, shoulder_abduction=20))
    surface = band(frames, "hands", GROUP)
    check_sound(surface)
    for side in ("left", "right"):
        assert distance(surface, fist(frames, side)) < 0.03


def test_a_long_band_stays_in_front_of_the_chest(bent):
    frames = frames_of(bent(shoulder_flexion=10, shoulder_abduction=85))
    surface = band(frames, "hands", GROUP)
    seen = (surface.positions - frames.position("T8")[0]) @ frames.rotation("T8")[0]
    assert seen[np.abs(seen[:, 1]) < 0.05, 0].min() > 0.11


@pytest.mark.parametrize("hands", ["both", "left", "right"])
@pytest.mark.parametrize("foot", ["left", "right"])
def test_a_strap_runs_from_the_hands_round_the_sole(foot, hands, bent, check_sound):
    pose = bent("supine", (0, 0, 0.1), hip_flexion=60, shoulder_flexion=50, elbow_flexion=70)
    frames = frames_of(pose)
    surface = strap(frames, foot, hands, GROUP)
    check_sound(surface)
    assert distance(surface, frames.point(f"{foot}_ankle", np.array([0.084, 0, -0.0745]))[0]) < 0.02
    for side in ("left", "right"):
        near = distance(surface, fist(frames, side)) < 0.03
        assert near == (hands in {"both", side})


def test_the_ends_of_a_strap_do_not_sink_into_the_floor(bent):
    pose = bent("supine", (0, 0, 0.1), right_hip_flexion=40, shoulder_flexion=5, elbow_flexion=5)
    surface = strap(frames_of(pose), "right", "both", GROUP)
    assert surface.positions[:, 2].min() > -0.02


def away_from_axis(surface, point):
    """Give how far a point is from the middle line of a long thing."""
    middle = surface.positions.mean(axis=0)
    way = np.linalg.svd(surface.positions - middle, full_matrices=False)[2][0]
    seen = point - middle
    return float(np.linalg.norm(seen - (seen @ way) * way))


@pytest.mark.parametrize("flexion", [-20, 0, 40])
def test_a_stick_along_the_back_touches_it_and_never_enters_it(flexion, bent, check_sound):
    frames = frames_of(bent(hip_flexion=60, thoracic_flexion=flexion))
    surface = dowel(frames, "along the back", GROUP)
    check_sound(surface)
    away = [
        away_from_axis(surface, frames.point(name, np.array(offset))[0])
        for name, offset in (
            ("pelvis", (-0.110, 0, 0.060)),
            ("T8", (-0.074, 0, 0.030)),
            ("T4", (-0.075, 0, 0.0)),
            ("head", (-0.104, 0, 0.085)),
        )
    ]
    assert min(away) == pytest.approx(0.0125, abs=1e-4)


def test_a_stick_in_both_hands_goes_through_both_fists(bent, check_sound):
    frames = frames_of(bent(shoulder_flexion=170, shoulder_abduction=25))
    surface = dowel(frames, "in both hands", GROUP)
    check_sound(surface)
    ends = surface.positions @ (fist(frames, "left") - fist(frames, "right"))
    assert np.ptp(surface.positions[:, 1]) == pytest.approx(1.2, abs=0.03)
    assert np.ptp(ends) > 0


def test_a_stick_across_the_shoulders_turns_with_them(bent, check_sound):
    frames = frames_of(bent(thoracic_rotation=45))
    surface = dowel(frames, "across the shoulders", GROUP)
    check_sound(surface)
    assert np.ptp(surface.positions[:, 0]) > 0.6


def test_what_is_worn_has_the_group_that_it_was_given(bent):
    frames = frames_of(bent())
    for surface in (band(frames, "feet", GROUP), strap(frames, "left", "both", GROUP)):
        assert (surface.group == GROUP).all()
