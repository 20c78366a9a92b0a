"""The table against what the product promises, and the session against the table."""

from itertools import product
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.choices import Sides
from routine_player.core.routine import (
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Rest,
    Step,
    Tempo,
)
from routine_player.core.session import Command, IllegalCommandError, State
from routine_player.core.timeline import Phase, PhaseKind
from routine_player.core.transitions import (
    AIMS,
    CLOCK_TRANSITIONS,
    TRANSITIONS,
    Aim,
    state_diagram,
)

# What the product promises, written down apart from the table.
ALLOWED = {
    State.READY: "start stop",
    State.RUNNING: "pause skip restart back extend shorten done switch-side hurt stop",
    State.PAUSED: "resume skip restart back extend shorten switch-side hurt stop",
    State.RESUMING: "pause skip restart back hurt stop",
    State.INTERRUPTED: "redo continue skip hurt stop",
    State.HURTING: "easier next go-on stop",
    State.FINISHED: "",
    State.STOPPED: "",
}
PHASES = 17
COMMANDS = [command for command in Command if command is not Command.EASIER]
# Each state, and the commands that lead to it from the middle of a phase.
WAYS = {
    State.RUNNING: [],
    State.PAUSED: [Command.PAUSE],
    State.RESUMING: [Command.PAUSE, Command.RESUME],
    State.INTERRUPTED: [],
    State.HURTING: [Command.HURT],
    State.STOPPED: [Command.STOP],
}


@pytest.fixture
def make_player(play: Any, library: Any) -> Any:
    """Build sessions with every kind of phase first, in the middle, and last."""

    def make() -> Any:
        return play(
            Rest(8.0),
            Step(library.run, (Hold(40.0),)),
            Step(library.stretch, (Hold(20.0),) * 2, Sides.BOTH, rest_s=10.0),
            Step(library.hyper, (CountedReps(8),)),
            Step(library.bird_dog, (HeldReps(2, 5.0, 1.0),), Sides.ALTERNATE),
            Step(library.bridge, (PacedReps(4, Tempo(2.0, 1.0, 2.0)),)),
            Rest(9.0),
        )

    return make


def brought_to(player: Any, state: State, phase: int) -> Any:
    """Play to the middle of a phase, and into a state; None where the phase has no such state."""
    player.play_to(phase, 1.5)
    if state is State.INTERRUPTED:
        player.interrupt(60.0)
    for command in WAYS[state]:
        player.command(command)
    return player if player.session.state is state else None


def holds(command: Command, phase: Phase) -> bool:
    """Whether a command goes with a phase, where its state would have it."""
    match command:
        case Command.EXTEND | Command.SHORTEN:
            return phase.duration_s is not None
        case Command.DONE:
            return phase.duration_s is None or phase.kind is not PhaseKind.WORK
        case Command.SWITCH_SIDE:
            return phase.side is not None and phase.kind is not PhaseKind.REST
        case _:
            return True


def everything_about(player: Any) -> list[Any]:
    session, now = player.session, player.now
    return [
        session.state,
        session.timeline,
        session.phase,
        session.deadline,
        session.elapsed_s(now),
        session.left_s(now),
        session.resume_left_s(now),
        session.rep(now),
        session.session_left_s(now),
        session.active_s(now),
        session.step_progress(now),
        [session.allows(command) for command in Command],
        session.foresee(now + 1000.0),
    ]


def test_the_table_allows_what_is_promised() -> None:
    table = {
        state: {command.value for (source, command) in TRANSITIONS if source is state}
        for state in State
    }
    assert table == {state: set(commands.split()) for state, commands in ALLOWED.items()}


def test_the_routine_of_these_tests_has_as_many_phases_as_they_visit(make_player: Any) -> None:
    assert len(make_player().session.timeline.phases) == PHASES


