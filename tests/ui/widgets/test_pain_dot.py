import pytest

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.pain_dot import ROW, TEXT, PainDot


@pytest.mark.parametrize("score", range(11))
@pytest.mark.parametrize("size", [ROW, TEXT])
def test_a_dot_has_its_colour_its_outline_and_its_digit(
    theme: Theme, qtbot, count_of, size: int, score: int
):
    dot = PainDot(theme, score, size)
    qtbot.addWidget(dot)
    dot.resize(dot.sizeHint())

    assert count_of(dot, LIGHT.pain[score]) > 40
    assert dot.accessibleName() == f"Pain {score} of 10"
    assert dot.score == score


def test_a_score_that_is_not_known_is_not_drawn_as_none(theme: Theme, qtbot, count_of):
    dot = PainDot(theme, 0)
    qtbot.addWidget(dot)
    dot.resize(dot.sizeHint())

    dot.set_score(None)

    assert count_of(dot, LIGHT.pain[0]) == 0
    assert count_of(dot, LIGHT.ink3) > 5
    assert dot.toolTip() == "Pain not known"
