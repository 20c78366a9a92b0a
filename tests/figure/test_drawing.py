from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle, Play
from routine_player.figure.drawing import Drawing
from routine_player.figure.model import Mat
from routine_player.figure.movement import Movement

SIZE = (240, 180)


@pytest.fixture
def drawing(arm_raise, make_tube_model):
    return Drawing(arm_raise, make_tube_model(arm_raise), SIZE)


def on_picture(layer, size=SIZE):
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    height, width = layer.rgba.shape[:2]
    picture[layer.y : layer.y + height, layer.x : layer.x + width] = layer.rgba
    return picture


def turned_round(movement, y_mirrored_frames):
    camera = movement.authored.camera
    authored = replace(movement.authored, camera=CameraAngle(-camera.azimuth, camera.elevation))
    return Movement(authored, movement.keyframes, y_mirrored_frames, movement.marks)


def test_a_frame_is_cropped_to_the_figure_and_lies_inside_the_picture(drawing):
    layer = drawing.frame(2)
    height, width = layer.rgba.shape[:2]
    assert 0 < layer.x < layer.x + width < SIZE[0]
    assert 0 < layer.y < layer.y + height < SIZE[1]
    assert width < SIZE[0] / 2


def test_the_figure_fills_the_height_of_the_picture(drawing):
    alpha = sum(on_picture(drawing.frame(index))[..., 3].astype(int) for index in range(5))
    rows = np.flatnonzero(alpha.any(axis=1))
    assert rows[-1] - rows[0] > 0.75 * SIZE[1]


def test_colours_are_premultiplied(drawing):
    rgba = drawing.frame(4).rgba
    assert (rgba[..., :3] <= rgba[..., 3:]).all()
    assert {0, 255} <= set(np.unique(rgba[..., 3]))


def test_the_same_frame_comes_out_the_same_each_time(drawing):
    assert np.array_equal(drawing.frame(1).rgba, drawing.frame(1).rgba)


def test_the_mirrored_movement_seen_from_the_other_side_is_the_flipped_picture_but_for_light(
    arm_raise, make_tube_model
):
    model = make_tube_model(arm_raise)
    there = Drawing(arm_raise, model, SIZE).frame(3)
    mirrored = Drawing(turned_round(arm_raise, arm_raise.frames), model, SIZE, far=True).frame(3)
    plain = on_picture(there)[:, ::-1].astype(int)
    other = on_picture(mirrored).astype(int)
    apart = np.abs(plain[..., 3] - other[..., 3])
    assert apart.max() <= 64  # one sample of four: their pattern is not symmetric
    assert apart.mean() < 1
    assert not np.array_equal(plain, other)
    inside = (plain[..., 3] == 255) & (other[..., 3] == 255)
    hues = [
        seen[inside][:, :3] / seen[inside][:, :3].sum(axis=1, keepdims=True)
        for seen in (plain, other)
    ]
    assert np.quantile(np.abs(hues[0] - hues[1]).max(axis=1), 0.95) < 0.06  # the same materials
    light = [seen[inside][:, :3].mean() for seen in (plain, other)]
    assert light[0] == pytest.approx(light[1], rel=0.2)


def test_the_far_side_keeps_the_camera_and_moves_the_other_arm(arm_raise, make_tube_model):
    model = make_tube_model(arm_raise)
    near, far = (Drawing(arm_raise, model, SIZE, far=far) for far in (False, True))
    one, other = near.arrows(0, 4), far.arrows(0, 4)
    assert one[0][-1, 0] > SIZE[0] / 2
    assert other[0] == pytest.approx(one[0], abs=12)
    assert not np.array_equal(near.frame(4).rgba, far.frame(4).rgba)


def test_the_arrow_goes_with_the_hand_that_moves_and_stays_outside_the_body(drawing):
    (path,) = drawing.arrows(0, 4)
    alpha = on_picture(drawing.frame(4))[..., 3]
    assert path[0, 1] > path[-1, 1]
    column, row = path[-1].astype(int)
    assert alpha[row, column] == 0


def test_an_arrow_back_runs_the_other_way(drawing):
    (path,) = drawing.arrows(4, 0)
    assert path[0, 1] < path[-1, 1]


def test_there_is_no_arrow_where_nothing_moves(drawing):
    assert drawing.arrows(2, 2) == ()


