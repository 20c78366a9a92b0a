import numpy as np

from routine_player.figure.materials import Material
from routine_player.figure.parts import Part
from routine_player.figure.textures import atlas_of


def test_each_part_finds_its_own_texture():
    atlas = atlas_of(
        {
            Part.TORSO: np.array([[1, 2], [3, 4], [5, 6]], np.uint8),
            Part.LEFT_LEG: np.array([[7]], np.uint8),
        }
    )
    part = np.array([Part.TORSO, Part.TORSO, Part.LEFT_LEG, Part.BAND], np.int32)
    u, v = np.array([0.1, 0.99, 0.5, 0.5]), np.array([0.6, 0.2, 0.5, 0.5])
    assert atlas.material[atlas.texel(part, u, v)].tolist() == [2, 5, 7, Material.BAND]


def test_places_beyond_the_edge_take_the_last_texel():
    atlas = atlas_of({Part.TORSO: np.array([[1, 2], [3, 4]], np.uint8)})
    part = np.zeros(2, np.int32)
    texel = atlas.texel(part, np.array([-0.2, 1.3]), np.array([-0.1, 1.0]))
    assert atlas.material[texel].tolist() == [1, 4]


def test_it_is_known_how_far_a_material_goes_on_around_each_texel():
    texture = np.zeros((3, 24), np.uint8)
    texture[:, 12:] = 1
    atlas = atlas_of({Part.TORSO: texture})
    row = atlas.plain[atlas.start[Part.TORSO] :][:24].tolist()
    assert row == [8, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]
