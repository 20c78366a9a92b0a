import itertools
import math
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from routine_player.core.cues import Sound
from routine_player.dev.sounds import (
    CUE_LUFS,
    SOUNDS,
    TEMPO_LUFS,
    TRUE_PEAK_LIMIT_DBFS,
    main,
    samples_of,
    stale_sounds,
)
from routine_player.play.loudness import RATE_HZ, Samples, momentary_max_lufs, true_peak_dbfs
from routine_player.store.paths import Places

SOUNDS_FOLDER = Places().sounds

AUDIBLE = [sound for sound in SOUNDS if sound.name != "silence"]
TEMPO = {"rep-up", "rep-hold", "rep-down"}
COUNTDOWNS = {"countdown", "countdown-go"}
GO_AT = 3 * RATE_HZ


def read(name: str) -> Samples:
    with wave.open(str(SOUNDS_FOLDER / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767


audible = pytest.mark.parametrize("name", [sound.name for sound in AUDIBLE])


def test_the_files_are_what_the_table_makes() -> None:
    assert stale_sounds(SOUNDS_FOLDER) == ()


def test_the_folder_holds_no_other_sounds() -> None:
    assert {file.stem for file in SOUNDS_FOLDER.iterdir()} == {sound.name for sound in SOUNDS}


def test_every_cue_of_a_session_has_a_sound() -> None:
    assert {clip.name for clip in SOUNDS} == {*Sound, "check", "silence"}


@audible
def test_loudness_is_the_same_for_all(name: str) -> None:
    target = TEMPO_LUFS if name in TEMPO else CUE_LUFS
    assert momentary_max_lufs(read(name)) == pytest.approx(target, abs=0.5)


@audible
def test_the_waveform_stays_a_decibel_under_full_scale(name: str) -> None:
    assert true_peak_dbfs(read(name)) <= TRUE_PEAK_LIMIT_DBFS


@audible
def test_sound_begins_with_the_file(name: str) -> None:
    clip = np.abs(read(name))
    start = clip[: round(0.002 * RATE_HZ)]
    assert start.max() > 0.05 * clip.max()


@audible
def test_nothing_clicks_at_either_end(name: str) -> None:
    clip = np.abs(read(name))
    assert clip[0] == 0
    assert clip[-round(0.001 * RATE_HZ) :].max() < 0.001


@audible
def test_only_countdowns_last_a_second(name: str) -> None:
    longest = {"countdown": 2.9, "countdown-go": 3.9}.get(name, 0.9)
    assert len(read(name)) / RATE_HZ <= longest


def test_a_tempo_tick_is_over_before_the_next_can_come() -> None:
    assert all(len(read(name)) / RATE_HZ <= 0.1 for name in TEMPO)


def test_go_falls_exactly_three_seconds_into_its_countdown() -> None:
    clip = read("countdown-go")
    assert np.array_equal(clip[GO_AT:], read("go"))
    assert not clip[GO_AT - RATE_HZ // 2 : GO_AT].any()
    assert clip[GO_AT + 1] != 0


def test_both_countdowns_tick_alike_at_each_second() -> None:
    ticks = read("countdown")
    assert np.array_equal(read("countdown-go")[: len(ticks)], ticks)
    for second in range(3):
        tick = ticks[second * RATE_HZ :][: RATE_HZ // 4]
        assert np.array_equal(tick, ticks[: RATE_HZ // 4])


def test_silence_is_silent() -> None:
    clip = read("silence")
    assert len(clip) == pytest.approx(0.3 * RATE_HZ)
    assert not clip.any()


@dataclass(frozen=True)
class Heard:
    """What an ear goes by: when each stroke comes, how high, how bright, how long."""

    onsets_s: list[float]
    pitches_octave: list[float]
    brightness_octave: float
    length_s: float


def onsets_in(clip: Samples) -> list[float]:
    """Times at which much energy is new in the spectrum, in seconds."""
    window, hop = 1024, 240
    padded = np.concatenate((np.zeros(window), clip, np.zeros(window)))
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop] * np.hanning(window)
    spectra = np.abs(np.fft.rfft(frames))[:, : window // 4]
    rise = np.maximum(spectra[3:] - spectra[:-3], 0).sum(axis=1)
    times, index = [], 0
    while index < len(rise):
        if rise[index] > rise.max() / 4:
            index += int(np.argmax(rise[index : index + 12]))
            times.append(((index + 3) * hop - window / 2) / RATE_HZ)
            index += 12
        else:
            index += 1
    return times


def listen(clip: Samples) -> Heard:
    def octave_at(start_s: float) -> float:
        part = clip[round(start_s * RATE_HZ) :][: round(0.09 * RATE_HZ)]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 1 << 16))
        return math.log2(np.argmax(spectrum) * RATE_HZ / (1 << 16))

    power = np.abs(np.fft.rfft(clip)) ** 2
    centre_hz = np.sum(power * np.fft.rfftfreq(len(clip), 1 / RATE_HZ)) / np.sum(power)
    onsets = onsets_in(clip)
    heard = np.nonzero(np.abs(clip) > 0.03 * np.abs(clip).max())[0]
    return Heard(
        onsets, [octave_at(time) for time in onsets], math.log2(centre_hz), heard[-1] / RATE_HZ
    )


def difference(one: Heard, other: Heard) -> float:
    """How many times the least clear difference two sounds are apart, in their clearest feature.

    Clear are another number of strokes, a stroke a fourth higher or lower, a stroke 0.1 s earlier
    or later, half an octave of brightness, half as long again.
    """
    if len(one.onsets_s) != len(other.onsets_s):
        return math.inf
    pitch = max(map(abs, np.subtract(one.pitches_octave, other.pitches_octave)))
    rhythm = max(map(abs, np.subtract(one.onsets_s, other.onsets_s)))
    brightness = abs(one.brightness_octave - other.brightness_octave)
    length = abs(math.log(one.length_s / other.length_s))
    return max(pitch / (5 / 12), rhythm / 0.1, brightness / 0.5, length / math.log(1.5))


@pytest.fixture(scope="module")
def heard() -> dict[str, Heard]:
    return {sound.name: listen(read(sound.name)) for sound in AUDIBLE}


def test_any_two_sounds_can_be_told_apart(heard: dict[str, Heard]) -> None:
    alike = [
        (one, other)
        for one, other in itertools.combinations(heard, 2)
        if difference(heard[one], heard[other]) < 1
    ]
    assert alike == []


def test_a_sound_is_not_told_apart_from_itself(heard: dict[str, Heard]) -> None:
    assert difference(heard["switch"], heard["switch"]) == 0


def test_countdowns_are_heard_as_ticks_a_second_apart_and_a_higher_go(
    heard: dict[str, Heard],
) -> None:
    countdown = heard["countdown-go"]
    assert np.diff(countdown.onsets_s) == pytest.approx([1, 1, 1], abs=0.01)
    ticks, go = countdown.pitches_octave[:3], countdown.pitches_octave[3]
    assert np.ptp(ticks) < 0.01
    assert go - ticks[0] > 1


def test_pitch_moves_the_way_the_session_does(heard: dict[str, Heard]) -> None:
    for rising in ("switch", "resume", "set-done", "session-done"):
        assert np.diff(heard[rising].pitches_octave).min() > 0, rising
    for falling in ("rest", "pause"):
        assert np.diff(heard[falling].pitches_octave).max() < 0, falling
    up, hold, down = (heard[f"rep-{phase}"].pitches_octave[0] for phase in ("up", "hold", "down"))
    assert up > hold > down


def test_the_command_writes_every_sound_and_says_how_loud_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--into", str(tmp_path / "new")]) == 0
    assert stale_sounds(tmp_path / "new") == ()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(SOUNDS)
    assert "-20.0 LUFS" in next(line for line in lines if line.startswith("halfway"))


def test_checking_names_what_is_stale_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--into", str(tmp_path)])
    (tmp_path / "go.wav").write_bytes(b"noise")
    (tmp_path / "rest.wav").unlink()
    assert main(["--into", str(tmp_path), "--check"]) == 1
    assert capsys.readouterr().err.rstrip().endswith("go, rest")
    assert (tmp_path / "go.wav").read_bytes() == b"noise"
    assert not (tmp_path / "rest.wav").exists()


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["--into", str(tmp_path / "file" / "sounds")]) == 1
    assert "file" in capsys.readouterr().err


def test_strokes_are_at_the_time_the_table_says() -> None:
    countdown = next(sound for sound in SOUNDS if sound.name == "countdown-go")
    assert [stroke.at_s for stroke in countdown.strokes] == [0, 1, 2, 3]
    assert len(samples_of(countdown)) == GO_AT + len(read("go"))
