"""What was logged, newest first, under its days: sessions, runs, and ratings of a day."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from routine_player.ui.history.entry_words import entry_sentence, entry_title
from routine_player.ui.history.values import HistoryEntry
from routine_player.ui.history.words import heading_words

Index = QModelIndex | QPersistentModelIndex
Row = date | HistoryEntry
"""A row is a heading, or something that was logged."""


class SessionModel(QAbstractListModel):
    """Rows for a list view. `more_wished` asks for what follows the last entry, once a time."""

    more_wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._today = date.min
        self._has_more = False
        self._is_asked = False

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """What is there, newest first."""
        return tuple(row for row in self._rows if not isinstance(row, date))

    def show_entries(
        self, entries: Iterable[HistoryEntry], today: date, *, has_more: bool, headed: bool
    ) -> None:
        """Put these in place of what is there; `headed` puts their days above them.

        `has_more` says that older ones can be had.
        """
        self.beginResetModel()
        self._today = today
        self._has_more = has_more
        self._is_asked = False
        self._rows = _under_days(entries, None) if headed else list(entries)
        self.endResetModel()

    def add_entries(self, entries: Iterable[HistoryEntry], *, has_more: bool) -> None:
        """Put older ones below what is there."""
        self._has_more = has_more
        self._is_asked = False
        last = next((row for row in reversed(self._rows) if not isinstance(row, date)), None)
        rows = _under_days(entries, None if last is None else last.started.local_date)
        if rows:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, index: Index) -> Row | None:
        """What is shown at an index; None for one outside."""
        return self._rows[index.row()] if self._holds(index) else None

    def entry(self, index: Index) -> HistoryEntry | None:
        """What was logged at an index; None for a heading."""
        row = self.row(index)
        return None if isinstance(row, date) else row

    def index_of(self, entry: UUID | None) -> QModelIndex:
        """Where something is; an invalid index where it is not."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, date) and row.id == entry:
                return self.index(number)
        return QModelIndex()

    def near(self, row: int, step: int) -> QModelIndex:
        """The entry at `row` or, from there in the direction of `step`, the next one."""
        while 0 <= row < len(self._rows):
            if not isinstance(self._rows[row], date):
                return self.index(row)
            row += step
        return QModelIndex()

    def heading(self, day: date) -> str:
        """Say a day."""
        return heading_words(day, self._today)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if isinstance(row, date):
            return self.heading(row) if role == Qt.ItemDataRole.DisplayRole else None
        if row is not None and role == Qt.ItemDataRole.DisplayRole:
            return entry_title(row)
        if row is not None and role == Qt.ItemDataRole.AccessibleTextRole:
            day = self.heading(row.started.local_date)
            return f"{day}: {entry_sentence(row)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_asked = True
            self.more_wished.emit()

    def _holds(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._rows)


def _under_days(entries: Iterable[HistoryEntry], above: date | None) -> list[Row]:
    """Put a heading over what was logged on each day; `above` is the day that has one already."""
    rows: list[Row] = []
    for entry in entries:
        day = entry.started.local_date
        if day != above:
            rows.append(day)
            above = day
        rows.append(entry)
    return rows
