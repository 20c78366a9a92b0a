"""The regions of the body that pain can be told of."""

import numpy as np
import pytest

from routine_player.core.sites import ALL_SITES
from routine_player.figure.body_regions import NO_REGION, REGIONS
from routine_player.figure.mesh.regions import region_of_vertices, region_textures
from routine_player.figure.parts import Part

NOT_ON_THE_BODY = {"front", "elsewhere"}


@pytest.fixture(scope="module")
def regions(body):
    return region_of_vertices(body.rest)


@pytest.mark.parametrize("name", REGIONS)
def test_every_region_is_somewhere_and_a_sided_one_on_its_side(body, regions, name):
    where = body.rest.positions[regions == REGIONS.index(name)]

    assert len(where) > 10
    if name.endswith("-left"):
        assert where[:, 1].mean() > 0.02
    elif name.endswith("-right"):
        assert where[:, 1].mean() < -0.02
    else:
        assert where[:, 1].mean() == pytest.approx(0, abs=0.01)


def test_every_site_that_pain_is_stored_for_is_a_region():
    assert {site.name for site in ALL_SITES} - NOT_ON_THE_BODY <= set(REGIONS)


def test_only_the_head_belongs_to_no_region(body, regions):
    assert set(body.rest.part[regions == NO_REGION]) == {Part.HEAD}


def test_the_lower_back_is_behind_and_the_abdomen_in_front(body, regions):
    for name, sign in (("lower-back-middle", -1), ("abdomen", 1)):
        normals = body.rest.normals[regions == REGIONS.index(name)]
        assert sign * normals[:, 0].mean() > 0.4


def test_textures_of_regions_agree_with_vertices(body, regions):
    textures = region_textures(64, 48)

    for part in (Part.TORSO, Part.RIGHT_LEG, Part.LEFT_HAND, Part.HEAD):
        chosen = body.rest.part == part
        uv = body.rest.uv[chosen]
        row = np.clip((uv[:, 0] * 64).astype(int), 0, 63)
        column = np.clip((uv[:, 1] * 48).astype(int), 0, 47)
        assert (textures[part][row, column] == regions[chosen]).mean() > 0.9
