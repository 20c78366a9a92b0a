from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.widgets.search_input import SearchInput


def test_typing_shows_a_cross_that_empties_the_line(theme: Theme, show, qtbot: QtBot):
    line = SearchInput(theme, "Search routines", "Ctrl F")
    kept = show(line)
    cross = line.findChild(QAbstractButton)
    assert not cross.isVisible()

    qtbot.keyClicks(line, "hip")
    assert cross.isVisible()

    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert line.hasFocus()
    assert not cross.isVisible()
    kept.close()


def test_escape_empties_first_and_is_then_left_to_the_page(theme: Theme, show, qtbot: QtBot):
    line = SearchInput(theme, "Search routines")
    window = show(line)
    heard: list[int] = []
    window.keyPressEvent = lambda event: heard.append(event.key())
    line.setText("hip")

    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    assert heard == []

    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]


def test_text_never_runs_under_lens_key_or_cross(theme: Theme, show):
    line = SearchInput(theme, "Search routines", "Ctrl F")
    kept = show(line)
    with_key = line.textMargins().right()
    assert line.textMargins().left() >= 24
    assert with_key > 40

    theme.fit(QSize(700, 500))
    assert line.textMargins().right() == 0

    line.setText("hip")
    assert line.textMargins().right() >= 24
    assert not line.grab().isNull()
    kept.close()


def test_the_line_is_named(theme: Theme, qtbot: QtBot):
    line = SearchInput(theme, "Search routines", "Ctrl F")
    qtbot.addWidget(line)

    assert line.accessibleName() == line.placeholderText() == "Search routines"
    assert line.toolTip() == "Search routines (Ctrl F)"
