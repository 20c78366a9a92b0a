"""Body, props and muscles of a movement, put together for the one who draws."""

from dataclasses import replace

import pytest

from routine_player.figure.authored import AuthoredMovement, Keyframe, Prop
from routine_player.figure.kinematics import Pose
from routine_player.figure.mannequin import Mannequin, Wardrobe
from routine_player.figure.movement import Movement
from routine_player.figure.parts import Part


@pytest.fixture(scope="module")
def wardrobe() -> Wardrobe:
    return Wardrobe()


@pytest.fixture
def standing() -> Movement:
    authored = AuthoredMovement(
        "standing",
        (Keyframe("still", 1.0, 1.0),),
        props=(Prop("mat"), Prop("band", (("at", "above knees"),))),
        targets=("right quadriceps",),
    )
    still = Pose.neutral()
    return Movement(authored, (still,), (still, still), (0.0,))


def test_targets_show_on_the_side_that_is_named(standing: Movement, wardrobe: Wardrobe) -> None:
    body = Mannequin(standing, wardrobe).body(0, 0.0)
    assert body.target[body.part == Part.RIGHT_LEG].max() > 0.8
    assert body.target[body.part == Part.LEFT_LEG].max() == 0


def test_without_targets_no_muscle_shows(standing: Movement, wardrobe: Wardrobe) -> None:
    plain = replace(standing, authored=replace(standing.authored, targets=()))
    assert not Mannequin(plain, wardrobe).body(1, 0.0).target.any()


def test_the_chest_fills_with_breath(standing: Movement, wardrobe: Wardrobe) -> None:
    mannequin = Mannequin(standing, wardrobe)
    empty, full = mannequin.body(0, 0.0), mannequin.body(0, 1.0)
    torso = empty.part == Part.TORSO
    assert full.positions[torso, 0].max() > empty.positions[torso, 0].max()


def test_mats_are_told_apart_from_props_that_are_drawn(
    standing: Movement, wardrobe: Wardrobe
) -> None:
    mannequin = Mannequin(standing, wardrobe)
    assert len(mannequin.mats) == 1
    assert set(mannequin.props(0).part) == {Part.BAND}


def test_every_part_of_the_body_wears_something(standing: Movement, wardrobe: Wardrobe) -> None:
    mannequin = Mannequin(standing, wardrobe)
    assert set(mannequin.body(0, 0.0).part) <= set(mannequin.textures)
