from array import array
from math import log10
from pathlib import Path

import pytest

from routine_player.play.cache_folder import CacheFolder
from routine_player.play.volume import VolumeRack, gain_of
from routine_player.play.waves import Wave, read_wave, wave_bytes


@pytest.fixture
def tick(tmp_path: Path) -> Path:
    path = tmp_path / "tick.wav"
    path.write_bytes(wave_bytes(Wave(8000, 1, array("h", [10_000, -10_000]))))
    return path


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "cache", 10**6)


def test_half_the_volume_is_half_as_loud() -> None:
    assert gain_of(100) == 1
    assert gain_of(0) == 0
    assert 20 * log10(gain_of(50)) == pytest.approx(-10.0, abs=0.1)


def test_a_sound_is_rendered_at_the_volume(tick: Path, cache: CacheFolder) -> None:
    at_volume = VolumeRack(cache, 50).at_volume(tick)
    assert at_volume is not None
    assert list(read_wave(at_volume).samples) == [3150, -3150]


def test_at_full_volume_nothing_needs_to_be_rendered(tick: Path, cache: CacheFolder) -> None:
    assert VolumeRack(cache, 100).at_volume(tick) == tick
    assert not cache.folder.exists()


def test_a_sound_is_rendered_once(
    tick: Path, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = VolumeRack(cache, 50)
    path = first.at_volume(tick)
    monkeypatch.setattr(CacheFolder, "write", None)  # to call it would be an error
    assert first.at_volume(tick) == path
    assert VolumeRack(cache, 50).at_volume(tick) == path


def test_another_volume_is_another_file(tick: Path, cache: CacheFolder) -> None:
    rack = VolumeRack(cache, 50)
    quiet = rack.at_volume(tick)
    rack.volume = 80
    rack.volume = 80
    loud = rack.at_volume(tick)
    rack.volume = 50
    assert rack.volume == 50
    assert rack.at_volume(tick) == quiet != loud


def test_a_sound_that_was_replaced_is_rendered_anew(tick: Path, cache: CacheFolder) -> None:
    before = VolumeRack(cache, 50).at_volume(tick)
    tick.write_bytes(wave_bytes(Wave(8000, 1, array("h", [5, 6, 7]))))
    assert VolumeRack(cache, 50).at_volume(tick) != before


def test_without_a_cache_sounds_keep_their_full_volume(tick: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert VolumeRack(CacheFolder(tmp_path / "cache", 10), 50).at_volume(tick) == tick


@pytest.mark.parametrize("data", [None, b"not a sound"])
def test_a_sound_that_is_missing_or_broken_is_not_played(
    tick: Path, cache: CacheFolder, data: bytes | None
) -> None:
    if data is None:
        tick.unlink()
    else:
        tick.write_bytes(data)
    assert VolumeRack(cache, 50).at_volume(tick) is None
