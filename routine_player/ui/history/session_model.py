"""The sessions of the list, newest first, under the days they were played on."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from routine_player.store.history_values import SessionId, SessionSummary
from routine_player.ui.history.words import heading_words, session_sentence

Index = QModelIndex | QPersistentModelIndex
Row = date | SessionSummary
"""A row is a heading or a session."""


class SessionModel(QAbstractListModel):
    """Rows for a list view. `more_wished` asks for what follows the last session, once a time."""

    more_wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._today = date.min
        self._has_more = False
        self._is_asked = False

    @property
    def sessions(self) -> tuple[SessionSummary, ...]:
        """The sessions that are there, newest first."""
        return tuple(row for row in self._rows if isinstance(row, SessionSummary))

    def show_sessions(
        self, sessions: Iterable[SessionSummary], today: date, *, has_more: bool, headed: bool
    ) -> None:
        """Put these in place of what is there; `headed` puts their days above them.

        `has_more` says that older ones can be had.
        """
        self.beginResetModel()
        self._today = today
        self._has_more = has_more
        self._is_asked = False
        self._rows = _under_days(sessions, None) if headed else list(sessions)
        self.endResetModel()

    def add_sessions(self, sessions: Iterable[SessionSummary], *, has_more: bool) -> None:
        """Put older ones below what is there."""
        self._has_more = has_more
        self._is_asked = False
        last = next((row for row in reversed(self._rows) if isinstance(row, SessionSummary)), None)
        rows = _under_days(sessions, None if last is None else last.started.local_date)
        if rows:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, index: Index) -> Row | None:
        """What is shown at an index; None for one outside."""
        return self._rows[index.row()] if self._holds(index) else None

    def session(self, index: Index) -> SessionSummary | None:
        """The session at an index; None for a heading."""
        row = self.row(index)
        return row if isinstance(row, SessionSummary) else None

    def index_of(self, session: SessionId | None) -> QModelIndex:
        """Where a session is; an invalid index where it is not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, SessionSummary) and row.id == session:
                return self.index(number)
        return QModelIndex()

    def near(self, row: int, step: int) -> QModelIndex:
        """The session at `row` or, from there in the direction of `step`, the next one."""
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], SessionSummary):
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
        if isinstance(row, SessionSummary):
            if role == Qt.ItemDataRole.DisplayRole:
                return row.routine_name
            if role == Qt.ItemDataRole.AccessibleTextRole:
                day = self.heading(row.started.local_date)
                return f"{day}: {session_sentence(row)}"
        elif row is not None and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.session(index) is None:
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


def _under_days(sessions: Iterable[SessionSummary], above: date | None) -> list[Row]:
    """Put a heading over the sessions of each day; `above` is the day that has one already."""
    rows: list[Row] = []
    for session in sessions:
        day = session.started.local_date
        if day != above:
            rows.append(day)
            above = day
        rows.append(session)
    return rows
