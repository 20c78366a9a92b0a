"""The slim column at the left that leads from page to page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_4, SPACE_8, SPACE_12
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.painting import middle_square, paint_line, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.roving import Roving

_WIDTH, _NARROW_WIDTH = 88, 56
_ITEM_HEIGHT, _NARROW_ITEM_HEIGHT = 60, 44
_ICON = 24
_WORD_HEIGHT = 16


class RailEntry(NamedTuple):
    """A page: what the program calls it, its word, its icon, and the key that opens it.

    Where an icon with `-fill` at its end exists, it marks the chosen page.
    """

    page: str
    label: str
    icon: str
    key: str = ""


class _Item(Pressable):
    """One page of the rail."""

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(theme, entry.label, parent)
        self.entry = entry
        filled = f"{entry.icon}-fill"
        self._chosen_icon = filled if theme.icons.has(filled) else entry.icon
        self.setCheckable(True)
        self.setFont(theme.font(CAPTION.strong()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named = tr("{action} ({key})", action=entry.label, key=entry.key)
        self.setToolTip(plain_tooltip(named if entry.key else entry.label))

    def sizeHint(self) -> QSize:
        if self.theme.room.shows_rail_words:
            return QSize(_WIDTH - 2 * SPACE_8, _ITEM_HEIGHT)
        return QSize(_NARROW_WIDTH - 2 * SPACE_8, _NARROW_ITEM_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            self.paint_ground(painter)
            ink = colours.accent if self.isChecked() else colours.ink2
            icon = self._chosen_icon if self.isChecked() else self.entry.icon
            words = self.theme.room.shows_rail_words
            above = area.adjusted(0, SPACE_8, 0, 0) if words else area
            above.setHeight(_ICON if words else area.height())
            self.theme.icons.paint(painter, icon, ink, middle_square(above, _ICON))
            if words:
                below = QRectF(0, above.bottom() + SPACE_4, area.width(), _WORD_HEIGHT)
                middle = Qt.AlignmentFlag.AlignCenter
                paint_line(painter, below, self.label, self.font(), ink, middle)


class _Column(QWidget):
    """The pages, the first ones at the top and the last ones at the bottom."""

    def __init__(
        self,
        items: Sequence[QWidget],
        last: Sequence[QWidget],
        take_key: Callable[[int], bool],
    ) -> None:
        super().__init__()
        self._take_key = take_key
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_12, SPACE_8, SPACE_12)
        column.setSpacing(SPACE_4)
        for item in items:
            column.addWidget(item)
        column.addStretch(1)
        for item in last:
            column.addWidget(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event.key()):  # or the scrolled area would scroll instead
            super().keyPressEvent(event)


class Rail(QWidget):
    """Navigation: emits `page_chosen` with the page's name.

    Tab stops once, at the page that is open; Up and Down move, Enter or Space opens. Words vanish
    in a narrow window, and a low one scrolls.
    """

    page_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[RailEntry],
        last: Sequence[RailEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = ""
        self._items = [_Item(theme, entry, self) for entry in (*entries, *last)]
        for item in self._items:
            item.clicked.connect(self._take_click)
        self._roving = Roving(self._items)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        for set_policy in (
            self._area.setVerticalScrollBarPolicy,
            self._area.setHorizontalScrollBarPolicy,
        ):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        count = len(entries)
        self._area.setWidget(_Column(self._items[:count], self._items[count:], self._move))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._area)
        self.setAccessibleName(tr("Pages"))
        theme.room_changed.connect(self.make_room)
        self.make_room()

    @property
    def page(self) -> str:
        """The page that is marked as open; empty before the first."""
        return self._page

    def show_page(self, page: str) -> None:
        """Mark a page as open; one that the rail does not have marks none."""
        self._page = page
        for number, item in enumerate(self._items):
            item.setChecked(item.entry.page == page)
            if item.isChecked():
                self._roving.stop_at(number)
                self._area.ensureWidgetVisible(item)

    @Slot()
    def make_room(self) -> None:
        """Show or hide the words, as wide as the window is."""
        self.setFixedWidth(_WIDTH if self._theme.room.shows_rail_words else _NARROW_WIDTH)
        for item in self._items:
            item.updateGeometry()
            item.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            edge = QRectF(self.width() - 1, 0, 1, self.height())
            painter.fillRect(edge, self._theme.colours.line)

    def _move(self, key: int) -> bool:
        """Go to another page's button if the key asks for it; tell whether it did."""
        at = self._roving.moved_to(key)
        if at is None:
            return False
        self._roving.focus(at)
        self._area.ensureWidgetVisible(self._items[at])
        return True

    def _take_click(self) -> None:
        item = self.sender()
        if isinstance(item, _Item):
            self.show_page(self._page)  # the mark moves when the page does
            self.page_chosen.emit(item.entry.page)
