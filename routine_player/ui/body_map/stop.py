"""A spot as the keyboard and screen readers meet it: a button that is seen nowhere."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from routine_player.core.language import tr
from routine_player.core.sites import site_words
from routine_player.ui.body_map.pictures import FRONT
from routine_player.ui.body_map.spots import Spot, Way

_WAYS: Final = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN: Final = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class SpotStop(QAbstractButton):
    """Lies over its spot, takes the focus, and is checked while its site is chosen.

    The map paints it and sees to the mouse. Emits `clicked`, `way_wished` for arrows, `end_wished`
    with 0 or -1 for Home and End, and `focus_changed`.
    """

    way_wished = Signal(object)  # Way
    end_wished = Signal(int)
    focus_changed = Signal()

    def __init__(self, spot: Spot, parent: QWidget) -> None:
        super().__init__(parent)
        self.spot = spot
        self.by_keyboard = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        seen = tr("Seen from the front") if spot.view == FRONT else tr("Seen from behind")
        self.setAccessibleDescription(seen)
        self.show_chosen(chosen=False)

    def show_chosen(self, *, chosen: bool) -> None:
        """Say whether the site is chosen, without telling anybody else."""
        words = site_words(self.spot.site)
        self.setChecked(chosen)
        self.setAccessibleName(tr("{site}, chosen", site=words) if chosen else words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave it to the map."""

    def event(self, event: QEvent) -> bool:
        # Space and Enter belong to the spot that has the focus, whatever the page does with them.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        key = Qt.Key(event.key())
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif key in _WAYS:
            self.way_wished.emit(_WAYS[key])
        elif key in _ENDS:
            self.end_wished.emit(_ENDS[key])
        elif not event.isAutoRepeat():
            self.click()
        self.focus_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


def _is_ours(event: QKeyEvent) -> bool:
    key = Qt.Key(event.key())
    known = key in _WAYS or key in _ENDS or key in _ENTER or key == Qt.Key.Key_Space
    return known and event.modifiers() in _PLAIN
