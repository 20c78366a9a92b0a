"""Write the cue sounds of assets/sounds: what each one is made of stands in one table."""

import argparse
import io
import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from routine_player.dev.synthesis import Instrument, Note, Partial, render
from routine_player.play.loudness import (
    RATE_HZ,
    Samples,
    momentary_max_lufs,
    true_peak_dbfs,
)
from routine_player.store.paths import Places

CUE_LUFS: Final = -20.0
"""Every cue, so that a volume that suits one suits all: the level of spoken phrases."""

TEMPO_LUFS: Final = -30.0
"""The tempo ticks, heard several times a rep for minutes on end: they stay in the background."""

TRUE_PEAK_LIMIT_DBFS: Final = -1.0

# Soft mallet on rosewood: the tuned modes of a marimba bar, and the dull knock of the wood itself.
MARIMBA: Final = Instrument(
    attack_s=0.002,
    partials=(
        Partial(1.0, 1.0, 0.13),
        Partial(0.5, 0.10, 0.02),
        Partial(2.0, 0.05, 0.08),
        Partial(3.93, 0.22, 0.04),
        Partial(9.6, 0.05, 0.012),
    ),
)
# The same bar with a finger on it.
DAMPED: Final = Instrument(
    attack_s=0.0015,
    partials=(
        Partial(1.0, 1.0, 0.06),
        Partial(0.5, 0.10, 0.02),
        Partial(2.71, 0.20, 0.02),
        Partial(3.93, 0.18, 0.018),
        Partial(9.6, 0.05, 0.006),
    ),
)
# A fingernail on the same bar: hardly more than a point in time.
TAPPED: Final = Instrument(
    attack_s=0.001,
    partials=(
        Partial(1.0, 1.0, 0.022),
        Partial(0.5, 0.25, 0.015),
        Partial(2.71, 0.12, 0.008),
    ),
)
# A celesta: felt on a steel plate over a wooden box. Two plates a hair apart make it shimmer.
BELL: Final = Instrument(
    attack_s=0.002,
    partials=(
        Partial(1.0, 1.0, 0.28),
        Partial(1.0025, 0.2, 0.30),
        Partial(2.0, 0.22, 0.20),
        Partial(3.0, 0.08, 0.10),
        Partial(4.05, 0.10, 0.06),
        Partial(8.2, 0.02, 0.02),
    ),
)
# A large wooden bowl touched with wool.
BOWL: Final = Instrument(
    attack_s=0.004,
    partials=(
        Partial(1.0, 1.0, 0.34),
        Partial(2.0, 0.45, 0.26),
        Partial(3.0, 0.12, 0.14),
    ),
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """Notes that are brought to one loudness together, `at_s` seconds into the sound."""

    notes: tuple[Note, ...]
    duration_s: float
    at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Clip:
    """One file of assets/sounds: its name, what it tells a person, and how it is made."""

    name: str
    meaning: str
    strokes: tuple[Stroke, ...]
    loudness_lufs: float = CUE_LUFS


def _single(
    name: str,
    meaning: str,
    duration_s: float,
    *notes: Note,
    loudness_lufs: float = CUE_LUFS,
) -> Clip:
    return Clip(name, meaning, (Stroke(notes, duration_s),), loudness_lufs)


_TICKS: Final = tuple(Stroke((Note(0, "G4", DAMPED),), 0.25, at_s) for at_s in (0.0, 1.0, 2.0))
_GO: Final = Stroke((Note(0, "G5", BELL, 0.7), Note(0, "C6", BELL)), 0.85)

SOUNDS: Final = (
    _single("prepare", "Get ready: the pause before a step begins", 0.40, Note(0, "C5", MARIMBA)),
    Clip("countdown", "Three, two, one, and the work ends", _TICKS),
    Clip(
        "countdown-go",
        "Three, two, one, go: the work begins 3.000 s after the clip",
        (*_TICKS, Stroke(_GO.notes, _GO.duration_s, 3.0)),
    ),
    Clip("go", "Go, without the countdown", (_GO,)),
    _single(
        "halfway",
        "Half of the hold is over",
        0.70,
        Note(0, "A5", BELL, 0.9),
        Note(0.16, "A5", BELL),
    ),
    _single(
        "switch",
        "Change to the other side",
        0.75,
        Note(0, "G4", MARIMBA),
        Note(0.22, "G5", MARIMBA),
    ),
    _single(
        "rest",
        "Rest begins",
        0.85,
        Note(0, "E5", MARIMBA),
        Note(0.24, "A4", BOWL, 0.8),
    ),
    _single(
        "set-done",
        "A set is complete",
        0.80,
        Note(0, "C5", MARIMBA, 0.8),
        Note(0.12, "E5", MARIMBA, 0.9),
        Note(0.24, "G5", BELL),
    ),
    _single(
        "session-done",
        "The session is complete",
        0.90,
        Note(0, "G4", BELL, 0.7),
        Note(0.10, "C5", BELL, 0.7),
        Note(0.20, "E5", BELL, 0.8),
        Note(0.30, "G5", BELL, 0.9),
        Note(0.42, "C5", BELL, 0.5),
        Note(0.42, "C6", BELL),
    ),
    _single(
        "hurts",
        "The step has stopped because it hurts",
        0.88,
        Note(0, "A3", BOWL),
        Note(0, "E4", BOWL, 0.7),
    ),
    _single("check", "The sound check", 0.88, Note(0, "E5", BELL), Note(0, "E4", BELL, 0.4)),
    _single(
        "pause",
        "The session is paused",
        0.32,
        Note(0, "A5", DAMPED),
        Note(0.09, "D5", DAMPED),
    ),
    _single(
        "resume",
        "The session goes on",
        0.32,
        Note(0, "D5", DAMPED),
        Note(0.09, "A5", DAMPED),
    ),
    _single("rep-up", "Tempo: up", 0.09, Note(0, "E6", TAPPED), loudness_lufs=TEMPO_LUFS),
    _single("rep-hold", "Tempo: hold", 0.09, Note(0, "A5", TAPPED), loudness_lufs=TEMPO_LUFS),
    _single("rep-down", "Tempo: down", 0.09, Note(0, "D5", TAPPED), loudness_lufs=TEMPO_LUFS),
    _single("silence", "Nothing: wakes a sleeping audio device", 0.30),
)


def samples_of(clip: Clip) -> Samples:
    """The sound at its loudness; between and after its strokes there is true silence."""
    end_s = max(stroke.at_s + stroke.duration_s for stroke in clip.strokes)
    mixed = np.zeros(round(end_s * RATE_HZ))
    for stroke in clip.strokes:
        rendered = render(stroke.notes, stroke.duration_s)
        start = round(stroke.at_s * RATE_HZ)
        mixed[start : start + len(rendered)] += _at_loudness(rendered, clip.loudness_lufs)
    return mixed


def wav_bytes(clip: Clip) -> bytes:
    """The sound as a 16-bit mono WAV file; the same bytes each time.

    No dither: it would have to be random, and the files are compared byte for byte.
    """
    steps = np.rint(samples_of(clip) * 32767).astype("<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE_HZ)
        writer.writeframes(steps.tobytes())
    return file.getvalue()


def main(argv: Sequence[str]) -> int:
    """Write all sounds (or, with --check, only compare): 0 when the folder holds them, else 1."""
    parser = argparse.ArgumentParser(prog="sounds", description="Write the cue sounds.")
    parser.add_argument("--into", type=Path, default=Places().sounds, metavar="DIR")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args(argv)
    folder: Path = options.into
    for clip in SOUNDS:
        print(_line_about(clip))
    try:
        if not options.check:
            _write(folder)
        stale = stale_sounds(folder)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    if stale:
        print(f"Missing or not what the table makes: {', '.join(stale)}", file=sys.stderr)
    return 1 if stale else 0


def stale_sounds(folder: Path) -> tuple[str, ...]:
    """Names of the sounds whose file in `folder` is missing or is not what the table makes."""
    return tuple(clip.name for clip in SOUNDS if not _is_current(clip, folder))


def _is_current(clip: Clip, folder: Path) -> bool:
    file = folder / f"{clip.name}.wav"
    return file.is_file() and file.read_bytes() == wav_bytes(clip)


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for clip in SOUNDS:
        (folder / f"{clip.name}.wav").write_bytes(wav_bytes(clip))


def _at_loudness(rendered: Samples, loudness_lufs: float) -> Samples:
    if not rendered.any():
        return rendered
    # Rounded, so that the last bits of one machine's arithmetic cannot change the file.
    gain_db = round(loudness_lufs - momentary_max_lufs(rendered), 3)
    return rendered * 10 ** (gain_db / 20)


def _line_about(clip: Clip) -> str:
    samples = samples_of(clip)
    return (
        f"{clip.name:<14}{len(samples) / RATE_HZ:6.3f} s"
        f"{momentary_max_lufs(samples):8.1f} LUFS{true_peak_dbfs(samples):7.1f} dBFS  "
        f"{clip.meaning}"
    )
