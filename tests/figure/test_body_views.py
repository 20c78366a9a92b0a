"""The body in clay from both sides, and which region is seen where."""

from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.body_regions import NO_REGION, REGIONS
from routine_player.figure.body_views import (
    BODY_VIEWS,
    SIZE,
    body_hash,
    standing_body,
    views_of,
)


@pytest.fixture(scope="module")
def surface():
    return standing_body()


@pytest.fixture(scope="module")
def views(surface):
    return dict(zip(BODY_VIEWS, views_of(surface), strict=True))


def middle(view, name):
    """The middle of what is seen of a region, in pixels."""
    return np.argwhere(view.regions == REGIONS.index(name)).mean(axis=0)[::-1]


def test_the_body_stands_on_the_floor(surface):
    assert surface.positions[:, 2].min() == pytest.approx(0, abs=1e-9)


def test_both_pictures_are_whole_and_of_one_size(views):
    for view in views.values():
        assert view.rgba.shape == (SIZE[1], SIZE[0], 4)
        for edge in (view.rgba[0], view.rgba[-1], view.rgba[:, 0], view.rgba[:, -1]):
            assert not edge[:, 3].any()
        assert view.rgba[SIZE[1] // 3, SIZE[0] // 2, 3] == 255


def test_seen_from_the_front_the_right_is_on_the_left(views):
    front, back = views["front"], views["back"]

    for name in ("knee", "shoulder", "foot"):
        assert middle(front, f"{name}-right")[0] < SIZE[0] / 2 < middle(front, f"{name}-left")[0]
        assert middle(back, f"{name}-left")[0] < SIZE[0] / 2 < middle(back, f"{name}-right")[0]


def test_what_is_behind_is_seen_from_behind_alone(views):
    behind = (views["front"].regions == REGIONS.index("lower-back-middle")).any()

    assert not behind
    assert (views["back"].regions == REGIONS.index("lower-back-middle")).sum() > 1000
    assert not (views["back"].regions == REGIONS.index("abdomen")).sum() > 3000


def test_regions_lie_on_the_body_and_the_head_has_none(views):
    front = views["front"]
    seen = front.regions != NO_REGION

    assert (front.rgba[seen][:, 3] > 0).all()
    assert not seen[: SIZE[1] // 10].any()


def test_the_hash_changes_with_the_body_but_not_with_a_last_digit(surface):
    moved = replace(surface, positions=surface.positions + np.array([0, 0, 0.01]))
    same = replace(surface, positions=surface.positions + 1e-13)

    assert body_hash(same) == body_hash(surface)
    assert body_hash(moved) != body_hash(surface)
