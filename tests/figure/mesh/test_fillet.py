"""Two surfaces joined by a rounded valley."""

import numpy as np
import pytest

from routine_player.figure.mesh.fillet import Fillet

FILLET = Fillet(width_m=0.03, grain_m=0.015)


def sheet(normal, along, across):
    """Lay a square of points half a metre wide through the origin."""
    steps = np.linspace(-0.1, 0.1, 25)
    first, second = np.meshgrid(steps, steps)
    points = first.reshape(-1, 1) * along + second.reshape(-1, 1) * across
    return points, np.broadcast_to(normal, points.shape).copy()


X, Y, Z = np.eye(3)
FLOOR = sheet(Z, X, Y)
WALL = sheet(X, Y, Z)


def test_floor_and_wall_rise_to_one_valley_and_face_the_same_way():
    (floor, floor_normals), (wall, wall_normals) = FILLET.join(FLOOR, WALL)
    corner = np.argmin(np.abs(FLOOR[0]).sum(axis=1))

    assert floor[corner, 2] > 0.003
    assert floor[corner] == pytest.approx(wall[corner], abs=1e-3)
    assert floor_normals[corner] == pytest.approx(wall_normals[corner], abs=0.02)


def test_far_points_stay_where_they_are():
    (floor, normals), _ = FILLET.join(FLOOR, WALL)
    far = np.abs(FLOOR[0][:, 0]) > 0.06

    assert floor[far] == pytest.approx(FLOOR[0][far])
    assert normals[far] == pytest.approx(FLOOR[1][far])


def test_surfaces_that_face_each_other_do_not_grow_together():
    ceiling = (FLOOR[0] + 0.01 * Z, -FLOOR[1])

    (floor, _), _ = FILLET.join(FLOOR, ceiling)

    assert floor == pytest.approx(FLOOR[0], abs=1e-6)


def test_surfaces_that_lie_flush_do_not_swell():
    (floor, _), _ = FILLET.join(FLOOR, (FLOOR[0].copy(), FLOOR[1].copy()))

    assert floor == pytest.approx(FLOOR[0], abs=1e-6)
