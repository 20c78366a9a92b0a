import subprocess
import sys

import pytest

from routine_player.figure.authored import Prop
from routine_player.figure.props.kinds import (
    PROP_KINDS,
    OptionKind,
    metres,
    option_said,
    option_value,
    surface_height,
    wall_normal,
    word,
)

ALL = list(PROP_KINDS.values())
OPTIONS = [(kind, option) for kind in ALL for option in kind.options]


def names(pair):
    return getattr(pair, "name", None)


@pytest.mark.parametrize(("kind", "option"), OPTIONS, ids=names)
def test_every_default_is_a_value_that_may_be_written(kind, option):
    if option.kind is OptionKind.LENGTH:
        assert option.least <= option.default <= option.most
    else:
        assert option.default in option.choices


@pytest.mark.parametrize("kind", ALL, ids=names)
def test_a_bare_value_sets_an_option_that_exists(kind):
    assert kind.short is None or kind.option(kind.short) is not None


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind.carries], ids=names)
def test_what_carries_the_body_does_so_at_the_height_that_was_said(kind):
    assert surface_height(Prop(kind.name)) == kind.option("height").default
    assert surface_height(Prop(kind.name, (("height", 0.123),))) == 0.123


def test_nobody_rests_on_a_wall():
    with pytest.raises(ValueError, match="wall"):
        surface_height(Prop("wall"))


def test_what_is_not_said_has_its_default():
    mat = Prop("mat", (("length", 1.5),))
    assert (metres(mat, "length"), metres(mat, "width")) == (1.5, 0.61)
    assert option_said(mat, "length")
    assert not option_said(mat, "width")
    assert word(Prop("band"), "at") == "above knees"


def test_an_option_that_a_prop_has_not_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        option_value(Prop("mat"), "colour")


def test_a_wall_faces_the_body():
    assert wall_normal(Prop("wall")) == (-1.0, 0.0, 0.0)
    assert wall_normal(Prop("wall", (("at", "behind"),))) == (1.0, 0.0, 0.0)
    assert wall_normal(Prop("wall", (("at", "left"),))) == (0.0, -1.0, 0.0)
    assert wall_normal(Prop("wall", (("at", "right"),))) == (0.0, 1.0, 0.0)


def test_reading_what_props_there_are_loads_nothing_that_draws():
    code = "import sys, routine_player.figure.props.kinds as k; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
