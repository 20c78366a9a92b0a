"""Rotations as 3 x 3 matrices, many at once.

Every function takes arrays of any leading shape `(...)` and gives `(..., 3, 3)`, radians inside.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_SMALL = 1e-9
_HALF_TURN = np.pi - 1e-4


def about_x(angle: Array) -> Array:
    """Turn about x by `angle` (...,), right-handed."""
    return _about(0, angle)


def about_y(angle: Array) -> Array:
    """Turn about y by `angle` (...,), right-handed."""
    return _about(1, angle)


def about_z(angle: Array) -> Array:
    """Turn about z by `angle` (...,), right-handed."""
    return _about(2, angle)


def _about(axis: int, angle: Array) -> Array:
    cosine, sine = np.cos(angle), np.sin(angle)
    matrix = np.zeros((*np.shape(angle), 3, 3))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    matrix[..., axis, axis] = 1.0
    matrix[..., first, first] = cosine
    matrix[..., second, second] = cosine
    matrix[..., first, second] = -sine
    matrix[..., second, first] = sine
    return matrix


def from_vector(vector: Array) -> Array:
    """Turn about the direction of `vector` (..., 3) by its length: Rodrigues' formula."""
    angle = np.linalg.norm(vector, axis=-1)[..., None, None]
    cross = np.zeros((*vector.shape[:-1], 3, 3))
    cross[..., 0, 1], cross[..., 0, 2], cross[..., 1, 2] = (
        -vector[..., 2],
        vector[..., 1],
        -vector[..., 0],
    )
    cross[..., 1, 0], cross[..., 2, 0], cross[..., 2, 1] = (
        vector[..., 2],
        -vector[..., 1],
        vector[..., 0],
    )
    safe = np.maximum(angle, _SMALL)
    first, second = np.sin(safe) / safe, (1 - np.cos(safe)) / safe**2
    return np.eye(3) + first * cross + second * (cross @ cross)


def to_vector(matrix: Array) -> Array:
    """Give the vector (3,) whose turn is `matrix` (3, 3); its length is in [0, pi]."""
    angle = float(np.arccos(np.clip((np.trace(matrix) - 1) / 2, -1, 1)))
    skew = np.array(
        [matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]]
    )
    if angle < np.sqrt(_SMALL):
        return skew / 2
    if angle > _HALF_TURN:  # the skew part vanishes there: the axis comes from the diagonal
        axis = np.sqrt(np.maximum((np.diag(matrix) + 1) / 2, 0))
        largest = int(np.argmax(axis))
        signs = np.where(matrix[largest] < 0, -1.0, 1.0)
        signs[largest] = 1.0
        return axis * signs * angle
    return skew * angle / (2 * np.sin(angle))
