from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera, axes_of
from routine_player.figure.ink import pen_for
from routine_player.figure.materials import PALETTE, Material
from routine_player.figure.painting import paint
from routine_player.figure.parts import Limb, Part
from routine_player.figure.surface import Surface, joined
from routine_player.figure.textures import atlas_of

SIZE = (120, 100)
TEXTURES = {
    Part.LEFT_LEG: np.full((2, 2), Material.SHORTS, np.uint8),
    Part.RIGHT_LEG: np.full((2, 2), Material.SHORTS, np.uint8),
    Part.TORSO: np.array([[Material.SOCK], [Material.HAIR]] * 4, np.uint8),
}
ATLAS = atlas_of(TEXTURES)


@pytest.fixture
def camera():
    return Camera(axes_of(CameraAngle(-90.0, 0.0)), np.array([0.0, 0.0, 1.0]), 100.0, (60.0, 50.0))


def ball(centre, radius, part, target=None):
    """Build a ball; `target` tells from a direction (N, 3) how much is a target."""
    along, around = np.meshgrid(np.linspace(0, np.pi, 25), np.linspace(0, 2 * np.pi, 37))
    out = np.stack(
        [np.sin(along) * np.cos(around), np.sin(along) * np.sin(around), np.cos(along)], axis=-1
    ).reshape(-1, 3)
    first = (np.arange(36)[:, None] * 25 + np.arange(24)).ravel()
    triangles = np.concatenate(
        [
            np.stack([first, first + 1, first + 25], -1),
            np.stack([first + 1, first + 26, first + 25], -1),
        ]
    )
    limb = {Part.LEFT_LEG: Limb.LEFT_LEG, Part.RIGHT_LEG: Limb.RIGHT_LEG}.get(part, Limb.TORSO)
    return Surface(
        centre + radius * out,
        out,
        triangles.astype(np.int32),
        np.full(len(out), part, np.int32),
        np.stack([along.ravel() / np.pi, around.ravel() / (2 * np.pi)], axis=-1),
        np.full(len(out), limb, np.int32),
        np.zeros(len(out)) if target is None else target(out),
    )


MIDDLE = np.array([0.0, 0.0, 1.0])


def beside(x, y, z):
    return MIDDLE + np.array([x, y, z], float)


def pixel(layer, x, y):
    return layer.rgba[y - layer.y, x - layer.x].astype(int)


def redness(layer, x, y):
    red, green, blue, _ = pixel(layer, x, y)
    return red - (green + blue) / 2


def near_side(out):
    return (out[:, 1] < -0.5).astype(float)


def upper_near_side(out):
    return ((out[:, 1] < 0.2) & (out[:, 2] > 0.2)).astype(float)


def far_side(out):
    return (out[:, 1] > 0.5).astype(float)


def test_a_ball_is_round_opaque_and_as_large_as_it_should_be(camera):
    layer = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    assert layer.rgba[..., 3].sum() / 255 == pytest.approx(np.pi * 30**2, rel=0.02)
    assert pixel(layer, 60, 50)[3] == 255


def test_it_is_lighter_towards_the_light_at_the_upper_left(camera):
    layer = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    assert pixel(layer, 48, 36)[:3].sum() > pixel(layer, 74, 66)[:3].sum() + 60


def test_the_edge_is_inked_within_the_shape(camera):
    layer = paint(ball(MIDDLE, 0.3, Part.TORSO), ATLAS, camera, SIZE)
    row = layer.rgba[50 - layer.y].astype(int)
    inside = np.flatnonzero(row[:, 3] == 255)
    assert row[inside[0], :3].sum() < row[inside[4], :3].sum() - 60


def test_a_limb_before_another_is_parted_from_it_by_ink(camera):
    behind = ball(beside(0, 0.4, 0), 0.4, Part.LEFT_LEG)
    before = ball(beside(0, -0.3, 0), 0.15, Part.RIGHT_LEG)
    layer = paint(joined([behind, before]), ATLAS, camera, SIZE)
    brightness = layer.rgba[50 - layer.y, :, :3].astype(int).sum(axis=1)
    edge = 60 - 16 - layer.x
    assert brightness[edge - 2 : edge + 3].min() < brightness[edge - 8] - 25


def test_the_same_limb_going_on_smoothly_has_no_ink_within(camera):
    layer = paint(ball(MIDDLE, 0.4, Part.LEFT_LEG), ATLAS, camera, SIZE)
    middle = layer.rgba[50 - layer.y, 30 - layer.x : 90 - layer.x, :3].astype(int).sum(axis=1)
    assert np.abs(np.diff(middle)).max() < 20


def test_the_border_of_two_materials_is_smooth(camera):
    layer = paint(ball(MIDDLE, 0.4, Part.TORSO), ATLAS, camera, SIZE)
    column = layer.rgba[:, 60 - layer.x, 1].astype(int)
    inner = column[8:-8]
    light, dark = inner.max(), inner.min()
    between = (inner > dark + 0.25 * (light - dark)) & (inner < light - 0.25 * (light - dark))
    assert between.sum() >= 3


def test_a_target_that_faces_the_viewer_is_painted_red(camera):
    plain = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    red = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG, near_side), ATLAS, camera, SIZE)
    assert redness(red, 60, 50) > redness(plain, 60, 50) + 100


