from typing import Any

import pytest

from routine_player.core.choices import Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.phrases import (
    Phrase,
    VoiceLevel,
    all_phrases,
    fitting,
    phrases_for,
    say_again,
)
from routine_player.core.routine import (
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.session import Command, Session

KEY, FULL, OFF = VoiceLevel.KEY, VoiceLevel.FULL, VoiceLevel.OFF


def phrases(player: Any, level: VoiceLevel = KEY) -> list[Phrase]:
    timeline = player.session.timeline
    return [phrase for one in player.heard for phrase in phrases_for(one, timeline, level)]


def said(player: Any, level: VoiceLevel = KEY) -> list[tuple[float, str]]:
    return [(phrase.at, phrase.text) for phrase in phrases(player, level)]


def opening(player: Any, level: VoiceLevel = KEY) -> list[str]:
    """What is said when the session begins."""
    player.command(Command.START)
    return [text for _, text in said(player, level)]


def test_a_step_is_named_with_side_and_dose_and_its_moments_are_told(
    play: Any, library: Any
) -> None:
    player = play(Step(library.stretch, (Hold(30.0),), Sides.BOTH))
    player.command(Command.START)
    player.pass_s(70.0)
    assert said(player) == [
        (0.0, "Half-kneeling hip-flexor stretch, left side, 30 seconds"),
        (20.0, "Halfway"),
        (25.0, "Ten seconds"),
        (35.0, "Switch. Right side."),
        (55.0, "Halfway"),
        (60.0, "Ten seconds"),
        (70.0, "All done."),
    ]


def test_what_is_said_is_over_before_the_next_thing_to_hear(play: Any, library: Any) -> None:
    player = play(Step(library.stretch, (Hold(40.0),), Sides.BOTH))
    player.command(Command.START)
    player.pass_s(90.0)
    ends = [(phrase.at, phrase.ends_by) for phrase in phrases(player)]
    assert ends[:4] == [(0.0, 2.0), (25.0, 35.0), (35.0, 42.0), (45.0, 47.0)]
    assert ends[-1] == (90.0, None)


@pytest.mark.parametrize(("prepare_s", "ends_by"), [(3.75, 3.75), (4.0, 1.0), (5.0, 2.0)])
def test_only_a_phase_with_a_countdown_ends_before_it(
    play: Any, library: Any, prepare_s: float, ends_by: float
) -> None:
    player = play(Step(library.plank, (Hold(20.0),), prepare_s=prepare_s))
    player.command(Command.START)
    assert phrases(player)[0].ends_by == ends_by


@pytest.mark.parametrize(
    ("hold_s", "ends_by"), [(3.5, 3.5), (19.0, 16.0), (20.0, 10.0), (60.0, 30.0)]
)
def test_a_name_at_the_start_of_work_is_over_before_halfway_or_the_countdown(
    play: Any, library: Any, hold_s: float, ends_by: float
) -> None:
    player = play(Step(library.walk, (Hold(hold_s),)))
    player.command(Command.START)
    assert phrases(player)[0].ends_by == ends_by


def test_a_long_prepare_gives_time_up_to_its_countdown(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(20.0),), prepare_s=40.0))
    player.command(Command.START)
    assert phrases(player)[0].ends_by == 37.0


@pytest.mark.parametrize(("hold_s", "ends_by"), [(20.0, 17.0), (28.0, 25.0), (30.0, 20.0)])
def test_halfway_is_over_before_ten_seconds_are_told(
    play: Any, library: Any, hold_s: float, ends_by: float
) -> None:
    player = play(Step(library.walk, (Hold(hold_s),)))
    player.command(Command.START)
    player.pass_s(hold_s / 2)
    assert phrases(player)[-1] == Phrase("Halfway", hold_s / 2, ends_by)


def test_halfway_of_short_reps_has_all_the_time_there_is(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (PacedReps(5, Tempo(2.0, 1.0, 2.0)),), prepare_s=0.0))
    player.command(Command.START)
    player.pass_s(12.5)
    assert phrases(player)[-1] == Phrase("Halfway", 12.5, 25.0)


@pytest.mark.parametrize(
    ("hold_s", "told"),
    [(19.0, ()), (20.0, ("Halfway",)), (29.0, ("Halfway",)), (30.0, ("Halfway", "Ten seconds"))],
)
def test_what_is_told_inside_work_is_known_ahead_where_it_is_long_enough(
    play: Any, library: Any, hold_s: float, told: tuple[str, ...]
) -> None:
    known = all_phrases(play(Step(library.walk, (Hold(hold_s),))).session.timeline, KEY)
    assert known[2:-1] == told


