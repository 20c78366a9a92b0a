from pathlib import Path
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.choices import Sides
from routine_player.core.cues import Sound, breaks_countdown, sounds_for
from routine_player.core.routine import (
    CountedReps,
    Hold,
    PacedReps,
    Repeat,
    Rest,
    Step,
    Tempo,
)
from routine_player.core.session import Command

SOUNDS = Path(__file__).parents[2] / "assets" / "sounds"


def heard(player: Any, *, rep_ticks: bool = True) -> list[tuple[float, str]]:
    """All sounds of what the player has heard so far."""
    timeline = player.session.timeline
    cues = [cue for one in player.heard for cue in sounds_for(one, timeline, rep_ticks=rep_ticks)]
    return [(cue.at, cue.sound.value) for cue in cues]


def now(player: Any, told: list[events.Event]) -> list[str]:
    timeline = player.session.timeline
    return [cue.sound.value for one in told for cue in sounds_for(one, timeline, rep_ticks=True)]


def test_each_sound_is_a_file() -> None:
    assert all((SOUNDS / f"{sound.value}.wav").is_file() for sound in Sound)


def test_each_boundary_has_one_sound(play: Any, library: Any) -> None:
    player = play(
        Step(library.stretch, (Hold(10.0),) * 2, Sides.BOTH, rest_s=10.0),
        Rest(6.0),
        Step(library.plank, (Hold(20.0),)),
    )
    player.command(Command.START)
    player.pass_s(200.0)
    assert heard(player) == [
        (0.0, "prepare"),
        (2.0, "countdown-go"),
        (12.0, "countdown"),
        (15.0, "switch"),
        (17.0, "countdown-go"),
        (27.0, "countdown"),
        (30.0, "set-done"),
        (37.0, "countdown-go"),
        (47.0, "countdown"),
        (50.0, "switch"),
        (52.0, "countdown-go"),
        (62.0, "countdown"),
        (65.0, "rest"),
        (68.0, "countdown-go"),
        (81.0, "halfway"),
        (88.0, "countdown"),
        (91.0, "session-done"),
    ]


def test_a_rest_between_rounds_is_a_rest(play: Any, library: Any) -> None:
    player = play(Repeat(2, (Step(library.plank, (Hold(3.0),)),), rest_s=5.0))
    player.command(Command.START)
    player.pass_s(8.0)
    assert heard(player)[-1] == (8.0, "rest")


@pytest.mark.parametrize("where", ["first", "last", "after another"])
def test_a_rest_that_no_set_follows_or_leads_to_is_a_rest(
    play: Any, library: Any, where: str
) -> None:
    plank = Step(library.plank, (Hold(3.0),))
    items = {
        "first": (Rest(3.0), plank),
        "last": (plank, Rest(3.0)),
        "after another": (plank, Rest(3.0), Rest(3.5), plank),
    }
    player = play(*items[where])
    player.command(Command.START)
    player.pass_s(100.0)
    rests = [sound for _, sound in heard(player) if sound in {"rest", "set-done"}]
    assert set(rests) == {"rest"}


def test_work_that_leads_to_work_counts_down_to_its_go(play: Any, library: Any) -> None:
    player = play(Step(library.run, (Hold(10.0),)), Step(library.walk, (Hold(10.0),)))
    player.command(Command.START)
    player.pass_s(20.0)
    assert heard(player) == [
        (0.0, "go"),
        (7.0, "countdown-go"),
        (17.0, "countdown"),
        (20.0, "session-done"),
    ]


def test_work_begins_with_go_where_nothing_counted_down_to_it(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(10.0),)))
    player.command(Command.START)
    assert now(player, player.command(Command.DONE)) == ["go"]


def test_a_countdown_that_was_broken_is_followed_by_go(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(10.0),)))
    player.play_to(0, 3.0)
    assert now(player, player.command(Command.PAUSE)) == ["pause"]
    assert now(player, player.command(Command.RESUME)) == ["countdown"]
    assert now(player, player.pass_s(5.0)) == ["go"]


