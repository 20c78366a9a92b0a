"""What moves while a phase lasts: the numeral, the ring, the tempo, the bar, what is left."""

import math
from dataclasses import dataclass

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.core.motion import Elapsed
from routine_player.core.routine import HeldReps, PacedReps
from routine_player.core.scene import RingKind, scene_ring
from routine_player.core.session import RepNow, RepPart, Session, State, StepProgress
from routine_player.core.timeline import Phase, PhaseKind

_URGENT_S = 3.0
_LONGEST_IN_SECONDS_S = 99.0
_PART_WORDS = {RepPart.IN: "Move in", RepPart.HOLD: "Hold", RepPart.OUT: "Let go"}


@dataclass(frozen=True, slots=True)
class Moment:
    """What a person sees at one moment of a phase.

    `ring` is a share of the whole ring, 0 to 1: what remains where one arc shrinks, what is done
    where each rep or second has its own arc. `tempo` is how far the running rep is, 0 to 1, and
    `part` what one does in it. `urgent` marks the last three seconds. `elapsed` is what the figure
    goes by.
    """

    numeral: str
    above: str
    below: str
    ring: float
    urgent: bool
    state: State
    left_words: str
    bar: tuple[StepProgress, ...]
    elapsed: Elapsed
    tempo: float | None = None
    part: RepPart | None = None


def moment_of(session: Session, now: float) -> Moment:
    """Read off what `session` shows at `now`, in seconds of the session's clock."""
    phase = session.phase
    rep = session.rep(now) if phase.kind is PhaseKind.WORK else None
    numeral, above, below = _numeral(session, phase, rep, now)
    left_s = session.left_s(now)
    return Moment(
        numeral=numeral,
        above=above,
        below=below,
        ring=_ring(session, phase, rep, now),
        urgent=session.state is State.RUNNING and left_s is not None and left_s <= _URGENT_S,
        state=session.state,
        left_words=tr("{time} left", time=wording.clock_time(session.session_left_s(now))),
        bar=session.step_progress(now),
        tempo=None if rep is None else rep.progress,
        part=None if rep is None else rep.part,
        elapsed=_elapsed(session, rep, now),
    )


def _elapsed(session: Session, rep: RepNow | None, now: float) -> Elapsed:
    elapsed_s = session.elapsed_s(now)
    if rep is None:
        return Elapsed(elapsed_s)
    return Elapsed(elapsed_s, rep.number, rep.progress, rep.part, rep.part_progress)


def _numeral(
    session: Session, phase: Phase, rep: RepNow | None, now: float
) -> tuple[str, str, str]:
    """Give the numeral, and the words above and below it."""
    resume_left_s = session.resume_left_s(now)
    if resume_left_s is not None:
        return _whole(resume_left_s), tr("Go on in"), ""
    left_s = session.left_s(now)
    if left_s is None:
        return _waiting(session, phase, now)
    if phase.kind is not PhaseKind.WORK:
        return _countdown(left_s), tr("Starts in"), ""
    dose = session.planned.dose(phase.set_number)
    if rep is not None and isinstance(dose, PacedReps):
        return str(rep.number), "", tr("of {count}", count=phase.rep_count)
    if rep is not None and isinstance(dose, HeldReps):
        below = tr("rep {number} of {count}", number=rep.number, count=phase.rep_count)
        return _whole(rep.part_left_s), tr(_PART_WORDS[rep.part]), below
    return _countdown(left_s), "", _unit(left_s)


def _waiting(session: Session, phase: Phase, now: float) -> tuple[str, str, str]:
    """A phase that waits for Done shows its reps, or how long it has been."""
    above = tr("Your own pace")
    if phase.rep_count:
        return str(phase.rep_count), above, tr("reps")
    elapsed_s = math.floor(session.elapsed_s(now))
    return _countdown(elapsed_s), above, _unit(elapsed_s)


def _whole(seconds: float) -> str:
    return str(math.ceil(seconds))


def _countdown(seconds: float) -> str:
    return _whole(seconds) if seconds <= _LONGEST_IN_SECONDS_S else wording.clock_time(seconds)


def _unit(seconds: float) -> str:
    if seconds > _LONGEST_IN_SECONDS_S:
        return tr("minutes")
    return tr("second") if math.ceil(seconds) == 1 else tr("seconds")


def _ring(session: Session, phase: Phase, rep: RepNow | None, now: float) -> float:
    left_s = session.left_s(now)
    if left_s is None or not phase.duration_s:
        return 0.0
    share_left = left_s / phase.duration_s
    kind, _ = scene_ring(session.planned, phase)
    if kind is not RingKind.ARC:
        return 1.0 - share_left
    if rep is None:
        return share_left
    return _hold_left(rep)


def _hold_left(rep: RepNow) -> float:
    """What is left of a held rep's hold: the ring fills on the way in and empties in the hold."""
    if rep.part is RepPart.IN:
        return rep.part_progress
    return 1.0 - rep.part_progress if rep.part is RepPart.HOLD else 0.0
