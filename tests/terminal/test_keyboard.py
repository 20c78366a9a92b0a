import os
import pty
import sys

import pytest

from routine_player.terminal.keyboard import keyboard, name_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")


@pytest.fixture
def typed(monkeypatch):
    """A terminal that a test types into."""
    outer, inner = pty.openpty()
    with os.fdopen(inner) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield lambda text: os.write(outer, text.encode())
    os.close(outer)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (" ", "space"),
        ("\r", "enter"),
        ("\x1b", "escape"),
        ("\x1b[A", "up"),
        ("\x1b[D", "left"),
        ("\x1bOC", "right"),
        ("H", "h"),
        ("?", "?"),
        ("7", "7"),
        ("\x04", "interrupt"),
    ],
)
def test_a_key_press_has_the_name_that_the_players_table_uses(typed, sent, name):
    with keyboard() as keys:
        typed(sent)
        assert keys.read(5.0) == name


def test_keys_typed_together_come_one_after_another(typed):
    with keyboard() as keys:
        typed("\x1b[C5x")
        assert [keys.read(5.0) for _ in range(3)] == ["right", "5", "x"]


def test_without_a_key_nothing_comes(typed):
    with keyboard() as keys:
        assert keys.read(0.0) is None


def test_the_arrows_of_a_windows_console_are_known():
    assert [name_of(sent) for sent in ("\xe0H", "\xe0P", "\xe0M", "\xe0K")] == [
        "up",
        "down",
        "right",
        "left",
    ]
