"""What the log of a session says about its steps. Pure: rows become values elsewhere."""

from collections.abc import Sequence

from routine_player.core.entry import Entry, EntryKind
from routine_player.core.outcome import Outcome
from routine_player.core.plan import Plan
from routine_player.store.history_values import PastSession, PastStep, Unfinished

# The lines whose length is time that ran.
_TIMED = {EntryKind.STEP_STARTED, EntryKind.STEP_ENDED}


def past_steps(plan: Plan, entries: Sequence[Entry]) -> tuple[PastStep, ...]:
    """Tell what became of each planned step."""
    steps = [
        PastStep(index, planned, planned.slug, planned.name)
        for index, planned in enumerate(plan.steps)
    ]
    for entry in entries:
        if entry.step_index is not None and 0 <= entry.step_index < len(steps):
            steps[entry.step_index] = _after(steps[entry.step_index], entry)
    return tuple(steps)


def left_off(past: PastSession) -> Unfinished:
    """Tell where to go on with a session whose log broke off."""
    step_index = min(_running_step(past.entries), len(past.steps))
    attempts = [entry.attempt for entry in past.entries if entry.step_index == step_index]
    earlier = {
        step.index: step.outcome for step in past.steps[:step_index] if step.outcome is not None
    }
    return Unfinished(
        past, step_index, max(attempts, default=0) + 1, earlier, active_s(past.entries)
    )


def active_s(entries: Sequence[Entry]) -> float:
    """Add up all time that ran, as far as lines were written."""
    return sum(entry.length_s for entry in entries if entry.kind in _TIMED)


def _running_step(entries: Sequence[Entry]) -> int:
    """Give the index of the step that was running when the log broke off, or the one after."""
    running = 0
    for entry in entries:
        if entry.step_index is None:
            continue
        if entry.kind is EntryKind.STEP_STARTED:
            running = entry.step_index
        elif entry.kind is EntryKind.STEP_ENDED:
            running = entry.step_index + 1
    return running


def _after(step: PastStep, entry: Entry) -> PastStep:
    if entry.kind is not EntryKind.STEP_ENDED:
        return step
    if step.outcome is Outcome.DONE and entry.outcome is not Outcome.DONE:
        return step
    return PastStep(
        step.index,
        step.planned,
        slug=entry.slug if entry.name else step.planned.slug,
        name=entry.name or step.planned.name,
        outcome=entry.outcome,
        works_done=entry.works_done,
        works_planned=entry.works_planned,
        active_s=entry.length_s,
        attempt=entry.attempt,
        at=entry.at,
    )
