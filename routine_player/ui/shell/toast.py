"""The short word at the foot of the window about what was just done, with Undo beside it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    SHADOW_BLUR,
    SHADOW_DROP,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.shadow import paint_shadow

_STAYS_MS = 6_000
_STAYS_WITH_UNDO_MS = 12_000
_HALO = SHADOW_BLUR // 2 + SHADOW_DROP
_WIDEST = 560


class Toast(QWidget):
    """One line above the lower edge of its window, which can be used meanwhile.

    It goes by itself, by its cross or by Esc; not while the mouse is over it or the keyboard in
    it. Emits `undo_wished`.
    """

    undo_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._words = PlainLabel(theme, "", BODY, elides=True, parent=self)
        self._undo = Button(
            theme, tr("Undo"), size=Size.ROW, icon="arrow-u-up-left", key="Ctrl Z", parent=self
        )
        self._undo.clicked.connect(self.undo_wished)
        self._cross = Button(
            theme,
            tr("Dismiss"),
            kind=Kind.QUIET,
            size=Size.ROW,
            icon="x",
            icon_only=True,
            parent=self,
        )
        self._cross.clicked.connect(self.hide)
        self._row = self._lay_out()
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.timeout.connect(self._leave)
        self.hide()
        window.installEventFilter(self)
        theme.room_changed.connect(self.place)

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, *, undoable: bool) -> None:
        """Say something for a while; longer where Undo stands beside it."""
        self._words.setText(text)
        self._undo.setVisible(undoable)
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._until.start(_STAYS_WITH_UNDO_MS if undoable else _STAYS_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @Slot()
    def place(self) -> None:
        """Lie above the middle of the window's lower edge, as wide as the words are."""
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + SPACE_8
        around = self._row.minimumSize().width() - self._words.minimumSizeHint().width()
        width = min(around + line, _WIDEST + 2 * _HALO, self._window.width())
        height = self._row.sizeHint().height()
        left = (self._window.width() - width) // 2
        top = self._window.height() - height + _HALO - SPACE_16
        self.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._until.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._until.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self.rect()).adjusted(_HALO, _HALO, -_HALO, -_HALO)
        with smooth(self) as painter:
            paint_shadow(painter, area, colours.shadow)
            paint_panel(painter, area, fill=colours.raised, edge=colours.line)

    def _lay_out(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(
            _HALO + SPACE_16, _HALO + SPACE_12, _HALO + SPACE_8, _HALO + SPACE_12
        )
        row.setSpacing(SPACE_8)
        row.addWidget(self._words, 1)
        row.addSpacing(SPACE_8)
        row.addWidget(self._undo)
        row.addWidget(self._cross)
        return row

    def _leave(self) -> None:
        if self._undo.hasFocus() or self._cross.hasFocus():
            self._until.start()
        else:
            self.hide()
