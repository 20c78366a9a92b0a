"""What plays a sound file, found and guarded: nothing it does wrong reaches a session."""

import importlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ALSA = "alsa"

OWN_CHOICE = "PLAYSOUND3_BACKEND"
"""The variable by which a person tells playsound3 what to use."""

DEVICE_LATENCY_S = {ALSA: 0.001, "gstreamer": 0.070, "ffplay": 0.250}
"""From the program's start to its first sample: `bench` measures ALSA's, the others are guesses."""

OTHER_DEVICE_LATENCY_S = 0.050


class NoBackendError(Exception):
    """Nothing here can play a sound file; the text is for the log."""


class Playing(Protocol):
    """A sound that was started."""

    def exit_code(self) -> int | None:
        """None while it plays, 0 once it has played, anything else if it could not."""
        ...

    def stop(self) -> None:
        """Cut it off. Harmless once it is over."""
        ...


class Backend(Protocol):
    """Starts sound files. `start` returns at once and raises whatever it likes."""

    @property
    def name(self) -> str: ...

    def start(self, path: Path) -> Playing: ...


@dataclass(frozen=True, slots=True)
class _Playsound3Playing:
    sound: Any  # playsound3 does not export its class

    def exit_code(self) -> int | None:
        return self.sound.subprocess.poll()

    def stop(self) -> None:
        self.sound.stop()


@dataclass(frozen=True, slots=True)
class _Playsound3Backend:
    name: str
    playsound3: Any

    def start(self, path: Path) -> Playing:
        # A pathlib.Path, and absolute: it would take a string for an address on the web.
        sound = self.playsound3.playsound(path.absolute(), block=False, backend=self.name)
        return _Playsound3Playing(sound)


def open_backend() -> Backend:
    """Find the best way to play a file. NoBackendError where there is none.

    Takes up to half a second, since playsound3 tries every program it knows when it is imported.
    """
    try:
        playsound3 = importlib.import_module("playsound3")
    except Exception as error:  # it runs other programs when imported, and lets pass what they do
        raise NoBackendError(f"playsound3 does not load: {error!r}") from error
    name = _chosen(playsound3)
    if name is None:
        raise NoBackendError("playsound3 knows no program here that plays sounds")
    return _Playsound3Backend(name, playsound3)


def _chosen(playsound3: Any) -> str | None:
    """Prefer ALSA, which starts fastest; a choice made by PLAYSOUND3_BACKEND stands."""
    prefer = getattr(playsound3, "prefer_backends", None)  # since 3.3
    name = playsound3.DEFAULT_BACKEND if prefer is None else prefer(ALSA)
    # Without mpg123 playsound3 counts ALSA as absent, but what we play are WAVs: aplay will do.
    return ALSA if OWN_CHOICE not in os.environ and shutil.which("aplay") else name
