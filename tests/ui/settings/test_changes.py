import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from routine_player.store.settings import Motion, Settings, Theme
from routine_player.ui.settings.changes import Changes
from routine_player.ui.settings.values import SettingsChange


class Ear:
    """Hears what changes tell."""

    def __init__(self, changes: Changes) -> None:
        self.settings: list[Settings] = []
        self.made: list[SettingsChange] = []
        changes.changed.connect(self.settings.append)
        changes.made.connect(self.made.append)


@pytest.fixture
def changes(qapp) -> Changes:
    kept = QObject()
    made = Changes(kept)
    made.kept = kept
    return made


@pytest.fixture
def ear(changes: Changes) -> Ear:
    return Ear(changes)


def test_a_change_is_told_at_once(changes, ear):
    changes.change("Theme: dark", theme=Theme.DARK)

    assert ear.settings == [Settings(theme=Theme.DARK)]
    assert [change.words for change in ear.made] == ["Theme: dark"]


def test_what_is_as_it_was_is_not_told(changes, ear):
    changes.change("Theme: system", theme=Theme.SYSTEM)

    assert ear.settings == []
    assert ear.made == []


def test_a_slider_is_told_when_it_rests(changes, ear, qtbot: QtBot):
    for volume in (50, 45, 40):
        changes.change_gradually(f"Volume: {volume}", volume=volume)
    assert ear.settings == []
    assert changes.settings.volume == 40

    qtbot.waitUntil(lambda: bool(ear.made))

    assert ear.settings == [Settings(volume=40)]
    assert ear.made == [SettingsChange("Volume: 40", (("volume", 62),), (("volume", 40),))]


def test_a_slider_that_comes_back_changed_nothing(changes, ear):
    changes.change_gradually("Volume: 50", volume=50)
    changes.change_gradually("Volume: 62", volume=62)

    changes.flush()

    assert ear.settings == []


def test_another_slider_ends_the_first(changes, ear):
    changes.change_gradually("Volume: 50", volume=50)
    changes.change_gradually("Speed: 1.5", voice_speed=1.5)
    assert [change.words for change in ear.made] == ["Volume: 50"]

    changes.flush()

    assert ear.settings[-1] == Settings(volume=50, voice_speed=1.5)


def test_a_switch_ends_a_slider(changes, ear):
    changes.change_gradually("Volume: 50", volume=50)

    changes.change("Motion: full", motion=Motion.FULL)

    assert [change.words for change in ear.made] == ["Volume: 50", "Motion: full"]


def test_settings_from_elsewhere_are_taken_without_a_word(changes, ear):
    changes.change_gradually("Volume: 50", volume=50)

    changes.take(Settings(volume=10))
    changes.flush()

    assert changes.settings == Settings(volume=10)
    assert ear.settings == []


def test_a_slider_that_moves_is_not_lost_to_another_change(changes, ear):
    changes.change_gradually("Volume: 50", volume=50)

    changes.take(Settings(window_geometry="elsewhere"))
    changes.flush()

    assert ear.settings == [Settings(volume=50, window_geometry="elsewhere")]


def test_undoing_takes_back_one_thing_alone(changes, ear):
    changes.change("Delay: 90 ms", latency_ms=90, latency_measured=True)
    later = Settings(latency_ms=90, latency_measured=True, window_geometry="elsewhere")

    undone = ear.made[0].undone(later)

    assert undone == Settings(window_geometry="elsewhere")
