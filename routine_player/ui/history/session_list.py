"""The list of days: painted row by row, so that ten years of them cost as much as ten."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from routine_player.core.entry import SessionOutcome
from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.history.entry_words import entry_lines, entry_pains, entry_title
from routine_player.ui.history.session_model import Index, SessionModel
from routine_player.ui.history.values import HistoryEntry, RunLine
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    RADIUS,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Lettering,
)
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import Tone
from routine_player.ui.widgets.pain_dot import ROW, paint_pain_dot
from routine_player.ui.widgets.painting import CLEAR, middle_square, paint_line, paint_panel

_ROW, _FIRST_HEADING, _HEADING = 56, 32, 48
_ICON, _ARROW = 20, 14
_LINE, _SMALL_LINE = 20, 16
_TOP = 9
_GAP = 6
_RING_ROOM = 4  # for the focus ring, which lies outside the row
_PAINS_FROM_WIDTH = 300
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_State = QStyle.StateFlag
_ICONS = {Activity.RUN: "person-simple-run", Activity.WALK: "person-simple-walk"}


class _Painter(QStyledItemDelegate):
    """Paints headings and what was logged."""

    def __init__(self, theme: Theme, model: SessionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._model.entry(index) is not None:
            return QSize(0, _ROW)
        return QSize(0, _HEADING if index.row() else _FIRST_HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType] - Qt's stub has only the constructor
        state = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType] - the same
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, date):
            low = area.adjusted(_RING_ROOM + SPACE_12, 0, 0, -SPACE_8)
            low.setTop(low.bottom() + 1 - _LINE)
            self._write(painter, QRectF(low), self._model.heading(row), BODY.strong(), "ink2")
        elif row is not None:
            self._paint_entry(painter, area, row, state)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, area: QRect, entry: HistoryEntry, state: _State
    ) -> None:
        colours = self._theme.colours
        panel = QRectF(area).adjusted(_RING_ROOM, 2, -_RING_ROOM, -2)
        is_chosen = bool(state & _State.State_Selected)
        hovered = colours.sunken if state & _State.State_MouseOver else CLEAR
        paint_panel(painter, panel, fill=colours.tint if is_chosen else hovered)
        inner = panel.adjusted(SPACE_12, 0, -SPACE_12, 0)
        inner = self._paint_icon(painter, inner, entry)
        inner = self._paint_pains(painter, inner, entry)
        name = QRectF(inner.left(), panel.top() + _TOP - 2, inner.width(), _LINE)
        self._write(painter, name, entry_title(entry), BODY.strong(), "ink")
        line = QRectF(inner.left(), name.bottom(), inner.width(), _SMALL_LINE)
        words, short = entry_lines(entry)
        if self._width(words, CAPTION) > line.width():
            words = short
        self._write(painter, line, words, CAPTION, "ink2")

    def _paint_icon(self, painter: QPainter, area: QRectF, entry: HistoryEntry) -> QRectF:
        colours = self._theme.colours
        place = middle_square(QRectF(area.left(), area.top(), _ICON, area.height()), _ICON)
        if isinstance(entry, RunLine):
            icon = _ICONS.get(entry.run.activity, "activity")
            self._theme.icons.paint(painter, icon, colours.ink2, place)
        elif not isinstance(entry, SessionSummary):
            self._theme.icons.paint(painter, "note-pencil", colours.ink2, place)
        elif entry.outcome is SessionOutcome.FINISHED:
            self._theme.icons.paint(painter, "check-circle-fill", colours.accent, place)
        else:
            self._theme.icons.paint(painter, "circle", colours.ink3, place)
        return area.adjusted(_ICON + SPACE_12, 0, 0, 0)

    def _paint_pains(self, painter: QPainter, area: QRectF, entry: HistoryEntry) -> QRectF:
        """Paint what pain was said at the right; give what is left of the row."""
        scores = entry_pains(entry)
        if not any(score is not None for score in scores) or area.width() < _PAINS_FROM_WIDTH / 2:
            return area
        width = 2 * ROW + _ARROW + 2 * _GAP
        left = round(area.right() - width)
        middle = area.center().y()
        dot = QRectF(left, round(middle - ROW / 2), ROW, ROW)
        after = dot.translated(width - ROW, 0)
        paint_pain_dot(painter, self._theme, after, scores[-1])
        if len(scores) > 1:
            paint_pain_dot(painter, self._theme, dot, scores[0])
            between = QRectF(dot.right() + _GAP, area.top(), _ARROW, area.height())
            arrow = middle_square(between, _ARROW)
            self._theme.icons.paint(painter, "arrow-right", self._theme.colours.ink3, arrow)
        return area.adjusted(0, 0, -width - SPACE_16, 0)

    def _width(self, words: str, lettering: Lettering) -> int:
        return QFontMetrics(self._theme.font(lettering)).horizontalAdvance(words)

    def _write(
        self, painter: QPainter, area: QRectF, words: str, lettering: Lettering, tone: Tone
    ) -> None:
        ink: QColor = getattr(self._theme.colours, tone)
        paint_line(painter, area, words, self._theme.font(lettering), ink)


class SessionList(QListView):
    """A list one walks with arrows. It never opens anything by itself.

    `entry_reached` carries the id of what is walked onto, `entry_opened` of what is clicked or got
    Enter, `delete_wished` of what got Delete.
    """

    entry_reached = Signal(object)
    entry_opened = Signal(object)
    delete_wished = Signal(object)

    def __init__(self, theme: Theme, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries = model
        self._ring = KeyboardFocus(theme, self, self._ring_area, RADIUS)
        self.setModel(model)
        self.setItemDelegate(_Painter(theme, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("What you logged"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(_ROW // 2)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._ring.follow)
        self.clicked.connect(self._open)

    @property
    def entry(self) -> HistoryEntry | None:
        """What the keyboard is at."""
        return self._entries.entry(self.currentIndex())

    def choose(self, entry: UUID | None, fallback_row: int = 0) -> None:
        """Go to something logged; where it is gone, to what is nearest to where it was."""
        index = self._entries.index_of(entry)
        if not index.isValid():
            index = self._entries.near(fallback_row, 1)
        if not index.isValid():
            index = self._entries.near(self._entries.rowCount() - 1, -1)
        self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._ring.follow()
        entry = self._entries.entry(current)
        if entry is not None:
            self.entry_reached.emit(entry.id)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Say where an arrow leads to: headings are stepped over."""
        moves = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // _ROW - 1)
        last = self._entries.rowCount() - 1
        at = self.currentIndex().row()
        target, step = {
            moves.MoveUp: (at - 1, -1),
            moves.MovePrevious: (at - 1, -1),
            moves.MovePageUp: (max(0, at - page), 1),
            moves.MovePageDown: (min(last, at + page), -1),
            moves.MoveHome: (0, 1),
            moves.MoveEnd: (last, -1),
        }.get(action, (at + 1, 1))
        found = self._entries.near(target, step)
        return found if found.isValid() else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.entry
        if entry is not None and event.key() in _ENTER:
            self.entry_opened.emit(entry.id)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_wished.emit(entry.id)
        elif event.text().isprintable() and event.text():
            event.ignore()  # the page's keys are letters: no searching by first letters
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.follow()

    def _open(self, index: Index) -> None:
        entry = self._entries.entry(index)
        if entry is not None:
            self.entry_opened.emit(entry.id)

    def _ring_area(self) -> QRect:
        row = self.visualRect(self.currentIndex()).adjusted(_RING_ROOM, 2, -_RING_ROOM, -2)
        offset = self.viewport().geometry().topLeft()
        return row.translated(offset).intersected(self.rect())
