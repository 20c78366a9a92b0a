"""What the window is built from and what it has to say, as values."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class Gravity(Enum):
    """How much an announcement matters."""

    NOTE = auto()  # good to know
    CAUTION = auto()  # something works less well
    ERROR = auto()  # something is lost, or will be


class Announcement(NamedTuple):
    """Something to know on every page.

    `name` is what the program calls it: a second one of the same name takes its place. `action`
    labels the one button that helps; empty for none. One that `stays` has no cross: it is there
    until its cause is gone.
    """

    name: str
    text: str
    gravity: Gravity = Gravity.CAUTION
    action: str = ""
    stays: bool = False


class Page(NamedTuple):
    """A page of the window: its name, word, icon and key, and how to build it.

    `key` is written as Qt reads it ("Ctrl+1"). `build` is called once, when the page is shown for
    the first time. Pages that are `last` stand at the bottom of the rail.
    """

    name: str
    label: str
    icon: str
    key: str
    build: Callable[[], QWidget]
    last: bool = False
