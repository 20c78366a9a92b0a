"""The moment in which a person sees a window."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_UNSEEN_MS = 1000


class FirstPaint(QObject):
    """Tells by `came` that a window was painted for the first time.

    A window that nobody can see, as on another desktop, is never painted: after a second of that
    it is told all the same, so that nothing waits for ever.
    """

    came = Signal()

    def __init__(self, window: QWidget) -> None:
        """Begin to watch; `window` is the parent, too."""
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._timer.start(_UNSEEN_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._timer.start(0)  # what is being painted shall be on the screen first
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.came.emit()
