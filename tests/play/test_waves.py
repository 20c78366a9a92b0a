import wave
from array import array
from pathlib import Path

import pytest

from routine_player.play.waves import Wave, gain_table, read_wave, scaled, wave_bytes, wave_length_s

STEREO = Wave(8000, 2, array("h", [0, 32767, -32768, 100, -1, 1]))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sound.wav"
    path.write_bytes(wave_bytes(STEREO))
    return path


def test_a_wave_that_is_written_and_read_is_the_same(file: Path) -> None:
    assert read_wave(file) == STEREO


def test_the_length_counts_channels_once(file: Path) -> None:
    assert wave_length_s(file) == STEREO.length_s == 3 / 8000


def test_a_quieter_wave_is_rounded_to_the_nearest_step() -> None:
    assert list(scaled(STEREO, gain_table(0.5)).samples) == [0, 16384, -16384, 50, 0, 0]


@pytest.mark.parametrize("gain", [-0.1, 1.01, float("nan")])
def test_a_gain_that_would_clip_is_refused(gain: float) -> None:
    with pytest.raises(ValueError, match="gain"):
        gain_table(gain)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"ID3\x04 not a wave at all", b"\0" * 100])
def test_what_is_no_wave_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sound.wav"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"sound\.wav is no WAV"):
        read_wave(path)
    with pytest.raises(ValueError, match=r"sound\.wav is no WAV"):
        wave_length_s(path)


def test_a_wave_of_8_bit_samples_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "coarse.wav"
    with wave.open(str(path), "wb") as writer:
        writer.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
        writer.writeframes(b"\x80")
    with pytest.raises(ValueError, match="16-bit"):
        read_wave(path)


def test_a_wave_that_was_cut_off_gives_the_samples_that_are_there(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])
    assert list(read_wave(file).samples) == [0, 32767, -32768, 100]
