"""Lets the sides of a set change places."""

from dataclasses import replace

from routine_player.core.timeline import Phase, PhaseKind, Timeline


def exchange_sides(timeline: Timeline, phase_index: int) -> Timeline:
    """Turn the phase at `phase_index`, and what is left of its set, to the other side.

    Where the other side was still to come, the two so change places; where it was not, this one
    just becomes the other. The prepare that led to running work turns with it.
    """
    running = timeline.phases[phase_index]
    phases = list(timeline.phases)
    for index in range(_block_start(timeline.phases, running), len(phases)):
        if not _same_set(phases[index], running):
            break
        side = phases[index].side
        phases[index] = replace(phases[index], side=None if side is None else side.other)
    return replace(timeline, phases=tuple(_renamed(phases, running.step_index)))


def _same_set(phase: Phase, other: Phase) -> bool:
    return (phase.step_index, phase.set_number) == (other.step_index, other.set_number)


def _block_start(phases: tuple[Phase, ...], running: Phase) -> int:
    """Where the rest or prepare begins that led to the running phase."""
    start = running.index
    while (
        start > 0
        and _same_set(phases[start - 1], running)
        and phases[start - 1].kind is not PhaseKind.WORK
    ):
        start -= 1
    return start


def _renamed(phases: list[Phase], step_index: int) -> list[Phase]:
    """Call a prepare a switch where the side before it, in its step, was the other one."""
    named: list[Phase] = []
    worked: Phase | None = None
    for phase in phases:
        one = phase
        if phase.step_index == step_index and phase.kind in {PhaseKind.PREPARE, PhaseKind.SWITCH}:
            switches = worked is not None and worked.side is not phase.side
            one = replace(phase, kind=PhaseKind.SWITCH if switches else PhaseKind.PREPARE)
        elif phase.step_index == step_index and phase.kind is PhaseKind.WORK:
            worked = one
        named.append(one)
    return named
