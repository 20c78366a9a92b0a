"""Muscles painted on the body."""

import numpy as np
import pytest

from routine_player.figure.mesh.muscle_weights import weights_of
from routine_player.figure.muscles import MUSCLES
from routine_player.figure.parts import Part


@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_named_muscle_is_somewhere_on_both_sides(body, muscle):
    left, right = (weights_of([f"{side} {muscle}"], body.rest) for side in ("left", "right"))
    both = weights_of([muscle], body.rest)

    assert left.max() > 0.6
    assert right.sum() == pytest.approx(left.sum(), rel=0.03)
    assert both == pytest.approx(np.maximum(left, right))
    assert 0 <= both.min() <= both.max() <= 1


@pytest.mark.parametrize("muscle", [name for name in MUSCLES if "neck" not in name])
def test_a_left_muscle_lies_on_the_left(body, muscle):
    weights = weights_of([f"left {muscle}"], body.rest)
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
    weights = weights_of([muscle], body.rest)
    forward = weights @ body.rest.normals[:, 0] / weights.sum()

    assert forward < -0.4 if behind else forward > 0.4


def test_a_muscle_that_crosses_the_hip_is_on_torso_and_leg(body):
    on = weights_of(["left gluteus maximus"], body.rest) > 0.5

    assert {Part.TORSO, Part.LEFT_LEG} == {Part(part) for part in np.unique(body.rest.part[on])}


def test_a_calf_has_two_heads(body):
    leg = body.rest.part == Part.LEFT_LEG
    place = body.rest.uv[leg, 0]
    weights = weights_of(["gastrocnemius"], body.rest)[leg]
    belly = np.argmin(np.abs(np.unique(place) - 0.638))
    ring = np.isclose(place, np.unique(place)[belly])
    around = weights[ring]

    assert around[12] < 0.5 < min(around[9:12].max(), around[13:16].max())


def test_several_muscles_add_up_and_none_is_none(body):
    two = weights_of(["left soleus", "right obliques"], body.rest)

    assert two == pytest.approx(
        np.maximum(
            weights_of(["left soleus"], body.rest), weights_of(["right obliques"], body.rest)
        )
    )
    assert not weights_of([], body.rest).any()


def test_an_unknown_muscle_is_refused(body):
    with pytest.raises(KeyError):
        weights_of(["left wing"], body.rest)
