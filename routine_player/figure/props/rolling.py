"""Things that roll under the body: half as fast over the floor as the body above them."""

from dataclasses import dataclass

import numpy as np

from routine_player.figure.authored import Prop
from routine_player.figure.kinematics import Frames
from routine_player.figure.landmarks import Sphere
from routine_player.figure.props.kinds import metres, surface_height
from routine_player.figure.props.roller import massage_ball, rolled, roller
from routine_player.figure.props.scene import Scene
from routine_player.figure.props.spots import PELVIS, middle_of
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Surface


@dataclass(frozen=True, slots=True, eq=False)
class Rolling:
    """A thing that rolls under `spots` of the body.

    What slips neither on the floor nor under the body goes half as far as the body, and turns by
    its own way over its radius. Its middle is `start` (3,), plus half of where the spots are
    along x.
    """

    thing: Surface
    spots: tuple[Sphere, ...]
    start: Array
    radius_m: float

    def middle(self, frames: Frames) -> Array:
        """Give where its middle (3,) is."""
        return self.start + np.array([middle_of(self.spots, frames)[0] / 2, 0.0, 0.0])

    def surface(self, frames: Frames) -> Surface:
        """Give it where it is, turned as far as it has rolled."""
        middle = self.middle(frames)
        return rolled(self.thing, middle, float(middle[0]) / self.radius_m)


def placed_rolling(prop: Prop, scene: Scene, group: int) -> Rolling:
    """Put a roller or a ball under what touches it.

    Where the parts that touch it in the keyframes do not allow of rolling, it is as near to all of
    them as it can be.
    """
    radius = surface_height(prop) / 2
    spots = scene.spots(prop.kind) or (PELVIS,)
    touches = scene.touches(prop.kind)
    aways = [
        float(touch.middle[0] - middle_of(spots, scene.at(touch.keyframe))[0] / 2)
        for touch in touches
    ] or [float(middle_of(spots, scene.at(0))[0]) / 2]
    y = float(scene.frames.position("pelvis")[0, 1])
    if prop.kind == "roller":
        thing = roller(radius, metres(prop, "length"), group)
    else:
        thing, y = massage_ball(radius, group), float(middle_of(spots, scene.at(0))[1])
    start = np.array([float(np.mean(aways)) + metres(prop, "forward"), y, radius])
    return Rolling(thing, spots, start + np.array([0.0, metres(prop, "left"), 0.0]), radius)
