"""One phase being played: how far it is, how long it still is, and what comes up inside it."""

import copy
from dataclasses import replace
from typing import Final

from routine_player.core.events import Event
from routine_player.core.limits import MAX_DURATION_S
from routine_player.core.marks import Mark, MarkKind, event_of, marks_of, rep_us
from routine_player.core.microseconds import from_s, to_s
from routine_player.core.timeline import Phase, PhaseKind

STRETCH_S: Final = 10.0
"""What plus and minus stand for."""


class PhaseRun:
    """A phase and its own clock, in microseconds of the session's clock.

    The clock stands until `go`. While it runs only its anchor is kept, the moment at which the
    phase was at 0: the position follows from it, so nothing adds up and nothing drifts.
    """

    def __init__(self, phase: Phase) -> None:
        self.phase = phase
        self.is_over = False
        self.counted_in = False
        self.length_us = _length_us(phase)
        self._anchor_us: int | None = None
        self._position_us = 0
        self._earlier_us = 0
        self._told_halfway = False
        self._marks = _all_marks(phase, self.length_us)
        self._next = 0

    def twin(self) -> "PhaseRun":
        """Give a run that goes its own way from here."""
        return copy.copy(self)

    @property
    def waits_for_done(self) -> bool:
        return self.length_us is None

    @property
    def due_us(self) -> int | None:
        """When the next mark or the end comes; None while the clock stands, or for a wait."""
        if self._anchor_us is None or self.length_us is None:
            return None
        if self._next < len(self._marks):
            return self._anchor_us + self._marks[self._next].offset_us
        return self._anchor_us + self.length_us

    def position_us(self, now_us: int) -> int:
        """How far into the phase `now_us` is, never beyond its end."""
        if self._anchor_us is None:
            return self._position_us
        position_us = max(0, now_us - self._anchor_us)
        return position_us if self.length_us is None else min(position_us, self.length_us)

    def left_us(self, now_us: int) -> int | None:
        """What is left; None where the phase waits for Done."""
        return None if self.length_us is None else self.length_us - self.position_us(now_us)

    def active_us(self, now_us: int) -> int:
        """How long the clock has run, earlier goes at the same work included."""
        return self._earlier_us + self.position_us(now_us)

    def go(self, at_us: int) -> None:
        """Let the clock run from where it stands."""
        self._anchor_us = at_us - self._position_us

    def hold(self, at_us: int) -> None:
        """Stop the clock. A countdown that was under way is broken."""
        self._position_us = self.position_us(at_us)
        self._anchor_us = None
        self.counted_in = False

    def take_mark(self) -> Event | None:
        """Give the mark that is due next as an event, once; None when only the end is left."""
        if self._next == len(self._marks) or self._anchor_us is None or self.length_us is None:
            return None
        mark = self._marks[self._next]
        self._next += 1
        self._told_halfway |= mark.kind is MarkKind.HALFWAY
        self.counted_in |= mark.kind is MarkKind.COUNTDOWN
        at_us = self._anchor_us + mark.offset_us
        return event_of(mark, self.phase, at_us, self._anchor_us + self.length_us)

    def begin_again(self, at_us: int) -> None:
        """Put the phase back to its start; the time it ran stays active time."""
        self._earlier_us += self.position_us(at_us)
        self._position_us = 0
        if self._anchor_us is not None:
            self._anchor_us = at_us
        self._told_halfway = False
        self._marks = _all_marks(self.phase, self.length_us)
        self._next = 0

    @property
    def stretch_us(self) -> int:
        """What plus or minus comes to: ten seconds, or the whole reps nearest to that.

        At least one rep; where reps alternate at least one of each side, so that they stay even.
        """
        unit_us = self._unit_reps * rep_us(self.phase.cycle)
        if unit_us == 0:
            return from_s(STRETCH_S)
        return max(1, (2 * from_s(STRETCH_S) + unit_us) // (2 * unit_us)) * unit_us

    @property
    def has_room(self) -> bool:
        """Whether plus keeps the phase within what a phase may last."""
        return self.length_us is not None and self.length_us + self.stretch_us <= from_s(
            MAX_DURATION_S
        )

    def stretch(self, by_us: int, at_us: int) -> None:
        """Move the end of a timed phase by `by_us`, with more than that left if it is taken."""
        if self.length_us is None:
            raise ValueError("a phase that waits for Done has no end to move")
        position_us = self.position_us(at_us)
        self.length_us += by_us
        one_us = rep_us(self.phase.cycle)
        self.phase = replace(
            self.phase,
            duration_s=to_s(self.length_us),
            estimate_s=to_s(self.length_us),
            rep_count=self.length_us // one_us if one_us else self.phase.rep_count,
        )
        untouched = position_us == 0 and self._next == 0
        self._marks = tuple(
            mark
            for mark in marks_of(self.phase, self.length_us)
            if untouched or self._is_to_come(mark, position_us)
        )
        self._next = 0

    def _is_to_come(self, mark: Mark, position_us: int) -> bool:
        if mark.kind.belongs_to_rep:
            return mark.offset_us > position_us
        told = mark.kind is MarkKind.HALFWAY and self._told_halfway
        return mark.offset_us >= position_us and not told

    def turn(self, phase: Phase, at_us: int) -> None:
        """Take the side and kind of `phase`, the same one after a change of sides.

        The length stays what it has become. Work begins again.
        """
        self.phase = replace(self.phase, kind=phase.kind, side=phase.side)
        if phase.kind is PhaseKind.WORK:
            self.begin_again(at_us)

    @property
    def _unit_reps(self) -> int:
        return 2 if self.phase.alternates else 1


def _length_us(phase: Phase) -> int | None:
    if phase.duration_s is None:
        return None
    # Counted in reps where there are any, so that the last rep ends when the phase does.
    return phase.rep_count * rep_us(phase.cycle) or from_s(phase.duration_s)


def _all_marks(phase: Phase, length_us: int | None) -> tuple[Mark, ...]:
    return () if length_us is None else marks_of(phase, length_us)
