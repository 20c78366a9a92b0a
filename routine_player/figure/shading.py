"""Light on the figure: from direction and material to colour.

Light comes from the upper left, beside the viewer, wherever the camera stands: half of it soft,
half in a step as a draughtsman would set it, so that forms read at any size. A thin gleam along
the upper edges parts the figure from a dark ground as the ink parts it from a light one.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.arrays import Bytes, Mask, Single
from routine_player.figure.materials import PALETTE, TARGET, Material
from routine_player.figure.softening import smooth_step


def colour(code: str) -> Single:
    """Give red, green and blue, 0 to 1, of a colour written #rrggbb."""
    return np.array([int(code[start : start + 2], 16) for start in (1, 3, 5)], np.float32) / 255


def _table(place: int) -> Single:
    return np.stack([colour(PALETTE[material][place]) for material in Material])


def _of_materials(amounts: dict[Material, float], otherwise: float) -> Single:
    return np.array([amounts.get(material, otherwise) for material in Material], np.float32)


def _unit(x: float, y: float, z: float) -> Single:
    vector = np.array([x, y, z])
    return (vector / np.linalg.norm(vector)).astype(np.float32)


_LIT: Final = _table(0)
_SHADE: Final = _table(1)
_RED: Final = (colour(TARGET[0]), colour(TARGET[1]))
_LIGHT: Final = _unit(-0.42, 0.72, 0.58)
_HALFWAY: Final = _unit(-0.26, 0.44, 0.86)
_SKY: Final = colour("#e9f6f4")
_HAZE: Final = colour("#93a3a3")

_SOFT: Final = np.float32(0.55)
_SOFT_ON_HEAD: Final = np.float32(0.88)  # a step across a face would make it blotched
_GLOSS: Final = _of_materials(
    {
        Material.HAIR: 0.20,
        Material.EYE: 0.5,
        Material.LIPS: 0.14,
        Material.SHOE: 0.16,
        Material.SOLE: 0.10,
        Material.SKIN: 0.09,
        Material.STEEL: 0.30,
        Material.PAD: 0.16,
        Material.ROLLER: 0.10,
        Material.WOOD: 0.08,
        Material.WALL: 0.0,
        Material.MAT: 0.0,
    },
    0.04,
)
_WARMTH: Final = _of_materials({Material.SKIN: 0.075, Material.LIPS: 0.05}, 0.0)
_OPACITY: Final = _of_materials({Material.WALL: 0.46}, 1.0)
_FADES_FROM: Final = 0.62  # of the height of what is not opaque
_FADES_OVER: Final = 0.3  # of the picture
_GLEAM: Final = _of_materials({Material.WALL: 0.0, Material.MAT: 0.0}, 0.34)


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """N samples to be lit.

    `normals` are three (N,): right, up, towards the viewer; `material` (N,). `target`, `glow`,
    `shade` and `haze` (N,) are 0 to 1: how much of the target muscle is there, how much shines
    through from behind, how shut in the place is, how far behind the body's middle.
    `head` (N,) tells which belong to the head.
    """

    normals: tuple[Single, Single, Single]
    material: Bytes
    target: Single
    glow: Single
    shade: Single
    haze: Single
    head: Mask


def shaded(lit: Lit) -> Single:
    """Give the colours (3, N), 0 to 1, of samples."""
    right, up, toward = _unit_normals(lit.normals)
    facing = right * _LIGHT[0] + up * _LIGHT[1] + toward * _LIGHT[2]
    soft = np.where(lit.head, _SOFT_ON_HEAD, _SOFT)
    light = soft * smooth_step(facing * np.float32(0.60) + np.float32(0.45))
    light += (1 - soft) * smooth_step((facing + np.float32(0.12)) / np.float32(0.34))
    light *= 1 - np.float32(0.70) * lit.shade
    darkness = 1 - np.float32(0.26) * lit.shade
    turned = np.clip(1 - toward, 0, 1)
    turned *= turned * turned
    above = np.clip(up * np.float32(0.7) + np.float32(0.45), 0, 1)
    darkness *= 1 - np.float32(0.20) * turned * (1 - above)
    gleam = _GLEAM[lit.material] * turned * above * (1 - np.float32(0.8) * lit.shade)
    gloss = np.clip(right * _HALFWAY[0] + up * _HALFWAY[1] + toward * _HALFWAY[2], 0, 1) ** 22
    gloss *= _GLOSS[lit.material] * (1 - lit.shade)
    warmth = _WARMTH[lit.material] * 4 * light * (1 - light)
    red = smooth_step((lit.target - np.float32(0.08)) / np.float32(0.62)) * np.float32(0.90)
    glow = np.clip(lit.glow - red, 0, 1)
    result = np.empty((3, len(right)), np.float32)
    for band in range(3):
        full, dim = _LIT[:, band][lit.material], _SHADE[:, band][lit.material]
        full += (_RED[0][band] - full) * red
        dim += (_RED[1][band] - dim) * red
        value = dim + (full - dim) * light
        value += warmth * (1.0, 0.15, -0.1)[band]
        value *= darkness
        value += (_RED[0][band] - value) * glow
        value += (_SKY[band] - value) * gleam + gloss
        value += (_HAZE[band] - value) * lit.haze
        result[band] = value
    return np.clip(result, 0, 1, out=result)


def opacity(material: Bytes, u: Single, down: Single) -> Single:
    """Give how opaque, 0 to 1, samples of a material are.

    `u` (N,) is how far up their texture they are, `down` how far down the picture, 0 to 1. A wall
    lets the ground through, so that it stays quieter than the figure on light and dark alike, and
    fades away upward, at the latest before the picture ends.
    """
    opaque = _OPACITY[material]
    if opaque.min(initial=1) == 1:
        return opaque
    left = smooth_step((1 - u) / np.float32(1 - _FADES_FROM))
    left *= smooth_step(down / np.float32(_FADES_OVER))
    return np.where(opaque < 1, opaque * left, opaque)


def _unit_normals(normals: tuple[Single, Single, Single]) -> tuple[Single, Single, Single]:
    right, up, toward = normals
    length = 1 / np.sqrt(right * right + up * up + toward * toward + np.float32(1e-9))
    return right * length, up * length, toward * length
