"""From the angles of a pose to where every part of the body is, for many poses at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.rotation import Array, about_x, about_y, about_z
from routine_player.figure.skeleton import (
    BALL_FORWARD_M,
    CHEST_TILT_DEGREES,
    FOREARM_M,
    HIP_HALF_WIDTH_M,
    INDEX,
    PARAMETERS,
    SHANK_M,
    SHOULDER_HALF_WIDTH_M,
    SIDES,
    SIGN,
    SPINE,
    THIGH_M,
    UPPER_ARM_M,
    SideName,
)

_LIMB_FRAMES: Final = ("hip", "knee", "ankle", "toe", "shoulder", "elbow", "wrist")
FRAMES: Final = (
    "pelvis",
    *(vertebra.name for vertebra in SPINE),
    *(f"{side}_{joint}" for side in SIDES for joint in _LIMB_FRAMES),
)
"""The names of the frames that move with the body, each with its origin at a joint centre."""

FRAME_INDEX: Final = {name: number for number, name in enumerate(FRAMES)}


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """A body: `angles` (P,) in the order of PARAMETERS, and where its pelvis is.

    `orientation` (3, 3) turns the body into the world, `translation` (3,) is the point midway
    between the hip joints, in metres; the floor is z = 0.
    """

    angles: Array
    orientation: Array
    translation: Array

    @staticmethod
    def neutral() -> "Pose":
        """Stand in the anatomical position with the hip joints at the origin."""
        return Pose(np.zeros(len(PARAMETERS)), np.eye(3), np.zeros(3))


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """Where B bodies are: `positions` (B, F, 3) in metres, `rotations` (B, F, 3, 3)."""

    positions: Array
    rotations: Array

    def position(self, name: str) -> Array:
        """Give the origin (B, 3) of a frame."""
        return self.positions[:, FRAME_INDEX[name]]

    def rotation(self, name: str) -> Array:
        """Give the turn (B, 3, 3) of a frame."""
        return self.rotations[:, FRAME_INDEX[name]]

    def point(self, name: str, offset: Array) -> Array:
        """Give where the point `offset` (3,) of a frame is in the world (B, 3)."""
        return self.position(name) + self.rotation(name) @ offset


class _Tree:
    """Builds the frames from the pelvis outward."""

    def __init__(self, orientation: Array, translation: Array) -> None:
        count = len(translation)
        self.positions = np.empty((count, len(FRAMES), 3))
        self.rotations = np.empty((count, len(FRAMES), 3, 3))
        self.positions[:, 0], self.rotations[:, 0] = translation, orientation

    def grow(self, name: str, parent: str, offset: Array, turn: Array) -> None:
        """Hang frame `name` on `parent` at `offset` (3,) or (B, 3), turned by `turn` (B, 3, 3)."""
        here, from_here = FRAME_INDEX[name], FRAME_INDEX[parent]
        rotation = self.rotations[:, from_here]
        self.positions[:, here] = (
            self.positions[:, from_here]
            + (rotation @ np.broadcast_to(offset, (len(rotation), 3))[..., None])[..., 0]
        )
        self.rotations[:, here] = rotation @ turn


def forward(angles: Array, orientation: Array, translation: Array) -> Frames:
    """Place all frames of B bodies.

    Takes angles (B, P), the turns (B, 3, 3) and places (B, 3) of their pelvises. Hip and shoulder
    turn as Ry(-flexion) Rx(abduction) Rz(external rotation), intrinsic; a joint of the spine as
    Rz(rotation) Ry(flexion + rest) Rx(-side bend), each a third of its region's angle.
    """
    tree = _Tree(orientation, translation)
    _grow_spine(tree, angles)
    for side in SIDES:
        _grow_leg(tree, angles, side)
        _grow_arm(tree, angles, side)
    return Frames(tree.positions, tree.rotations)


def frames_of(pose: Pose) -> Frames:
    """Place all frames of one body (B = 1)."""
    return forward(pose.angles[None], pose.orientation[None], pose.translation[None])


def _grow_spine(tree: _Tree, angles: Array) -> None:
    parent = "pelvis"
    for vertebra in SPINE:
        flexion, lateral, rotation = (
            angles[:, INDEX[f"{vertebra.region}_{motion}"]] / 3
            for motion in ("flexion", "lateral", "rotation")
        )
        turn = (
            about_z(rotation)
            @ about_y(flexion + np.radians(vertebra.rest_degrees))
            @ about_x(-lateral)
        )
        tree.grow(vertebra.name, parent, np.array(vertebra.offset), turn)
        parent = vertebra.name


def _grow_leg(tree: _Tree, angles: Array, side: SideName) -> None:
    sign = SIGN[side]

    def angle(motion: str) -> Array:
        return angles[:, INDEX[f"{side}_{motion}"]]

    tree.grow(
        f"{side}_hip",
        "pelvis",
        np.array([0.0, sign * HIP_HALF_WIDTH_M, 0.0]),
        about_y(-angle("hip_flexion"))
        @ about_x(sign * angle("hip_abduction"))
        @ about_z(sign * angle("hip_rotation")),
    )
    down = np.array([0.0, 0.0, -1.0])
    tree.grow(f"{side}_knee", f"{side}_hip", down * THIGH_M, about_y(angle("knee_flexion")))
    tree.grow(
        f"{side}_ankle",
        f"{side}_knee",
        down * SHANK_M,
        about_y(-angle("ankle_flexion")) @ about_x(-sign * angle("ankle_inversion")),
    )
    tree.grow(
        f"{side}_toe",
        f"{side}_ankle",
        np.array([BALL_FORWARD_M, 0.0, -0.050]),
        about_y(-angle("toe_extension")),
    )


def _grow_arm(tree: _Tree, angles: Array, side: SideName) -> None:
    sign = SIGN[side]

    def angle(motion: str) -> Array:
        return angles[:, INDEX[f"{side}_{motion}"]]

    turn = (
        about_y(-angle("shoulder_flexion") - np.radians(CHEST_TILT_DEGREES))
        @ about_x(sign * angle("shoulder_abduction"))
        @ about_z(sign * angle("shoulder_rotation"))
    )
    tree.grow(f"{side}_shoulder", "T4", _shoulder_offset(-turn[..., 2], angle, sign), turn)
    down = np.array([0.0, 0.0, -1.0])
    elbow = about_y(-angle("elbow_flexion"))
    tree.grow(f"{side}_elbow", f"{side}_shoulder", down * UPPER_ARM_M, elbow)
    tree.grow(
        f"{side}_wrist",
        f"{side}_elbow",
        down * FOREARM_M,
        about_z(-sign * angle("forearm_pronation"))
        @ about_x(sign * angle("wrist_extension"))
        @ about_y(angle("wrist_deviation")),
    )


def _shoulder_offset(arm: Array, angle: Callable[[str], Array], sign: float) -> Array:
    """Place the shoulder joint in the chest for an upper arm pointing along `arm` (B, 3).

    The joint rises and comes in as the arm goes overhead (scapulohumeral rhythm); without that a
    lifted arm looks broken.
    """
    raised = ((1 + arm[:, 2]) / 2) ** 2  # 0 hanging, 1 overhead
    protraction = angle("scapula_protraction")
    return np.stack(
        [
            -0.012 + 0.030 * arm[:, 0] + 0.05 * protraction,
            sign * (SHOULDER_HALF_WIDTH_M - 0.035 * raised - 0.012 * protraction),
            0.022 + 0.088 * raised + 0.06 * angle("scapula_elevation"),
        ],
        axis=-1,
    )
