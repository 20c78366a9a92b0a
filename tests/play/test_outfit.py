import sys
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.phrases import VoiceLevel
from routine_player.play import outfit as outfit_module
from routine_player.play.deck import SoundStatus
from routine_player.play.keep_awake import AwakeStatus
from routine_player.play.outfit import Outfit, wishes_of
from routine_player.play.voice import VoiceStatus
from routine_player.play.waves import Wave, wave_bytes
from routine_player.store.paths import Places
from routine_player.store.settings import Settings

GUARD_S = 20.0  # only against hanging


@pytest.fixture
def make_outfit(clock: Any, tmp_path: Path) -> Iterator[Callable[..., Outfit]]:
    made: list[Outfit] = []

    def make(settings: Settings | None = None, **options: Any) -> Outfit:
        one = Outfit(Places(tmp_path / "home"), settings or Settings(), clock, **options)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


@pytest.fixture
def bare_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that has neither a program that plays nor a voice."""
    monkeypatch.setitem(sys.modules, "playsound3", None)
    monkeypatch.setattr(outfit_module, "find_engine", lambda platform, name: None)


def test_what_is_wished_is_what_the_settings_say() -> None:
    settings = Settings(sounds=False, rep_ticks=False, voice=VoiceLevel.FULL, latency_ms=250)
    wishes = wishes_of(settings)
    assert not wishes.sounds
    assert not wishes.rep_ticks
    assert wishes.voice is VoiceLevel.FULL
    assert wishes.latency_s == 0.25


@pytest.mark.usefixtures("bare_computer")
def test_a_bare_computer_gets_one_notice_that_says_what_to_install(
    make_outfit: Any, make_timeline: Any
) -> None:
    changes: list[None] = []
    outfit = make_outfit(on_change=lambda: changes.append(None))
    assert outfit.notice == ""
    outfit.start(make_timeline(30.0))
    assert outfit.voice.settle(GUARD_S)
    outfit.settle(GUARD_S)
    assert outfit.notice.startswith("No sound: no program that plays sounds is installed.")
    assert "alsa-utils" in outfit.notice
    assert len(changes) == 2


@pytest.mark.parametrize(
    ("sound", "voice", "settings", "notice"),
    [
        (SoundStatus.WORKING, VoiceStatus.WORKING, Settings(), ""),
        (SoundStatus.STARTING, VoiceStatus.STARTING, Settings(), ""),
        (SoundStatus.NO_DEVICE, VoiceStatus.WORKING, Settings(), "no device"),
        (SoundStatus.NO_DEVICE, VoiceStatus.WORKING, Settings(sounds=False), ""),
        (SoundStatus.WORKING, VoiceStatus.NO_ENGINE, Settings(), "flite"),
        (SoundStatus.WORKING, VoiceStatus.NO_ENGINE, Settings(voice=VoiceLevel.OFF), ""),
        (SoundStatus.WORKING, VoiceStatus.FAILING, Settings(), "does not work"),
    ],
)
def test_a_notice_tells_only_of_what_was_wanted(
    make_outfit: Any, sound: SoundStatus, voice: VoiceStatus, settings: Settings, notice: str
) -> None:
    outfit = make_outfit(settings)
    outfit.sound._status = sound
    outfit.voice._status = voice
    assert notice in outfit.notice
    assert bool(outfit.notice) == bool(notice)


@pytest.mark.usefixtures("bare_computer")
def test_warming_up_twice_starts_once(make_outfit: Any) -> None:
    outfit = make_outfit(replace(Settings(), latency_ms=80, latency_measured=True))
    outfit.warm_up()
    outfit.warm_up()
    outfit.settle(GUARD_S)
    assert outfit.sound.status is SoundStatus.NO_BACKEND


def test_an_outfit_that_was_never_started_settles_and_closes(make_outfit: Any) -> None:
    outfit = make_outfit()
    outfit.settle(GUARD_S)
    outfit.close()
    assert outfit.sound.status is SoundStatus.STARTING


def test_muting_is_a_switch_that_starts_as_the_settings_say(make_outfit: Any) -> None:
    outfit = make_outfit(Settings(muted=True))
    assert outfit.muted
    outfit.toggle_mute()
    assert not outfit.muted


def test_what_is_heard_is_its_own_sound_and_voice(make_outfit: Any) -> None:
    outfit = make_outfit(Settings(voice=VoiceLevel.OFF))
    sound, voice, wishes = outfit.heard
    assert sound is outfit.sound
    assert voice is outfit.voice
    assert wishes.voice is VoiceLevel.OFF


def test_the_screen_stays_awake_while_a_session_plays(
    make_outfit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    outfit = make_outfit()
    outfit.follow([events.SessionStarted(0.0)])
    assert outfit._awake.status is not AwakeStatus.OFF
    outfit.follow([events.SessionStopped(1.0, 1.0)])
    assert outfit._awake.status is AwakeStatus.OFF


class Speaking:
    """An engine that only notes what it was to say."""

    name = "fake"
    said: list[tuple[str, str, float]]

    def __init__(self, voice: str, said: list[tuple[str, str, float]]) -> None:
        self.voice = voice
        self.said = said

    def render(self, text: str, speed: float) -> bytes:
        self.said.append((self.voice, text, speed))
        return wave_bytes(Wave(8000, 1, array("h", [8000, -8000] * 400)))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, float]]:
    """What the voice of this computer said: its name, the words, the speed."""
    said: list[tuple[str, str, float]] = []
    monkeypatch.setattr(outfit_module, "find_engine", lambda platform, name: Speaking(name, said))
    monkeypatch.setitem(sys.modules, "playsound3", None)
    return said


def test_trying_out_lets_the_voice_be_heard_too(make_outfit: Any, said: Any) -> None:
    outfit = make_outfit()
    outfit.try_out()
    assert outfit.voice.settle(GUARD_S)
    assert len(said) == 1


def test_a_voice_that_was_chosen_in_the_settings_speaks_from_then_on(
    make_outfit: Any, said: Any
) -> None:
    outfit = make_outfit(Settings(voice_name="slt"))
    outfit.try_out()
    assert outfit.voice.settle(GUARD_S)
    outfit.change(Settings(voice_name="rms", voice_speed=1.5))
    outfit.try_out()
    assert outfit.voice.settle(GUARD_S)
    assert [(voice, speed) for voice, _, speed in said] == [("slt", 1.0), ("rms", 1.5)]


def test_other_settings_leave_the_voice_as_it_is(make_outfit: Any, said: Any) -> None:
    outfit = make_outfit()
    outfit.try_out()
    assert outfit.voice.settle(GUARD_S)
    outfit.change(Settings(volume=10, latency_ms=200, latency_measured=True))
    outfit.try_out()
    assert outfit.voice.settle(GUARD_S)
    assert len(said) == 1
