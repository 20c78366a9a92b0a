"""Sounds at the volume that a person chose, since what plays them has no volume of its own."""

import logging
from pathlib import Path

from routine_player.play.cache_folder import CacheFolder
from routine_player.play.waves import gain_table, read_wave, scaled, wave_bytes

FULL_VOLUME = 100

_LOUDNESS_EXPONENT = 0.6

_log = logging.getLogger(__name__)


def gain_of(volume: int) -> float:
    """Give the amplitude, 0 to 1, for a volume of 0 to 100 on a scale that one hears as even.

    Loudness grows with amplitude to the power of 0.6 (Stevens 1955), so half the volume is half
    as loud, which is 10 dB less.
    """
    return (volume / FULL_VOLUME) ** (1 / _LOUDNESS_EXPONENT)


class VolumeRack:
    """Keeps WAV files at the volume that is set; each is rendered once and then found again."""

    def __init__(self, cache: CacheFolder, volume: int = FULL_VOLUME) -> None:
        self._cache = cache
        self._volume = volume
        self._ready: dict[Path, Path] = {}
        self._table: list[int] = []

    @property
    def volume(self) -> int:
        return self._volume

    @volume.setter
    def volume(self, volume: int) -> None:
        """Render anew from now on."""
        if volume != self._volume:
            self._volume = volume
            self._ready.clear()
            self._table.clear()

    def at_volume(self, path: Path) -> Path | None:
        """Give a file that sounds like `path` at the volume; None for one that cannot be read.

        Where the cache cannot be written to, that is `path` itself: too loud, but heard.
        """
        if path not in self._ready:
            try:
                self._ready[path] = self._rendered(path)
            except (OSError, ValueError) as error:
                _log.info("no sound from %s: %s", path, error)
                return None
        return self._ready[path]

    def _rendered(self, path: Path) -> Path:
        status = path.stat()
        if self._volume == FULL_VOLUME:
            return path
        made_of = (str(path), status.st_size, status.st_mtime_ns, self._volume)
        target = self._cache.path(*made_of, suffix=".wav")
        if self._cache.find(target):
            return target
        self._table = self._table or gain_table(gain_of(self._volume))
        data = wave_bytes(scaled(read_wave(path), self._table))
        try:
            self._cache.write(target, data)
        except OSError as error:
            _log.info("sounds keep their full volume: %s", error)
            return path
        return target
