"""Solids as distances: they touch where they should, and skins lie on them."""

import numpy as np
import pytest

from routine_player.figure.mesh.sculpt import (
    ball,
    between,
    carve,
    cast,
    ellipsoid,
    melt,
    outward,
    ramp,
    rod,
)

RAYS = np.array([[1.0, 0, 0], [0, -1.0, 0], [0, 0, 1.0], [0.6, 0.8, 0]])


def test_a_ball_is_as_far_away_as_its_surface():
    points = np.array([[3.0, 0, 0], [0, 0.5, 0], [0, 0, 0]])
    assert ball(points, (0, 0, 0), 1.0) == pytest.approx([2, -0.5, -1])


def test_an_ellipsoid_ends_at_its_radii():
    points = np.array([[0.2, 0, 0], [0, 0.3, 0], [0, 0, 0.4]])
    assert ellipsoid(points, (0, 0, 0), (0.2, 0.3, 0.4)) == pytest.approx(0, abs=1e-12)
    assert ellipsoid(points * 1.1, (0, 0, 0), (0.2, 0.3, 0.4)).min() > 0
    assert ellipsoid(points * 0.9, (0, 0, 0), (0.2, 0.3, 0.4)).max() < 0


def test_a_rod_tapers_between_its_ends():
    ends = ((0, 0, 0), (1, 0, 0))
    points = np.array([[0, 0.5, 0], [1, 0.5, 0], [0.5, 0.5, 0], [1.6, 0, 0]])
    assert rod(points, ends, (0.1, 0.3)) == pytest.approx([0.4, 0.2, 0.3, 0.3])


def test_melted_solids_keep_both_and_fill_the_valley_between():
    first, second = np.array([0.2, -0.1, 0.02]), np.array([-0.3, 0.4, 0.02])
    together = melt(first, second, 0.05)
    assert together[:2] == pytest.approx([-0.3, -0.1])
    assert together[2] < 0.02


def test_a_carved_solid_is_empty_where_the_tool_was():
    solid, tool = np.array([-0.5, -0.5]), np.array([-0.2, 0.6])
    assert carve(solid, tool, 0.01) == pytest.approx([0.2, -0.5])


def test_rays_end_on_the_surface_with_normals_outward():
    def solid(points):
        return ball(points, (0, 0, 0), 0.07)

    reached = cast(solid, np.array([0.01, 0, 0]), RAYS, 0.2)
    assert np.linalg.norm(reached, axis=-1) == pytest.approx(0.07, abs=1e-6)
    assert outward(solid, reached) == pytest.approx(reached / 0.07, abs=1e-4)


def test_a_ramp_rises_once_and_stays():
    values = ramp(np.array([-1.0, 0.0, 0.5, 1.0, 2.0]), 0.0, 1.0)
    assert values == pytest.approx([0, 0, 0.5, 1, 1])


def test_tables_are_read_in_straight_lines():
    table = np.array([[0.0, 10.0], [1.0, 20.0]])
    read = between(np.array([0.25, 2.0]), np.array([0.0, 1.0]), table)
    assert read == pytest.approx(np.array([[0.25, 12.5], [1.0, 20.0]]))
