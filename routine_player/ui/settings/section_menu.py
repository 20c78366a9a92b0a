"""The way to the sections: a list at the left, or a menu above where the window is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_4, SPACE_12
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.painting import middle_square, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.roving import Roving
from routine_player.ui.widgets.segmented import Option

_WIDTH, _HEIGHT = 216, 40
_ICON = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A section as the menu names it."""

    key: str
    title: str
    icon: str


class _Item(Pressable):
    def __init__(self, theme: Theme, entry: Entry, parent: QWidget) -> None:
        super().__init__(theme, entry.title, parent)
        self.entry = entry
        self.setCheckable(True)
        self.setFont(theme.font(BODY.strong()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            self.paint_ground(painter)
            ink = colours.accent if self.isChecked() else colours.ink2
            place = middle_square(QRectF(SPACE_12, 0, _ICON, area.height()), _ICON)
            self.theme.icons.paint(painter, self.entry.icon, ink, place)
            painter.setFont(self.font())
            painter.setPen(ink)
            words = area.adjusted(SPACE_12 + _ICON + SPACE_12, 0, -SPACE_12, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self.label)


class SectionList(QWidget):
    """The list at the left: Tab stops once, arrows choose. Emits `section_chosen`."""

    section_chosen = Signal(str)

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sections"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        self._items = [_Item(theme, entry, self) for entry in entries]
        for item in self._items:
            item.clicked.connect(self._take_click)
            column.addWidget(item)
        column.addStretch(1)
        self._roving = Roving(self._items)

    def show_section(self, key: str) -> None:
        """Mark a section as open; none where `key` is empty."""
        for number, item in enumerate(self._items):
            item.setChecked(item.entry.key == key)
            if item.isChecked():
                self._roving.stop_at(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key())
        if at is None:
            super().keyPressEvent(event)
            return
        self._roving.focus(at)
        self.section_chosen.emit(self._items[at].entry.key)

    def _take_click(self) -> None:
        item = self.sender()
        if isinstance(item, _Item):
            self.section_chosen.emit(item.entry.key)


class SectionMenu(Choice):
    """The menu above the page. Emits `value_chosen` with the section."""

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        options = [Option(entry.key, entry.title) for entry in entries]
        super().__init__(theme, tr("Section"), options, entries[0].key, parent)
