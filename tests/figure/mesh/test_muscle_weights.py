"""Muscles painted on the body."""

import numpy as np
import pytest

from routine_player.figure.muscles import MUSCLES
from routine_player.figure.parts import Part


@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_named_muscle_is_somewhere_on_both_sides(body, muscle):
    left, right = (body.target_weights([f"{side} {muscle}"]) for side in ("left", "right"))
    both = body.target_weights([muscle])

    assert left.max() > 0.6
    assert right.sum() == pytest.approx(left.sum(), rel=0.03)
    assert both == pytest.approx(np.maximum(left, right))
    assert 0 <= both.min() <= both.max() <= 1


@pytest.mark.parametrize("muscle", [name for name in MUSCLES if "neck" not in name])
def test_a_left_muscle_lies_on_the_left(body, muscle):
    weights = body.target_weights([f"left {muscle}"])
    middle = weights @ body.rest.positions[:, 1] / weights.sum()

    assert middle > 0.01


@pytest.mark.parametrize(
    ("muscle", "behind"),
    [
        ("hamstrings", True),
        ("gluteus maximus", True),
        ("erector spinae", True),
        ("gastrocnemius", True),
        ("quadriceps", False),
        ("rectus abdominis", False),
        ("pectoralis major", False),
        ("tibialis anterior", False),
        ("iliopsoas", False),
    ],
)
def test_a_muscle_is_before_or_behind_where_anatomy_has_it(body, muscle, behind):
    weights = body.target_weights([muscle])
    forward = weights @ body.rest.normals[:, 0] / weights.sum()

    assert forward < -0.4 if behind else forward > 0.4


def test_a_muscle_that_crosses_the_hip_is_on_torso_and_leg(body):
    on = body.target_weights(["left gluteus maximus"]) > 0.5

    assert {Part.TORSO, Part.LEFT_LEG} == {Part(part) for part in np.unique(body.rest.part[on])}


def test_a_calf_has_two_heads(body):
    leg = body.rest.part == Part.LEFT_LEG
    place = body.rest.uv[leg, 0]
    weights = body.target_weights(["gastrocnemius"])[leg]
    belly = np.argmin(np.abs(np.unique(place) - 0.638))
    ring = np.isclose(place, np.unique(place)[belly])
    around = weights[ring]

    assert around[12] < 0.5 < min(around[9:12].max(), around[13:16].max())


def test_several_muscles_add_up_and_none_is_none(body):
    two = body.target_weights(["left soleus", "right obliques"])

    assert two == pytest.approx(
        np.maximum(body.target_weights(["left soleus"]), body.target_weights(["right obliques"]))
    )
    assert not body.target_weights([]).any()


def test_an_unknown_muscle_is_refused(body):
    with pytest.raises(KeyError):
        body.target_weights(["left wing"])