def test_a_shadow_lies_under_the_feet_and_fades_before_the_edge(drawing):
    shadow = drawing.shadow_frame(0)
    assert shadow.shape == (SIZE[1] // 2, SIZE[0] // 2)
    assert shadow.max() > 60
    assert shadow[[0, -1]].max() == 0
    assert shadow[:, [0, -1]].max() == 0
    row = np.unravel_index(np.argmax(shadow), shadow.shape)[0]
    bottom = np.flatnonzero(on_picture(drawing.frame(0))[..., 3].any(axis=1))[-1]
    assert abs(2 * row - bottom) < 16


def test_a_keyframe_is_found_among_the_frames(arm_raise, make_tube_model):
    model = make_tube_model(arm_raise)
    drawing = Drawing(arm_raise, model, SIZE)
    assert [drawing.index_of(0), drawing.index_of(1)] == [0, 4]
    assert drawing.count == 5


def test_in_a_loop_the_frame_after_the_last_is_the_first(arm_raise, make_tube_model):
    authored = replace(arm_raise.authored, play=Play.LOOP)
    loop = Movement(authored, arm_raise.keyframes, arm_raise.frames, (0.0, 0.4))
    drawing = Drawing(loop, make_tube_model(loop), SIZE)
    assert drawing.index_of(1) == 2


def test_the_camera_follows_a_body_that_walks(arm_raise, make_tube_model):
    frames = tuple(
        replace(pose, translation=pose.translation + np.array([0.4 * step, 0, 0]))
        for step, pose in enumerate(arm_raise.frames)
    )
    mat = Mat(0.0, 0.0, 1.8, 0.6)
    walk = Movement(arm_raise.authored, (frames[0], frames[-1]), frames, (0.0, 1.0))
    drawing = Drawing(walk, make_tube_model(walk, mats=(mat,)), SIZE)
    middles = []
    for index in range(5):
        columns = np.flatnonzero(on_picture(drawing.frame(index))[..., 3].any(axis=0))
        middles.append(columns.mean())
    assert np.ptp(middles) < 0.35 * SIZE[0]
    assert drawing.mat_outlines(0)[0].top.mean() > drawing.mat_outlines(4)[0].top.mean()


def test_a_mat_is_a_shape_on_the_floor_with_an_edge_below(arm_raise, make_tube_model):
    model = make_tube_model(arm_raise, mats=(Mat(0.1, 0.0, 1.8, 0.6),))
    for far in (False, True):
        (outline,) = Drawing(arm_raise, model, SIZE, far=far).mat_outlines()
        assert np.ptp(outline.top[:, 0]) > 4 * np.ptp(outline.top[:, 1])
        assert outline.whole[:, 1].max() > outline.top[:, 1].max()
        assert outline.top[:, 0].min() >= 0
        assert outline.top[:, 0].max() <= SIZE[0]


def test_a_thing_beside_the_body_is_brought_into_the_picture(arm_raise, make_tube_model, make_tube):
    pole = make_tube(np.array([0.75, 0.0, 0.0]), np.array([0.75, 0.0, 1.2]), 0.02, 10)
    drawing = Drawing(arm_raise, make_tube_model(arm_raise, prop=pole), (80, 180))
    alpha = on_picture(drawing.frame(0), (80, 180))[..., 3]
    columns = np.flatnonzero(alpha.any(axis=0))
    assert 68 < columns[-1] < 79


def test_there_is_no_arrow_for_who_walks_on_the_spot(arm_raise, make_tube_model):
    authored = replace(arm_raise.authored, play=Play.LOOP, sliding=("left foot", "right foot"))
    walk = replace(arm_raise, authored=authored)
    assert Drawing(walk, make_tube_model(walk), SIZE).arrows(0, 4) == ()


def test_a_frame_drawn_with_its_shadow_is_the_frame_and_the_shadow(drawing):
    layer, shadow = drawing.frame_with_shadow(2)
    assert np.array_equal(layer.rgba, drawing.frame(2).rgba)
    assert np.array_equal(shadow, drawing.shadow_frame(2))


def test_what_must_be_seen_lies_round_the_middle_of_the_picture(drawing):
    left, top, right, bottom = drawing.box
    assert (left + right) / 2 == pytest.approx(SIZE[0] / 2, abs=3)
    assert (top + bottom) / 2 == pytest.approx(SIZE[1] / 2, abs=3)
    assert right - left > 0.2 * SIZE[0]
