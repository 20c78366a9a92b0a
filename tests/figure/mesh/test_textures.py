"""What the body wears."""

import numpy as np
import pytest

from routine_player.figure.materials import Material
from routine_player.figure.mesh.textures import textures
from routine_player.figure.parts import LIMB_OF, Part


@pytest.fixture(scope="module")
def painted():
    return textures()


def test_every_part_of_the_body_has_a_texture_of_materials(painted):
    assert set(painted) == set(LIMB_OF)
    assert all(one.dtype == np.uint8 and one.ndim == 2 for one in painted.values())
    assert all(set(np.unique(one)) <= set(Material) for one in painted.values())


def test_a_runner_wears_shorts_below_a_shirt_with_a_collar(painted):
    column = painted[Part.TORSO][:, 0]
    worn = [Material(one) for one in column[np.flatnonzero(np.diff(column, prepend=-1))]]

    assert worn == [Material.SHORTS, Material.SHIRT, Material.SHIRT_TRIM, Material.SKIN]


def test_the_collar_is_lower_in_front(painted):
    skin = (painted[Part.TORSO] == Material.SKIN).sum(axis=0)

    assert skin[0] > skin[len(skin) // 2] + 20


def test_a_leg_has_shorts_with_a_trim_then_skin_then_a_sock(painted):
    column = painted[Part.LEFT_LEG][:, 0]
    worn = [Material(one) for one in column[np.flatnonzero(np.diff(column, prepend=-1))]]

    assert worn == [Material.SHORTS, Material.SHORTS_TRIM, Material.SKIN, Material.SOCK]


def test_an_arm_has_a_sleeve_with_a_trim(painted):
    column = painted[Part.RIGHT_ARM][:, 0]
    worn = [Material(one) for one in column[np.flatnonzero(np.diff(column, prepend=-1))]]

    assert worn == [Material.SHIRT, Material.SHIRT_TRIM, Material.SKIN]
