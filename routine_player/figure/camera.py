"""The camera: from metres in the world to pixels in the picture, in perspective."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.authored import CameraAngle

Floats = NDArray[np.float64]

DISTANCE_M: Final = 6.5
"""How far the camera stands from what it looks at: near enough for depth, far enough for calm."""


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A camera DISTANCE_M from `target` (3,), a point in metres that is seen at `centre`.

    `axes` (3, 3) are the directions that are right, up and towards the viewer; `scale` is how many
    pixels a metre has at the target; `centre` is x, y in pixels, y downward.
    """

    axes: Floats
    target: Floats
    scale: float
    centre: tuple[float, float]

    @property
    def eye(self) -> Floats:
        """Where the camera is, (3,) in metres."""
        return self.target + self.axes[2] * DISTANCE_M

    def project(self, points: Floats) -> Floats:
        """Give pixel x, y and nearness, 1 / metres from the eye's plane, of points (N, 3).

        Nearness, unlike depth, is linear across the picture of a flat triangle.
        """
        seen = (points - self.target) @ self.axes.T
        nearness = 1 / (DISTANCE_M - seen[:, 2])
        zoom = nearness * (DISTANCE_M * self.scale)
        return np.stack(
            [self.centre[0] + seen[:, 0] * zoom, self.centre[1] - seen[:, 1] * zoom, nearness], -1
        )

    def on_floor(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        """Give the world x and y of the floor at pixels `x` (W,), `y` (H,) as (H, W).

        The third array is false where the sight misses the floor.
        """
        across = (x - self.centre[0]) / self.scale
        upward = (self.centre[1] - y) / self.scale
        right, up, toward = self.axes
        middle = -toward * DISTANCE_M
        down = -(middle[2] + across[None, :] * right[2] + upward[:, None] * up[2])
        hits = down > DISTANCE_M * np.sin(np.radians(0.5))
        reach = self.eye[2] / np.where(hits, down, 1.0)
        world = [
            self.eye[i] + reach * (middle[i] + across[None, :] * right[i] + upward[:, None] * up[i])
            for i in range(2)
        ]
        return world[0], world[1], hits.astype(np.float64)


def axes_of(angle: CameraAngle) -> Floats:
    """Give the directions right, up and towards the viewer (3, 3) seen from `angle`."""
    azimuth, elevation = np.radians(angle.azimuth), np.radians(angle.elevation)
    toward = np.array(
        [
            np.cos(elevation) * np.cos(azimuth),
            np.cos(elevation) * np.sin(azimuth),
            np.sin(elevation),
        ]
    )
    right = np.array([-np.sin(azimuth), np.cos(azimuth), 0.0])
    return np.stack([right, np.cross(toward, right), toward])
