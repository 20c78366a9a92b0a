"""The list of routines: one stop for Tab, arrows choose, Enter goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.narrowing import Narrowing
from routine_player.ui.routines.routine_row import RoutineRow
from routine_player.ui.routines.values import RoutineEntry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4, SPACE_12, SPACE_16
from routine_player.ui.widgets.roving import Roving

_STEPS_OF_PAGE = 5


class RoutineList(QScrollArea):
    """Rows that can be narrowed down.

    `chosen` carries the slug of a row that a person went to, `pressed` that of one pressed by
    mouse or Space, `entered` that of one on which Enter was pressed.
    """

    chosen = Signal(str)
    pressed = Signal(str)
    entered = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._rows: list[RoutineRow] = []
        self._shown: list[RoutineRow] = []
        self._roving = Roving([])
        self._narrowing = Narrowing()
        self._slug = ""
        self.setAccessibleName(tr("Routines"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(SPACE_4, SPACE_4, SPACE_12, SPACE_16)
        self._column.setSpacing(SPACE_4)
        self._column.addStretch(1)
        self.setWidget(body)

    @property
    def slug(self) -> str:
        """The chosen routine; empty where none is shown."""
        return self._slug

    @property
    def shown(self) -> tuple[RoutineEntry, ...]:
        """The routines that are not left out, in order."""
        return tuple(row.entry for row in self._shown)

    def show_entries(self, entries: Sequence[RoutineEntry]) -> None:
        """Show other files; rows of those that are the same stay, and look for their pictures."""
        for row in self._rows:
            row.show_picture()
        kept = {row.entry: row for row in self._rows}
        rows = [kept.pop(entry, None) or self._make(entry) for entry in entries]
        for row in kept.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, row in enumerate(rows):
            self._column.insertWidget(number, row)
        self._rows = rows
        self.narrow(self._narrowing)

    def narrow(self, narrowing: Narrowing) -> None:
        """Leave out what is not wished for; the chosen one stays chosen while it is shown."""
        self._narrowing = narrowing
        self._shown = [row for row in self._rows if narrowing.lets_pass(row.entry)]
        for row in self._rows:
            row.setVisible(row in self._shown)
        self._roving = Roving(self._shown)
        slugs = [row.entry.slug for row in self._shown]
        self.choose(self._slug if self._slug in slugs else next(iter(slugs), ""))

    def choose(self, slug: str) -> None:
        """Mark a routine as chosen; nothing is marked where it is not shown."""
        at = next((i for i, row in enumerate(self._shown) if row.entry.slug == slug), None)
        self._slug = "" if at is None else slug
        for row in self._rows:
            row.setChecked(row.entry.slug == self._slug)
        if at is not None:
            self._roving.stop_at(at)
            self._scroll_to(self._shown[at])

    def go_to_list(self) -> None:
        """Put the keyboard on the chosen row."""
        for number, row in enumerate(self._shown):
            if row.entry.slug == self._slug:
                self._roving.focus(number)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll_to_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_to_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._moved_to(event.key())
        if at is None:
            event.ignore()
            return
        self.choose(self._shown[at].entry.slug)
        self._roving.focus(at)
        self.chosen.emit(self._slug)

    def _scroll_to_chosen(self) -> None:
        self._scroll_to(next((row for row in self._shown if row.isChecked()), None))

    def _scroll_to(self, row: RoutineRow | None) -> None:
        if row is not None and self.isVisible():
            self._column.activate()  # rows that just came have no place yet
            self.ensureWidgetVisible(row, 0, SPACE_4)

    def _moved_to(self, key: int) -> int | None:
        if not self._shown or _is_sideways(key):
            return None
        jump = {Qt.Key.Key_PageDown: _STEPS_OF_PAGE, Qt.Key.Key_PageUp: -_STEPS_OF_PAGE}
        by = jump.get(Qt.Key(key))
        if by is None:
            return self._roving.moved_to(key)
        now = next((i for i, row in enumerate(self._shown) if row.isChecked()), 0)
        return max(0, min(len(self._shown) - 1, now + by))

    def _make(self, entry: RoutineEntry) -> RoutineRow:
        row = RoutineRow(self._theme, self._pictures, entry)
        row.clicked.connect(self._take_click)
        row.entered.connect(self._take_enter)
        return row

    def _take_click(self) -> None:
        row = self.sender()
        if isinstance(row, RoutineRow):
            self.choose(row.entry.slug)
            self.chosen.emit(self._slug)
            self.pressed.emit(self._slug)

    def _take_enter(self) -> None:
        row = self.sender()
        if isinstance(row, RoutineRow):
            self.choose(row.entry.slug)
            self.entered.emit(self._slug)


def _is_sideways(key: int) -> bool:
    """Whether a key leads left or right, which a list has no use for."""
    return key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
