"""The regions of the body that pain can be told of."""

import numpy as np
import pytest

from routine_player.core.sites import ALL_SITES
from routine_player.figure.body_regions import NO_REGION, REGIONS
from routine_player.figure.mesh.regions import region_textures
from routine_player.figure.parts import Part

NOT_ON_THE_BODY = {"front", "elsewhere"}


@pytest.fixture(scope="module")
def regions(body):
    """Look up the region of each vertex of the body."""
    found = np.full(len(body.rest.part), NO_REGION)
    for part, texture in region_textures(256, 256).items():
        chosen = body.rest.part == part
        row, column = (np.clip(body.rest.uv[chosen] * 256, 0, 255).astype(int)).T
        found[chosen] = texture[row, column]
    return found


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
