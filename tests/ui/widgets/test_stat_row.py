from PySide6.QtWidgets import QApplication, QLabel

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import PAGE
from routine_player.ui.widgets.stat_row import StatRow


def shown(row: StatRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]


def test_figures_stand_over_their_words_and_can_become_fewer(theme: Theme, show):
    row = StatRow(theme)
    row.show_stats([("7:40", "total time"), ("3", "positions")])
    show(row)
    assert shown(row) == ["7:40", "total time", "3", "positions"]

    row.show_stats([("1:00", "active")])
    assert shown(row) == ["1:00", "active"]


def test_figures_can_be_written_larger(theme: Theme, show):
    row = StatRow(theme)
    row.show_stats([("7:40", "total time")])
    show(row)
    before = row.sizeHint().height()
    row.set_lettering(PAGE)
    QApplication.processEvents()

    assert row.sizeHint().height() > before
