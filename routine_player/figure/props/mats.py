"""Where a mat lies: under all of the body that is near the floor."""

from typing import Final

import numpy as np

from routine_player.figure.authored import Prop
from routine_player.figure.landmarks import Sphere
from routine_player.figure.model import Mat
from routine_player.figure.props.furniture import wall_distance
from routine_player.figure.props.kinds import metres, option_said, wall_normal
from routine_player.figure.props.scene import Scene
from routine_player.figure.props.spots import place_of
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import SIDES

_LOW_M: Final = 0.17
"""How high over the floor what lies or kneels on a mat is at most."""
_MARGIN_M: Final = 0.07
_SHORTEST_M: Final = 1.2
_LONGEST_M: Final = 2.05
_SPARE_M: Final = 0.40
"""How much mat is left over at most where nobody said how long it is."""
_WIDEST_M: Final = 0.80
_TIPS: Final = (
    Sphere("head", (0.0, 0.0, 0.17), 0.0),
    *(Sphere(f"{side}_toe", (0.07, 0.0, 0.0), 0.0) for side in SIDES),
    *(Sphere(f"{side}_ankle", (-0.06, 0.0, -0.05), 0.0) for side in SIDES),
    *(Sphere(f"{side}_wrist", (0.0, 0.0, -0.17), 0.0) for side in SIDES),
)


def placed_mat(prop: Prop, scene: Scene) -> Mat:
    """Lay a mat along x under the body of all keyframes; it ends where a wall stands.

    It is as long and wide as said. Where nothing is said it may grow a little, so that nobody's
    feet are beside it, or be folded shorter, so that it does not fill the picture.
    """
    low, high = _lying(scene)
    need = high - low + 2 * _MARGIN_M
    length, width = metres(prop, "length"), metres(prop, "width")
    if not option_said(prop, "length"):
        length = min(length, max(_SHORTEST_M, float(need[0]) + _SPARE_M))
        length = float(np.clip(need[0], length, _LONGEST_M))
    if not option_said(prop, "width"):
        width = float(np.clip(need[1], width, _WIDEST_M))
    middle = (low + high) / 2
    start, end = middle[0] - length / 2, middle[0] + length / 2
    for wall in (one for one in scene.movement.authored.props if one.kind == "wall"):
        start, end = _cut(
            float(start), float(end), wall_normal(wall)[0], wall_distance(wall, scene)
        )
    return Mat(
        float(start + end) / 2 + metres(prop, "forward"),
        float(middle[1]) + metres(prop, "left"),
        float(end - start),
        width,
    )


def _cut(start: float, end: float, facing: float, distance: float) -> tuple[float, float]:
    """Cut a mat from `start` to `end` at a wall that faces along x; what is left is not too short.

    `facing` is the wall's normal along x: 0 for one that stands beside the mat.
    """
    if facing > 0:
        start = max(start, distance)
        return start, max(end, start + _SHORTEST_M)
    if facing < 0:
        end = min(end, -distance)
        return min(start, end - _SHORTEST_M), end
    return start, end


def _lying(scene: Scene) -> tuple[Array, Array]:
    """Give the least and greatest x and y (2,) of what is near the floor, or of all if none is."""
    tips = np.stack([place_of(spot, scene.frames) for spot in _TIPS], axis=1)
    points = np.concatenate([scene.frames.positions, tips], axis=1).reshape(-1, 3)
    low = points[points[:, 2] < _LOW_M]
    chosen = (low if len(low) else points)[:, :2]
    return chosen.min(axis=0), chosen.max(axis=0)
