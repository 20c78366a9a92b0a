"""The whole body standing, in one neutral clay, from the front and from the back, with its regions.

What a map is made of on which one points at where it hurts. Nothing of it moves.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.arrays import Bytes
from routine_player.figure.authored import CameraAngle
from routine_player.figure.body_regions import AREAS, NO_REGION
from routine_player.figure.camera import Camera, axes_of
from routine_player.figure.gradients import gradients_of
from routine_player.figure.kinematics import Pose
from routine_player.figure.materials import PALETTE, Material
from routine_player.figure.mesh.body import Body
from routine_player.figure.mesh.regions import region_textures
from routine_player.figure.painting import paint
from routine_player.figure.parts import LIMB_OF
from routine_player.figure.raster import COLUMNS, SAMPLES, rasterise
from routine_player.figure.skeleton import INDEX, SIDES
from routine_player.figure.surface import Floats, Integers, Surface
from routine_player.figure.textures import atlas_of
from routine_player.figure.views import VIEWS

BODY_VIEWS: Final = ("front", "back")
SIZE: Final = (640, 1400)
"""Width and height of each picture in pixels."""

_ELEVATION: Final = 1.0
_OF_HEIGHT: Final = 0.975
_DEGREES: Final = {
    "shoulder_abduction": 17.0,  # so that arms and hips lie apart
    "elbow_flexion": 6.0,
    "hip_abduction": 3.5,
}
_TEXELS: Final = 512
_MIDDLE: Final = 1  # the sample that stands for a pixel
_GRAIN_M: Final = 0.001
_HASHED: Final = 20  # digits


@dataclass(frozen=True, slots=True, eq=False)
class BodyView:
    """The body from one side: `rgba` (H, W, 4) premultiplied, `regions` (H, W) or NO_REGION."""

    name: str
    rgba: Bytes
    regions: Integers


def standing_body() -> Surface:
    """Build the body at ease, its feet on the floor and its arms a little out."""
    angles = Pose.neutral().angles.copy()
    for side in SIDES:
        for motion, degrees in _DEGREES.items():
            angles[INDEX[f"{side}_{motion}"]] = np.radians(degrees)
    body = Body()
    hanging = body.surface(Pose(angles, np.eye(3), np.zeros(3)))
    lifted = np.array([0.0, 0.0, -hanging.positions[:, 2].min()])
    return body.surface(Pose(angles, np.eye(3), lifted))


def views_of(surface: Surface) -> tuple[BodyView, ...]:
    """Paint `surface` in each of BODY_VIEWS, to one scale."""
    return tuple(_view(surface, name) for name in BODY_VIEWS)


def body_hash(surface: Surface) -> str:
    """Give what pictures of `surface` are known by: it changes with the body and its regions.

    The body is looked at in millimetres, so that no computer's last digit changes it.
    """
    grains = np.round(surface.positions / _GRAIN_M).astype(np.int32)
    plain = repr((AREAS, SIZE, _DEGREES, _ELEVATION, _OF_HEIGHT, PALETTE[Material.CLAY]))
    found = hashlib.sha256(plain.encode())
    for numbers in (grains, surface.triangles, surface.part):
        found.update(np.ascontiguousarray(numbers, "<i4").tobytes())
    return found.hexdigest()[:_HASHED]


def _view(surface: Surface, name: str) -> BodyView:
    camera = _camera(surface, name)
    clay = np.array([[Material.CLAY]], np.uint8)
    layer = paint(surface, atlas_of({int(part): clay for part in LIMB_OF}), camera, SIZE)
    width, height = SIZE
    rgba = np.zeros((height, width, 4), np.uint8)
    rows, columns = layer.rgba.shape[:2]
    rgba[layer.y : layer.y + rows, layer.x : layer.x + columns] = layer.rgba
    return BodyView(name, rgba, _regions(surface, camera))


def _camera(surface: Surface, name: str) -> Camera:
    low, high = surface.positions.min(axis=0), surface.positions.max(axis=0)
    width, height = SIZE
    scale = height * _OF_HEIGHT / float(high[2] - low[2])
    axes = axes_of(CameraAngle(VIEWS[name], _ELEVATION))
    middle: Floats = (low + high) / 2
    return Camera(axes, middle, scale, (width / 2, height / 2))


def _regions(surface: Surface, camera: Camera) -> Integers:
    """Give the region that each pixel sees, (H, W)."""
    points = camera.project(surface.positions)
    seen = rasterise(points, surface.triangles, SIZE).triangle[_MIDDLE::SAMPLES]
    row, column = np.nonzero(seen >= 0)
    triangle = seen[row, column]
    gradients = gradients_of(
        points, surface.triangles, np.unique(triangle), (surface.uv[:, 0], surface.uv[:, 1])
    )
    x = (column + COLUMNS[_MIDDLE]).astype(np.float32)
    y = (row + (_MIDDLE + 0.5) / SAMPLES).astype(np.float32)
    u, v = (
        np.clip((value * _TEXELS).astype(np.intp), 0, _TEXELS - 1)
        for value in gradients.at(triangle, x, y)
    )
    textures = region_textures(_TEXELS, _TEXELS)
    stacked = np.stack([textures[part] for part in sorted(LIMB_OF)])
    regions = np.full(seen.shape, NO_REGION, np.int32)
    regions[row, column] = stacked[surface.part[surface.triangles[triangle, 0]], u, v]
    return regions
