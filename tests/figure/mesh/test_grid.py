"""Tubes as grids of points."""

import numpy as np
import pytest

from routine_player.figure.mesh.grid import tube_part, tube_topology, unit

SIDES = 12


def pillar(turned):
    """Build an upright tube of radius 1 from the top down, or its mirror."""
    angle = np.arange(SIDES) / SIDES * 2 * np.pi * (1 if turned else -1)
    down = -np.arange(5.0)[:, None]
    cosine, sine = np.cos(angle)[None], np.sin(angle)[None]
    return np.stack(np.broadcast_arrays(cosine, sine, down), -1)


def facing_of(part):
    """Give how far each triangle faces away from the axis of the tube."""
    corners = part.positions[part.topology.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.einsum("ti,ti->t", across[:, :2], corners.mean(axis=1)[:, :2])


def test_normals_and_triangles_face_outward():
    part = tube_part(pillar(turned=False), tube_topology(np.linspace(0, 1, 5), SIDES))

    assert np.einsum("vi,vi->v", part.normals, part.positions * [1, 1, 0]) == pytest.approx(1.0)
    assert (facing_of(part) > 0).all()


def test_a_mirrored_tube_is_wound_the_other_way():
    topology = tube_topology(np.linspace(0, 1, 5), SIDES, turned=True)
    part = tube_part(pillar(turned=True), topology, turned=True)

    assert np.einsum("vi,vi->v", part.normals, part.positions * [1, 1, 0]) == pytest.approx(1.0)
    assert (facing_of(part) > 0).all()


def test_a_seam_repeats_its_vertices_so_that_v_reaches_one():
    part = tube_part(pillar(turned=False), tube_topology(np.linspace(0, 1, 5), SIDES))
    first, last = part.topology.uv[0], part.topology.uv[SIDES]

    assert (first[1], last[1]) == (0.0, 1.0)
    assert part.positions[0] == pytest.approx(part.positions[SIDES])
    assert len(part.positions) == 5 * (SIDES + 1)


def test_a_vector_without_length_stays_nothing():
    assert unit(np.zeros((1, 3))) == pytest.approx(np.zeros((1, 3)))