def test_a_target_that_faces_away_shines_faintly_through_its_own_limb_and_no_other(camera):
    behind = ball(beside(0, 0.4, 0), 0.4, Part.LEFT_LEG, far_side)
    before = ball(beside(-0.2, -0.3, 0), 0.12, Part.RIGHT_LEG)
    plain = paint(
        joined([ball(beside(0, 0.4, 0), 0.4, Part.LEFT_LEG), before]), ATLAS, camera, SIZE
    )
    glowing = paint(joined([behind, before]), ATLAS, camera, SIZE)
    assert 15 < redness(glowing, 64, 50) - redness(plain, 64, 50) < 100
    assert redness(glowing, 38, 50) == redness(plain, 38, 50)


def test_a_target_that_is_seen_well_does_not_shine_through_as_well(camera):
    plain = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    red = paint(ball(MIDDLE, 0.3, Part.LEFT_LEG, upper_near_side), ATLAS, camera, SIZE)
    assert redness(red, 60, 40) > redness(plain, 60, 40) + 60
    assert redness(red, 60, 66) == redness(plain, 60, 66)


def test_what_stands_before_darkens_what_is_close_behind_it(camera):
    behind = ball(beside(0, 0.4, 0), 0.4, Part.LEFT_LEG)
    before = ball(beside(0, -0.1, 0), 0.12, Part.RIGHT_LEG)
    alone = paint(behind, ATLAS, camera, SIZE)
    both = paint(joined([behind, before]), ATLAS, camera, SIZE)
    assert pixel(both, 60 - 17, 50)[:3].sum() < pixel(alone, 60 - 17, 50)[:3].sum() - 8


def test_what_lies_outside_the_picture_is_cut_off(camera):
    layer = paint(ball(beside(0.6, 0, 0), 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    assert layer.x + layer.rgba.shape[1] == SIZE[0]
    assert (layer.rgba[50 - layer.y, -1, 3]) == 255


def test_nothing_in_sight_is_an_empty_layer(camera):
    layer = paint(ball(beside(9, 0, 0), 0.3, Part.LEFT_LEG), ATLAS, camera, SIZE)
    assert layer.rgba.shape == (0, 0, 4)


def test_a_prop_alone_is_painted_in_its_own_material(camera):
    wood = ball(MIDDLE, 0.3, Part.WOOD)
    prop = Surface(
        wood.positions,
        wood.normals,
        wood.triangles,
        wood.part,
        wood.uv,
        np.full(len(wood.positions), Limb.PROP, np.int32),
        wood.target,
    )
    red, green, blue, _ = pixel(paint(prop, ATLAS, camera, SIZE), 52, 42)
    light = PALETTE[Material.WOOD][0]
    expected = [int(light[start : start + 2], 16) for start in (1, 3, 5)]
    assert [red, green, blue] == pytest.approx(expected, abs=40)


def test_a_small_picture_has_a_fainter_line_and_a_large_one_a_wider():
    small, usual, large = (pen_for(scale) for scale in (60.0, 430.0, 1000.0))
    assert (small.width, usual.width, large.width) == (1, 1, 2)
    assert small.strength < 0.25
    assert usual.strength == large.strength == 1


def test_a_fainter_pen_leaves_less_ink(camera):
    dark, faint = (
        paint(tiny, ATLAS, replace(camera, scale=scale), SIZE)
        for scale, tiny in (
            (300.0, ball(MIDDLE, 0.06, Part.WOOD)),
            (75.0, ball(MIDDLE, 0.24, Part.WOOD)),
        )
    )
    lightness = []
    for layer in (dark, faint):
        row = layer.rgba[50 - layer.y].astype(int)
        rim = np.flatnonzero(row[:, 3] > 100)[0]
        lightness.append(row[rim, :3].sum() / row[rim, 3])
    assert lightness[1] > 1.2 * lightness[0]


def test_a_wall_lets_the_ground_through(camera):
    layer = paint(ball(MIDDLE, 0.3, Part.WALL), ATLAS, camera, SIZE)
    assert 60 < pixel(layer, 60, 64)[3] < 160


def test_a_wall_fades_up_its_texture_and_before_the_picture_ends(camera):
    def alpha(y, u, height):
        wall = ball(beside(0, 0, height), 0.45, Part.WALL)
        uv = np.full_like(wall.uv, u)
        return pixel(paint(replace(wall, uv=uv), ATLAS, camera, SIZE), 60, y)[3]

    assert alpha(50, 0.95, 0) < alpha(50, 0.8, 0) < alpha(50, 0.3, 0)
    assert alpha(4, 0.3, 0.2) < alpha(14, 0.3, 0.2) < alpha(50, 0.3, 0.2)


def test_a_larger_picture_has_a_wider_line(camera):
    large = Camera(camera.axes, camera.target, 1000.0, (600.0, 500.0))
    layer = paint(ball(MIDDLE, 0.3, Part.RIGHT_LEG), ATLAS, large, (1200, 1000))
    row = layer.rgba[440 - layer.y, :, :3].astype(int).sum(axis=1)
    inside = np.flatnonzero(layer.rgba[440 - layer.y, :, 3] == 255)
    assert row[inside[1]] < 0.75 * row[inside[8]]


def test_what_goes_on_beyond_the_picture_on_all_sides_is_painted_to_its_edges(camera):
    behind = ball(beside(0, 3.0, 0), 2.5, Part.LEFT_LEG)
    before = ball(beside(0.6, -0.3, 0.5), 0.2, Part.RIGHT_LEG)
    layer = paint(joined([behind, before]), ATLAS, camera, SIZE)
    assert layer.rgba.shape == (100, 120, 4)
    assert layer.rgba[..., 3].min() == 255