def test_resuming_work_counts_down_to_go(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(10.0),)))
    player.play_to(1, 1.0)
    player.command(Command.PAUSE)
    assert now(player, player.command(Command.RESUME)) == ["countdown-go"]
    assert now(player, player.pass_s(3.0)) == []


def test_resuming_work_that_waits_for_done_has_a_sound_of_its_own(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (CountedReps(10),)))
    player.play_to(1)
    player.command(Command.PAUSE)
    assert now(player, player.command(Command.RESUME)) == ["resume"]


class TestReps:
    @pytest.fixture
    def player(self, play: Any, library: Any) -> Any:
        player = play(Step(library.bridge, (PacedReps(4, Tempo(2.0, 1.0, 2.0)),)))
        player.command(Command.START)
        player.pass_s(25.0)
        return player

    def test_tick_but_for_the_first_whose_sound_was_the_go(self, player: Any) -> None:
        assert heard(player)[1:] == [
            (2.0, "countdown-go"),
            (7.0, "rep-hold"),
            (8.0, "rep-down"),
            (10.0, "rep-up"),
            (12.0, "rep-hold"),
            (13.0, "rep-down"),
            (15.0, "rep-up"),
            (15.0, "halfway"),
            (17.0, "rep-hold"),
            (18.0, "rep-down"),
            (20.0, "rep-up"),
            (22.0, "rep-hold"),
            (23.0, "rep-down"),
            (25.0, "session-done"),
        ]

    def test_are_silent_where_no_ticks_are_wanted(self, player: Any) -> None:
        assert [sound for _, sound in heard(player, rep_ticks=False)] == [
            "prepare",
            "countdown-go",
            "halfway",
            "session-done",
        ]


class TestCommands:
    @pytest.fixture
    def player(self, play: Any, library: Any) -> Any:
        player = play(
            Step(library.stretch, (Hold(30.0),), Sides.BOTH), Step(library.plank, (Hold(30.0),))
        )
        player.play_to(1, 4.0)
        return player

    @pytest.mark.parametrize(
        ("command", "sounds"),
        [
            (Command.HURT, ["hurts"]),
            (Command.SWITCH_SIDE, ["switch"]),
            (Command.EXTEND, []),
            (Command.SKIP, ["prepare"]),
            (Command.RESTART, ["prepare"]),
            (Command.STOP, []),
        ],
    )
    def test_are_heard(self, player: Any, command: Command, sounds: list[str]) -> None:
        assert now(player, player.command(command)) == sounds

    def test_an_interruption_is_heard_as_a_pause(self, player: Any) -> None:
        assert now(player, player.interrupt(60.0)) == ["pause"]

    def test_an_easier_step_begins_as_any_other(self, player: Any, library: Any) -> None:
        player.command(Command.HURT)
        told = player.take_easier(Step(library.tilt, (Hold(20.0),)))
        assert now(player, told) == ["prepare"]

    def test_what_comes_up_while_paused_is_silent(self, player: Any) -> None:
        player.command(Command.PAUSE)
        assert now(player, player.command(Command.SKIP)) == []

    @pytest.mark.parametrize(
        ("command", "breaks"),
        [
            (Command.EXTEND, True),
            (Command.SWITCH_SIDE, True),
            (Command.PAUSE, True),
            (Command.HURT, True),
            (Command.STOP, True),
            (Command.DONE, False),
        ],
    )
    def test_break_a_countdown_that_would_go_on_wrongly(
        self, player: Any, command: Command, *, breaks: bool
    ) -> None:
        player.play_to(2, 3.0)
        told = player.command(command)
        assert any(breaks_countdown(event) for event in told) is breaks

    def test_an_interruption_breaks_a_countdown(self, player: Any) -> None:
        assert [breaks_countdown(event) for event in player.interrupt(60.0)] == [True]
