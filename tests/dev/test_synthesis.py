import numpy as np
import pytest

from routine_player.dev.synthesis import Instrument, Note, Partial, hertz, render
from routine_player.play.loudness import RATE_HZ

PLAIN = Instrument(attack_s=0.001, partials=(Partial(1.0, 1.0, 0.1),))


@pytest.mark.parametrize(
    ("pitch", "frequency_hz"), [("A4", 440), ("A5", 880), ("C4", 261.626), ("B3", 246.942)]
)
def test_pitches_are_those_of_equal_temperament(pitch: str, frequency_hz: float) -> None:
    assert hertz(pitch) == pytest.approx(frequency_hz, abs=0.001)


def test_a_note_rings_at_its_pitch() -> None:
    clip = render((Note(0, "A4", PLAIN),), 1.0)
    assert np.argmax(np.abs(np.fft.rfft(clip))) == 440


def test_a_note_dies_away_at_its_partials_rate() -> None:
    clip = render((Note(0, "A4", PLAIN),), 1.0)
    early, late = clip[: RATE_HZ // 50].max(), clip[RATE_HZ // 10 :][: RATE_HZ // 50].max()
    assert late / early == pytest.approx(np.exp(-1), rel=0.05)


def test_nothing_is_heard_before_a_note_begins() -> None:
    clip = render((Note(0.5, "A4", PLAIN),), 1.0)
    assert not clip[: RATE_HZ // 2].any()
    assert clip[RATE_HZ // 2 :].any()


def test_notes_add_up() -> None:
    low, high = Note(0, "A4", PLAIN), Note(0, "A5", PLAIN, 0.5)
    together = render((low, high), 0.5)
    assert together == pytest.approx(render((low,), 0.5) + render((high,), 0.5))
