"""The sound check: what is heard on this computer, and how much later than meant."""

import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from routine_player.core.cues import Sound
from routine_player.core.language import tr
from routine_player.play.clock import Clock
from routine_player.play.deck import SoundStatus
from routine_player.play.delay import EVERY_S, WANTED, DelayMeter
from routine_player.play.outfit import Outfit
from routine_player.play.remedies import sound_remedy, voice_remedy
from routine_player.play.voice import VoiceStatus
from routine_player.play.voice_engine import find_engine
from routine_player.store.settings import Settings
from routine_player.ui.settings.values import CheckLine, CheckState, Measuring, SoundCheck

_CLEAREST: Final = "flite"
_FIRST_BEAT_S: Final = 1.25
_HANDED_AHEAD_S: Final = 0.5
_BEEP: Final = "check"


class DelayCheck(QObject):
    """Plays a beat that the person taps along with. `measured` carries milliseconds."""

    progressed = Signal(object)  # Measuring
    measured = Signal(int)

    def __init__(self, outfit: Outfit, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._clock = clock
        self._next_due = 0.0
        self._meter: DelayMeter | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(round(EVERY_S * 1000))
        self._beat.timeout.connect(self.play_beat)

    @Slot()
    def begin(self) -> None:
        """Begin the beat, without any delay that was measured before."""
        self._outfit.warm_up()
        self._outfit.sound.set_latency(0.0)
        self._next_due = self._clock.monotonic() + _FIRST_BEAT_S
        self._meter = DelayMeter(self._next_due)
        self.play_beat()
        self._beat.start()
        self.progressed.emit(Measuring(0, WANTED))

    @Slot()
    def play_beat(self) -> None:
        """Hand the next beat over, ahead of its time."""
        now = self._clock.monotonic()
        while self._next_due < now + EVERY_S + _HANDED_AHEAD_S:
            self._outfit.sound.cue(Sound.GO, self._next_due)
            self._next_due += EVERY_S

    @Slot()
    def tap(self) -> None:
        """Take a tap; enough of them end the measurement."""
        if self._meter is None:
            return
        self._meter.tap(self._clock.monotonic())
        if not self._meter.is_complete:
            self.progressed.emit(Measuring(self._meter.answered, WANTED))
            return
        delay_ms = self._meter.delay_ms
        self.end()
        self.measured.emit(delay_ms)

    @Slot()
    def end(self) -> None:
        """Fall silent."""
        self._beat.stop()
        self._meter = None
        self._outfit.sound.cancel_after(self._clock.monotonic())


def check_of(outfit: Outfit, settings: Settings, *, busy: bool) -> SoundCheck:
    """Say in words what works; `busy` while it is being tried."""
    return SoundCheck(
        _cues(outfit.sound.status, busy=busy), _voice(outfit, settings), _delay(settings)
    )


def beep(outfit: Outfit) -> None:
    """Let one sound be heard."""
    outfit.warm_up()
    outfit.sound.play(_BEEP)


def _cues(status: SoundStatus, *, busy: bool) -> CheckLine:
    title = tr("Cues")
    match status:
        case SoundStatus.STARTING:
            words = tr("Listen ...") if busy else tr("Not tried yet")
            return CheckLine(title, words, CheckState.BUSY if busy else CheckState.UNKNOWN)
        case SoundStatus.WORKING:
            return CheckLine(title, tr("Sounds are played."), CheckState.WORKING)
        case SoundStatus.NO_DEVICE:
            words = tr("No device to play on. Sessions run without sound.")
            return CheckLine(title, words, CheckState.TROUBLE)
        case SoundStatus.NO_BACKEND:
            words = tr("No program that plays sounds. Sessions run without sound.")
            return CheckLine(title, words, CheckState.TROUBLE, sound_remedy(sys.platform))


def _voice(outfit: Outfit, settings: Settings) -> CheckLine:
    engine = find_engine(sys.platform, settings.voice_name)
    remedy = voice_remedy(sys.platform)
    if engine is None:
        words = tr("No voice is installed. Sessions run with sounds only.")
        return CheckLine(tr("Voice"), words, CheckState.TROUBLE, remedy)
    title = tr("Voice: {name}", name=engine.name)
    if outfit.voice.status is VoiceStatus.FAILING:
        return CheckLine(title, tr("It does not work."), CheckState.TROUBLE, remedy)
    if engine.name != _CLEAREST and remedy:
        return CheckLine(title, tr("A clearer one is missing:"), CheckState.WORKING, remedy)
    is_known = outfit.voice.status is VoiceStatus.WORKING
    words = tr("It speaks.") if is_known else tr("Not tried yet")
    return CheckLine(title, words, CheckState.WORKING if is_known else CheckState.UNKNOWN)


def _delay(settings: Settings) -> CheckLine:
    title = tr("Delay")
    if not settings.latency_measured:
        words = tr("Not measured. Worth it with Bluetooth: tap Space along with a beat.")
        return CheckLine(title, words, CheckState.UNKNOWN)
    words = tr("{delay} ms, taken off every sound", delay=settings.latency_ms)
    return CheckLine(title, words, CheckState.WORKING)
