"""Struck wood and bells by additive synthesis: a note is a handful of sines that die away.

A bar of a marimba is undercut so that its second and third modes lie near 4 and 10 times the
first; a plain bar rings at 2.76 and 5.40 times (Fletcher and Rossing, The Physics of Musical
Instruments, chapters 2 and 19). The ear takes the first set, dying fast, for soft wood.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.play.loudness import RATE_HZ, Samples

_SEMITONES: Final = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}
_CONCERT_PITCH_HZ: Final = 440.0
_FADE_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Partial:
    """One sine of a note: its multiple of the pitch, its level and how long it takes to die.

    `decay_s` is the time to fall to 1/e; a level of 1 is that of the first mode.
    """

    ratio: float
    level: float
    decay_s: float


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is struck (its partials) and how softly (seconds from silence to full level)."""

    attack_s: float
    partials: tuple[Partial, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One stroke: seconds from the start of the sound, a pitch such as "C5", and its level."""

    at_s: float
    pitch: str
    instrument: Instrument
    level: float = 1.0


def hertz(pitch: str) -> float:
    """Frequency of a natural note in equal temperament: "A4" is 440 Hz."""
    name, octave = pitch[0], int(pitch[1:])
    return _CONCERT_PITCH_HZ * 2 ** (octave - 4 + _SEMITONES[name] / 12)


def render(notes: Sequence[Note], duration_s: float) -> Samples:
    """The notes mixed, `duration_s` long: its last third dies to nothing; the level is not set."""
    mixed = np.zeros(round(duration_s * RATE_HZ))
    for note in notes:
        start = round(note.at_s * RATE_HZ)
        mixed[start:] += _struck(note, len(mixed) - start)
    fade = round(_FADE_SHARE * len(mixed))
    mixed[-fade:] *= _half_cosine(fade)[::-1]
    return mixed


def _struck(note: Note, length: int) -> Samples:
    time_s = np.arange(length) / RATE_HZ
    pitch_hz = hertz(note.pitch)
    wave = np.zeros(length)
    for partial in note.instrument.partials:
        swing = np.sin(2 * np.pi * partial.ratio * pitch_hz * time_s)
        wave += partial.level * np.exp(-time_s / partial.decay_s) * swing
    attack = round(note.instrument.attack_s * RATE_HZ)
    wave[:attack] *= _half_cosine(attack)
    return note.level * wave


def _half_cosine(length: int) -> Samples:
    """From 0 to nearly 1, with no corner at either end that could be heard as a click."""
    return 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / length)
