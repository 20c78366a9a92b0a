import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.empty_state import EmptyState
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.stage import Still

GROUNDS = {
    BannerKind.NOTE: LIGHT.sunken,
    BannerKind.CAUTION: LIGHT.attention_tint,
    BannerKind.ERROR: LIGHT.raised,
}


@pytest.mark.parametrize("kind", list(BannerKind))
def test_each_kind_has_its_ground_and_an_icon(theme: Theme, show, count_of, kind: BannerKind):
    banner = Banner(theme, "Something to know.", kind)
    banner.setFixedWidth(400)
    kept = show(banner)

    assert count_of(banner, GROUNDS[kind]) > 5000
    icon = banner.grab().toImage().copy(12, 12, 20, 20)
    marks = {icon.pixelColor(x, y).name() for x in range(20) for y in range(20)}
    assert len(marks) > 3
    assert banner.accessibleName() == banner.text == "Something to know."
    kept.close()


def test_its_buttons_tell_and_the_page_decides(theme: Theme, show, qtbot: QtBot):
    banner = Banner(theme, "This file was changed.", action="Reload", can_go=True)
    kept = show(banner)
    reload, cross = banner.findChildren(Button)

    with qtbot.waitSignal(banner.action_wished):
        qtbot.mouseClick(reload, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)

    assert banner.isVisible()
    kept.close()


def test_without_a_way_out_there_are_no_buttons(theme: Theme, show):
    banner = Banner(theme, "Sessions run without sound.", BannerKind.CAUTION)
    kept = show(banner)

    assert not any(button.isVisible() for button in banner.findChildren(Button))
    kept.close()


def test_a_banner_can_say_something_else(theme: Theme, show, count_of):
    banner = Banner(theme, "Looking.")
    banner.setFixedWidth(400)
    kept = show(banner)

    banner.say("Line 4: <hold> needs a time.", BannerKind.ERROR, "Show")

    assert banner.text == banner.accessibleName() == "Line 4: <hold> needs a time."
    assert banner.findChildren(Button)[0].label == "Show"
    assert count_of(banner, LIGHT.error) > 50
    kept.close()


def test_a_long_text_wraps(theme: Theme, qtbot: QtBot):
    banner = Banner(theme, "Nothing plays sounds on this computer. " * 6, action="Copy")
    qtbot.addWidget(banner)

    assert banner.heightForWidth(400) > banner.heightForWidth(1200) + 40


def test_an_empty_page_says_how_to_begin(theme: Theme, show, qtbot: QtBot):
    empty = EmptyState(
        theme, "No sessions yet", "Your first one will stand here.", action="Try", position="supine"
    )
    kept = show(empty)

    with qtbot.waitSignal(empty.action_wished):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert empty.findChild(Still) is not None
    assert [label.text() for label in empty.findChildren(PlainLabel)] == [
        "No sessions yet",
        "Your first one will stand here.",
    ]
    kept.close()


def test_an_empty_page_may_have_nothing_to_press(theme: Theme, show):
    empty = EmptyState(theme, "Nothing found", "Clear the filters to see all.")
    kept = show(empty)

    assert not empty.button.isVisible()
    assert empty.findChild(Still) is None
    kept.close()
