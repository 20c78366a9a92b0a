"""A surface painted: from triangles to a picture with clear ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure import glow, ink, occlusion
from routine_player.figure.arrays import Bytes, Indices, Mask, Single
from routine_player.figure.camera import DISTANCE_M, Camera
from routine_player.figure.gradients import Gradients, gradients_of
from routine_player.figure.layer import Layer
from routine_player.figure.materials import INK
from routine_player.figure.parts import Limb
from routine_player.figure.raster import COLUMNS, SAMPLES, Samples, over_pixels, rasterise
from routine_player.figure.shading import Lit, colour, opacity, shaded
from routine_player.figure.surface import Floats, Surface
from routine_player.figure.textures import Atlas

_AT_ONCE: Final = 32_768
_MIDDLE: Final = 1  # the sample that stands for a pixel that sees one thing only
_U: Final = 3  # among the values that have gradients
_V: Final = 4
_TINT: Final = np.float32(0.30)
_INK: Final = colour(INK)
_HAZE_STARTS_M: Final = 0.06
_HAZE_FULL_M: Final = 0.9
_MOST_HAZE: Final = 0.30


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """All that is known of a picture before it is coloured.

    `middle_m` is how far off the body is; `top` how far down the whole picture the first row is,
    0 to 1, and `step` the height of a row.
    """

    samples: Samples
    group: Bytes
    gradients: Gradients
    grain: Single
    part: NDArray[np.int32]
    atlas: Atlas
    surroundings: occlusion.Surroundings
    glows: dict[int, Single]
    middle_m: float
    top: np.float32
    step: np.float32


@dataclass(frozen=True, slots=True)
class _Box:
    """A part of a picture `whole` pixels high, a little larger than what is painted."""

    left: int
    top: int
    width: int
    height: int
    whole: int


def paint(surface: Surface, atlas: Atlas, camera: Camera, size: tuple[int, int]) -> Layer:
    """Paint `surface` as `camera` sees it, cropped to where it is in a picture of `size` pixels."""
    points = camera.project(surface.positions)
    pen = ink.pen_for(camera.scale)
    box = _box_of(points, size, pen.width + 2)
    if box.width == 0 or box.height == 0:
        return Layer(np.zeros((0, 0, 4), np.uint8), 0, 0)
    points = points - [box.left, box.top, 0.0]
    view = _viewed(surface, atlas, camera, points, box)
    return _cropped(_coloured(view, pen), box, size)


def _box_of(points: Floats, size: tuple[int, int], margin: int) -> _Box:
    """Find the box of points in the picture, its sides multiples of the soft maps' cells."""
    low = np.floor(np.clip(points[:, :2].min(axis=0), 0, size)).astype(int)
    high = np.ceil(np.clip(points[:, :2].max(axis=0), 0, size)).astype(int)
    if (high <= low).any():
        return _Box(0, 0, 0, 0, size[1])
    width, height = high - low + 2 * margin
    cell = occlusion.CELL
    return _Box(
        int(low[0]) - margin,
        int(low[1]) - margin,
        int(-(-width // cell) * cell),
        int(-(-height // cell) * cell),
        size[1],
    )


def _viewed(surface: Surface, atlas: Atlas, camera: Camera, points: Floats, box: _Box) -> _View:
    samples = rasterise(points, surface.triangles, (box.width, box.height))
    first = surface.triangles[:, 0]
    limb = np.append(surface.group[first], ink.NOTHING).astype(np.uint8)
    normals = surface.normals @ camera.axes.T
    shown = _shown(samples, len(first))
    floor = occlusion.floor_shade(surface.positions, surface.normals)
    values = (*normals.T, *surface.uv.T, surface.target, floor)
    gradients = gradients_of(points, surface.triangles, shown, values)
    nearest = over_pixels(samples.nearness, np.maximum)
    canvas = (box.width, box.height, camera.scale)
    return _View(
        samples=samples,
        group=np.take(limb, samples.triangle, mode="wrap"),  # -1, the ground, is the last
        gradients=gradients,
        grain=_grain(gradients, atlas, surface.part[first[shown]]),
        part=surface.part[first],
        atlas=atlas,
        surroundings=occlusion.surroundings_of(nearest, camera.scale),
        glows=glow.glows(points, normals[:, 2], surface.target, surface.group, canvas),
        middle_m=_middle(points, surface.group < Limb.PROP),
        top=np.float32(box.top / box.whole),
        step=np.float32(1 / box.whole),
    )


def _shown(samples: Samples, count: int) -> NDArray[np.int32]:
    """Give the numbers of those of `count` triangles that some sample sees."""
    seen = np.zeros(count + 1, np.bool_)
    seen[samples.triangle.reshape(-1)] = True
    return np.flatnonzero(seen[:-1]).astype(np.int32)


def _middle(points: Floats, body: Mask) -> float:
    """Give how far off the body is, in metres; without one, what the camera looks at."""
    return float(np.median(1 / points[body, 2])) if body.any() else DISTANCE_M


def _grain(gradients: Gradients, atlas: Atlas, part: NDArray[np.int32]) -> Single:
    """Give how many texels half a pixel crosses, for each triangle that is seen (S,)."""
    u, v = np.abs(gradients.plane[_U, 1:]), np.abs(gradients.plane[_V, 1:])
    return np.maximum(
        u.max(axis=0) * atlas.rows[part], v.max(axis=0) * atlas.columns[part]
    ) * np.float32(0.7)


def _coloured(view: _View, pen: ink.Pen) -> Single:
    """Give premultiplied red, green, blue and alpha, 0 to 1, of all pixels: (H * W, 4)."""
    samples = view.samples
    steps = ink.find_steps(samples, view.group, pen.width)
    pixels = samples.height * samples.width
    picture = np.zeros((pixels, 4), np.float32)
    plain = np.flatnonzero(steps.seen & ~steps.mixed)
    mixed: list[Indices] = [np.flatnonzero(steps.mixed)]
    for part in _parts(plain):
        places = _sample(part, _MIDDLE, samples.width)
        plain_here, picture[part] = _lit(view, places)
        mixed.append(part[~plain_here])
    many = np.concatenate(mixed)
    picture[many] = 0
    for part in _parts(many):
        for number in range(SAMPLES):
            places = _sample(part, number, samples.width)
            hit = samples.nearness.reshape(-1)[places] > 0
            picture[part[hit]] += _lit(view, places[hit])[1] / SAMPLES
    _draw_ink(view, np.flatnonzero(steps.beside), pen, picture)
    return picture


def _parts(indices: Indices) -> list[Indices]:
    return [indices[start : start + _AT_ONCE] for start in range(0, len(indices), _AT_ONCE)]


def _sample(pixel: Indices, number: int, width: int) -> Indices:
    """Give the numbers of one of the samples of each pixel."""
    row, column = np.divmod(pixel, width)
    return (row * SAMPLES + number) * width + column


def _lit(view: _View, places: Indices) -> tuple[Mask, Single]:
    """Light the samples numbered `places` (N,).

    Gives which of them lie in one material all over their pixel, (N,), and their premultiplied
    colours with alpha, (N, 4).
    """
    width = view.samples.width
    row, column = np.divmod(places, width)
    triangle = view.samples.triangle.reshape(-1)[places]
    depth = 1 / view.samples.nearness.reshape(-1)[places]
    x = (column + COLUMNS[row % SAMPLES]).astype(np.float32)
    y = ((row + 0.5) / SAMPLES).astype(np.float32)
    right, up, toward, u, v, target, floor = view.gradients.at(triangle, x, y)
    texel = view.atlas.texel(view.part[triangle], u, v)
    pixel = row // SAMPLES * width + column
    shade = np.maximum(view.surroundings.shade(pixel, depth), np.clip(floor, 0, 1))
    haze = (depth - np.float32(view.middle_m + _HAZE_STARTS_M)) / np.float32(_HAZE_FULL_M)
    group = view.group.reshape(-1)[places]
    lit = Lit(
        normals=(right, up, toward),
        material=view.atlas.material[texel],
        target=target,
        glow=_shine(view.glows, group, pixel),
        shade=shade,
        haze=np.clip(haze, 0, 1) * np.float32(_MOST_HAZE),
        head=group == Limb.HEAD,
    )
    opaque = opacity(lit.material, u, view.top + y * view.step)
    rgba = np.empty((len(places), 4), np.float32)
    rgba[:, :3], rgba[:, 3] = (shaded(lit) * opaque).T, opaque
    return view.atlas.plain[texel] > view.grain[view.gradients.place[triangle]], rgba


def _shine(glows: Mapping[int, Single], group: Bytes, pixel: Indices) -> Single:
    """Give how much of a hidden target shines through each sample of `group` at `pixel`, (N,)."""
    through = np.zeros(len(group), np.float32)
    for limb, shine in glows.items():
        of = np.flatnonzero(group == limb)
        through[of] = shine.reshape(-1)[pixel[of]]
    return through


def _draw_ink(view: _View, pixels: Indices, pen: ink.Pen, picture: Single) -> None:
    """Darken the pixels beside steps towards ink, which takes on a little of what it parts."""
    nearness = view.samples.nearness.reshape(-1)
    for part in _parts(pixels):
        amount, cover = np.zeros(len(part), np.float32), np.zeros(len(part), np.float32)
        for number in range(SAMPLES):
            places = _sample(part, number, view.samples.width)
            hit = np.flatnonzero(nearness[places] > 0)
            amount[hit] += ink.inked(view.samples, view.group, places[hit], pen)
            cover[hit] += 1
        alpha, share = picture[part, 3], amount / np.maximum(cover, 1)
        for band in range(3):
            value = picture[part, band]
            line = _INK[band] * alpha * (1 - _TINT) + value * _TINT
            picture[part, band] = value + (line - value) * share


def _cropped(picture: Single, box: _Box, size: tuple[int, int]) -> Layer:
    """Make bytes of what lies inside the picture."""
    left, top = max(0, box.left), max(0, box.top)
    right, bottom = min(size[0], box.left + box.width), min(size[1], box.top + box.height)
    whole = picture.reshape(box.height, box.width, 4)
    inside = whole[top - box.top : bottom - box.top, left - box.left : right - box.left]
    return Layer((inside * 255 + np.float32(0.5)).astype(np.uint8), left, top)
