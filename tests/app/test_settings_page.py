"""Settings as the app fills and obeys it."""

from dataclasses import replace

import pytest

from routine_player.app.sound_check import check_of
from routine_player.core.cues import Sound
from routine_player.play.deck import SoundStatus
from routine_player.play.voice import VoiceStatus
from routine_player.store.settings import Settings, Theme
from routine_player.ui.settings.values import CheckState


@pytest.fixture
def opened(open_app):
    """The window with the page Settings open."""
    rooms = open_app()
    rooms.window.show_page("settings")
    return rooms


def page(rooms):
    return rooms.window.page_widget("settings")


def choose(rooms, **values):
    page(rooms).settings_changed.emit(replace(rooms._desk.settings, **values))


def test_a_choice_is_written_down_and_applies_at_once(opened, theme, places):
    choose(opened, theme=Theme.DARK, volume=30)
    assert theme.is_dark
    assert '"volume": 30' in places.settings.read_text()
    assert opened._performing.outfit.changes[-1].volume == 30


def test_what_is_chosen_elsewhere_is_shown(opened):
    opened._desk.change(volume=11)
    assert page(opened).settings.volume == 11


def test_settings_that_cannot_be_written_are_told(opened, places):
    places.settings.unlink(missing_ok=True)
    places.settings.mkdir()
    choose(opened, volume=30)
    assert "not saved" in opened.window.announcements[0].text


def test_the_delay_is_measured_by_tapping_along(opened, clock):
    view = page(opened)
    view.measure_wished.emit()
    clock.pass_s(1.25)
    for _ in range(8):
        clock.pass_s(0.15)
        view.delay_heard.emit()
        clock.pass_s(0.85)
    settings = opened._desk.settings
    assert (settings.latency_ms, settings.latency_measured) == (150, True)
    assert opened._performing.outfit.sound.cues == [Sound.GO]


def test_giving_the_measurement_up_leaves_the_delay_as_it_was(opened, clock):
    view = page(opened)
    view.measure_wished.emit()
    clock.pass_s(2.0)
    view.delay_heard.emit()
    view.measuring_left.emit()
    view.delay_heard.emit()
    assert not opened._desk.settings.latency_measured


def test_trying_out_lets_sound_and_voice_be_heard(opened):
    outfit = opened._performing.outfit
    page(opened).check_wished.emit()
    assert outfit.tried == 1
    page(opened).beep_wished.emit()
    assert outfit.sound.played == ["check"]
    page(opened).sentence_wished.emit()
    assert len(outfit.voice.said) == 1


def test_a_line_to_type_is_copied(opened, qapp):
    page(opened).copy_wished.emit("sudo apt install flite")
    assert qapp.clipboard().text() == "sudo apt install flite"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (SoundStatus.STARTING, CheckState.UNKNOWN),
        (SoundStatus.WORKING, CheckState.WORKING),
        (SoundStatus.NO_DEVICE, CheckState.TROUBLE),
        (SoundStatus.NO_BACKEND, CheckState.TROUBLE),
    ],
)
def test_the_check_says_how_sounds_are(opened, status, state):
    outfit = opened._performing.outfit
    outfit.sound.status = status
    assert check_of(outfit, Settings(), busy=False).cues.state is state


def test_while_it_is_tried_the_check_listens(opened):
    check = check_of(opened._performing.outfit, Settings(), busy=True)
    assert check.cues.state is CheckState.BUSY


def test_a_computer_without_a_voice_is_told_what_to_install(opened, monkeypatch):
    monkeypatch.setattr("routine_player.app.sound_check.find_engine", lambda *_: None)
    voice = check_of(opened._performing.outfit, Settings(), busy=False).voice
    assert voice.state is CheckState.TROUBLE


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (VoiceStatus.WORKING, CheckState.WORKING),
        (VoiceStatus.FAILING, CheckState.TROUBLE),
        (VoiceStatus.STARTING, CheckState.UNKNOWN),
    ],
)
def test_the_check_says_how_the_voice_is(opened, monkeypatch, status, state):
    class Flite:
        name = "flite"

    monkeypatch.setattr("routine_player.app.sound_check.find_engine", lambda *_: Flite())
    outfit = opened._performing.outfit
    outfit.voice.status = status
    assert check_of(outfit, Settings(), busy=False).voice.state is state


def test_a_folder_may_be_added_and_its_routines_are_listed(opened, monkeypatch, tmp_path):
    folder = tmp_path / "club"
    folder.mkdir()
    (folder / "club-night.yaml").write_text(
        "routine: Club night\nsteps:\n  - {exercise: front-plank, hold: 9s}\n"
    )
    monkeypatch.setattr(
        "routine_player.app.settings.QFileDialog.getExistingDirectory", lambda *_: str(folder)
    )
    page(opened).folder_add_wished.emit()
    assert opened._desk.library.routine("club-night") is not None
    page(opened).folder_add_wished.emit()
    assert opened._desk.settings.routine_folders == (str(folder),)


def test_a_folder_that_no_program_opens_is_named(opened, monkeypatch, places):
    monkeypatch.setattr("routine_player.app.settings.QDesktopServices.openUrl", lambda _: False)
    said = []
    monkeypatch.setattr(opened.window, "say", said.append)
    page(opened).folder_open_wished.emit(places.data)
    assert said == [str(places.data)]
