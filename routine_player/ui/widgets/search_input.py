"""The line one types into to find something."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.key_hint import key_width, paint_key
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.painting import middle_square, smooth

_ICON = 20
_LONGEST = 200


class SearchInput(QLineEdit):
    """A search line with a lens, the key that leads to it, and a cross that empties it.

    Emits `textChanged(str)`. Esc empties it first, and is left to the page when it is empty.
    """

    def __init__(
        self, theme: Theme, name: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._focus = KeyboardFocus(theme, self)
        self._clear = Button(
            theme,
            tr("Clear"),
            kind=Kind.QUIET,
            size=Size.ROW,
            icon="x",
            icon_only=True,
            parent=self,
        )
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        named = tr("{action} ({key})", action=name, key=key)
        self.setToolTip(named if key else name)
        self.textChanged.connect(self.make_room)
        theme.room_changed.connect(self.make_room)
        self.make_room()

    @Slot()
    def make_room(self) -> None:
        """Show the cross beside text, the key beside none, and keep the text clear of both."""
        self._clear.setVisible(bool(self.text()))
        right = self._clear.width() if self.text() else self._key_width()
        self.setTextMargins(_ICON + SPACE_8, 0, right, 0)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._clear.sizeHint()
        self._clear.setGeometry(
            self.width() - size.width() - SPACE_8,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = self._theme.colours
        with smooth(self) as painter:
            lens = middle_square(QRectF(SPACE_12, 0, _ICON, self.height()), _ICON)
            self._theme.icons.paint(painter, "magnifying-glass", colours.ink2, lens)
            if self._key_width() and not self.text():
                area = QRectF(self.rect()).adjusted(0, 0, -SPACE_12, 0)
                paint_key(painter, self._theme, area, self._key, colours.ink3)

    def _key_width(self) -> int:
        shown = self._key and self._theme.room.shows_key_hints
        return key_width(self._theme, self._key) + SPACE_8 if shown else 0
