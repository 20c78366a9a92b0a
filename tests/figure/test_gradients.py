import numpy as np
import pytest

from routine_player.figure.gradients import gradients_of


def test_a_value_is_that_of_the_corners_and_even_between_them():
    points = np.array([[0, 0, 0.2], [10, 0, 0.2], [0, 10, 0.2], [10, 10, 0.2]], float)
    triangles = np.array([[0, 1, 2], [3, 2, 1]], np.int32)
    value = np.array([1.0, 3.0, 5.0, 9.0])
    gradients = gradients_of(points, triangles, np.array([0, 1], np.int32), (value, value * 2))
    triangle = np.array([0, 0, 0, 1, 1], np.int32)
    x, y = np.array([0.0, 10.0, 5.0, 10.0, 5.0]), np.array([0.0, 0.0, 5.0, 10.0, 5.0])
    one, double = gradients.at(triangle, x, y)
    assert one == pytest.approx([1, 3, 4, 9, 4])
    assert double == pytest.approx([2, 6, 8, 18, 8])


def test_only_triangles_that_are_seen_need_to_be_prepared():
    points = np.array([[0, 0, 0.2], [10, 0, 0.2], [0, 10, 0.2], [10, 10, 0.2]], float)
    triangles = np.array([[0, 0, 0], [3, 2, 1]], np.int32)
    gradients = gradients_of(points, triangles, np.array([1], np.int32), (np.arange(4.0),))
    (value,) = gradients.at(np.array([1], np.int32), np.array([10.0]), np.array([10.0]))
    assert value == pytest.approx([3])
