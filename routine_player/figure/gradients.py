"""Values that change evenly over triangles, looked up at samples of the picture."""

from dataclasses import dataclass

import numpy as np

from routine_player.figure.arrays import Double, Single
from routine_player.figure.surface import Integers


@dataclass(frozen=True, slots=True, eq=False)
class Gradients:
    """Values over those triangles that are seen.

    `place` (T,) finds a triangle among them. Of each, `origin` (2, S) is a corner in pixels, and
    `plane` (A, 3, S) each value's amount there and its change with x and y.
    """

    place: Integers
    origin: Single
    plane: Single

    def at(self, triangle: Integers, x: Single, y: Single) -> list[Single]:
        """Give each value (N,) at pixels `x`, `y` of `triangle`, all (N,)."""
        here = self.place[triangle]
        right, down = x - self.origin[0, here], y - self.origin[1, here]
        values: list[Single] = []
        for start, by_x, by_y in self.plane:
            value = start[here]
            value += by_x[here] * right
            value += by_y[here] * down
            values.append(value)
        return values


def gradients_of(
    points: Double, triangles: Integers, seen: Integers, values: tuple[Double, ...]
) -> Gradients:
    """Prepare `values`, each (V,), over the triangles numbered `seen` (S,).

    `points` (V, 3) are x and y in pixels and nearness; `triangles` (T, 3).
    """
    place = np.zeros(len(triangles), np.int32)
    place[seen] = np.arange(len(seen), dtype=np.int32)
    corners = triangles[seen]
    x, y = points[:, 0][corners], points[:, 1][corners]
    x1, y1 = x[:, 1] - x[:, 0], y[:, 1] - y[:, 0]
    x2, y2 = x[:, 2] - x[:, 0], y[:, 2] - y[:, 0]
    area = x1 * y2 - x2 * y1
    plane = np.empty((len(values), 3, len(seen)), np.float32)
    for number, value in enumerate(values):
        at = value[corners]
        first, second = at[:, 1] - at[:, 0], at[:, 2] - at[:, 0]
        plane[number, 0] = at[:, 0]
        plane[number, 1] = (first * y2 - second * y1) / area
        plane[number, 2] = (second * x1 - first * x2) / area
    return Gradients(place, np.stack([x[:, 0], y[:, 0]]).astype(np.float32), plane)
