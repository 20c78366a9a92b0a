from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.cues import Sound
from routine_player.play.backend import NoBackendError
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.clock import SystemClock
from routine_player.play.deck import SoundStatus
from routine_player.play.sound import SoundPlayer
from routine_player.play.volume import VolumeRack
from routine_player.play.waves import Wave, read_wave, wave_bytes

GUARD_S = 20.0  # only against hanging: nothing here takes long


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    folder = tmp_path / "sounds"
    folder.mkdir()
    for sound in Sound:
        (folder / f"{sound}.wav").write_bytes(wave_bytes(Wave(8000, 1, array("h", [10_000] * 80))))
    return folder


class PlayerRig:
    """A sound player on a fake backend, whose sounds are over as soon as they began."""

    def __init__(self, player: SoundPlayer, backend: Any, sounds: Path) -> None:
        self.player = player
        self.backend = backend
        self.sounds = sounds

    def heard(self) -> list[Path]:
        assert self.player.settle(GUARD_S)
        return [playing.path for playing in self.backend.started]


@pytest.fixture
def make_rig(
    clock: Any, backend: Any, sounds: Path, tmp_path: Path
) -> Iterator[Callable[..., PlayerRig]]:
    players: list[SoundPlayer] = []
    backend.code = 0

    def make(volume: int = 100, **options: Any) -> PlayerRig:
        rack = VolumeRack(CacheFolder(tmp_path / "cache", 10**7), volume)
        options = {"clock": clock, "find_backend": lambda: backend} | options
        player = SoundPlayer(sounds=sounds, rack=rack, **options)
        players.append(player)
        player.start()
        return PlayerRig(player, backend, sounds)

    yield make
    for player in players:
        player.close()


def test_a_cue_is_heard_and_found_to_work(make_rig: Any, clock: Any) -> None:
    told: list[SoundStatus] = []
    rig = make_rig(on_status=told.append)
    assert rig.player.status is SoundStatus.STARTING
    rig.player.cue(Sound.GO, clock.monotonic())
    assert len(rig.heard()) == 1
    assert told == [SoundStatus.WORKING]
    assert rig.player.status is SoundStatus.WORKING


def test_sounds_are_heard_at_the_volume_that_is_set(make_rig: Any, clock: Any) -> None:
    rig = make_rig(volume=50)
    rig.player.cue(Sound.GO, clock.monotonic())
    rig.player.set_volume(80)
    rig.player.cue(Sound.GO, clock.monotonic())
    levels = [read_wave(path).samples[0] for path in rig.heard()]
    assert levels == [3150, 6894]


def test_volume_0_plays_nothing(make_rig: Any, clock: Any) -> None:
    rig = make_rig(volume=0)
    rig.player.cue(Sound.GO, clock.monotonic())
    assert rig.heard() == []
    rig.player.set_volume(10)
    rig.player.set_volume(0)
    rig.player.cue(Sound.GO, clock.monotonic())
    assert rig.heard() == []


def test_muting_is_apart_from_the_volume(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    rig.player.set_muted(muted=True)
    rig.player.set_volume(90)
    rig.player.cue(Sound.GO, clock.monotonic())
    assert rig.heard() == []
    rig.player.set_muted(muted=False)
    rig.player.cue(Sound.REST, clock.monotonic())
    assert len(rig.heard()) == 1


def test_speech_is_heard_beside_cues_until_it_is_hushed(
    make_rig: Any, clock: Any, sounds: Path
) -> None:
    rig = make_rig()
    rig.backend.code = None
    now = clock.monotonic()
    rig.player.speak(sounds / "go.wav", now, now + 5, now)
    rig.player.cue(Sound.PREPARE, now)
    rig.player.hush()
    rig.player.cancel_after(now - 1)
    rig.heard()
    spoken, cue = rig.backend.started
    assert spoken.stopped
    assert cue.stopped


def test_a_countdown_is_cut_off(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    rig.backend.code = None
    for sound in (Sound.COUNTDOWN, Sound.COUNTDOWN_GO):
        rig.player.cue(sound, clock.monotonic())
        rig.player.stop_countdown()
    rig.heard()
    assert [playing.stopped for playing in rig.backend.started] == [True, True]


def test_a_latency_that_is_set_starts_sounds_earlier(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    rig.player.set_latency(0.8)
    rig.player.cue(Sound.GO, clock.monotonic() + 0.7)
    assert len(rig.heard()) == 1


def test_a_sound_whose_file_is_missing_is_passed_over(make_rig: Any) -> None:
    rig = make_rig()
    rig.player.play("nothing-of-that-name")
    rig.player.play("go")
    assert len(rig.heard()) == 1


def test_without_a_backend_one_word_is_said_and_nothing_breaks(make_rig: Any, clock: Any) -> None:
    def none() -> None:
        raise NoBackendError("nothing plays here")

    told: list[SoundStatus] = []
    rig = make_rig(find_backend=none, on_status=told.append)
    rig.player.cue(Sound.GO, clock.monotonic())
    assert rig.heard() == []
    assert told == [SoundStatus.NO_BACKEND]


def test_a_player_that_was_never_started_closes(clock: Any, sounds: Path, tmp_path: Path) -> None:
    player = SoundPlayer(clock, sounds, VolumeRack(CacheFolder(tmp_path, 1)))
    player.cue(Sound.GO, 0.0)
    player.close()
    assert player.status is SoundStatus.STARTING


def test_settling_gives_up_on_what_does_not_end(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    rig.backend.code = None
    rig.player.play("go")
    assert not rig.player.settle(0.01)


def test_in_real_time_a_cue_lands_near_its_moment(make_rig: Any, backend: Any) -> None:
    # The one test that lives in real time: the bounds only tell a thread that waits for the
    # moment from one that does not. `dev bench` measures how exact it is.
    system = SystemClock()
    backend.clock = system
    backend.start_s = 0.0
    rig = make_rig(clock=system)
    due = system.monotonic() + 0.4
    rig.player.cue(Sound.GO, due)
    rig.heard()
    assert -0.2 < rig.backend.started[0].started_at - due < 1.0