@pytest.mark.parametrize(("hold_s", "ends_by"), [(20.0, [2.0, 22.0]), (3.5, [2.0]), (19.0, [2.0])])
def test_halfway_is_over_before_the_countdown(
    play: Any, library: Any, hold_s: float, ends_by: list[float]
) -> None:
    player = play(Step(library.plank, (Hold(hold_s),)))
    player.command(Command.START)
    player.pass_s(24.0)
    assert [phrase.ends_by for phrase in phrases(player)][: len(ends_by)] == ends_by


def test_in_reps_nothing_has_to_make_way_for_a_countdown(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (PacedReps(8, Tempo(2.0, 1.0, 2.0)),)))
    player.command(Command.START)
    player.pass_s(44.0)
    assert [(one.text, one.ends_by) for one in phrases(player)][1:] == [
        ("Halfway", 35.0),
        ("Ten seconds", 45.0),
    ]


class TestDose:
    @pytest.mark.parametrize(
        ("step", "text"),
        [
            ({"sets": (PacedReps(12, Tempo(2.0, 1.0, 2.0)),)}, "Glute bridge, 12 reps"),
            ({"sets": (Hold(90.0),) * 2}, "Glute bridge, 90 seconds, 2 sets"),
            ({"sets": (Hold(60.0),)}, "Glute bridge, 1 minute"),
            ({"sets": (Hold(150.0),)}, "Glute bridge, 2 minutes 30 seconds"),
            ({"sets": (HeldReps(5, 10.0, 2.0),)}, "Glute bridge, 5 reps of 10 seconds"),
            (
                {"sets": tuple(HeldReps(reps, 10.0, 2.0) for reps in (5, 3, 1))},
                "Glute bridge, 5 reps of 10 seconds, Set 1 of 3",
            ),
            (
                {"sets": (Hold(30.0), Hold(30.0), Hold(20.0))},
                "Glute bridge, 30 seconds, Set 1 of 3",
            ),
            ({"sets": (CountedReps(1),)}, "Glute bridge, 1 rep, at your own pace"),
            (
                {"sets": (Hold(20.0),), "self_paced": True},
                "Glute bridge, 20 seconds, at your own pace",
            ),
            ({"sets": (Hold(20.0),), "own_name": "My bridge"}, "My bridge, 20 seconds"),
        ],
    )
    def test_is_said_in_words_that_can_be_spoken(
        self, play: Any, library: Any, step: Any, text: str
    ) -> None:
        assert opening(play(Step(library.bridge, **step))) == [text]

    def test_of_alternating_reps_names_no_side(self, play: Any, library: Any) -> None:
        step = Step(library.bird_dog, (HeldReps(5, 10.0, 2.0),) * 2, Sides.ALTERNATE, rest_s=10.0)
        player = play(step)
        player.command(Command.START)
        player.pass_s(145.0)
        texts = [text for _, text in said(player)]
        assert texts[0] == "Bird-dog, 5 reps of 10 seconds each side, 2 sets"
        assert texts[-2:] == ["Rest.", "Set 2 of 2, 5 reps of 10 seconds each side"]

    def test_is_left_out_where_time_is_short_then_the_side(self, play: Any, library: Any) -> None:
        player = play(Step(library.stretch, (Hold(30.0),) * 2, Sides.LEFT))
        player.command(Command.START)
        (phrase,) = phrases(player)
        assert phrase.shorter == (
            "Half-kneeling hip-flexor stretch, left side, 30 seconds",
            "Half-kneeling hip-flexor stretch, left side",
            "Half-kneeling hip-flexor stretch",
        )


class TestSets:
    def test_a_rest_tells_the_set_that_comes(self, play: Any, library: Any) -> None:
        player = play(Step(library.stretch, (Hold(15.0),) * 2, Sides.LEFT, rest_s=10.0))
        player.play_to(2)
        rest, coming = phrases(player)[-2:]
        assert (rest.text, rest.ends_by) == ("Rest.", 27.0)
        assert (coming.text, coming.ends_by) == ("Set 2 of 2, left side, 15 seconds", 27.0)
        assert coming.shorter == ("Set 2 of 2, left side", "Set 2 of 2")

    def test_a_prepare_between_sets_tells_it_too(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(15.0),) * 2))
        player.play_to(2)
        assert said(player)[-1] == (20.0, "Set 2 of 2, 15 seconds")

    def test_a_switch_between_sets_tells_the_side(self, play: Any, library: Any) -> None:
        player = play(Step(library.stretch, (Hold(15.0),) * 2, Sides.BOTH))
        player.play_to(4)
        assert said(player)[-1] == (40.0, "Switch. Left side.")


