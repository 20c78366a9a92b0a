import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.routine_list import RoutineList
from routine_player.ui.routines.routine_row import RoutineRow
from routine_player.ui.routines.values import RoutineEntry
from routine_player.ui.theme import Theme

ROWS = 6
LOW, HIGH = 64, 88
SMALL_BELOW = 400
BETWEEN = 480  # six low rows fit into that, six high ones don't


@pytest.fixture
def routines(qtbot: QtBot, theme: Theme) -> RoutineList:
    made = RoutineList(theme, Pictures())
    qtbot.addWidget(made)
    made.show_entries([RoutineEntry(f"r{i}", f"R {i}", "", None) for i in range(ROWS)])
    made.resize(600, BETWEEN)
    made.show()
    return made


def sizes(routines: RoutineList) -> set[tuple[int, int]]:
    return {(row.width(), row.height()) for row in routines.findChildren(RoutineRow)}


def test_rows_are_lower_once_the_list_is_narrow_and_high_again_once_it_is_wide(
    routines: RoutineList,
):
    seen = []
    for width in (600, 320, 600):
        routines.resize(width, BETWEEN)
        seen.append({height for _, height in sizes(routines)})

    assert seen == [{HIGH}, {LOW}, {HIGH}]


def test_a_list_settles_at_every_width_where_its_scroll_bar_decides_how_high_rows_are(
    routines: RoutineList,
):
    """Else Qt would show and hide the bar within itself until the process dies."""
    for width in range(390, 450):
        routines.resize(width, BETWEEN)
        QApplication.processEvents()

        ((row_width, height),) = sizes(routines)
        assert height == (LOW if row_width < SMALL_BELOW else HIGH)
        assert routines.verticalScrollBar().isVisible() is (height == HIGH)


def test_the_last_row_can_be_scrolled_to(routines: RoutineList):
    routines.choose(f"r{ROWS - 1}")

    last = routines.findChildren(RoutineRow)[-1]
    top = last.mapTo(routines.viewport(), last.rect().topLeft()).y()
    assert 0 <= top <= routines.viewport().height() - HIGH
