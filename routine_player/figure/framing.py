"""Framing: where the camera looks, so that body and things fill the picture and stay inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera, axes_of
from routine_player.figure.fitting import fit
from routine_player.figure.kinematics import FRAME_INDEX, Frames, Pose, forward
from routine_player.figure.surface import Floats

_LEAST_SHOWN_M: Final = np.array([1.6, 1.0])  # across or up
_FOLLOWED_M: Final = 0.45
_FOLLOW_FRAMES: Final = 7
_THINGS_REACH_M: Final = (0.34, 0.34, 0.10)

_BALLS: Final = (
    ("head", (0.01, 0.0, 0.085), 0.105),
    ("T4", (0.0, 0.0, 0.0), 0.14),
    ("L3", (0.0, 0.0, 0.0), 0.13),
    ("pelvis", (0.0, 0.0, 0.0), 0.15),
    *(
        (f"{side}_{joint}", offset, radius)
        for side in ("left", "right")
        for joint, offset, radius in (
            ("shoulder", (0.0, 0.0, 0.0), 0.065),
            ("elbow", (0.0, 0.0, 0.0), 0.045),
            ("wrist", (0.0, 0.0, -0.09), 0.06),
            ("wrist", (0.0, 0.0, -0.18), 0.02),
            ("knee", (0.0, 0.0, 0.0), 0.065),
            ("ankle", (-0.03, 0.0, -0.03), 0.05),
            ("toe", (0.06, 0.0, -0.005), 0.025),
        )
    ),
)
"""Balls that the body fills: the frame, the centre in it and the radius, in metres."""

_ENDS: Final = ("head", "left_ankle", "right_ankle", "left_toe", "right_toe")


@dataclass(frozen=True, slots=True)
class Shot:
    """How a movement is filmed: from where, in pictures of which size, and how it goes on.

    `loops` says that the frame after the last is the first. A `mirrored` body has its left and
    right changed, y turned round, while the camera stays.
    """

    angle: CameraAngle
    size: tuple[int, int]
    loops: bool = False
    mirrored: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Framing:
    """The camera of each frame, and what is to be seen of the picture in any case.

    `box` is left, top, right and bottom in pixels; it holds body and things in every frame, and
    its middle is that of the picture.
    """

    cameras: tuple[Camera, ...]
    box: tuple[float, float, float, float]


def framing_of(poses: Sequence[Pose], things: Floats, shot: Shot) -> Framing:
    """Frame a movement.

    `things` (N, 3) are points of what is used; they must be inside as far as they are near the
    body. The camera follows a body that travels, else it stands still. The body is shown as large
    as goes; its size and the height of the eye are the same in all frames.
    """
    balls, radii = _balls_of(poses)
    things = things.copy()
    if shot.mirrored:
        balls, things = balls * [1, -1, 1], things * [1, -1, 1]
    follow = _follow(balls[:, 3], loops=shot.loops)
    low, high = balls.min(axis=(0, 1)), balls.max(axis=(0, 1))
    near = np.clip(things, low - _THINGS_REACH_M, high + _THINGS_REACH_M)
    axes = axes_of(shot.angle)
    relative = balls - follow[:, None]
    target = (relative.min(axis=(0, 1)) + relative.max(axis=(0, 1))) / 2
    plain = Camera(axes, target, 1.0, (0.0, 0.0))
    extent = _extent(plain, relative, radii)
    if not follow.any():
        extent = _with_things(extent, plain, near)
    extent = _at_least(extent)
    wide, tall = (float(side) for side in extent[1] - extent[0])
    placed = fit(wide, tall, shot.size)
    scale = placed.scale
    x, y = placed.left - scale * extent[0, 0], placed.top - scale * extent[0, 1]
    cameras = (Camera(axes, target + offset, scale, (float(x), float(y))) for offset in follow)
    right, bottom = placed.left + scale * wide, placed.top + scale * tall
    return Framing(tuple(cameras), (placed.left, placed.top, right, bottom))


def cut_off(pose: Pose, camera: Camera, size: tuple[int, int], *, mirrored: bool) -> float:
    """Give how many pixels head or feet reach out of the picture; 0 when they are inside."""
    balls, radii = _balls_of([pose])
    chosen = [number for number, ball in enumerate(_BALLS) if ball[0] in _ENDS]
    centres = balls[0, chosen] * ([1, -1, 1] if mirrored else [1, 1, 1])
    seen = camera.project(centres)
    radius = radii[chosen] * camera.scale
    low, high = seen[:, :2] - radius[:, None], seen[:, :2] + radius[:, None]
    return float(max(0.0, -low.min(), (high - size).max()))


def _balls_of(poses: Sequence[Pose]) -> tuple[Floats, Floats]:
    """Give centres (B, K, 3) and radii (K,) of the balls in each pose."""
    frames: Frames = forward(
        np.stack([pose.angles for pose in poses]),
        np.stack([pose.orientation for pose in poses]),
        np.stack([pose.translation for pose in poses]),
    )
    at = [FRAME_INDEX[name] for name, _, _ in _BALLS]
    offsets = np.array([offset for _, offset, _ in _BALLS])
    centres = frames.positions[:, at] + np.einsum("bkij,kj->bki", frames.rotations[:, at], offsets)
    return centres, np.array([radius for _, _, radius in _BALLS])


def _follow(pelvis: Floats, *, loops: bool) -> Floats:
    """Give how far the camera goes along (B, 3) with a pelvis at (B, 3)."""
    path = pelvis * [1, 1, 0]
    if np.linalg.norm(np.ptp(path, axis=0)) < _FOLLOWED_M:
        return np.zeros_like(path)
    margin = _FOLLOW_FRAMES // 2
    padded = np.pad(path, ((margin, margin), (0, 0)), mode="wrap" if loops else "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, _FOLLOW_FRAMES, axis=0)
    smooth = windows.mean(axis=-1)
    return smooth - smooth.mean(axis=0)


def _extent(camera: Camera, balls: Floats, radii: Floats) -> Floats:
    """Give least and greatest x and y (2, 2) of balls, for one pixel a metre."""
    seen = camera.project(balls.reshape(-1, 3))
    radius = np.tile(radii, len(balls))[:, None]
    return np.stack([(seen[:, :2] - radius).min(axis=0), (seen[:, :2] + radius).max(axis=0)])


def _with_things(extent: Floats, camera: Camera, things: Floats) -> Floats:
    if not len(things):
        return extent
    seen = camera.project(things)[:, :2]
    return np.stack(
        [np.minimum(extent[0], seen.min(axis=0)), np.maximum(extent[1], seen.max(axis=0))]
    )


def _at_least(extent: Floats) -> Floats:
    """Widen the extent of a body that is curled up on all sides, so that it is not a giant."""
    shown = np.ptp(extent, axis=0)
    short = max(1.0, float((_LEAST_SHOWN_M / shown).min()))
    return extent + np.stack([-shown, shown]) * ((short - 1) / 2)
