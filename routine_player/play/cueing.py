"""Hands what is to be heard of a session to those who play it, ahead of its time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from routine_player.core.cues import Sound, SoundCue, breaks_countdown, sounds_for
from routine_player.core.events import (
    Event,
    PainReported,
    PhaseStarted,
    SessionFinished,
    SessionInterrupted,
    SessionPaused,
    SessionStopped,
    SideSwitched,
)
from routine_player.core.marks import COUNTDOWN_S
from routine_player.core.microseconds import from_s
from routine_player.core.phrases import Phrase, VoiceLevel, phrases_for, say_again
from routine_player.core.session import Session, State
from routine_player.play.session_time import SessionTime

AHEAD_S: Final = 0.6
"""At least this long before it is due a cue is handed over, in wall seconds.

Any longer latency that was set is added.
"""

_FURTHER_S: Final = 0.6  # looked ahead at once, so as not to look at each tick
_FASTEST_TICKS: Final = 2.0  # times life; beyond it the ticks of reps are only noise


class SoundOut(Protocol):
    """What plays cues; see `sound.SoundPlayer`. Times are on the monotonic clock."""

    def cue(self, sound: Sound, due: float) -> None: ...

    def cancel_after(self, moment: float) -> None: ...

    def stop_countdown(self) -> None: ...


class VoiceOut(Protocol):
    """What speaks; see `voice.Voice`. The times of its phrases are on the monotonic clock."""

    def say(self, phrases: Sequence[Phrase]) -> None:
        """Say phrases that belong to one moment, one after another."""
        ...

    def cancel_after(self, moment: float) -> None: ...

    def hush(self) -> None: ...


@dataclass(frozen=True, slots=True)
class CueWishes:
    """What a person wants to hear. `latency_s` is how much later than started it is heard."""

    sounds: bool = True
    rep_ticks: bool = True
    voice: VoiceLevel = VoiceLevel.KEY
    latency_s: float = 0.0


class CueFeed:
    """Follows a session. What was handed over ahead is taken back when the session turns.

    `wishes` may be changed at any time; that counts from the next cue on that is handed over.
    """

    def __init__(
        self,
        session: Session,
        time: SessionTime,
        sound: SoundOut,
        voice: VoiceOut,
        wishes: CueWishes,
    ) -> None:
        self.wishes = wishes
        self._session = session
        self._time = time
        self._sound = sound
        self._voice = voice
        self._handed: set[tuple[type[Event], int]] = set()
        self._handed_until = 0.0

    def follow(self, told: Sequence[Event], now_s: float, *, turned: bool) -> None:
        """Take note of what happened by session time `now_s`, and hand over what comes next.

        `turned` says that it took another course than was foreseen: a command, or a gap.
        """
        unheard = [event for event in told if _key(event) not in self._handed]
        if turned:
            self._take_back(told, now_s)
        self._handed = {key for key in self._handed if key[1] > from_s(now_s)}
        for event in unheard:
            # That nobody was there is told when somebody is there again.
            is_gap = isinstance(event, SessionInterrupted)
            self._hand_over(replace(event, at=now_s) if is_gap else event)
        self._look_ahead(now_s)

    def say_again(self, now_s: float) -> None:
        """Say what the phase is about, in place of whatever is being said."""
        session = self._session
        left_s = session.left_s(now_s) if session.state is State.RUNNING else None
        phrases = say_again(session.timeline, session.phase, self.wishes.voice, now_s, left_s)
        self._voice.hush()
        self._speak(phrases)

    def _take_back(self, told: Sequence[Event], now_s: float) -> None:
        gaps = [event.at for event in told if isinstance(event, SessionInterrupted)]
        moment = self._time.monotonic(min(gaps, default=now_s))
        self._sound.cancel_after(moment)
        self._voice.cancel_after(moment)
        self._handed.clear()
        self._handed_until = now_s
        if any(breaks_countdown(event) for event in told):
            self._sound.stop_countdown()
        if any(_is_another_matter(event) for event in told):
            self._voice.hush()

    def _look_ahead(self, now_s: float) -> None:
        speed = self._time.speed
        ahead_s = (AHEAD_S + self.wishes.latency_s) * speed
        if self._handed_until >= now_s + ahead_s:
            return
        self._handed_until = now_s + ahead_s + _FURTHER_S * speed
        for event in self._session.foresee(self._handed_until):
            if _key(event) not in self._handed:
                self._handed.add(_key(event))
                self._hand_over(event)

    def _hand_over(self, event: Event) -> None:
        timeline = self._session.timeline
        if self.wishes.sounds:
            ticks = self.wishes.rep_ticks and self._time.speed <= _FASTEST_TICKS
            for cue in sounds_for(event, timeline, rep_ticks=ticks):
                self._play(cue)
        self._speak(phrases_for(event, timeline, self.wishes.voice))

    def _play(self, cue: SoundCue) -> None:
        sound, at = cue.sound, cue.at
        if self._time.speed != 1.0:
            # A countdown is a recording of three real seconds: only its go can be kept.
            if sound is Sound.COUNTDOWN:
                return
            if sound is Sound.COUNTDOWN_GO:
                sound, at = Sound.GO, at + COUNTDOWN_S
        self._sound.cue(sound, self._time.monotonic(at))

    def _speak(self, phrases: Sequence[Phrase]) -> None:
        if phrases:
            self._voice.say([self._on_the_clock(phrase) for phrase in phrases])

    def _on_the_clock(self, phrase: Phrase) -> Phrase:
        ends_by = None if phrase.ends_by is None else self._time.monotonic(phrase.ends_by)
        return replace(phrase, at=self._time.monotonic(phrase.at), ends_by=ends_by)


def _key(event: Event) -> tuple[type[Event], int]:
    """Tell one event from another: what was foreseen, and then happens, has one key."""
    return type(event), from_s(event.at)


def _is_another_matter(event: Event) -> bool:
    """Whether what is being said has nothing to do with what is on from here."""
    return isinstance(
        event,
        PhaseStarted
        | SideSwitched
        | SessionPaused
        | SessionInterrupted
        | PainReported
        | SessionStopped
        | SessionFinished,
    )
