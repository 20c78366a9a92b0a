from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.pain_row import PainRow, score_of_key

KEYS = {Qt.Key(Qt.Key.Key_0 + digit): digit for digit in range(10)} | {Qt.Key.Key_X: 10}


@pytest.fixture
def row(theme: Theme, show) -> PainRow:
    made = PainRow(theme, "How is your back?")
    made.window_kept = show(made)
    return made


def buttons(row: PainRow) -> list[QAbstractButton]:
    return row.findChildren(QAbstractButton)


@pytest.mark.parametrize(("key", "score"), KEYS.items())
def test_one_key_answers(row: PainRow, qtbot: QtBot, key: Qt.Key, score: int):
    buttons(row)[0].setFocus()

    with qtbot.waitSignal(row.score_chosen) as chosen:
        qtbot.keyClick(buttons(row)[0], key)

    assert chosen.args == [score]
    assert row.score == score


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_other_keys_are_no_answer(row: PainRow, qtbot: QtBot, key: Qt.Key):
    assert score_of_key(key) is None
    assert not row.take_key(key)
    with qtbot.assertNotEmitted(row.score_chosen):
        qtbot.keyClick(row, key)
    assert row.score is None


def test_a_digit_with_control_is_left_to_the_page(row: PainRow, qtbot: QtBot):
    with qtbot.assertNotEmitted(row.score_chosen):
        qtbot.keyClick(row, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)


def test_a_page_may_hand_keys_over(row: PainRow, qtbot: QtBot):
    with qtbot.waitSignal(row.score_chosen):
        assert row.take_key(Qt.Key.Key_4)


@pytest.mark.parametrize("score", range(11))
def test_the_mouse_answers_too(row: PainRow, qtbot: QtBot, score: int):
    with qtbot.waitSignal(row.score_chosen) as chosen:
        qtbot.mouseClick(buttons(row)[score], Qt.MouseButton.LeftButton)

    assert chosen.args == [score]
    assert [button.isChecked() for button in buttons(row)] == [n == score for n in range(11)]


def test_the_same_answer_again_stays_and_is_told(row: PainRow, qtbot: QtBot):
    row.set_score(3)
    with qtbot.waitSignal(row.score_chosen):
        qtbot.mouseClick(buttons(row)[3], Qt.MouseButton.LeftButton)

    assert row.score == 3
    assert buttons(row)[3].isChecked()


def test_arrows_move_without_answering(row: PainRow, qtbot: QtBot):
    first, second, *_, last = buttons(row)
    first.setFocus()

    with qtbot.assertNotEmitted(row.score_chosen):
        qtbot.keyClick(first, Qt.Key.Key_Left)
        assert first.hasFocus()
        qtbot.keyClick(first, Qt.Key.Key_Right)
        assert second.hasFocus()
        qtbot.keyClick(second, Qt.Key.Key_End)
        assert last.hasFocus()
        qtbot.keyClick(last, Qt.Key.Key_Right)
        assert last.hasFocus()
        qtbot.keyClick(last, Qt.Key.Key_Home)
        assert first.hasFocus()

    with qtbot.waitSignal(row.score_chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert chosen.args == [0]


def test_tab_stops_at_the_answer_alone(row: PainRow):
    row.set_score(6)

    stops = [b for b in buttons(row) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops == [buttons(row)[6]]


def test_showing_an_answer_tells_nobody(row: PainRow, qtbot: QtBot):
    with qtbot.assertNotEmitted(row.score_chosen):
        row.set_score(5)
        row.set_score(None)

    assert row.score is None
    assert not any(button.isChecked() for button in buttons(row))


def test_gaps_show_the_bands(row: PainRow):
    row.resize(800, row.height())
    edges = [(b.geometry().left(), b.geometry().right() + 1) for b in buttons(row)]

    gaps = [after[0] - before[1] for before, after in pairwise(edges)]

    assert gaps == [4, 4, 16, 4, 4, 16, 4, 4, 4, 4]


def test_settings_may_move_the_bands(theme: Theme, qtbot: QtBot):
    row = PainRow(theme, "How is your back?", bands=(3,))
    qtbot.addWidget(row)
    row.resize(800, 80)
    row.show()

    third, fourth = buttons(row)[3].geometry(), buttons(row)[4].geometry()

    assert fourth.left() - third.right() - 1 == 16
    assert buttons(row)[3].geometry().left() - buttons(row)[2].geometry().right() - 1 == 4


def test_a_narrow_page_makes_the_buttons_narrow_but_keeps_them_all(row: PainRow):
    row.resize(row.minimumSizeHint())

    assert buttons(row)[10].geometry().right() < row.width()
    assert all(button.width() >= 30 for button in buttons(row))


def test_the_foot_has_the_colour_of_the_scale_and_the_answer_all_of_it(row: PainRow):
    seven = buttons(row)[7]

    def middle_and_foot() -> tuple[QColor, QColor]:
        image = seven.grab().toImage()
        return image.pixelColor(6, 20), image.pixelColor(22, image.height() - 4)

    assert middle_and_foot() == (LIGHT.raised, LIGHT.pain[7])
    row.set_score(7)
    assert middle_and_foot() == (LIGHT.pain[7], LIGHT.pain[7])


def test_a_chosen_score_has_a_plum_outline(row: PainRow, count_of):
    assert count_of(buttons(row)[0], LIGHT.plum) == 0

    row.set_score(0)

    assert count_of(buttons(row)[0], LIGHT.plum) > 100


def test_a_screen_reader_hears_the_score_and_the_question(row: PainRow):
    heard = QAccessible.queryAccessibleInterface(buttons(row)[10])

    assert heard.text(QAccessible.Text.Name) == "Pain 10 of 10"
    assert buttons(row)[10].accessibleDescription() == "How is your back?"
    assert buttons(row)[10].toolTip() == "Pain 10 of 10 (X)"


def test_a_number_stays_in_line_with_the_others_when_it_is_chosen(row: PainRow):
    """The rows of pixels in which the middle of a button has ink: those of its number."""

    def inked() -> list[int]:
        one = next(button for button in buttons(row) if button.label == "0")
        image = one.grab().toImage()
        middle = range(image.width() // 3, 2 * image.width() // 3)
        heights = range(image.height() // 5, 3 * image.height() // 4)
        return [y for y in heights if any(image.pixelColor(x, y).lightness() < 90 for x in middle)]

    before = inked()
    assert len(before) > 5
    row.set_score(0)
    row.window().setFocus()
    assert inked() == before
