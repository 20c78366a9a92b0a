"""What the body wears: for each part the material at every place of its surface."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.materials import Material
from routine_player.figure.mesh import arms, legs, torso
from routine_player.figure.mesh.extremities import extremity_textures
from routine_player.figure.parts import Part

Texture = NDArray[np.uint8]

_ROWS: Final = 512
_COLUMNS: Final = 256

_COLLAR_BACK_M: Final = 0.563
_COLLAR_FRONT_M: Final = 0.487
_COLLAR_TRIM_M: Final = 0.011
_HEM_TRIM: Final = 0.030  # bones
_SLEEVE_TRIM: Final = 0.040
_STRIPE_DEGREES: Final = 9.0
_STRIPE_GROWS: Final = 0.2  # bones below the hip, from a point to its full width


def textures() -> dict[Part, Texture]:
    """Give each body part's (H, W) array of Material numbers; rows follow u, columns v."""
    leg, arm = _leg(), _arm()
    return {
        Part.TORSO: _torso(),
        Part.LEFT_LEG: leg,
        Part.RIGHT_LEG: leg,
        Part.LEFT_ARM: arm,
        Part.RIGHT_ARM: arm,
        **extremity_textures(),
    }


def _blank(material: Material) -> Texture:
    return np.full((_ROWS, _COLUMNS), material, np.uint8)


def _places(along: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the place of each row's middle (H, 1) between the first and last ring."""
    share = (np.arange(_ROWS) + 0.5) / _ROWS
    return (along[0] + share * (along[-1] - along[0]))[:, None]


def _around() -> NDArray[np.float64]:
    return ((np.arange(_COLUMNS) + 0.5) / _COLUMNS * 2 * np.pi)[None, :]


def _torso() -> Texture:
    height = _places(torso.HEIGHTS)
    picture = _blank(Material.SHORTS)
    shirt = np.broadcast_to(height > torso.SHIRT_HEM, picture.shape)
    picture[shirt] = Material.SHIRT
    front = (0.5 + 0.5 * np.cos(_around())) ** 2
    collar = _COLLAR_BACK_M + (_COLLAR_FRONT_M - _COLLAR_BACK_M) * front
    picture[height > collar - _COLLAR_TRIM_M] = Material.SHIRT_TRIM
    picture[height > collar] = Material.SKIN
    return picture


def _leg() -> Texture:
    place = _places(legs.PLACES)
    picture = _blank(Material.SKIN)
    shorts = np.broadcast_to(place < legs.SHORTS_HEM, picture.shape)
    picture[shorts] = Material.SHORTS
    from_outside = np.abs((np.degrees(_around()) - 90 + 180) % 360 - 180)
    stripe = from_outside < _STRIPE_DEGREES * np.clip(place / _STRIPE_GROWS, 0, 1)
    trim = (place > legs.SHORTS_HEM - _HEM_TRIM) | stripe
    picture[shorts & trim] = Material.SHORTS_TRIM
    picture[np.broadcast_to(place > legs.SOCK_HEM, picture.shape)] = Material.SOCK
    return picture


def _arm() -> Texture:
    place = np.broadcast_to(_places(arms.PLACES), (_ROWS, _COLUMNS))
    picture = _blank(Material.SKIN)
    picture[place < arms.SLEEVE_HEM] = Material.SHIRT
    trim = (place < arms.SLEEVE_HEM) & (place > arms.SLEEVE_HEM - _SLEEVE_TRIM)
    picture[trim] = Material.SHIRT_TRIM
    return picture
