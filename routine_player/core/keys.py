"""The keys of the player: one table for the window, the terminal and the sheet that shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from routine_player.core.transitions import Command


class Wish(StrEnum):
    """What a key can ask for that is not the session's business."""

    SAY_AGAIN = "say-again"
    MUTE = "mute"
    FULL_SCREEN = "full-screen"
    STOP = "stop"  # asks first
    SHOW_KEYS = "show-keys"


@dataclass(frozen=True, slots=True)
class PlayerKey:
    """A key by name, how it is written, what it does, and what it asks for.

    Of several commands the first that the session allows is meant.
    """

    name: str
    label: str
    words: str
    commands: tuple[Command, ...] = ()
    wish: Wish | None = None


PLAYER_KEYS: Final = (
    PlayerKey(
        "space",
        "Space",
        "Pause, go on after 3-2-1",
        (Command.START, Command.PAUSE, Command.RESUME, Command.CONTINUE),
    ),
    PlayerKey("right", "→", "Skip the step, or the rest", (Command.SKIP,)),
    PlayerKey("left", "←", "Begin the step again; twice: the step before", (Command.RESTART,)),
    PlayerKey("up", "↑", "10 seconds more", (Command.EXTEND,)),
    PlayerKey("down", "↓", "10 seconds less", (Command.SHORTEN,)),
    PlayerKey("enter", "Enter", "Done, or I'm ready", (Command.DONE,)),
    PlayerKey("s", "S", "Switch side", (Command.SWITCH_SIDE,)),
    PlayerKey("h", "H", "It hurts", (Command.HURT,)),
    PlayerKey("r", "R", "Say that again", wish=Wish.SAY_AGAIN),
    PlayerKey("m", "M", "Mute, sound on", wish=Wish.MUTE),
    PlayerKey("f", "F", "Full screen", wish=Wish.FULL_SCREEN),
    PlayerKey("escape", "Esc", "Stop; what was done is kept", wish=Wish.STOP),
    PlayerKey("?", "?", "These keys", wish=Wish.SHOW_KEYS),
)

_BY_NAME: Final = {key.name: key for key in PLAYER_KEYS}


def asked_for(name: str, allows: Callable[[Command], bool]) -> Command | Wish | None:
    """Tell what the key `name` asks for as things stand; None for nothing."""
    key = _BY_NAME.get(name)
    if key is None:
        return None
    return key.wish or next((command for command in key.commands if allows(command)), None)


def score_of(name: str) -> int | None:
    """Give the pain score that a key stands for: 0 to 9, and X for 10; None for other keys."""
    if name == "x":
        return 10
    return int(name) if len(name) == 1 and name.isascii() and name.isdigit() else None
