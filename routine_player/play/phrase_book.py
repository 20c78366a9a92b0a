"""Phrases as sound files: each is made once, by the computer's voice, and kept."""

import logging
from dataclasses import dataclass
from pathlib import Path

from routine_player.play.cache_folder import CacheFolder
from routine_player.play.voice_engine import Engine, VoiceError, speakable
from routine_player.play.waves import wave_bytes, wave_from, wave_length_s

_RENDERING = 1  # to be counted up when phrases are made in another way: it is part of their names
_FAILURES_IN_A_ROW = 3

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: `speed` times as fast as usual, each phrase after `lead_in_s` of silence."""

    speed: float = 1.0
    lead_in_s: float = 0.3


@dataclass(frozen=True, slots=True)
class Spoken:
    """A phrase as sound; its length counts the silence before it."""

    path: Path
    length_s: float


class PhraseBook:
    """Turns phrases into sound with one engine. For the one thread that may wait for it."""

    def __init__(self, engine: Engine, cache: CacheFolder) -> None:
        self._engine = engine
        self._cache = cache
        self._spoken: dict[tuple[str, Manner], Spoken | None] = {}
        self._failures = 0

    @property
    def is_failing(self) -> bool:
        """Whether one phrase after another failed, so that the next will too."""
        return self._failures >= _FAILURES_IN_A_ROW

    def spoken(self, text: str, manner: Manner) -> Spoken | None:
        """Give the file in which `text` is spoken; None where it cannot be."""
        key = text, manner
        if key not in self._spoken:
            path = self._path(text, manner)
            self._spoken[key] = self._found(path) or self._made(text, manner, path)
        return self._spoken[key]

    def forget_failures(self) -> None:
        """Let what failed be tried again."""
        self._spoken = {key: spoken for key, spoken in self._spoken.items() if spoken}

    def _path(self, text: str, manner: Manner) -> Path:
        made_of = (_RENDERING, self._engine.name, self._engine.voice, manner, text)
        return self._cache.path(*made_of, suffix=".wav")

    def _found(self, path: Path) -> Spoken | None:
        try:
            return Spoken(path, wave_length_s(path)) if self._cache.find(path) else None
        except (OSError, ValueError) as error:
            _log.info("a phrase is made again: %s", error)
            return None

    def _made(self, text: str, manner: Manner, path: Path) -> Spoken | None:
        if not speakable(text):
            return None
        # Late, because it needs numpy, which a session whose phrases are all there does without.
        from routine_player.play.phrase_sound import finished

        try:
            raw = wave_from(self._engine.render(text, manner.speed), self._engine.name)
            whole = finished(raw, manner.lead_in_s)
            self._cache.write(path, wave_bytes(whole))
        except (VoiceError, OSError, ValueError) as error:
            _log.info("a phrase stays unsaid: %s", error)
            self._failures += 1
            return None
        self._failures = 0
        return Spoken(path, whole.length_s)
