"""Where the figure is at a moment of a phase: how far into its movement, and how full of breath.

The movement itself belongs to the figure; here it is only its times.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final, assert_never

from routine_player.core.marks import RepPart
from routine_player.core.routine import Dose, Hold
from routine_player.core.timeline import Phase, PhaseKind, RepCycle

BREATH_S: Final = 4.0
"""How long a breath lasts, in and out: some fifteen a minute, as people breathe at rest."""
_LEAST_HOLD_TO_BREATHE_S: Final = 3.0
_HALF: Final = 0.5


class Manner(StrEnum):
    """How the figure moves in a phase."""

    SHOWN = "shown"  # nobody moves yet: what is to come
    HELD = "held"  # into the hold, once, and breathing there
    TIMED = "timed"  # with every rep, at its tempo
    FREE = "free"  # at the movement's own times


@dataclass(frozen=True, slots=True)
class Stop:
    """A point that a movement passes: `move_s` after the one before, held for `hold_s`.

    `progress` is how far into the movement it is, 0 to 1.
    """

    progress: float
    move_s: float
    hold_s: float


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The times of a movement by itself: at least one stop, the first at progress 0.

    It goes there and back, or, where it `loops`, from the last stop on to the first, which takes
    the first stop's `move_s`; progress 1 is then the first stop again.
    """

    stops: tuple[Stop, ...]
    loops: bool = False

    @property
    def way_s(self) -> float:
        """Seconds from the first stop to the last, holds between them included; or a whole loop."""
        return math.fsum(piece.lasts_s for piece in _pieces(self))

    @property
    def held(self) -> float:
        """The progress at which one holds: that of the last stop; in a loop, of the longest."""
        if not self.loops:
            return self.stops[-1].progress
        longest = max(self.stops, key=lambda stop: (stop.hold_s, -abs(stop.progress - _HALF)))
        return longest.progress


@dataclass(frozen=True, slots=True)
class FigureMoment:
    """Where the figure is.

    `progress` is 0 to 1 into the movement, `breath` how full the chest is, 0 to 1. `is_other` tells
    that the other side than the scene's works now. `is_still` asks for the still: start and end
    in one picture.
    """

    progress: float
    breath: float = 0.0
    is_other: bool = False
    is_still: bool = False


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How far a phase is: `elapsed_s` in all; in timed reps also the rep, its part, and shares.

    `rep_share` and `part_share` go from 0 to 1 within the rep and its part.
    """

    elapsed_s: float = 0.0
    rep_number: int = 0
    rep_share: float = 0.0
    part: RepPart | None = None
    part_share: float = 0.0


def manner_of(dose: Dose, phase: Phase) -> Manner:
    """Tell how the figure moves in `phase`, which asks for `dose` if it is work."""
    if phase.kind is not PhaseKind.WORK:
        return Manner.SHOWN
    if isinstance(dose, Hold):
        return Manner.HELD
    if phase.cycle is not None and phase.duration_s is not None:
        return Manner.TIMED
    return Manner.FREE


def ease(share: float) -> float:
    """Go from 0 to 1 without a jerk: speed and its change are 0 at both ends (Perlin, 2002)."""
    inside = min(1.0, max(0.0, share))
    return inside**3 * (inside * (6.0 * inside - 15.0) + 10.0)


def figure_at(
    rhythm: Rhythm,
    manner: Manner,
    at: Elapsed,
    *,
    cycle: RepCycle | None = None,
    alternates: bool = False,
) -> FigureMoment:
    """Tell where the figure is; `cycle` is that of timed reps, and without one they are free.

    Where sides alternate and the movement loops, a loop holds one rep of each side.
    """
    match manner:
        case Manner.SHOWN:
            return FigureMoment(rhythm.held, is_still=True)
        case Manner.HELD:
            return _held(rhythm, at.elapsed_s)
        case Manner.TIMED if cycle is not None and at.part is not None:
            return _timed(rhythm, at, at.part, cycle, alternates=alternates)
        case Manner.TIMED | Manner.FREE:
            return _free(rhythm, at.elapsed_s, alternates=alternates)
        case _:
            assert_never(manner)


def stepped(moment: FigureMoment, rhythm: Rhythm) -> FigureMoment:
    """Have the figure stand at the start or in the hold, whichever is nearer, and not breathe."""
    away = abs(moment.progress - rhythm.held)
    home = min(moment.progress, 1.0 - moment.progress) if rhythm.loops else moment.progress
    progress = rhythm.held if away <= home else 0.0
    return FigureMoment(progress, is_other=moment.is_other, is_still=moment.is_still)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch without a stop: from one progress to another in `move_s`, then held."""

    start: float
    end: float
    move_s: float
    hold_s: float
    is_eased: bool = True

    @property
    def lasts_s(self) -> float:
        return self.move_s + self.hold_s

    def at(self, into_s: float) -> float:
        share = into_s / self.move_s if self.move_s > 0 else 1.0
        eased = ease(share) if self.is_eased else min(1.0, share)
        return self.start + (self.end - self.start) * eased