@pytest.mark.parametrize("state", WAYS)
def test_every_command_is_obeyed_or_refused_as_promised(make_player: Any, state: State) -> None:
    tried = 0
    for phase, command in product(range(PHASES), COMMANDS):
        player = brought_to(make_player(), state, phase)
        if player is None:
            continue
        tried += 1
        promised = command.value in ALLOWED[state].split() and holds(command, player.session.phase)
        assert player.session.allows(command) is promised, (phase, command)
        before = everything_about(player)
        if promised:
            player.command(command)
            assert player.session.state in TRANSITIONS[state, command].targets
        else:
            with pytest.raises(IllegalCommandError):
                player.command(command)
            assert everything_about(player) == before
    assert tried >= (PHASES - 1) * len(COMMANDS)


@pytest.mark.parametrize(("state", "phase"), [(State.READY, 0), (State.FINISHED, PHASES)])
def test_before_and_after_a_session_commands_are_refused(
    make_player: Any, state: State, phase: int
) -> None:
    for command in COMMANDS:
        player = make_player()
        if phase:
            player.play_to(PHASES - 1, 9.0)
        assert player.session.state is state
        if command.value in ALLOWED[state].split():
            player.command(command)
            assert player.session.state in TRANSITIONS[state, command].targets
        else:
            before = everything_about(player)
            with pytest.raises(IllegalCommandError):
                player.command(command)
            assert everything_about(player) == before


def test_every_target_of_the_table_is_reached_by_some_phase(make_player: Any) -> None:
    reached: set[tuple[State, Command, State]] = set()
    for state, phase, command in product(WAYS, range(PHASES), COMMANDS):
        player = brought_to(make_player(), state, phase)
        if player is None or not player.session.allows(command):
            continue
        player.command(command)
        reached.add((state, command, player.session.state))
    table = {
        (state, command, target)
        for (state, command), transition in TRANSITIONS.items()
        for target in transition.targets
        if state is not State.READY and command is not Command.EASIER
    }
    assert reached == table


@pytest.mark.parametrize("phase", range(PHASES))
def test_an_easier_step_is_taken_on_every_phase(make_player: Any, library: Any, phase: int) -> None:
    player = brought_to(make_player(), State.HURTING, phase)
    easier = Step(library.tilt, (Hold(15.0),))
    told = player.take_easier(easier)
    assert player.session.state in TRANSITIONS[State.HURTING, Command.EASIER].targets
    assert any(isinstance(one, events.StepReplaced) for one in told)
    assert player.session.planned.step == easier


def test_commands_for_a_phase_or_a_step_fall_flat_when_it_is_over() -> None:
    aimed = {command: aim for command, aim in AIMS.items() if aim is not Aim.SESSION}
    assert aimed == {
        Command.SKIP: Aim.PHASE,
        Command.EXTEND: Aim.PHASE,
        Command.SHORTEN: Aim.PHASE,
        Command.DONE: Aim.PHASE,
        Command.SWITCH_SIDE: Aim.PHASE,
        Command.RESTART: Aim.STEP,
        Command.BACK: Aim.STEP,
    }


def test_every_state_can_be_reached_and_left() -> None:
    arrows = {
        (source, target) for (source, _), one in TRANSITIONS.items() for target in one.targets
    }
    arrows |= {(clock.source, clock.target) for clock in CLOCK_TRANSITIONS}
    assert {target for _, target in arrows} | {State.READY} == set(State)
    assert {source for source, _ in arrows} | {State.FINISHED, State.STOPPED} == set(State)


def test_the_diagram_has_an_arrow_for_each_way_from_state_to_state() -> None:
    diagram = state_diagram()
    for (source, command), transition in TRANSITIONS.items():
        for target in transition.targets:
            (line,) = (line for line in diagram.splitlines() if f"{source} --> {target}:" in line)
            assert command.value in line
    assert "    resuming --> running: skip, restart, back, (3 s pass)\n" in diagram
    assert diagram.startswith("stateDiagram-v2\n    [*] --> ready\n")
    assert diagram.endswith("    finished --> [*]\n    stopped --> [*]\n")
