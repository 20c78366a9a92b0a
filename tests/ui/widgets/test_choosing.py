"""Chips, segments, switches, sliders and lists: what is chosen is told once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from routine_player.store import settings
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.chip import Chip, ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.segmented import Option, Segmented
from routine_player.ui.widgets.slider import Slider
from routine_player.ui.widgets.switch import Switch

OPTIONS = [Option("off", "Off"), Option("key", "Key moments"), Option("full", "Full")]


@pytest.mark.parametrize("size", list(ChipSize))
def test_a_chip_is_as_high_as_its_size_says(theme: Theme, show, size: ChipSize):
    chip = Chip(theme, "Left side", size)
    choice = ChoiceChip(theme, "Before run", size=size)
    kept = show(chip, choice)

    assert chip.height() == choice.height() == size
    kept.close()


def test_a_stressed_chip_is_filled_with_accent(theme: Theme, show, count_of):
    plain = Chip(theme, "Left side", ChipSize.PLAYER)
    stressed = Chip(theme, "Left side", ChipSize.PLAYER, stressed=True)
    kept = show(plain, stressed)
    assert count_of(plain, LIGHT.accent) == 0
    assert count_of(plain, LIGHT.sunken) > 1000
    assert count_of(stressed, LIGHT.accent) > 1000
    assert count_of(stressed, LIGHT.on_accent) > 50
    kept.close()


def test_a_chip_can_be_heard(theme: Theme, show):
    chip = Chip(theme, "Set 2 of 3")
    kept = show(chip)

    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Set 2 of 3"
    kept.close()


def test_a_filter_in_force_is_tinted_and_ticked(theme: Theme, show, qtbot: QtBot, count_of):
    chip = ChoiceChip(theme, "Before run")
    kept = show(chip)
    narrow = chip.width()

    with qtbot.waitSignal(chip.toggled):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip.width() > narrow)

    assert count_of(chip, LIGHT.tint) > 500
    kept.close()


def test_an_answer_is_filled_and_pushes_no_neighbour(theme: Theme, show, qtbot: QtBot, count_of):
    chip = ChoiceChip(theme, "fine", ChoiceLook.ANSWER, ChipSize.ANSWER)
    kept = show(chip)
    width = chip.sizeHint().width()

    qtbot.keyClick(chip, Qt.Key.Key_Space)

    assert chip.isChecked()
    assert chip.sizeHint().width() == width
    assert count_of(chip, LIGHT.accent) + count_of(chip, LIGHT.accent_hover) > 500
    kept.close()


def test_a_chip_with_another_count_is_named_by_it(theme: Theme, qtbot: QtBot):
    chip = ChoiceChip(theme, "All 14")
    qtbot.addWidget(chip)

    chip.set_label("All 9")
    chip.setEnabled(False)

    assert chip.label == chip.accessibleName() == "All 9"
    assert not chip.grab().isNull()


@pytest.fixture
def segmented(theme: Theme, show) -> Segmented:
    made = Segmented(theme, "Voice says", OPTIONS, "key")
    made.window_kept = show(made)
    return made


def parts(segmented: Segmented) -> list[QAbstractButton]:
    return segmented.findChildren(QAbstractButton)


def test_pressing_a_part_chooses_it(segmented: Segmented, qtbot: QtBot):
    with qtbot.waitSignal(segmented.value_chosen) as chosen:
        qtbot.mouseClick(parts(segmented)[2], Qt.MouseButton.LeftButton)

    assert chosen.args == ["full"]
    assert segmented.value == "full"
    assert [part.isChecked() for part in parts(segmented)] == [False, False, True]


def test_pressing_the_chosen_part_changes_nothing(segmented: Segmented, qtbot: QtBot):
    with qtbot.assertNotEmitted(segmented.value_chosen):
        qtbot.mouseClick(parts(segmented)[1], Qt.MouseButton.LeftButton)

    assert parts(segmented)[1].isChecked()


def test_arrows_choose_among_parts(segmented: Segmented, qtbot: QtBot):
    parts(segmented)[1].setFocus()

    with qtbot.waitSignal(segmented.value_chosen) as chosen:
        qtbot.keyClick(parts(segmented)[1], Qt.Key.Key_Left)

    assert chosen.args == ["off"]
    assert parts(segmented)[0].hasFocus()
    with qtbot.assertNotEmitted(segmented.value_chosen):
        qtbot.keyClick(parts(segmented)[0], Qt.Key.Key_Left)
        qtbot.keyClick(parts(segmented)[0], Qt.Key.Key_Q)


def test_showing_a_value_tells_nobody_and_an_unknown_one_is_a_bug(
    segmented: Segmented, qtbot: QtBot
):
    with qtbot.assertNotEmitted(segmented.value_chosen):
        segmented.set_value("off")

    assert segmented.value == "off"
    with pytest.raises(ValueError, match="loud"):
        segmented.set_value("loud")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_switch_is_turned_by_key_and_mouse(theme: Theme, show, qtbot: QtBot, count_of, key):
    switch = Switch(theme, "Tick on every rep")
    kept = show(switch)
    assert count_of(switch, LIGHT.accent) == 0

    with qtbot.waitSignal(switch.toggled):
        qtbot.keyClick(switch, key)
    assert count_of(switch, LIGHT.accent) > 300

    with qtbot.waitSignal(switch.toggled):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert not switch.isChecked()
    assert switch.size() == QSize(44, 24)
    kept.close()


def test_a_switch_glides_where_motion_is_wanted(theme: Theme, show, qtbot: QtBot, count_of):
    theme.move(settings.Motion.FULL)
    switch = Switch(theme, "Tick on every rep")
    kept = show(switch)

    switch.click()
    switch.click()
    switch.click()

    still = Switch(theme, "Tick on every rep", on=True)
    also_kept = show(still)
    there = count_of(still, LIGHT.accent)
    qtbot.waitUntil(lambda: count_of(switch, LIGHT.accent) == there)
    assert switch.isChecked()
    assert there > 300
    also_kept.close()
    kept.close()


def test_a_switch_is_heard_as_one(theme: Theme, qtbot: QtBot):
    switch = Switch(theme, "Tick on every rep", on=True)
    qtbot.addWidget(switch)
    switch.setEnabled(False)

    heard = QAccessible.queryAccessibleInterface(switch)

    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "Tick on every rep"
    assert not switch.grab().isNull()


@pytest.fixture
def slider(theme: Theme, show) -> Slider:
    made = Slider(theme, "Volume", 0, 100, 62)
    made.setFixedWidth(216)
    made.window_kept = show(made)
    return made


def test_a_press_on_the_line_goes_there(slider: Slider, qtbot: QtBot):
    with qtbot.waitSignal(slider.valueChanged):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(108, 12))
    assert slider.value() == 50

    for x, value in ((0, 0), (216, 100)):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(108, 12))
        qtbot.mouseMove(slider, QPoint(x, 12))
        qtbot.waitUntil(lambda wanted=value: slider.value() == wanted)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)
    assert not slider.isSliderDown()


def test_the_other_buttons_of_the_mouse_move_nothing(slider: Slider, qtbot: QtBot):
    qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=QPoint(0, 12))
    qtbot.mouseMove(slider, QPoint(200, 12))

    assert slider.value() == 62


def test_keys_move_a_slider(slider: Slider, qtbot: QtBot):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 63
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.value() == 73
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 0


def test_a_slider_shows_where_it_is(slider: Slider):
    slider.setEnabled(True)
    image = slider.grab().toImage()

    assert image.pixelColor(40, 12) == LIGHT.accent
    assert image.pixelColor(200, 12) == LIGHT.track
    slider.setEnabled(False)
    assert slider.grab().toImage().pixelColor(40, 12) != LIGHT.accent


def test_a_list_tells_what_was_chosen(theme: Theme, show, qtbot: QtBot):
    choice = Choice(theme, "Voice says", OPTIONS, "key")
    kept = show(choice)
    assert choice.value == "key"
    assert not choice.grab().isNull()

    with qtbot.waitSignal(choice.value_chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Down)

    assert chosen.args == ["full"]
    with pytest.raises(ValueError, match="loud"):
        choice.set_value("loud")
    kept.close()


def test_scrolling_over_a_list_does_not_change_it(theme: Theme, show):
    choice = Choice(theme, "Voice says", OPTIONS, "key")
    kept = show(choice)
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    choice.wheelEvent(down)

    assert choice.value == "key"
    assert not down.isAccepted()
    kept.close()
