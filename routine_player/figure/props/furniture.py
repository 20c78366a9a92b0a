"""Where things stand that do not move: each is set under, before or behind what touches it."""

from typing import Final

import numpy as np

from routine_player.figure.authored import Prop
from routine_player.figure.props import bench, chair, rail, step, wall
from routine_player.figure.props.grips import fist
from routine_player.figure.props.kinds import metres, option_said, surface_height, wall_normal, word
from routine_player.figure.props.scene import Scene, Touch
from routine_player.figure.props.sheets import moved, together
from routine_player.figure.rotation import Array, about_z
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Surface

_EDGE_FRAMES: Final = {"hips": "pelvis", "shoulder blades": "T8"}
_SIT_BACK_M: Final = 0.05
"""How far behind the middle of a seat one sits."""
_BEHIND_HEEL_M: Final = 0.055
_ANKLE_OVER_M: Final = 0.105
_WALL_HEADROOM_M: Final = 0.42
_WALL_HEIGHT_M: Final = (1.2, 2.25)
_WALL_MARGIN_M: Final = 0.40
_WALL_WIDTH_M: Final = (1.1, 1.9)
_FLESH_M: Final = 0.11


def placed_bench(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a bench under what touches it; its end is where `edge` says."""
    size = _pad_size(prop)
    across = word(prop, "lies") == "across"
    depth = size.width_m if across else size.length_m
    middle, _ = _pad_middle(prop, scene, depth)
    turn = about_z(np.asarray(np.pi / 2 if across else 0.0))
    return moved(bench.bench(size, group), turn, middle + _said_shift(prop))


def placed_plinth(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a plinth under what touches it, with what holds hands and ankles."""
    size = _pad_size(prop)
    middle, touch = _pad_middle(prop, scene, size.length_m)
    frames = scene.at(touch.keyframe if touch else 0)
    parts = [bench.plinth(size, group)]
    if word(prop, "handles") == "held":
        grip = np.mean([fist(frames, side) for side in SIDES], axis=0) - middle
        parts.append(bench.handles(grip, size.width_m, size.height_m - bench.PAD_M, group))
    if word(prop, "ankles") == "held":
        ankle = np.mean([frames.position(f"{side}_ankle")[0] for side in SIDES], axis=0) - middle
        place = np.array([ankle[0], ankle[2] + _ANKLE_OVER_M])
        parts.append(bench.ankle_bar(place, size, group))
    return moved(together(parts), np.eye(3), middle + _said_shift(prop))


def _pad_size(prop: Prop) -> bench.PadSize:
    return bench.PadSize(metres(prop, "length"), metres(prop, "width"), surface_height(prop))


def _pad_middle(prop: Prop, scene: Scene, depth_m: float) -> tuple[Array, Touch | None]:
    """Give the point on the floor under the middle of a pad that is `depth_m` deep along x."""
    touches = scene.touches(prop.kind)
    touch = touches[0] if touches else None
    frames = scene.at(touch.keyframe if touch else 0)
    pelvis = frames.position("pelvis")[0]
    middle = touch.middle if touch else pelvis
    place = np.array([middle[0], pelvis[1], 0.0])
    edge = word(prop, "edge")
    if edge != "none":
        end = _edge(scene, touch.keyframe if touch else 0, edge)
        other = frames.position("T8")[0][0] if edge == "hips" and touch is None else middle[0]
        if edge == "shoulder blades":
            other = frames.position("head")[0][0]
        place[0] = end + np.copysign(depth_m / 2, other - end)
    return place, touch


def _edge(scene: Scene, keyframe: int, edge: str) -> float:
    """Give the x of what lies at the end of a pad."""
    frames = scene.at(keyframe)
    if edge == "knees":
        return float(np.mean([frames.position(f"{side}_knee")[0][0] for side in SIDES]))
    return float(frames.position(_EDGE_FRAMES[edge])[0][0])


def placed_chair(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a chair under the seat, facing the way the pelvis does."""
    touches = scene.touches(prop.kind)
    lowest = int(np.argmin(scene.frames.position("pelvis")[:, 2]))
    frames = scene.at(touches[0].keyframe if touches else lowest)
    forward = frames.rotation("pelvis")[0][:, 0]
    turn = about_z(np.arctan2(forward[1], forward[0]))
    seat = touches[0].middle if touches else frames.position("pelvis")[0]
    place = seat * np.array([1.0, 1.0, 0.0]) + turn[:, 0] * _SIT_BACK_M
    return moved(chair.chair(surface_height(prop), group), turn, place + _said_shift(prop))


def placed_step(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a step or a box so that its near edge is a little behind what stands on it."""
    touches = scene.touches(prop.kind)
    height, width = surface_height(prop), metres(prop, "width")
    if prop.kind == "step":
        thing, depth = step.step(height, width, group), step.STEP_DEPTH_M
    else:
        thing, depth = step.wooden_box(height, width, group), step.BOX_DEPTH_M
    points = _all_points(touches, scene)
    near, far = float(points[:, 0].min()), float(points[:, 0].max())
    x = max(near - _BEHIND_HEEL_M + depth / 2, (near + far) / 2)
    place = np.array([x, (points[:, 1].min() + points[:, 1].max()) / 2, 0.0])
    return moved(thing, np.eye(3), place + _said_shift(prop))


def _all_points(touches: tuple[Touch, ...], scene: Scene) -> Array:
    """Give all that touches, or the feet of the first keyframe where nothing does."""
    if touches:
        return np.concatenate([touch.points for touch in touches])
    return np.stack([scene.at(0).position(f"{side}_ankle")[0] for side in SIDES])


def placed_pillow(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a pillow under what touches it, or under the head."""
    touches = scene.touches(prop.kind)
    middle = touches[0].middle if touches else scene.at(0).position("head")[0]
    place = middle * np.array([1.0, 1.0, 0.0])
    return moved(step.pillow(surface_height(prop), group), np.eye(3), place + _said_shift(prop))


def placed_rail(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a rail in the hands: along x for one hand, across in front for both.

    It is as high as said; where nothing was said and no contact names it, as high as the hands.
    """
    hand = word(prop, "hand")
    sides: tuple[SideName, ...] = SIDES if hand == "both" else _one_side(hand)
    grip = np.mean([fist(scene.at(0), side) for side in sides], axis=0)
    height = surface_height(prop)
    if not option_said(prop, "height") and not scene.touches(prop.kind):
        height = float(grip[2]) + rail.BAR_RADIUS_M
    turn = about_z(np.asarray(np.pi / 2 if hand == "both" else 0.0))
    place = np.array([grip[0], grip[1], 0.0])
    thing = rail.rail(height, metres(prop, "length"), group)
    return moved(thing, turn, place + _said_shift(prop))


def _one_side(hand: str) -> tuple[SideName]:
    return ("left",) if hand == "left" else ("right",)


def placed_wall(prop: Prop, scene: Scene, group: int) -> Surface:
    """Place a wall where the solver found it, or just clear of the body; higher than the body."""
    normal = np.array(wall_normal(prop))
    highest = float(scene.frames.positions[..., 2].max())
    top = float(np.clip(highest + _WALL_HEADROOM_M, *_WALL_HEIGHT_M))
    pelvis = scene.frames.position("pelvis").mean(axis=0) * np.array([1.0, 1.0, 0.0])
    place = pelvis + (wall_distance(prop, scene) - pelvis @ normal) * normal
    turn = about_z(np.arctan2(normal[1], normal[0]))
    beside = (scene.frames.positions - pelvis) @ turn[:, 1]
    width = float(np.clip(2 * np.abs(beside).max() + _WALL_MARGIN_M, *_WALL_WIDTH_M))
    return moved(wall.wall(top, width, group), turn, place)


def wall_distance(prop: Prop, scene: Scene) -> float:
    """Give the distance of a wall along its normal: the solver's, or one clear of the body."""
    bodies = scene.frames.positions.reshape(-1, 3)
    clear = float((bodies @ np.array(wall_normal(prop))).min()) - _FLESH_M
    return dict(scene.movement.walls).get(prop.kind, clear)


def _said_shift(prop: Prop) -> Array:
    return np.array([metres(prop, "forward"), metres(prop, "left"), 0.0])
