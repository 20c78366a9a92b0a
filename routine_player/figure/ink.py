"""The outline: thin and even, inside the edge of whatever is nearer.

A sample is inked when what lies one line's width beside it is farther off by a step. Between limbs
the step may be small; within one limb it must be a fold. What slopes away smoothly has no step,
since the slope on the near side is taken off.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.arrays import Bytes, Indices, Mask, Single
from routine_player.figure.camera import DISTANCE_M
from routine_player.figure.parts import Limb
from routine_player.figure.raster import SAMPLES, PerSample, Samples, over_pixels
from routine_player.figure.softening import smooth_step

NOTHING: Final = np.uint8(255)
"""The group of samples that see only the ground."""

_PIXELS_PER_LINE: Final = 480.0  # of a metre, for each pixel of a line
_FULL_INK: Final = 300.0
_METRES: Final = np.float32(DISTANCE_M**2)  # of depth to a difference in nearness
_OUTLINE: Final = np.float32(0.74)
_BETWEEN: Final = np.float32(0.62)
_OF_THINGS: Final = np.float32(0.7)  # of the ink of a body: the figure leads
_FOLD: Final = np.float32(0.42)
_SOFT_FOLD: Final = np.float32(0.26)
_LEAST_STEP_M: Final = np.float32(0.007)
_FOLD_STEP_M: Final = np.float32(0.022)
_HEAD_STEP_M: Final = np.float32(0.034)
_FULL_STEP_M: Final = np.float32(0.03)  # beyond those, to full ink
_HALF: Final = SAMPLES // 2
_WAYS: Final = ((1, 0), (0, SAMPLES), (1, _HALF), (1, -_HALF))


@dataclass(frozen=True, slots=True)
class Pen:
    """How wide a line is, in whole pixels, and how dark, 0 to 1."""

    width: int
    strength: float


def pen_for(scale: float) -> Pen:
    """Choose a pen for a picture in which a metre has `scale` pixels.

    Small pictures have a fainter line, since it cannot be thinner than a pixel.
    """
    return Pen(max(1, round(scale / _PIXELS_PER_LINE)), min(1.0, scale / _FULL_INK))


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Where a picture of H x W pixels changes abruptly.

    `seen` are pixels that are not all ground, `mixed` those whose samples see different things,
    `beside` those next to a change. The outermost pixels count as next to none, for there is
    nothing beyond them to look at.
    """

    seen: Mask
    mixed: Mask
    beside: Mask


def find_steps(samples: Samples, group: Bytes, width: int) -> Steps:
    """Find the pixels that need every sample, and those within `width` pixels of a change.

    `group` is that of each sample, NOTHING for the ground.
    """
    near, far = (over_pixels(samples.nearness, pick) for pick in (np.maximum, np.minimum))
    high, low = (over_pixels(group, pick) for pick in (np.maximum, np.minimum))
    least = np.float32(0.012) / _METRES
    mixed = (near - far > least) | (high != low)
    wide_near, wide_far = _over_square(near, np.maximum), _over_square(far, np.minimum)
    wide_high, wide_low = _over_square(high, np.maximum), _over_square(low, np.minimum)
    beside = (wide_near - wide_far > least) | (wide_high != wide_low)
    for _ in range(width):
        beside = _grown(beside)
    seen = near > 0
    rim = width + 1
    inner = np.zeros_like(seen)
    inner[rim:-rim, rim:-rim] = seen[rim:-rim, rim:-rim]
    return Steps(seen, mixed, beside & inner)


def _over_square(values: PerSample, pick: np.ufunc) -> PerSample:
    """Pick over each pixel with those to its right and below."""
    wide = values.copy()
    pick(values[:, :-1], values[:, 1:], out=wide[:, :-1])
    result = wide.copy()
    pick(wide[:-1], wide[1:], out=result[:-1])
    return result


def _grown(mask: Mask) -> Mask:
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    result = grown.copy()
    result[:, 1:] |= grown[:, :-1]
    result[:, :-1] |= grown[:, 1:]
    return result


def inked(samples: Samples, group: Bytes, places: Indices, pen: Pen) -> Single:
    """Give how much ink, 0 to 1, lies on the samples numbered `places` (N,).

    The samples must be at least the pen's width from the picture's edge.
    """
    nearness, groups = samples.nearness.reshape(-1), group.reshape(-1)
    here, mine = nearness[places], groups[places]
    ink = np.zeros(len(places), np.float32)
    for right, down in _WAYS:
        step = (down * samples.width + right) * pen.width
        one, other = places + step, places - step
        drop, lift = (here - nearness[one]) * _METRES, (here - nearness[other]) * _METRES
        for fall, rise, beyond in ((drop, lift, one), (lift, drop, other)):
            depth = fall + np.minimum(rise, 0)
            of = np.flatnonzero(depth > _LEAST_STEP_M)
            amount = _amount(depth[of], mine[of], groups[beyond[of]])
            ink[of] = np.maximum(ink[of], amount)
    return ink * np.where(mine >= Limb.PROP, _OF_THINGS * pen.strength, pen.strength)


def _amount(depth: Single, mine: Bytes, theirs: Bytes) -> Single:
    """Give the ink of steps `depth` metres down from one group to another, all (N,)."""
    within = theirs == mine
    on_head, on_torso = mine == Limb.HEAD, mine == Limb.TORSO
    fold = np.where(on_head | on_torso, _SOFT_FOLD, _FOLD)
    limit = np.where(within, np.where(on_head, _HEAD_STEP_M, _FOLD_STEP_M), _LEAST_STEP_M)
    most = np.where(theirs == NOTHING, _OUTLINE, np.where(within, fold, _BETWEEN))
    return most * smooth_step((depth - limit) / _FULL_STEP_M)
