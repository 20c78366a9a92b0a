"""What the log of a session says about its steps. Pure: rows become values elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

from routine_player.core.entry import Entry, EntryKind
from routine_player.core.events import Outcome
from routine_player.core.plan import Plan
from routine_player.store.history_values import StepRecord


def step_records(plan: Plan, entries: Sequence[Entry]) -> tuple[StepRecord, ...]:
    """Tell what became of each planned step."""
    records = [
        StepRecord(index, planned, planned.slug, planned.name)
        for index, planned in enumerate(plan.steps)
    ]
    for entry in entries:
        if entry.step_index is not None and entry.step_index < len(records):
            records[entry.step_index] = _with(records[entry.step_index], entry)
    return tuple(records)


def running_step(entries: Sequence[Entry]) -> int:
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


def active_s(entries: Sequence[Entry]) -> float:
    """Add up the time of all steps that ended."""
    return sum(entry.length_s for entry in entries if entry.kind is EntryKind.STEP_ENDED)


def _with(record: StepRecord, entry: Entry) -> StepRecord:
    named = replace(record, slug=entry.slug, name=entry.name) if entry.name else record
    if entry.kind is not EntryKind.STEP_ENDED:
        return named
    was_done = record.outcome is Outcome.DONE and entry.outcome is not Outcome.DONE
    return replace(
        record if was_done else named,
        outcome=Outcome.DONE if was_done else entry.outcome,
        works_done=max(record.works_done, entry.works_done),
        works_planned=max(record.works_planned, entry.works_planned),
        active_s=record.active_s + entry.length_s,
        attempt=max(record.attempt, entry.attempt),
        at=entry.at,
    )