def _pieces(rhythm: Rhythm) -> tuple[_Piece, ...]:
    """The movement once, one way; stops that are not held are passed without slowing down."""
    stops = list(rhythm.stops)
    if rhythm.loops:
        stops.append(Stop(1.0, stops[0].move_s, stops[0].hold_s))
    pauses = any(stop.hold_s > 0 for stop in rhythm.stops)
    found: list[_Piece] = []
    start, move_s = 0.0, 0.0
    for number, (_, stop) in enumerate(pairwise(stops), start=2):
        move_s += stop.move_s
        is_last = number == len(stops)
        if is_last or stop.hold_s > 0:
            # What comes after the last stop belongs to the turn there, not to the way.
            hold_s = stop.hold_s if rhythm.loops or not is_last else 0.0
            eased = pauses or not rhythm.loops
            found.append(_Piece(start, stop.progress, move_s, hold_s, eased))
            start, move_s = stop.progress, 0.0
    return tuple(found)


def _way(rhythm: Rhythm, share: float) -> float:
    """The progress after `share` of the time that the way takes."""
    pieces = _pieces(rhythm)
    left_s = min(1.0, max(0.0, share)) * rhythm.way_s
    for piece in pieces:
        if left_s < piece.lasts_s:
            return piece.at(left_s)
        left_s -= piece.lasts_s
    return pieces[-1].end if pieces else rhythm.held


def _breath(into_s: float, hold_s: float | None = None) -> float:
    """How full the chest is `into_s` into a hold, which ends breathed out if it ends at all."""
    if hold_s is None:
        period_s = BREATH_S
    elif hold_s < _LEAST_HOLD_TO_BREATHE_S:
        return 0.0
    else:
        period_s = hold_s / max(1, round(hold_s / BREATH_S))
    return (1.0 - math.cos(2.0 * math.pi * into_s / period_s)) / 2.0


def _held(rhythm: Rhythm, elapsed_s: float) -> FigureMoment:
    arrives_s = _arrives_s(rhythm)
    if elapsed_s >= arrives_s:
        return FigureMoment(rhythm.held, _breath(elapsed_s - arrives_s))
    return FigureMoment(_way(rhythm, elapsed_s / rhythm.way_s))


def _arrives_s(rhythm: Rhythm) -> float:
    """When the way reaches the point at which one holds."""
    passed_s = 0.0
    for piece in _pieces(rhythm):
        if piece.start <= rhythm.held < piece.end:  # a loop without a stop goes evenly
            return passed_s + piece.move_s * (rhythm.held - piece.start) / (piece.end - piece.start)
        passed_s += piece.lasts_s
    return passed_s


def _timed(
    rhythm: Rhythm, at: Elapsed, part: RepPart, cycle: RepCycle, *, alternates: bool
) -> FigureMoment:
    if rhythm.loops:
        done = ((at.rep_number - 1) % 2 + at.rep_share) / 2 if alternates else at.rep_share
        return FigureMoment(_way(rhythm, done))
    match part:
        case RepPart.IN:
            return FigureMoment(_way(rhythm, at.part_share))
        case RepPart.HOLD:
            into_s = at.part_share * cycle.hold_s
            return FigureMoment(rhythm.held, _breath(into_s, cycle.hold_s))
        case RepPart.OUT:
            return FigureMoment(_way(rhythm, 1.0 - at.part_share))
        case _:
            assert_never(part)


def _free(rhythm: Rhythm, elapsed_s: float, *, alternates: bool) -> FigureMoment:
    way_s = rhythm.way_s
    if way_s <= 0:
        return FigureMoment(rhythm.held, _breath(elapsed_s))
    if rhythm.loops:
        return FigureMoment(_way(rhythm, elapsed_s % way_s / way_s))
    there_s, back_s = rhythm.stops[-1].hold_s, rhythm.stops[0].hold_s
    turn, into_s = divmod(elapsed_s, way_s + there_s + way_s + back_s)
    is_other = alternates and turn % 2 == 1
    if into_s < way_s:
        return FigureMoment(_way(rhythm, into_s / way_s), is_other=is_other)
    into_s -= way_s
    if into_s < there_s:
        return FigureMoment(rhythm.held, _breath(into_s, there_s), is_other)
    into_s -= there_s
    return FigureMoment(_way(rhythm, 1.0 - into_s / way_s), is_other=is_other)
