"""A line that comes, says what happened, offers to undo it, and goes."""

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QObject,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
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
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.free_place import free_place
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.shadow import SHADOW_REACH, paint_shadow

STAYS_MS = 6_000
STAYS_WITH_ACTION_MS = 12_000

_WIDEST = 560
_HALO = SHADOW_REACH
_PADDING_Y = 10


class Notice(QWidget):
    """Says one thing at a time at the foot of the window; the page can be used meanwhile.

    `say()` shows a line. `action_wished` means that its button was pressed, `dismissed` that the
    line went without it: by itself, by the cross or Esc, or because another line came.
    It stays while the mouse or the focus is on it.
    """

    action_wished = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._inset: int | None = None
        self._label = PlainLabel(theme, "", BODY, wraps=True)
        self._action = Button(theme, "", size=Size.ROW)
        self._cross = Button(
            theme, tr("Dismiss"), kind=Kind.QUIET, size=Size.ROW, icon="x", icon_only=True
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._action.clicked.connect(self._act)
        self._cross.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(
            _HALO + SPACE_16, _HALO + _PADDING_Y, _HALO + SPACE_8, _HALO + _PADDING_Y
        )
        self._row.setSpacing(SPACE_8)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._cross)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def set_inset(self, inset: int) -> None:
        """Stand at the left, this far from the window's edge, where less is covered."""
        self._inset = inset
        if not self.isHidden():
            self.place()

    def say(
        self, text: str, action: str = "", stays_ms: int | None = None, *, key: str = ""
    ) -> None:
        """Show a line, with a button if `action` names one; it goes after `stays_ms`.

        `key` names the key that does the same as the button.
        """
        self.dismiss()
        usual_ms = STAYS_WITH_ACTION_MS if action else STAYS_MS
        self._timer.setInterval(usual_ms if stays_ms is None else stays_ms)
        self._label.setText(text)
        self._action.setVisible(bool(action))
        self._action.set_label(action)
        self._action.set_key(key)
        self.setAccessibleName(text)
        self.window().installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @Slot()
    def dismiss(self) -> None:
        """Take the line away, if there is one."""
        if self._put_away():
            self.dismissed.emit()

    @Slot()
    def place(self) -> None:
        """Lie over the window's lower edge: in the middle, or as far from the left as was said.

        Where a button is there, it is moved so that the button can be pressed.
        """
        host = self.window()
        margin = SPACE_8 if self._inset is None else self._inset
        width = min(host.width() - margin - SPACE_8, _WIDEST, self._wanted_width()) + 2 * _HALO
        height = self._row.totalHeightForWidth(width)
        middle = (host.width() - width) // 2
        left = middle if self._inset is None else self._inset - _HALO
        top = host.height() - height + _HALO - SPACE_24
        halo = QMargins(_HALO, _HALO, _HALO, _HALO)
        panel = QRect(left, top, width, height).marginsRemoved(halo)
        self.setGeometry(free_place(host, panel, self).marginsAdded(halo))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self.rect()).adjusted(_HALO, _HALO, -_HALO, -_HALO)
        with smooth(self) as painter:
            paint_shadow(painter, area, colours.shadow)
            paint_panel(painter, area, fill=colours.raised, edge=colours.line)

    def _wanted_width(self) -> int:
        """As wide as it is with its text on one line."""
        line = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 2
        width = SPACE_16 + line + SPACE_8 + self._cross.sizeHint().width() + SPACE_8
        if self._action.label:
            width += self._action.sizeHint().width() + SPACE_8
        return width

    @Slot()
    def _leave(self) -> None:
        """Go, unless the keyboard is in here: then wait once more."""
        if self._action.hasFocus() or self._cross.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    @Slot()
    def _act(self) -> None:
        if self._put_away():
            self.action_wished.emit()

    def _put_away(self) -> bool:
        was_shown = not self.isHidden()
        self._timer.stop()
        self.window().removeEventFilter(self)
        self.hide()
        return was_shown
