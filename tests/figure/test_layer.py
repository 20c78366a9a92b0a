import numpy as np
import pytest

from routine_player.figure.layer import Layer, laid_over


def flat(value, height, width, x, y):
    return Layer(np.full((height, width, 4), value, np.uint8), x, y)


def test_a_layer_over_another_holds_both():
    both = laid_over(flat(255, 2, 2, 3, 4), flat(200, 2, 3, 1, 5), 0.5)
    assert (both.x, both.y, both.rgba.shape) == (1, 4, (3, 4, 4))
    assert both.rgba[0, 2:].min() == 255
    assert both.rgba[2, 0, 3] == 100
    assert both.rgba[0, 0].max() == 0


def test_what_is_half_clear_lets_half_through():
    both = laid_over(flat(128, 1, 1, 0, 0), flat(255, 1, 1, 0, 0), 1.0)
    assert both.rgba[0, 0, 3] == 255
    faded = laid_over(flat(128, 1, 1, 0, 0), flat(255, 1, 1, 0, 0), 0.2)
    assert faded.rgba[0, 0, 3] == pytest.approx(128 + 0.2 * 127, abs=1)
