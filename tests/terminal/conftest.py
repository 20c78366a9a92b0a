"""A keyboard that is pressed by a list, a terminal without sound, and a library of its own."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.cues import Sound
from routine_player.core.events import Event
from routine_player.core.phrases import Phrase
from routine_player.core.timeline import Timeline
from routine_player.play.cueing import CueWishes
from routine_player.store.collection import load_collection
from routine_player.store.history import History
from routine_player.store.paths import Places
from routine_player.store.settings import Settings
from routine_player.terminal.table import Table


class Quiet:
    """Plays nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.cues: list[Sound] = []

    def cue(self, sound: Sound, due: float) -> None:
        self.cues.append(sound)

    def say(self, phrases: list[Phrase]) -> None: ...

    def cancel_after(self, moment: float) -> None: ...

    def stop_countdown(self) -> None: ...

    def hush(self) -> None: ...


@dataclass
class FakeOutfit:
    """What a session is heard with, where nothing can be heard."""

    notice: str = ""
    muted: bool = False
    closed: bool = False
    started: Timeline | None = None
    told: list[Event] = field(default_factory=list)
    quiet: Quiet = field(default_factory=Quiet)

    @property
    def heard(self) -> tuple[Any, Any, CueWishes]:
        return self.quiet, self.quiet, CueWishes()

    def start(self, timeline: Timeline) -> None:
        self.started = timeline

    def follow(self, told: Sequence[Event]) -> None:
        self.told.extend(told)

    def toggle_mute(self) -> None:
        self.muted = not self.muted

    def settle(self, timeout_s: float) -> None: ...

    def close(self) -> None:
        self.closed = True


class FakeKeyboard:
    """Keys with the seconds that pass before each; waiting turns the clock.

    When the list is used up no key comes any more, and after an hour the terminal is gone.
    """

    def __init__(self, clock: Any, presses: list[tuple[float, str]]) -> None:
        self._clock = clock
        self._presses = list(presses)
        self._waited_s = 0.0

    def read(self, timeout_s: float) -> str | None:
        if not self._presses:
            self._clock.pass_s(max(timeout_s, 0.001))
            self._waited_s += timeout_s
            return "interrupt" if self._waited_s > 7200 else None
        after_s, key = self._presses[0]
        if after_s > timeout_s:
            self._clock.pass_s(timeout_s)
            self._presses[0] = (after_s - timeout_s, key)
            return None
        self._clock.pass_s(after_s)
        self._presses.pop(0)
        return key


@pytest.fixture
def places(tmp_path: Path, short_routine: str) -> Places:
    places = Places(tmp_path / "data")
    assert places.ensure() is None
    (places.routines / "short-one.yaml").write_text(short_routine, encoding="utf-8")
    return places


@pytest.fixture
def outfit() -> FakeOutfit:
    return FakeOutfit()


@pytest.fixture
def table(places: Places, clock: Any) -> Generator[Table]:
    library = load_collection(places, Settings())
    history = History.open(places, clock.instant())
    yield Table(library, Settings(), history, clock)
    history.close()


@pytest.fixture
def press(clock: Any) -> Callable[..., Callable[..., Any]]:
    """Give what opens a keyboard on which the keys are pressed, each after some seconds."""

    def with_keys(*presses: tuple[float, str]) -> Callable[..., Any]:
        keys = FakeKeyboard(clock, list(presses))

        @contextmanager
        def opened() -> Generator[FakeKeyboard]:
            yield keys

        return opened

    return with_keys
