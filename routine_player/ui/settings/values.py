"""What the Settings page shows and tells, as values."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from routine_player.core.language import tr
from routine_player.store.settings import Settings


class CheckState(Enum):
    """How something that is to be heard is."""

    UNKNOWN = auto()  # nobody has tried
    BUSY = auto()  # it is being tried
    WORKING = auto()
    TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the sound check. `install` is a line to type that helps; empty for none."""

    title: str
    text: str
    state: CheckState = CheckState.UNKNOWN
    install: str = ""


@dataclass(frozen=True, slots=True)
class SoundCheck:
    """What works of cues and voice, and how late they are heard."""

    cues: CheckLine
    voice: CheckLine
    delay: CheckLine


@dataclass(frozen=True, slots=True)
class Measuring:
    """A measurement of the delay that goes on: how many sounds were answered, of how many."""

    answered: int
    wanted: int


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """One thing that a person changed. `words` say it; `before` and `after` pair names and values.

    Only what was changed is taken back, whatever else became different since.
    """

    words: str
    before: tuple[tuple[str, Any], ...]
    after: tuple[tuple[str, Any], ...]

    def undone(self, settings: Settings) -> Settings:
        """Give `settings` with this one thing as it was."""
        return replace(settings, **dict(self.before))


def unknown_check() -> SoundCheck:
    """Say of everything that nobody has tried it yet."""
    return SoundCheck(
        CheckLine(tr("Cues"), tr("Not tried yet")),
        CheckLine(tr("Voice"), tr("Not tried yet")),
        CheckLine(tr("Delay"), tr("Not measured yet")),
    )
