from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.link import Link


def test_a_link_is_pressed_by_enter_and_names_its_key(theme: Theme, show, qtbot: QtBot):
    link = Link(theme, "When to see a professional", key="W")
    show(link)

    assert link.toolTip() == "When to see a professional (W)"
    assert Link(theme, "Here").toolTip() == "Here"
    with qtbot.waitSignal(link.clicked, timeout=500):
        qtbot.keyClick(link, Qt.Key.Key_Return)


def test_a_link_is_underlined_over_the_whole_width_of_its_words(theme: Theme, show, count_of):
    link = Link(theme, "Read who to see", tone="ink")
    show(link)
    image = link.grab().toImage()
    rows = [
        sum(image.pixelColor(x, y) == LIGHT.ink for x in range(image.width()))
        for y in range(image.height())
    ]

    assert max(rows) >= link.width() - 3
