"""What a session in the terminal is played with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_player.core.events import Event
from routine_player.core.timeline import Timeline
from routine_player.play.clock import Clock
from routine_player.play.cueing import CueWishes, SoundOut, VoiceOut
from routine_player.store.history import History
from routine_player.store.library import Library
from routine_player.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Table:
    """The person's library, settings and history, and what tells the time."""

    library: Library
    settings: Settings
    history: History
    clock: Clock


class Sounding(Protocol):
    """What a session is heard with; see `play.outfit.Outfit`."""

    @property
    def heard(self) -> tuple[SoundOut, VoiceOut, CueWishes]: ...

    @property
    def notice(self) -> str: ...

    def start(self, timeline: Timeline) -> None: ...

    def follow(self, told: Sequence[Event]) -> None: ...

    def toggle_mute(self) -> None: ...

    def settle(self, timeout_s: float) -> None: ...

    def close(self) -> None: ...