class TestRestOfItsOwn:
    def test_announces_the_step_it_leads_to_once(self, play: Any, library: Any) -> None:
        step = Step(library.plank, (Hold(15.0),), prepare_s=20.0)
        player = play(Step(library.squat, (Hold(15.0),)), Rest(15.0), step)
        player.play_to(4)
        assert said(player)[1:] == [
            (20.0, "Rest."),
            (20.0, "Next face down"),
            (20.0, "Front plank, 15 seconds"),
        ]

    def test_at_the_end_announces_nothing(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(15.0),)), Rest(15.0))
        player.play_to(2)
        assert [text for _, text in said(player)][1:] == ["Rest."]


class TestPosition:
    def test_is_told_after_the_name_where_time_is_short(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(15.0),)), Step(library.bridge, (Hold(15.0),)))
        player.play_to(2)
        assert [text for _, text in said(player)][1:] == [
            "Glute bridge, 15 seconds",
            "Next on your back",
        ]

    def test_is_told_before_the_name_where_there_is_time(self, play: Any, library: Any) -> None:
        player = play(Step(library.squat, (Hold(15.0),)), Step(library.bridge, (Hold(15.0),)))
        player.play_to(2)
        assert [text for _, text in said(player)][1:] == [
            "Next on your back",
            "Glute bridge, 15 seconds",
        ]

    def test_is_told_after_a_made_up_step_against_the_one_before(
        self, play: Any, library: Any
    ) -> None:
        made_up = Step(library.made_up, (Hold(15.0),))
        plank, bridge = Step(library.plank, (Hold(15.0),)), Step(library.bridge, (Hold(15.0),))
        player = play(plank, made_up, plank, made_up, bridge)
        player.command(Command.START)
        player.pass_s(200.0)
        assert [text for _, text in said(player) if text.startswith("Next")] == [
            "Next on your back"
        ]

    def test_is_not_told_to_one_who_walks_or_runs(self, play: Any, library: Any) -> None:
        player = play(
            Step(library.plank, (Hold(15.0),)),
            Step(library.run, (Hold(15.0),)),
            Step(library.walk, (Hold(15.0),)),
        )
        player.command(Command.START)
        player.pass_s(60.0)
        assert [text for _, text in said(player)][1:-1] == [
            "Easy run, 15 seconds",
            "Walk, 15 seconds",
        ]


class TestLevels:
    def test_off_says_nothing(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (Hold(30.0),), say="Slowly."))
        assert opening(player, OFF) == []
        assert all_phrases(player.session.timeline, OFF) == ()
        assert say_again(player.session.timeline, player.session.phase, OFF, 0.0, 5.0) == ()

    def test_key_says_what_the_step_says(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (Hold(30.0),), say="Slowly.", cue="Squeeze."))
        assert opening(player, KEY) == ["Glute bridge, 30 seconds", "Slowly."]

    def test_full_instructs_where_there_is_time_before_the_work(
        self, play: Any, library: Any
    ) -> None:
        step = Step(library.bridge, (Hold(30.0),), say="Slowly.", cue="Squeeze.", prepare_s=10.0)
        player = play(step)
        player.play_to(1)
        assert said(player, FULL) == [
            (0.0, "Glute bridge, 30 seconds"),
            (0.0, "Slowly."),
            (0.0, "Squeeze."),
            (0.0, "Heels under knees."),
            (0.0, "Lift."),
        ]

    def test_full_instructs_in_the_work_where_the_prepare_is_short(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.bridge, (Hold(30.0),) * 2, rest_s=10.0))
        player.play_to(3, 29.0)
        told = [(one.at, one.text, one.ends_by) for one in phrases(player, FULL)]
        assert told[1:3] == [(5.0, "Heels under knees.", 20.0), (5.0, "Lift.", 20.0)]
        assert [text for _, text, _ in told].count("Lift.") == 1

    def test_full_instructs_for_as_long_as_it_takes_where_done_is_waited_for(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.bridge, (CountedReps(10),)))
        player.play_to(1)
        assert phrases(player, FULL)[-1] == Phrase("Lift.", 5.0, None)


def test_what_comes_up_while_paused_is_named_without_haste(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(15.0),)), Step(library.bridge, (Hold(15.0),)))
    player.command(Command.START)
    player.command(Command.PAUSE)
    player.command(Command.SKIP)
    assert phrases(player)[-2].ends_by is None


