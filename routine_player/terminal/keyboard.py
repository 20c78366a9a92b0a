"""Single keys from a terminal, by the names that the player's table uses."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final, Protocol

INTERRUPT: Final = "interrupt"
"""The name of Ctrl-C and Ctrl-D, and of a terminal that has gone."""

_SEQUENCES: Final = {
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1bOA": "up",
    "\x1bOB": "down",
    "\x1bOC": "right",
    "\x1bOD": "left",
    "\xe0H": "up",
    "\xe0P": "down",
    "\xe0M": "right",
    "\xe0K": "left",
    "\x1b": "escape",
    "\r": "enter",
    "\n": "enter",
    " ": "space",
    "\x03": INTERRUPT,
    "\x04": INTERRUPT,
    "": INTERRUPT,  # the terminal has gone
}


class Keyboard(Protocol):
    """Where keys come from."""

    def read(self, timeout_s: float) -> str | None:
        """Give the next key's name; None if none came within `timeout_s`."""
        ...


def name_of(typed: str) -> str:
    """Name what one key press sent: `up`, `space`, `escape`, or the letter in lower case."""
    return _SEQUENCES.get(typed, typed.lower())


if sys.platform == "win32":
    import msvcrt
    import threading

    class _Console:
        """Keys from a Windows console, which can only be asked, not waited for."""

        _ASK_EVERY_S = 0.02

        def __init__(self) -> None:
            self._never = threading.Event()

        def read(self, timeout_s: float) -> str | None:
            left_s = timeout_s
            while not msvcrt.kbhit():
                if left_s <= 0:
                    return None
                nap_s = min(left_s, self._ASK_EVERY_S)
                self._never.wait(nap_s)
                left_s -= nap_s
            typed = msvcrt.getwch()
            return name_of("\xe0" + msvcrt.getwch() if typed in "\x00\xe0" else typed)

    @contextmanager
    def keyboard() -> Generator[Keyboard]:
        """Listen to single keys for as long as the block lasts."""
        yield _Console()

else:
    import os
    import select
    import termios
    import tty

    _SEQUENCE_S: Final = 0.03
    _LONGEST: Final = 16

    class _Terminal:
        """Keys from a terminal that sends each at once."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        def read(self, timeout_s: float) -> str | None:
            if not self._is_ready(timeout_s):
                return None
            typed = os.read(self._descriptor, 1)
            # An arrow sends several bytes at once; Esc alone is followed by nothing.
            while typed[:1] == b"\x1b" and len(typed) < _LONGEST and self._is_ready(_SEQUENCE_S):
                typed += os.read(self._descriptor, 1)
                if len(typed) > 2 and typed[-1:].isalpha():  # noqa: PLR2004 - Esc, [ or O, letter
                    break
            return name_of(typed.decode(errors="replace"))

        def _is_ready(self, timeout_s: float) -> bool:
            return bool(select.select([self._descriptor], [], [], timeout_s)[0])

    @contextmanager
    def keyboard() -> Generator[Keyboard]:
        """Listen to single keys while the block lasts; the terminal is left as it was."""
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor)
        try:
            yield _Terminal(descriptor)
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
