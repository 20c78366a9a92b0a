"""How late the interface's own beat comes: what keeps it from answering keeps the beat, too."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from routine_player.play.clock import SystemClock

_BEAT_MS: Final = 10


class Heartbeat(QObject):
    """Notes by how much the beat came late at the most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late_ms = 0.0
        self._clock = SystemClock()
        self._last = self._clock.monotonic()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self.beat)
        timer.start(_BEAT_MS)

    def beat(self) -> None:
        now = self._clock.monotonic()
        self.late_ms = max(self.late_ms, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now
