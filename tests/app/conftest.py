"""The app on a data folder of its own, with a clock that is turned by hand and nothing to hear."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from routine_player.app import performing
from routine_player.app.desk import Desk
from routine_player.app.rooms import Rooms
from routine_player.core.cues import Sound
from routine_player.core.events import Event
from routine_player.core.phrases import Phrase
from routine_player.core.timeline import Timeline
from routine_player.play.cueing import CueWishes
from routine_player.play.deck import SoundStatus
from routine_player.play.voice import VoiceStatus
from routine_player.store.history import History
from routine_player.store.paths import Places
from routine_player.store.settings import Motion, Settings
from routine_player.store.settings import Theme as Wear
from routine_player.ui.icons import Icons
from routine_player.ui.theme import Theme


class FakeSound:
    """Takes what is to be played."""

    def __init__(self) -> None:
        self.status = SoundStatus.STARTING
        self.cues: list[Sound] = []
        self.played: list[str] = []

    def cue(self, sound: Sound, due: float) -> None:
        self.cues.append(sound)

    def play(self, name: str) -> None:
        self.played.append(name)

    def set_latency(self, latency_s: float | None) -> None: ...

    def cancel_after(self, moment: float) -> None: ...


class FakeVoice:
    """Takes what is to be said."""

    def __init__(self) -> None:
        self.status = VoiceStatus.STARTING
        self.said: list[Phrase] = []

    def say(self, phrases: list[Phrase]) -> None:
        self.said.extend(phrases)


class FakeOutfit:
    """What a session is heard with, where nothing can be heard."""

    def __init__(self, *_: object) -> None:
        self.sound = FakeSound()
        self.voice = FakeVoice()
        self.tried = 0
        self.notice = ""
        self.muted = False
        self.started: list[Timeline] = []
        self.told: list[Event] = []
        self.cues: list[Sound] = []
        self.changes: list[Settings] = []

    @property
    def heard(self) -> tuple[Any, Any, CueWishes]:
        return self, self, CueWishes()

    def cue(self, sound: Sound, due: float) -> None:
        self.cues.append(sound)

    def say(self, phrases: list[Phrase]) -> None: ...

    def cancel_after(self, moment: float) -> None: ...

    def stop_countdown(self) -> None: ...

    def hush(self) -> None: ...

    def warm_up(self) -> None: ...

    def try_out(self) -> None:
        self.tried += 1

    def start(self, timeline: Timeline) -> None:
        self.started.append(timeline)

    def follow(self, told: list[Event]) -> None:
        self.told.extend(told)

    def change(self, settings: Settings) -> None:
        self.changes.append(settings)

    def toggle_mute(self) -> None:
        self.muted = not self.muted

    def close(self) -> None: ...


@pytest.fixture
def places(tmp_path: Path, short_routine: str) -> Places:
    places = Places(tmp_path / "data")
    assert places.ensure() is None
    (places.routines / "short-one.yaml").write_text(short_routine, encoding="utf-8")
    return places


@pytest.fixture
def theme(qapp: QApplication, places: Places) -> Generator[Theme]:
    made = Theme(qapp, Icons(places.icons), Wear.LIGHT, Motion.REDUCED)
    yield made
    made.deleteLater()
    # What is not deleted would be dressed again by the theme of every test to come.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_desk(qapp: QApplication, places: Places, clock: Any) -> Generator[Callable[..., Desk]]:
    """Open the history of the places, with some settings; once at a time."""
    desks: list[Desk] = []

    def make(**chosen: Any) -> Desk:
        values = {"first_start_done": True, "red_flags_read": True, **chosen}
        history = History.open(places, clock.instant())
        desks.append(Desk(places, clock, Settings(**values), history, qapp))
        return desks[-1]

    yield make
    for desk in desks:
        desk.history.close()
        desk.deleteLater()


@pytest.fixture
def open_app(
    theme: Theme, make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> Generator[Callable[..., Rooms]]:
    """Open the window as the program does, and close it after the test."""
    monkeypatch.setattr(performing, "Outfit", FakeOutfit)
    opened: list[Rooms] = []

    def start(routine: str | None = None, crash: str | None = None, **chosen: Any) -> Rooms:
        desk = make_desk(**chosen)
        rooms = Rooms(theme, desk, speed=1.0, parent=desk)
        rooms.open(routine, [])
        rooms.settle_in(crash)
        qtbot.addWidget(rooms.window)
        opened.append(rooms)
        return rooms

    yield start
    for rooms in opened:
        rooms.window.guard_close(guarded=False)
        rooms.close()
        rooms.window.deleteLater()
