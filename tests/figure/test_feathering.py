import numpy as np
import pytest

from routine_player.figure.feathering import feathered
from routine_player.figure.surface import Surface


@pytest.fixture
def strip():
    """Lay a strip of nine squares whose middle column of vertices is there twice."""
    columns = [*range(5), *range(4, 10)]
    positions = np.array([[x, y, 0.0] for x in columns for y in (0.0, 1.0)])
    squares = [n for n in range(10) if n != 4]
    triangles = [t for n in squares for t in ((2 * n, 2 * n + 2, 2 * n + 1),)]
    triangles += [(2 * n + 1, 2 * n + 2, 2 * n + 3) for n in squares]
    count = len(positions)
    return Surface(
        positions,
        np.tile([0.0, 0.0, 1.0], (count, 1)),
        np.array(triangles, np.int32),
        np.zeros(count, np.int32),
        np.zeros((count, 2)),
        np.zeros(count, np.int32),
        np.zeros(count),
    )


def test_an_edge_becomes_a_slope_that_goes_on_over_a_seam(strip):
    hard = (strip.positions[:, 0] > 3.5).astype(float)
    soft = feathered(hard, strip, 3)
    assert soft[8:10] == pytest.approx(soft[10:12])
    assert 0.02 < soft[6] < soft[8] < soft[12] < 0.98


def test_what_is_even_stays_even(strip):
    assert feathered(np.full(22, 0.4), strip, 5) == pytest.approx(0.4)


def test_no_rounds_change_nothing(strip):
    hard = (strip.positions[:, 0] > 3.5).astype(float)
    assert feathered(hard, strip, 0) == pytest.approx(hard)
