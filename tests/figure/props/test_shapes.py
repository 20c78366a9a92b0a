import numpy as np
import pytest

from routine_player.figure.parts import Limb, Part
from routine_player.figure.props.outlines import rounded
from routine_player.figure.props.sheets import Paint, moved, nothing, sheet, together
from routine_player.figure.props.solids import across, ball, box, cylinder
from routine_player.figure.props.sweeps import ribbon, smooth, swept, tube
from routine_player.figure.rotation import about_z

PAINT = Paint(Part.WOOD, int(Limb.PROP))
UPWARD = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 0.5], [0.0, 0.0, 1.0]])
SIDEWAYS = np.broadcast_to(np.array([0.0, 1.0, 0.0]), (3, 3))


def ring(count=33):
    angle = np.linspace(0, 2 * np.pi, count)
    path = np.stack([np.cos(angle), np.sin(angle), np.zeros(count)], axis=-1)
    path[-1] = path[0]
    return path


SHAPES = {
    "box": (box(np.zeros(3), np.array([1.0, 2.0, 3.0]), 1e-4, PAINT), 6.0),
    "box that is all edge": (box(np.zeros(3), np.ones(3), 0.5, PAINT), np.pi / 6),
    "cylinder": (cylinder(np.zeros(3), np.array([0.0, 2.0, 0.0]), 0.5, 1e-4, PAINT), np.pi / 2),
    "ball": (ball(np.ones(3), 1.0, PAINT), np.pi * 4 / 3),
    "tube": (tube(UPWARD, 0.1, 40, PAINT), np.pi * 0.01 * (1 + 0.4 / 3)),
    "ring": (tube(ring(), 0.1, 40, PAINT), np.pi * 0.01 * 2 * np.pi),
    "post": (swept(UPWARD, SIDEWAYS, rounded(0.2, 0.4, 1e-4), PAINT), 0.08),
    "ribbon": (ribbon(UPWARD, SIDEWAYS, (0.2, 1e-3), PAINT), 0.2 * 1e-3),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_faces_outward(name, check_sound):
    check_sound(SHAPES[name][0])


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_closed_and_holds_what_it_should(name, volume_of):
    surface, volume = SHAPES[name]
    assert volume_of(surface) == pytest.approx(volume, rel=0.12)


def test_a_box_reaches_from_corner_to_corner():
    surface = box(np.array([-1.0, 0.0, 2.0]), np.array([1.0, 0.5, 3.0]), 0.1, PAINT)
    np.testing.assert_allclose(surface.positions.min(axis=0), [-1, 0, 2], atol=1e-9)
    np.testing.assert_allclose(surface.positions.max(axis=0), [1, 0.5, 3], atol=1e-9)


def test_a_sheet_turns_its_triangles_to_its_normals():
    points = np.stack(np.meshgrid([0.0, 1.0], [0.0, 1.0], [0.0], indexing="ij"), axis=-1)[:, :, 0]
    for up in (1.0, -1.0):
        surface = sheet(points, np.broadcast_to([0.0, 0.0, up], points.shape), PAINT)
        a, b, c = surface.positions[surface.triangles[0]]
        assert np.sign(np.cross(b - a, c - a)[2]) == up


def test_together_joins_nothing_into_nothing():
    assert len(together([]).triangles) == 0
    assert len(nothing().positions) == 0


def test_a_moved_shape_keeps_facing_outward(check_sound):
    turned = moved(SHAPES["box"][0], about_z(np.array(1.0)), np.array([1.0, 2.0, 3.0]))
    check_sound(turned)
    assert turned.positions[:, 2].min() == pytest.approx(3.0)


def test_a_smooth_curve_goes_through_its_points_and_ends_with_them():
    corners = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [2, 1, 1]])
    curve = smooth(corners, 4)
    np.testing.assert_allclose(curve[::4], corners)


def test_vectors_across_an_axis_are_at_right_angles():
    axis = np.array([0.6, 0.0, 0.8])
    first, second = across(axis)
    np.testing.assert_allclose([first @ axis, second @ axis, first @ second], 0, atol=1e-12)
