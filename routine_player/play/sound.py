"""Plays cue sounds and speech to the moment, from one thread that lives as long as the program."""

import logging
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from routine_player.core.cues import STALE_S, Sound
from routine_player.play.backend import Backend, NoBackendError, open_backend
from routine_player.play.clock import Clock
from routine_player.play.deck import Clip, Deck, Lane, SoundStatus
from routine_player.play.volume import VolumeRack

_CLOSE_S = 2.0
_COUNTDOWNS = frozenset({Sound.COUNTDOWN, Sound.COUNTDOWN_GO})

_log = logging.getLogger(__name__)


class SoundPlayer:
    """Hands over what is to be heard, ahead of time, to the thread that starts it.

    All times are on the monotonic clock. Nothing here waits or raises, whatever the computer's
    sound does. `on_status` is told when playing begins to work or fails, in the sound thread, so a
    window passes it on by a signal. What is handed over before `start()` waits for it.
    """

    # A sound dies with the thread that started it, so there is one and it stays. It alone touches
    # the deck: the methods below only leave word for it.

    def __init__(
        self,
        clock: Clock,
        sounds: Path,
        rack: VolumeRack,
        *,
        on_status: Callable[[SoundStatus], None] = lambda _: None,
        find_backend: Callable[[], Backend] = open_backend,
    ) -> None:
        """Play the WAV files of the folder `sounds` as loud as `rack` makes them."""
        self._clock = clock
        self._sounds = sounds
        self._rack = rack
        self._on_status = on_status
        self._find_backend = find_backend
        self._status = SoundStatus.STARTING
        self._muted = False
        self._settling: list[Event] = []
        self._orders: SimpleQueue[Callable[[Deck], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="sound", daemon=True)

    @property
    def status(self) -> SoundStatus:
        return self._status

    def start(self) -> None:
        """Begin to play, once."""
        self._thread.start()

    def close(self) -> None:
        """Cut everything off, and wait a moment for the thread to end."""
        self._orders.put(None)
        if self._thread.is_alive():
            self._thread.join(_CLOSE_S)

    def cue(self, sound: Sound, due: float) -> None:
        """Let `sound` be heard at `due`; it falls flat when it would be too late."""
        self._add(self._sounds / f"{sound}.wav", due, counts_down=sound in _COUNTDOWNS)

    def play(self, name: str) -> None:
        """Let the sound of that name be heard at once: a trial, outside of any session."""
        self._add(self._sounds / f"{name}.wav", self._clock.monotonic())

    def speak(self, path: Path, due: float, latest: float, moment: float) -> None:
        """Let a spoken phrase be heard from `due` on, but not begin after `latest`.

        `moment` is when the event was that it tells of.
        """
        self._load(path, lambda at_volume: Clip(at_volume, due, latest, moment, Lane.VOICE))

    def cancel_after(self, moment: float) -> None:
        """Forget all that belongs to later moments: they will not come as they were foreseen."""
        self._orders.put(lambda deck: deck.cancel_after(moment))

    def stop_countdown(self) -> None:
        """Cut a running countdown off."""
        self._orders.put(Deck.stop_countdown)

    def hush(self) -> None:
        """Cut speech off, and forget what else was to be said."""
        self._orders.put(lambda deck: deck.silence(Lane.VOICE))

    def set_volume(self, volume: int) -> None:
        """Play as loud as `volume`, 0 to 100, from the next sound on; 0 plays nothing."""

        def change(deck: Deck) -> None:
            self._rack.volume = volume
            deck.fall_silent(silent=self._muted or volume == 0)

        self._orders.put(change)

    def set_muted(self, *, muted: bool) -> None:
        """Fall silent at once, or be heard again."""

        def change(deck: Deck) -> None:
            self._muted = muted
            deck.fall_silent(silent=muted or self._rack.volume == 0)

        self._orders.put(change)

    def set_latency(self, latency_s: float | None) -> None:
        """Say how long after its start a sound is heard; None for what is usual here."""

        def change(deck: Deck) -> None:
            deck.latency_s = latency_s

        self._orders.put(change)

    def settle(self, timeout_s: float) -> bool:
        """Wait until all that was handed over is played, and tell whether it was: for a check."""
        settled = Event()
        self._orders.put(lambda _: self._settling.append(settled))
        return settled.wait(timeout_s)

    def _add(self, path: Path, due: float, *, counts_down: bool = False) -> None:
        self._load(
            path,
            lambda at_volume: Clip(
                at_volume, due, due + STALE_S, due, Lane.CUE, counts_down=counts_down
            ),
        )

    def _load(self, path: Path, make: Callable[[Path], Clip]) -> None:
        def add(deck: Deck) -> None:
            at_volume = self._rack.at_volume(path)
            if at_volume is not None:
                deck.add(make(at_volume))

        self._orders.put(add)

    def _run(self) -> None:
        for path in sorted(self._sounds.glob("*.wav")):
            self._rack.at_volume(path)  # ahead, so that no cue is late for it
        deck = Deck(self._opened(), self._clock, self._note)
        deck.fall_silent(silent=self._rack.volume == 0)
        order = self._orders.get()
        while order is not None:
            order(deck)
            wait_s = deck.step()
            self._tell_settled(deck)
            order = self._next_order(wait_s)
        deck.close()

    def _next_order(self, wait_s: float | None) -> Callable[[Deck], None] | None:
        try:
            return self._orders.get(timeout=wait_s)
        except Empty:
            return _look_on

    def _opened(self) -> Backend | None:
        try:
            return self._find_backend()
        except NoBackendError as error:
            _log.info("no sound: %s", error)
            self._note(SoundStatus.NO_BACKEND)
            return None

    def _note(self, status: SoundStatus) -> None:
        self._status = status
        self._on_status(status)

    def _tell_settled(self, deck: Deck) -> None:
        if deck.is_idle:
            while self._settling:
                self._settling.pop().set()


def _look_on(_: Deck) -> None:
    """The order for when nobody gave one: time for the next step."""
