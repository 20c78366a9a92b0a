"""Finds the bodies that come nearest to their aims: Levenberg-Marquardt, many bodies at once."""

from typing import Final

import numpy as np

from routine_player.figure.aims import Aims, residuals
from routine_player.figure.kinematics import Pose
from routine_player.figure.rotation import Array, from_vector
from routine_player.figure.skeleton import FIXED, PARAMETERS

_STEP: Final = 1e-5
_LARGEST_MOVE: Final = 0.4
_FIRST_DAMPING, _MOST_DAMPING, _LEAST_DAMPING = 1e-3, 1e6, 1e-6
_HARDER, _EASIER = 6.0, 5.0
_TRIES: Final = 6

_FREE: Final = np.array(
    [*range(6), *(6 + number for number, name in enumerate(PARAMETERS) if name not in FIXED)]
)


def solve(poses: list[Pose], aims: Aims, *, iterations: int, tolerance: float = 1e-5) -> list[Pose]:
    """Move N poses to where their aims pull them; at most `iterations` steps each.

    A body whose cost falls by less than `tolerance` of itself is left as it is.
    """
    orientation = np.stack([pose.orientation for pose in poses])
    translation = np.stack([pose.translation for pose in poses])
    state = np.zeros((len(poses), 6 + len(PARAMETERS)))
    state[:, 6:] = np.stack([pose.angles for pose in poses])
    found = _descend(aims, state, orientation, translation, (iterations, tolerance))
    return [
        Pose(
            one[6:].copy(),
            from_vector(one[3:6]) @ pose.orientation,
            pose.translation + one[:3],
        )
        for one, pose in zip(found, poses, strict=True)
    ]


def _descend(
    aims: Aims, state: Array, orientation: Array, translation: Array, limits: tuple[int, float]
) -> Array:
    iterations, tolerance = limits
    count = len(state)
    damping = np.full(count, _FIRST_DAMPING)
    moving = np.ones(count, bool)
    nudges = np.zeros((len(_FREE) + 1, state.shape[1]))
    nudges[np.arange(1, len(_FREE) + 1), _FREE] = _STEP
    for _ in range(iterations):
        values = residuals(aims, state[:, None] + nudges, orientation, translation)
        here = values[:, 0]
        slope = (values[:, 1:] - here[:, None]) / _STEP  # (N, V, R): the transposed Jacobian
        curve = slope @ slope.transpose(0, 2, 1)
        pull = (slope @ here[..., None])[..., 0]
        cost = (here * here).sum(axis=-1)
        better = np.zeros(count, bool)
        for _ in range(_TRIES):
            candidate = state.copy()
            candidate[:, _FREE] += _step(curve, pull, damping)
            after = residuals(aims, candidate[:, None], orientation, translation)[:, 0]
            new_cost = (after * after).sum(axis=-1)
            take = moving & ~better & (new_cost < cost)
            state[take] = candidate[take]
            moving &= ~(take & (cost - new_cost < tolerance * np.maximum(cost, 1e-3)))
            better |= take
            damping = np.where(take, np.maximum(damping / _EASIER, _LEAST_DAMPING), damping)
            waiting = moving & ~better
            if not waiting.any():
                break
            damping = np.where(waiting, np.minimum(damping * _HARDER, _MOST_DAMPING), damping)
        moving &= better
        if not moving.any():
            break
    return state


def _step(curve: Array, pull: Array, damping: Array) -> Array:
    """Give the damped Gauss-Newton step (N, V), no longer than is safe."""
    diagonal = np.diagonal(curve, axis1=1, axis2=2) + 1e-6
    system = curve + np.eye(curve.shape[1]) * (damping[:, None] * diagonal)[:, None]
    step = -np.linalg.solve(system, pull[..., None])[..., 0]
    largest = np.abs(step).max(axis=1, keepdims=True)
    return step * np.minimum(1.0, _LARGEST_MOVE / np.maximum(largest, 1e-9))
