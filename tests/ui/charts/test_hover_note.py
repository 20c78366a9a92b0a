import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from routine_player.ui.charts.content import Tip
from routine_player.ui.charts.hover_note import HoverNote

TIP = Tip("Thu 8 May", ("worst in the run", "Enter opens the day"), 3)


@pytest.fixture
def note(theme, show):
    page = QWidget()
    page.setFixedSize(600, 300)
    show(page)
    note = HoverNote(theme, page)
    note.resize(page.size())
    return note


@pytest.mark.parametrize(
    "place", [(300, 250), (300, 20), (4, 250), (596, 250), (300, 150), (2, 2), (598, 298)]
)
def test_the_panel_keeps_clear_of_its_dot_and_inside_the_plot(note, place):
    note.show_tip(TIP, QPointF(*place))
    panel = note.panel()
    assert not panel.contains(QPointF(*place))
    assert panel.left() >= 0
    assert panel.top() >= 0
    assert panel.right() <= 600
    assert panel.bottom() <= 300
    note.grab()


@pytest.mark.parametrize("place", [(100, 40), (500, 40)])
def test_in_a_low_plot_the_panel_stands_beside_its_dot(note, place):
    note.resize(600, 90)
    note.show_tip(TIP, QPointF(*place))
    assert not note.panel().contains(QPointF(*place))


def test_the_score_is_seen(note, theme, count_of):
    note.show_tip(TIP, QPointF(300, 250))
    assert count_of(note, theme.colours.pain[3]) > 50
    note.show_tip(Tip("Week of Mon 1 Jun", ("22 km",)), QPointF(300, 250))
    assert count_of(note, theme.colours.pain[3]) == 0


def test_nothing_is_said_of_nothing(note):
    note.show_tip(TIP, QPointF(300, 250))
    note.clear()
    assert note.tip is None
    assert note.isHidden()
    assert note.panel().isEmpty()
