"""Loudness and true peak of cues and spoken phrases, after Recommendation ITU-R BS.1770-5.

A cue is too short for the programme loudness of BS.1770, whose gate looks at many blocks of
400 ms. What is compared here is the loudest single block ("maximum momentary loudness", EBU Tech
3341 and, for short-form content, EBU R 128 s1). A clip shorter than the block is followed by
silence, as it is when it plays, so a tick has to be higher in level than a chord to count as equal.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]
"""Mono samples, one dimension, full scale is 1.0."""

RATE_HZ: Final = 48_000
"""The one rate measured: BS.1770 prints its filters for it, so nothing has to be derived."""

BLOCK_S: Final = 0.4
QUIETEST_LUFS: Final = -120.0

# Annex 1, tables 1 and 2: a shelf for the head, then a high-pass. Numerators over denominators.
_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))

# Annex 1, equation 2: makes a 997 Hz sine at full scale in one channel read -3.01.
_OFFSET_LU: Final = -0.691

_OVERSAMPLING: Final = 4


def momentary_max_lufs(samples: Samples) -> float:
    """Loudness of the loudest 400 ms of a mono clip at 48 kHz, in LUFS."""
    block = round(BLOCK_S * RATE_HZ)
    weighted = _k_weighted(samples, tail=block)
    energy = np.concatenate(([0.0], np.cumsum(weighted**2)))
    mean_square = float(np.max(energy[block:] - energy[:-block])) / block
    if mean_square <= 0:
        return QUIETEST_LUFS
    return max(QUIETEST_LUFS, _OFFSET_LU + 10 * float(np.log10(mean_square)))


def true_peak_dbfs(samples: Samples) -> float:
    """Peak of the waveform between the samples, in dB of full scale (BS.1770-5, annex 2).

    The annex oversamples by four with a short filter; this does so with an ideal one, by padding
    the spectrum, which never reads lower.
    """
    padded = np.concatenate((samples, np.zeros(RATE_HZ // 100)))
    length = len(padded) * _OVERSAMPLING
    finer = np.fft.irfft(np.fft.rfft(padded), length) * _OVERSAMPLING
    peak = float(np.max(np.abs(finer)))
    return 20 * float(np.log10(max(peak, 1e-6)))


def _k_weighted(samples: Samples, tail: int) -> Samples:
    """The clip through both filters, followed by `tail` samples in which they ring out."""
    heard = len(samples) + tail
    # A second more, so that what rings on does not wrap round to the start.
    length = heard + RATE_HZ
    delay = np.exp(-2j * np.pi * np.arange(length // 2 + 1) / length)
    spectrum = np.fft.rfft(samples, length)
    for numerator, denominator in (_SHELF, _HIGH_PASS):
        spectrum = spectrum * np.polynomial.polynomial.polyval(delay, numerator)
        spectrum = spectrum / np.polynomial.polynomial.polyval(delay, denominator)
    return np.fft.irfft(spectrum, length)[:heard]
