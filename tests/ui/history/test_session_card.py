from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from routine_player.core.entry import PainMoment
from routine_player.store.history_values import PainRating
from routine_player.ui.history.session_card import SessionCard
from routine_player.ui.history.step_row import StepRow
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_dot import PainDot
from routine_player.ui.widgets.session_bar import SessionBar


@pytest.fixture
def card(theme: Theme, show) -> SessionCard:
    made = SessionCard(theme)
    made.setFixedSize(QSize(520, 400))
    show(made)
    return made


@pytest.fixture
def hurt(instant, today) -> PainRating:
    return PainRating(PainMoment.DURING, 5, instant(today), ("buttock-left",), 1)


def button(card: SessionCard, label: str) -> Button:
    (found,) = [one for one in card.findChildren(Button) if one.label == label]
    return found


def texts(card: SessionCard) -> list[str]:
    return [label.text() for label in card.findChildren(PlainLabel)]


def test_a_session_is_told_whole(card, make_session, today):
    card.show_session(make_session(), today, playable=True)

    said = texts(card)
    for expected in (
        "Core foundation 1",
        "Sunday 14 June, 07:05 to 07:21",
        "14:10",
        "4 of 4 steps",
        "Finished",
        "Fine",
        "Slept badly.",
    ):
        assert expected in said
    assert len(card.findChildren(StepRow)) == 4
    assert [step.fraction for step in card.findChild(SessionBar).steps] == [1.0, 0.0, 0.0, 0.0]


def test_pain_is_told_with_its_place(card, make_session, hurt, today):
    card.show_session(make_session(ratings=(hurt,)), today, playable=True)

    assert [dot.score for dot in card.findChildren(PainDot)] == [5]
    assert "During · Side plank · Buttock, left" in texts(card)
    row = card.findChildren(StepRow)[1]
    assert "pain 5" in QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)


def test_a_trial_says_that_it_does_not_count(card, make_session, today):
    card.show_session(make_session(speed=20.0), today, playable=True)

    assert "Played at 20x speed: a trial, not counted in charts." in texts(card)


def test_its_buttons_are_wishes(card, make_session, today, qtbot: QtBot):
    card.show_session(make_session(7), today, playable=True)

    with qtbot.waitSignal(card.play_wished) as played:
        qtbot.mouseClick(button(card, "Play again"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.delete_wished) as deleted:
        qtbot.mouseClick(button(card, "Delete"), Qt.MouseButton.LeftButton)

    assert played.args == ["core"]
    assert deleted.args[0].int == 7


def test_a_routine_that_is_gone_cannot_be_played(card, make_session, today, qtbot: QtBot):
    card.show_session(make_session(), today, playable=False)

    with qtbot.assertNotEmitted(card.play_wished):
        card.wish_play()
    assert button(card, "Play again").toolTip() == "This routine is no longer there."


def test_an_empty_card_wishes_nothing(card, qtbot: QtBot):
    with qtbot.assertNotEmitted(card.play_wished), qtbot.assertNotEmitted(card.delete_wished):
        card.wish_play()
        card.wish_delete()

    assert card.session is None
    assert not button(card, "Play again").isVisible()


def test_a_card_that_is_cleared_shows_nothing(card, make_session, today):
    card.show_session(make_session(), today, playable=True)

    card.clear()

    assert card.session is None
    assert "Core foundation 1" not in texts(card)


def test_the_same_session_again_stays_where_it_was_scrolled(card, make_session, today):
    card.show_session(make_session(), today, playable=True)
    bar = card._area.verticalScrollBar()
    bar.setValue(40)
    assert bar.value() == 40

    card.show_session(make_session(), today, playable=True)
    assert bar.value() == 40

    card.show_session(make_session(2), today, playable=True)
    assert bar.value() == 0


def test_the_way_back_is_there_where_the_card_stands_alone(card, qtbot: QtBot):
    card.show_way_back(shown=True)

    with qtbot.waitSignal(card.left):
        qtbot.mouseClick(button(card, "All sessions"), Qt.MouseButton.LeftButton)

    card.show_way_back(shown=False)
    assert not button(card, "All sessions").isVisible()


def test_arrows_scroll_what_is_read(card, make_session, today, qtbot: QtBot):
    card.show_session(make_session(), today, playable=True)
    card.take_focus()

    qtbot.keyClick(card._area, Qt.Key.Key_Down)

    assert card._area.verticalScrollBar().value() > 0


def test_a_long_step_is_whole_in_its_tooltip(theme: Theme, show, make_step):
    row = StepRow(theme, make_step(0, name="A very long name of an exercise " * 4))
    row.setFixedWidth(300)
    show(row)
    assert row.toolTip().startswith("A very long name")

    short = StepRow(theme, make_step(0))
    short.setFixedWidth(300)
    show(short)
    assert short.toolTip() == ""


def test_each_step_is_drawn(card, make_session, hurt, today):
    card.show_session(make_session(ratings=(hurt,)), today, playable=True)
    pictures = [row.grab().toImage() for row in card.findChildren(StepRow)]

    assert all(first != second for first, second in pairwise(pictures))
