"""The report of an import as a list: what became of it, which file, and why.

Rows are painted as they are scrolled into view, so that thousands of files cost what ten do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from routine_player.core.language import tr
from routine_player.store.run_import.intake import Fate
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, RADIUS, SPACE_4, SPACE_8, Lettering
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.painting import middle_square, paint_panel

_HEADING: Final = 36
_LINE: Final = 20
_ICON: Final = 16
_AT_ONCE: Final = 200
"""Rows that are measured before keys and animations are answered."""

_LOWEST, _WANTED_HEIGHT = 96, 300
_LARGEST: Final = 10_000  # pixels; no reason is as high
_ICONS: Final = {
    Fate.FAILED: ("warning-circle", "error"),
    Fate.TAKEN: ("check-circle-fill", "accent"),
    Fate.JOINED: ("link", "accent"),
    Fate.SKIPPED: ("minus", "ink3"),
}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What became of a file, or of one line of a list; where all went well there is no reason."""

    name: str
    reason: str = ""

    @property
    def words(self) -> str:
        """All of it as one line of text."""
        named = tr("{name}: {reason}", name=self.name, reason=self.reason)
        return named if self.reason else self.name


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Lines of the report that had the same fate, under a title such as `12 taken`."""

    fate: Fate
    title: str
    lines: Sequence[ReportLine]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import.

    `other_sports` says how many were left out for being no run, `deleted` how many for having been
    deleted.
    """

    summary: str
    groups: tuple[ReportGroup, ...] = ()
    can_undo: bool = False
    other_sports: int = 0
    deleted: int = 0

    @property
    def text(self) -> str:
        """All groups as text, line by line."""
        parts = ((one.title, *(line.words for line in one.lines)) for one in self.groups)
        return "\n\n".join("\n".join(part) for part in parts)


Row = ReportGroup | tuple[ReportGroup, ReportLine]
"""A heading, or a line with the group that it is in."""


class ReportModel(QAbstractListModel):
    """The rows: each title with the lines under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_groups(self, groups: Sequence[ReportGroup]) -> None:
        """Put these in place of what is there."""
        self.beginResetModel()
        self._rows = [row for one in groups for row in (one, *((one, line) for line in one.lines))]
        self.endResetModel()

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def words(self, index: Index) -> str:
        """Say a row in one line."""
        row = self.row(index)
        return row.title if isinstance(row, ReportGroup) else row[1].words

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(index)
        return plain_tooltip(self.words(index)) if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    """Paints titles, and lines with the reason under the name."""

    def __init__(self, theme: Theme, model: ReportModel, parent: "ReportList") -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._list = parent
        self._metrics = QFontMetrics(theme.font(CAPTION))
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        if isinstance(row, ReportGroup):
            return QSize(0, _HEADING)
        return QSize(0, _LINE + self._height_of(row[1].reason) + SPACE_8)

    def _height_of(self, reason: str) -> int:
        """How high a reason is where it wraps; files in their hundreds have a handful of them."""
        if not reason:
            return 0
        key = reason, self._list.viewport().width() - _ICON - 3 * SPACE_8
        if key not in self._heights:
            area = QRect(0, 0, max(1, key[1]), _LARGEST)
            wraps = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
            self._heights[key] = self._metrics.boundingRect(area, wraps, reason).height()
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType] - Qt's stub has only the constructor
        state = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType] - the same
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            paint_panel(painter, area, fill=colours.tint)
        inner = area.adjusted(SPACE_8, 0, -SPACE_8, 0)
        if isinstance(row, ReportGroup):
            low = inner.adjusted(0, _HEADING - _LINE - SPACE_4, 0, -SPACE_4)
            self._write(painter, low, row.title, BODY.strong(), colours.ink)
        else:
            self._paint_line(painter, inner, row)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, area: QRectF, row: tuple[ReportGroup, ReportLine]
    ) -> None:
        group, line = row
        colours = self._theme.colours
        icon, tone = _ICONS[group.fate]
        first = QRectF(area.left(), area.top() + SPACE_4, area.width(), _LINE)
        place = middle_square(QRectF(first.left(), first.top(), _ICON, _LINE), _ICON)
        self._theme.icons.paint(painter, icon, getattr(colours, tone), place)
        first.setLeft(first.left() + _ICON + SPACE_8)
        self._write(painter, first, line.name, BODY, colours.ink)
        under = QRectF(first.left(), first.bottom(), first.width(), area.bottom() - first.bottom())
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(colours.ink2)
        wraps = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap
        painter.drawText(under, int(wraps), line.reason)

    def _write(
        self, painter: QPainter, area: QRectF, words: str, lettering: Lettering, ink: QColor
    ) -> None:
        """Write on one line; a name too long for it shows how it begins and how it ends."""
        painter.setFont(self._theme.font(lettering))
        painter.setPen(ink)
        middle, width = Qt.TextElideMode.ElideMiddle, int(area.width())
        cut = painter.fontMetrics().elidedText(words, middle, width)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), cut)


class ReportList(QListView):
    """A list one walks with arrows; what is chosen of it, or all, can be copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = ReportModel(self)
        self._report = Report("")
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(theme, self._lines, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("What became of each"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setMinimumHeight(_LOWEST)
        self.viewport().setAutoFillBackground(False)
        self._ring = KeyboardFocus(theme, self, radius=RADIUS)

    @property
    def text(self) -> str:
        """All of the report, line by line."""
        return self._report.text

    def show_report(self, report: Report) -> None:
        """Show a report from its top."""
        self._report = report
        self._lines.show_groups(report.groups)
        self.scrollToTop()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _WANTED_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
            words = "\n".join(map(self._lines.words, chosen))
            QGuiApplication.clipboard().setText(words or self.text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.follow()
