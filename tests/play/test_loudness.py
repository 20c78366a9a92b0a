import numpy as np
import pytest

from routine_player.play.loudness import (
    QUIETEST_LUFS,
    RATE_HZ,
    Samples,
    momentary_max_lufs,
    true_peak_dbfs,
)


def sine(frequency_hz: float, duration_s: float, level: float = 1.0, phase: float = 0.0) -> Samples:
    time_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return level * np.sin(2 * np.pi * frequency_hz * time_s + phase)


def test_a_full_scale_sine_of_997_hz_reads_what_the_recommendation_says() -> None:
    assert momentary_max_lufs(sine(997, 2)) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize(
    ("frequency_hz", "weight_db"),
    [(50, -4.6), (200, -0.6), (1000, 0.0), (4000, 3.2), (10_000, 3.3)],
)
def test_low_notes_count_less_and_high_ones_more(frequency_hz: float, weight_db: float) -> None:
    measured = momentary_max_lufs(sine(frequency_hz, 2))
    assert measured + 3.01 == pytest.approx(weight_db, abs=0.5)


def test_a_hundred_milliseconds_are_a_quarter_of_the_block() -> None:
    whole = momentary_max_lufs(sine(1000, 1))
    assert whole - momentary_max_lufs(sine(1000, 0.1)) == pytest.approx(6.02, abs=0.1)


def test_the_loudest_part_is_found_wherever_it_lies() -> None:
    clip = np.concatenate((sine(1000, 1, 0.01), sine(1000, 1, 0.5), sine(1000, 1, 0.01)))
    assert momentary_max_lufs(clip) == pytest.approx(-3.01 - 6.02, abs=0.05)


def test_the_weighting_is_the_recursion_of_the_recommendation() -> None:
    """The two filters as their difference equations, one sample at a time."""
    random = np.random.default_rng(7)
    clip = random.uniform(-0.5, 0.5, RATE_HZ // 5)
    signal = [*clip.tolist(), *[0.0] * round(0.4 * RATE_HZ)]
    for (b0, b1, b2), (a1, a2) in (
        (
            (1.53512485958697, -2.69169618940638, 1.19839281085285),
            (-1.69065929318241, 0.73248077421585),
        ),
        ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621)),
    ):
        x1 = x2 = y1 = y2 = 0.0
        for index, x in enumerate(signal):
            y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
            x2, x1, y2, y1 = x1, x, y1, y
            signal[index] = y
    energy = np.cumsum([0.0, *np.square(signal)])
    block = round(0.4 * RATE_HZ)
    expected = -0.691 + 10 * np.log10(np.max(energy[block:] - energy[:-block]) / block)
    assert momentary_max_lufs(clip) == pytest.approx(expected, abs=1e-6)


def test_silence_has_a_loudness_that_can_be_printed() -> None:
    assert momentary_max_lufs(np.zeros(100)) == QUIETEST_LUFS
    assert true_peak_dbfs(np.zeros(100)) == QUIETEST_LUFS


def test_a_peak_between_two_samples_is_seen() -> None:
    clip = sine(RATE_HZ / 4, 0.5, phase=np.pi / 4)
    assert np.max(np.abs(clip)) == pytest.approx(0.7071, abs=1e-4)
    assert true_peak_dbfs(clip[: RATE_HZ // 4] * np.hanning(RATE_HZ // 4)) == pytest.approx(
        0.0, abs=0.05
    )
