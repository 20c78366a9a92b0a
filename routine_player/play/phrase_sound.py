"""Makes a spoken phrase fit to be played among cues: same loudness, no silence but what is meant.

Needs numpy, so it is imported where phrases are rendered and not before.
"""

from array import array

import numpy as np

from routine_player.play.loudness import RATE_HZ, Samples, momentary_max_lufs
from routine_player.play.waves import Wave

PHRASE_LUFS = -20.0
"""The level of the cue sounds, so that one volume suits both."""

_PEAK = 10 ** (-1 / 20)
_SILENCE = 10 ** (-45 / 20)  # against the loudest sample of the phrase
_FAINTEST = 10 ** (-60 / 20)
_EDGE_S = 0.01
_FULL_SCALE = 32767


def finished(spoken: Wave, lead_in_s: float) -> Wave:
    """Give `spoken` at the level of the cues, after `lead_in_s` of silence.

    The silence is for loudspeakers that wake too late for a first syllable. ValueError for a
    phrase in which nothing is to be heard.
    """
    samples = _mono(spoken)
    levels = np.abs(samples)
    heard = np.flatnonzero(levels > max(_FAINTEST, _SILENCE * np.max(levels, initial=0)))
    if not heard.size:
        raise ValueError("nothing is to be heard")
    edge = round(_EDGE_S * spoken.rate_hz)
    samples = samples[max(0, heard[0] - edge) : heard[-1] + edge]
    samples = _at_level(_resampled(samples, spoken.rate_hz))
    lead_in = np.zeros(round(lead_in_s * RATE_HZ))
    steps = np.rint(np.concatenate((lead_in, samples)) * _FULL_SCALE).astype(np.int16)
    return Wave(RATE_HZ, 1, array("h", steps.tobytes()))


def _mono(spoken: Wave) -> Samples:
    samples = np.frombuffer(spoken.samples, dtype=np.int16) / (_FULL_SCALE + 1)
    return samples.reshape(-1, spoken.channels).mean(axis=1)


def _resampled(samples: Samples, rate_hz: int) -> Samples:
    """Bring samples to the rate of the cues, by cutting or padding their spectrum."""
    length = round(len(samples) * RATE_HZ / rate_hz)
    return np.fft.irfft(np.fft.rfft(samples), length) * (length / len(samples))


def _at_level(samples: Samples) -> Samples:
    gain = 10 ** ((PHRASE_LUFS - momentary_max_lufs(samples)) / 20)
    return samples * min(gain, _PEAK / float(np.max(np.abs(samples))))
