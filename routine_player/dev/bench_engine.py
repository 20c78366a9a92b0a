"""Play an hour by a clock that is turned by hand: exact boundaries, and the CPU it takes."""

import math
from collections.abc import Sequence

from routine_player.core.compilation import compile_timeline
from routine_player.core.events import PhaseEnded
from routine_player.core.routine import Continuous, Exercise, Repeat, Routine, Step
from routine_player.core.session import Command, Session, State
from routine_player.core.timeline import Timeline
from routine_player.dev.figures import HEAD, Figure, cpu_s

_CPU_MS = 50.0
_RUNS = 20


def an_hour() -> Timeline:
    """Lay out an hour of odd lengths, which binary fractions cannot write."""
    step = Step(Exercise("one", "One"), (Continuous(6.7),), prepare_s=3.3)
    routine = Routine("hour", "An hour", (Repeat(120, (step, step, step)),))
    return compile_timeline(routine)


def play_through(timeline: Timeline) -> list[float]:
    """Play by the session's own deadlines; give when each phase ended."""
    session = Session(timeline)
    told = session.handle(Command.START, 0.0)
    while session.state is not State.FINISHED and session.deadline is not None:
        told += session.advance(session.deadline)
    return [event.at for event in told if isinstance(event, PhaseEnded)]


def measure() -> list[Figure]:
    """Measure the CPU of an hour, and by how much its boundaries are off."""
    timeline = an_hour()
    ends = play_through(timeline)
    lengths = [phase.estimate_s for phase in timeline.phases]
    off_s = max(abs(end - math.fsum(lengths[: index + 1])) for index, end in enumerate(ends))
    begun = cpu_s()
    for _ in range(_RUNS):
        play_through(timeline)
    took_ms = (cpu_s() - begun) / _RUNS * 1000
    return [
        Figure(
            "An hour's session of 720 phases, by a fake clock: CPU",
            f"{took_ms:.1f} ms",
            "-",
            took_ms,
            _CPU_MS,
            "ms",
        ),
        Figure(
            "The same: the boundary that is furthest off", f"{off_s:g} s", "-", off_s, 1e-9, "s"
        ),
    ]


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1
