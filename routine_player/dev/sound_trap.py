"""Catches the first byte of every sound that ALSA plays, stamped on the monotonic clock."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from routine_player.play.clock import SystemClock

# The null device takes any sound at once; the plugin writes what it is given to the pipe. A plain
# file in its place would tell nothing of time: every clip would overwrite the last.
_ALSA_CONFIG = """pcm.!default {{
  type file
  slave.pcm {{ type null }}
  file "{pipe}"
  format "raw"
}}
"""
_CHUNK_BYTES = 1 << 16
_END_S = 5.0


@dataclass(frozen=True, slots=True)
class Catch:
    """A sound that was played: when its first byte came, and how many bytes in all."""

    at: float
    size: int


class _Source(Protocol):
    """The end of a pipe between processes that is read from."""

    def poll(self, timeout: float) -> bool: ...

    def recv(self) -> Any: ...


class SoundTrap:
    """Tells what was caught."""

    def __init__(self, connection: _Source) -> None:
        self._connection = connection

    def take(self, wait_s: float = 0.0) -> list[Catch]:
        """Give what was caught since the last call, once there is some or `wait_s` is over."""
        caught: list[Catch] = []
        with suppress(EOFError):
            while self._connection.poll(0.0 if caught else wait_s):
                caught.append(self._connection.recv())
        return caught


@contextmanager
def sound_trap() -> Generator[SoundTrap]:
    """Let every ALSA sound that this process starts from now on fall into a trap.

    Another process does the listening, so that nothing this one does makes a stamp late.
    """
    with TemporaryDirectory(prefix="routine-player-") as folder:
        pipe, config = Path(folder, "pipe"), Path(folder, "asound.conf")
        os.mkfifo(pipe)
        config.write_text(_ALSA_CONFIG.format(pipe=pipe), encoding="utf-8")
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        listener = context.Process(target=_listen, args=(str(pipe), theirs), daemon=True)
        listener.start()
        ours.recv()  # it listens
        before = os.environ.get("ALSA_CONFIG_PATH")
        os.environ["ALSA_CONFIG_PATH"] = str(config)
        try:
            yield SoundTrap(ours)
        finally:
            _restore("ALSA_CONFIG_PATH", before)
            listener.terminate()
            listener.join(_END_S)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _listen(pipe: str, connection: Connection) -> None:
    """Stamp what comes through the pipe, until ended: each writer is one sound."""
    clock = SystemClock()
    connection.send(None)
    while True:
        with open(pipe, "rb", buffering=0) as stream:  # noqa: PTH123 - waits for a writer
            first = stream.read(_CHUNK_BYTES)
            at = clock.monotonic()
            size = len(first)
            while chunk := stream.read(_CHUNK_BYTES):
                size += len(chunk)
        if size:
            connection.send(Catch(at, size))
