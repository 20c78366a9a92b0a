from array import array

import numpy as np
import pytest

from routine_player.play.loudness import RATE_HZ, momentary_max_lufs
from routine_player.play.phrase_sound import PHRASE_LUFS, finished
from routine_player.play.waves import Wave


def tone(
    rate_hz: int, length_s: float, level: float, channels: int = 1, silence_s: float = 0.0
) -> Wave:
    """A tone of 440 Hz between two silences."""
    times = np.arange(round(length_s * rate_hz)) / rate_hz
    pause = np.zeros(round(silence_s * rate_hz))
    samples = np.concatenate((pause, level * np.sin(2 * np.pi * 440 * times), pause))
    steps = np.rint(np.repeat(samples, channels) * 32767).astype(np.int16)
    return Wave(rate_hz, channels, array("h", steps.tobytes()))


def samples_of(wave: Wave) -> np.ndarray:
    return np.frombuffer(wave.samples, dtype=np.int16) / 32768


@pytest.mark.parametrize("level", [0.9, 0.05])
@pytest.mark.parametrize(("rate_hz", "channels"), [(16_000, 1), (22_050, 2), (48_000, 1)])
def test_a_phrase_is_as_loud_as_the_cues(rate_hz: int, channels: int, level: float) -> None:
    phrase = finished(tone(rate_hz, 1.0, level, channels), lead_in_s=0.3)
    assert (phrase.rate_hz, phrase.channels) == (RATE_HZ, 1)
    assert momentary_max_lufs(samples_of(phrase)) == pytest.approx(PHRASE_LUFS, abs=0.1)


def test_a_phrase_keeps_its_pitch_and_length() -> None:
    samples = samples_of(finished(tone(16_000, 1.0, 0.5), lead_in_s=0.0))
    assert len(samples) == pytest.approx(RATE_HZ, rel=0.01)
    loudest = np.argmax(np.abs(np.fft.rfft(samples))) * RATE_HZ / len(samples)
    assert loudest == pytest.approx(440, abs=2)


def test_silence_around_a_phrase_gives_way_to_the_lead_in() -> None:
    phrase = finished(tone(16_000, 1.0, 0.5, silence_s=0.7), lead_in_s=0.3)
    samples = samples_of(phrase)
    assert phrase.length_s == pytest.approx(1.3, abs=0.03)
    assert not samples[: round(0.3 * RATE_HZ)].any()
    assert np.abs(samples[round(0.33 * RATE_HZ) : round(0.4 * RATE_HZ)]).max() > 0.05


def test_a_phrase_of_one_sharp_click_does_not_clip() -> None:
    click = np.zeros(16_000)
    click[8000] = 0.9
    wave = Wave(16_000, 1, array("h", np.rint(click * 32767).astype(np.int16).tobytes()))
    assert np.abs(samples_of(finished(wave, 0.0))).max() < 0.9


@pytest.mark.parametrize("samples", [[], [0] * 800, [3, -3] * 400])
def test_a_phrase_in_which_nothing_is_heard_is_refused(samples: list[int]) -> None:
    with pytest.raises(ValueError, match="nothing is to be heard"):
        finished(Wave(16_000, 1, array("h", samples)), 0.3)