@pytest.mark.parametrize(("phase", "text"), [(1, "Switch. Right side."), (3, "Switch. Left side.")])
def test_a_switch_by_hand_names_the_new_side(
    play: Any, library: Any, phase: int, text: str
) -> None:
    player = play(Step(library.stretch, (Hold(30.0),), Sides.BOTH))
    player.play_to(phase)
    player.command(Command.SWITCH_SIDE)
    assert phrases(player)[-1] == Phrase(text, player.now, None)


class TestSayingAgain:
    def test_tells_the_phase_and_instructs_at_any_level(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (Hold(30.0),), say="Slowly.", cue="Squeeze."))
        player.play_to(1, 4.0)
        session = player.session
        again = say_again(session.timeline, session.phase, KEY, player.now, player.left_s())
        assert [one.text for one in again] == [
            "Glute bridge, 30 seconds",
            "Slowly.",
            "Squeeze.",
            "Heels under knees.",
            "Lift.",
        ]
        assert {(one.at, one.ends_by) for one in again} == {(9.0, 32.0)}

    def test_needs_no_end_where_time_stands_still(self, play: Any, library: Any) -> None:
        session = play(Step(library.bridge, (Hold(30.0),))).session
        (first, *_) = say_again(session.timeline, session.phase, KEY, 3.0, None)
        assert (first.at, first.ends_by) == (3.0, None)


class TestFitting:
    PHRASE = Phrase("Glute bridge, 12 reps", 10.0, 12.0, ("Glute bridge", "Up"))

    @pytest.mark.parametrize(
        ("starts_at", "text"),
        [
            (10.0, "Glute bridge, 12 reps"),
            (10.125, "Glute bridge"),
            (10.75, "Glute bridge"),
            (11.0, "Up"),
            (11.75, None),
        ],
    )
    def test_the_longest_text_that_ends_in_time_is_said(
        self, starts_at: float, text: str | None
    ) -> None:
        lengths = {"Glute bridge, 12 reps": 2.0, "Glute bridge": 1.25, "Up": 0.4}
        assert fitting(self.PHRASE, starts_at, lengths.get) == text

    def test_what_cannot_be_said_yet_is_passed_over(self) -> None:
        assert fitting(self.PHRASE, 10.0, {"Up": 0.4}.get) == "Up"
        assert fitting(self.PHRASE, 10.0, {}.get) is None

    def test_there_is_all_the_time_where_nothing_is_due(self) -> None:
        phrase = Phrase("All done.", 10.0, None)
        assert fitting(phrase, 99.0, lambda _: 60.0) == "All done."


class TestAhead:
    @pytest.mark.parametrize("level", [KEY, FULL])
    def test_everything_that_is_said_was_known_in_the_order_of_need(
        self, play_routine: Any, example: Routine, level: VoiceLevel
    ) -> None:
        player = play_routine(example)
        player.play_to(24)
        player.command(Command.DONE)
        known = all_phrases(player.session.timeline, level)
        texts = [text for one in phrases(player, level) for text in (one.text, *one.shorter)]
        assert list(known[: len(set(texts))]) == list(dict.fromkeys(texts))

    def test_what_is_only_said_on_wish_comes_last(self, play: Any, library: Any) -> None:
        step = Step(library.stretch, (Hold(15.0),), Sides.BOTH)
        known = all_phrases(play(step).session.timeline, KEY)
        name = "Half-kneeling hip-flexor stretch"
        assert known == (
            f"{name}, left side, 15 seconds",
            f"{name}, left side",
            name,
            "Switch. Right side.",
            "All done.",
            "Switch. Left side.",
            "One knee down.",
            "Tuck the pelvis.",
            f"{name}, right side, 15 seconds",
            f"{name}, right side",
        )

    def test_sides_are_not_switched_where_there_are_none(self, play: Any, library: Any) -> None:
        known = all_phrases(play(Step(library.run, (Hold(15.0),))).session.timeline, KEY)
        assert known == ("Easy run, 15 seconds", "Easy run", "All done.")

    def test_a_long_routine_is_no_burden(self, library: Any) -> None:
        runs = Repeat(100, (Step(library.run, (Hold(60.0),)), Step(library.walk, (Hold(60.0),))))
        timeline = compile_timeline(Routine("long", "Long", (runs,)))
        assert len(all_phrases(timeline, FULL)) == 7


def test_an_easier_step_is_announced_as_what_it_is(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (Hold(30.0),)))
    player.play_to(1)
    player.command(Command.HURT)
    session: Session = player.session
    told = player.take_easier(Step(library.tilt, (Hold(20.0),)))
    texts = [one.text for event in told for one in phrases_for(event, session.timeline, KEY)]
    assert texts == ["Pelvic tilt, 20 seconds"]
