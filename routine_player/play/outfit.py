"""What a session is heard with on this computer, put together from the settings."""

import sys
from collections.abc import Callable, Sequence
from typing import Final, assert_never

from routine_player.core.events import Event
from routine_player.core.language import tr
from routine_player.core.phrases import Phrase, VoiceLevel, all_phrases
from routine_player.core.timeline import Timeline
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.clock import Clock
from routine_player.play.cueing import CueWishes, SoundOut, VoiceOut
from routine_player.play.deck import SoundStatus
from routine_player.play.keep_awake import KeepAwake
from routine_player.play.phrase_book import Manner
from routine_player.play.remedies import sound_remedy, voice_remedy
from routine_player.play.sound import SoundPlayer
from routine_player.play.voice import Voice, VoiceStatus
from routine_player.play.voice_engine import Engine, find_engine
from routine_player.play.volume import VolumeRack
from routine_player.store.paths import Places
from routine_player.store.settings import Settings

_VOICE_CACHE_BYTES: Final = 200_000_000
_SOUND_CACHE_BYTES: Final = 200_000_000
_CHECK_SOUND: Final = "check"
_VOICE_AFTER_S: Final = 1.0
_MILLISECOND: Final = 1000.0


def wishes_of(settings: Settings) -> CueWishes:
    """What the settings want to be heard."""
    return CueWishes(
        sounds=settings.sounds,
        rep_ticks=settings.rep_ticks,
        voice=settings.voice,
        latency_s=settings.latency_ms / _MILLISECOND,
    )


class Outfit:
    """Sound, voice, and a screen that stays awake. Made once; it starts with the first session.

    `on_change` is told, in a worker's thread, that `notice` may have changed.
    """

    def __init__(
        self,
        places: Places,
        settings: Settings,
        clock: Clock,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._on_change = on_change
        rack = VolumeRack(CacheFolder(places.sound_cache, _SOUND_CACHE_BYTES), settings.volume)
        self.sound = SoundPlayer(clock, places.sounds, rack, on_status=self._note)
        self.voice = Voice(
            self.sound,
            clock,
            CacheFolder(places.voice_cache, _VOICE_CACHE_BYTES),
            _engine_finder(settings),
            manner=_manner(settings),
            on_status=self._note,
        )
        self._awake = KeepAwake()
        self.muted = settings.muted
        self._is_started = False

    @property
    def heard(self) -> tuple[SoundOut, VoiceOut, CueWishes]:
        """What a performance hands its cues to."""
        return self.sound, self.voice, wishes_of(self._settings)

    @property
    def notice(self) -> str:
        """What a person should know of what cannot be heard; empty if all is well."""
        return (self._settings.sounds and self._sound_notice()) or self._voice_notice()

    def _sound_notice(self) -> str:
        status = self.sound.status
        match status:
            case SoundStatus.NO_BACKEND:
                text = tr("No sound: no program that plays sounds is installed.")
                return _with_remedy(text, sound_remedy(sys.platform))
            case SoundStatus.NO_DEVICE:
                return tr("No sound: there is no device to play on.")
            case SoundStatus.STARTING | SoundStatus.WORKING:
                return ""
            case _:
                assert_never(status)

    def _voice_notice(self) -> str:
        if self._settings.voice is VoiceLevel.OFF:
            return ""
        status = self.voice.status
        match status:
            case VoiceStatus.NO_ENGINE:
                text = tr("No voice is installed: sounds only.")
                return _with_remedy(text, voice_remedy(sys.platform))
            case VoiceStatus.FAILING:
                return tr("The voice does not work: sounds only.")
            case VoiceStatus.STARTING | VoiceStatus.WORKING:
                return ""
            case _:
                assert_never(status)

    def try_out(self) -> None:
        """Let a sound be heard, and the voice a second later: a check before the first session."""
        self.warm_up()
        self.sound.play(_CHECK_SOUND)
        words = tr("This is how the voice sounds.")
        self.voice.say([Phrase(words, self._clock.monotonic() + _VOICE_AFTER_S, None)])

    def start(self, timeline: Timeline) -> None:
        """Begin to play, and turn the phrases of a session into sound ahead."""
        self.warm_up()
        self.voice.prepare(all_phrases(timeline, wishes_of(self._settings).voice))

    def warm_up(self) -> None:
        """Begin to play, if that has not been done: it takes half a second, elsewhere."""
        if not self._is_started:
            self._is_started = True
            self.sound.set_latency(_latency_s(self._settings))
            self.sound.set_muted(muted=self.muted)
            self.sound.start()
            self.voice.start()

    def change(self, settings: Settings) -> None:
        """Follow settings that were changed, from the next sound and phrase on.

        What a running session wants to hear is told to its performance: `wishes_of`. Whether it
        is muted stays as it is: that is `toggle_mute`.
        """
        before, self._settings = self._settings, settings
        self.sound.set_volume(settings.volume)
        self.sound.set_latency(_latency_s(settings))
        is_same_voice = before.voice_name == settings.voice_name
        if not is_same_voice or _manner(before) != _manner(settings):
            self.voice.change(_engine_finder(settings), _manner(settings))

    def follow(self, told: Sequence[Event]) -> None:
        """Keep the screen awake while a session plays, and only then: a listener."""
        self._awake.follow(told)

    def toggle_mute(self) -> None:
        """Fall silent, or be heard again."""
        self.muted = not self.muted
        self.sound.set_muted(muted=self.muted)

    def settle(self, timeout_s: float) -> None:
        """Let the last sounds end, for at most `timeout_s`."""
        if self._is_started:
            self.sound.settle(timeout_s)

    def close(self) -> None:
        """End the threads."""
        self._awake.close()
        if self._is_started:
            self.voice.close()
            self.sound.close()

    def _note(self, _: SoundStatus | VoiceStatus) -> None:
        self._on_change()


def _manner(settings: Settings) -> Manner:
    return Manner(settings.voice_speed, settings.lead_in_s)


def _engine_finder(settings: Settings) -> Callable[[], Engine | None]:
    return lambda: find_engine(sys.platform, settings.voice_name)


def _with_remedy(text: str, remedy: str) -> str:
    return f"{text} {remedy}" if remedy else text


def _latency_s(settings: Settings) -> float | None:
    """None where nobody measured: what is usual for the backend is right then."""
    return settings.latency_ms / _MILLISECOND if settings.latency_measured else None
