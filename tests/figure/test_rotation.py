"""Turns and the vectors that stand for them."""

import numpy as np
import pytest

from routine_player.figure.rotation import about_x, about_y, about_z, from_vector, to_vector


@pytest.mark.parametrize(
    "vector",
    [
        [0.0, 0.0, 0.0],
        [1e-7, 0.0, 0.0],
        [0.4, -1.2, 0.7],
        [np.pi, 0.0, 0.0],
        [0.0, -np.pi / np.sqrt(2), np.pi / np.sqrt(2)],
    ],
)
def test_a_turn_is_the_turn_of_its_vector(vector):
    turn = from_vector(np.array(vector))
    np.testing.assert_allclose(from_vector(to_vector(turn)), turn, atol=1e-6)


def test_a_quarter_turn_takes_each_axis_to_the_next():
    quarter = np.array(np.pi / 2)
    np.testing.assert_allclose(about_x(quarter) @ [0, 1, 0], [0, 0, 1], atol=1e-12)
    np.testing.assert_allclose(about_y(quarter) @ [0, 0, 1], [1, 0, 0], atol=1e-12)
    np.testing.assert_allclose(about_z(quarter) @ [1, 0, 0], [0, 1, 0], atol=1e-12)


def test_a_turn_by_a_vector_is_a_turn_about_its_direction():
    np.testing.assert_allclose(from_vector(np.array([0.0, 0.0, 0.3])), about_z(np.array(0.3)))
