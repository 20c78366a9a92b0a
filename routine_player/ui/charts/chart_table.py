"""The same as a chart in rows and columns, for screen readers and all who like numbers."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from routine_player.ui.charts.content import Table
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION

_ROW_PX: Final = 32
_WIDEST_COLUMN_PX: Final = 260
_SEEN_ROWS: Final = 12
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
_NOBODY: Final = QModelIndex()


class TableModel(QAbstractTableModel):
    """Gives Qt the rows; what nobody said is an empty cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = Table((), (), ())

    def show_table(self, table: Table) -> None:
        """Give other rows."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def day(self, row: int) -> date | None:
        """The day that a row opens."""
        return self._table.days[row] if 0 <= row < len(self._table.days) else None

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        cell = self._table.rows[index.row()][index.column()]
        is_number = isinstance(cell, int | float)
        if role == _Role.DisplayRole:
            return "" if cell is None else f"{cell:g}" if is_number else str(cell)
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self._table.columns[section]
        if role == _Role.TextAlignmentRole:
            rows = self._table.rows
            is_number = bool(rows) and isinstance(rows[0][section], int | float)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class ChartTable(QTableView):
    """Shows a chart's table; Enter or a double click on a row opens its day."""

    day_chosen = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = TableModel(self)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFont(theme.font(CAPTION.strong()))
        self.horizontalHeader().setMaximumSectionSize(_WIDEST_COLUMN_PX)
        self.horizontalHeader().setResizeContentsPrecision(50)
        self.horizontalHeader().setStretchLastSection(False)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.dress)
        self.dress()

    def show_table(self, name: str, table: Table) -> None:
        """Show other rows."""
        self.setAccessibleName(name)
        self._rows.show_table(table)
        rows = min(len(table.rows), _SEEN_ROWS) + 1
        self.setFixedHeight(rows * _ROW_PX + _ROW_PX // 2)
        # Only now: columns that fit themselves all the time are measured at each change of theme.
        self.resizeColumnsToContents()

    @Slot()
    def dress(self) -> None:
        """Wear the theme's colours."""
        colours = self._theme.colours
        self.setStyleSheet(
            f"QTableView {{ background: {colours.paper.name()}; color: {colours.ink.name()};"
            f" selection-background-color: {colours.tint.name()};"
            f" selection-color: {colours.ink.name()}; outline: 0; }}"
            f"QTableView::item {{ border-bottom: 1px solid {colours.line.name()};"
            " padding: 0 12px 0 8px; }"
            f"QHeaderView {{ background: {colours.paper.name()}; }}"
            f"QHeaderView::section {{ background: {colours.paper.name()};"
            f" color: {colours.ink2.name()}; border: 0; padding: 6px 12px 6px 8px;"
            f" border-bottom: 1px solid {colours.strong.name()}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters are keys of the chart here, and search nothing
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        day = self._rows.day(index.row())
        if day is not None:
            self.day_chosen.emit(day)
