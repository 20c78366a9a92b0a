import pytest

from routine_player.core.choices import Side, Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.motion import manner_of
from routine_player.core.preview import preview_of
from routine_player.core.routine import (
    Continuous,
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
from routine_player.core.scene import RingKind, picture_of, pictures_ahead, scene_of
from routine_player.core.timeline import PhaseKind

TWO_ONE_TWO = Tempo(2.0, 1.0, 2.0)


@pytest.fixture
def scenes():
    """Every scene of a routine made of the items."""

    def make(*items):
        timeline = compile_timeline(Routine("one", "One", items))
        return [scene_of(timeline, phase) for phase in timeline.phases]

    return make


def test_a_hold_shows_its_side_its_set_and_what_comes_next(example):
    timeline = compile_timeline(example)
    scene = scene_of(timeline, timeline.phases[1])
    assert scene.headline == "Half-kneeling hip-flexor stretch"
    assert scene.chips == ("Left side", "Set 1 of 2", "Hold 30 s")
    assert scene.lines == ("One knee down.", "Tuck the pelvis.")
    assert scene.ring is RingKind.ARC
    assert scene.next_up is not None
    assert (scene.next_up.title, scene.next_up.detail) == ("Same again", "Right side, 30 s")
    assert scene.step_words.startswith("Step 1 of ")
    assert not scene.may_be_ready


def test_a_switch_says_which_side_comes_and_shows_the_one_that_is_done(example):
    timeline = compile_timeline(example)
    scene = scene_of(timeline, timeline.phases[2])
    assert scene.headline == "Switch to the right side"
    assert scene.chips[0] == "Get ready"
    assert "Right side" not in scene.chips
    assert scene.lines == ("One knee down.", "Half-kneeling hip-flexor stretch")
    assert scene.picture.side is Side.RIGHT
    assert scene.finished is not None
    assert scene.finished.side is Side.LEFT
    assert (scene.ring, scene.ring_parts) == (RingKind.SECONDS, 5)
    assert scene.may_be_ready


def test_a_rest_is_headed_rest_and_shows_the_work_to_come(example):
    timeline = compile_timeline(example)
    rest = next(phase for phase in timeline.phases if phase.kind is PhaseKind.REST)
    scene = scene_of(timeline, rest)
    assert scene.headline == "Rest"
    assert scene.chips[0] == "Breathe"
    assert scene.lines[0] == "Half-kneeling hip-flexor stretch"


def test_before_a_rest_the_rest_is_what_comes_next(example):
    timeline = compile_timeline(example)
    rest = next(phase for phase in timeline.phases if phase.kind is PhaseKind.REST)
    scene = scene_of(timeline, timeline.phases[rest.index - 1])
    assert scene.next_up is not None
    assert (scene.next_up.title, scene.next_up.detail) == ("Rest, 10 s", "Then set 2 of 2")


def test_before_a_rest_between_steps_the_step_after_it_is_named(scenes, library):
    work = scenes(
        Step(library.plank, (Hold(20.0),)), Rest(30.0), Step(library.squat, (Hold(9.0),))
    )[1]
    assert work.next_up is not None
    assert (work.next_up.title, work.next_up.detail) == ("Rest, 30 s", "Then Squat")


def test_a_change_of_level_is_announced(scenes, library):
    scene = scenes(Step(library.squat, (Hold(20.0),)), Step(library.plank, (Hold(20.0),)))[2]
    assert scene.headline == "Next face down"
    assert scene.lines == ("Front plank",)
    assert scene.next_up is None


def test_reps_at_a_tempo_have_one_arc_each_and_the_words_of_the_tempo(scenes, library):
    scene = scenes(Step(library.bridge, (PacedReps(12, TWO_ONE_TWO),)))[1]
    assert (scene.ring, scene.ring_parts) == (RingKind.REPS, 12)
    assert scene.tempo == (("Up", 2.0), ("Hold", 1.0), ("Down", 2.0))
    assert scene.chips == ("12 reps", "Tempo 2-1-2")


def test_a_tempo_without_a_hold_has_two_words(scenes, library):
    scene = scenes(Step(library.bridge, (PacedReps(12, Tempo(1.0, 0.0, 1.0)),)))[1]
    assert scene.tempo == (("Up", 1.0), ("Down", 1.0))


def test_held_reps_show_the_hold_as_one_arc(scenes, library):
    step = Step(library.bird_dog, (HeldReps(5, 10.0, 2.0),), Sides.ALTERNATE)
    scene = scenes(step)[1]
    assert (scene.ring, scene.tempo) == (RingKind.ARC, ())
    assert scene.chips == ("Left side", "5 reps of 10 s")


def test_the_side_of_the_running_rep_is_the_one_that_is_shown(library):
    step = Step(library.bird_dog, (HeldReps(5, 10.0, 2.0),), Sides.ALTERNATE)
    timeline = compile_timeline(Routine("one", "One", (step,)))
    scene = scene_of(timeline, timeline.phases[1], Side.RIGHT)
    assert scene.chips[0] == "Right side"
    assert scene.picture.side is Side.RIGHT


def test_a_step_that_waits_for_done_has_an_empty_ring(scenes, library):
    scene = scenes(Step(library.hyper, (CountedReps(10),), self_paced=True))[1]
    assert scene.ring is RingKind.TRACK
    assert scene.waits_for_done
    assert scene.chips == ("10 reps", "Your own pace")


def test_reps_at_a_tempo_that_wait_for_done_say_so(scenes, library):
    scene = scenes(Step(library.hyper, (PacedReps(10, TWO_ONE_TWO),), self_paced=True))[1]
    assert scene.chips == ("10 reps", "Your own pace")
    assert scene.tempo == ()


def test_rounds_are_counted(scenes, library):
    walk = Repeat(3, (Step(library.walk, (Continuous(60.0),)),))
    assert scenes(walk)[1].chips == ("Round 2 of 3", "60 s")


def test_a_long_prepare_is_one_arc(scenes, library):
    scene = scenes(Step(library.squat, (Hold(20.0),), prepare_s=45.0))[0]
    assert scene.ring is RingKind.ARC


def test_a_steps_own_cue_comes_before_the_exercises_instructions(scenes, library):
    scene = scenes(Step(library.stretch, (Hold(20.0),), Sides.LEFT, cue="Ribs down."))[1]
    assert scene.lines == ("Ribs down.", "One knee down.")


def test_an_alternating_set_that_comes_next_is_not_said_to_have_one_side(scenes, library):
    steps = (
        Step(library.plank, (Hold(20.0),)),
        Step(library.bird_dog, (HeldReps(5, 10.0, 2.0),), Sides.ALTERNATE),
    )
    next_up = scenes(*steps)[1].next_up
    assert next_up is not None
    assert (next_up.title, next_up.detail) == ("Bird-dog", "5 reps of 10 s")


def test_a_rest_at_the_very_end_has_nothing_after_it(scenes, library):
    assert scenes(Step(library.plank, (Hold(20.0),)), Rest(30.0))[-1].next_up is None


def test_a_preview_has_every_step_once_and_its_time(example):
    timeline = compile_timeline(example)
    preview = preview_of(example, timeline)
    assert len(preview.steps) == len(timeline.steps)
    assert sum(step.seconds for step in preview.steps) == pytest.approx(timeline.duration_s)
    assert preview.when == "After run"
    assert preview.waits_for_done
    assert preview.time_words.startswith("~ ")


def test_a_preview_heads_a_step_with_its_position_only_where_that_is_new(library):
    items = (
        Step(library.squat, (Hold(9.0),)),
        Step(library.squat, (Hold(9.0),)),
        Step(library.made_up, (Hold(9.0),)),
        Step(library.plank, (Hold(9.0),)),
    )
    routine = Routine("one", "One", items)
    preview = preview_of(routine, compile_timeline(routine))
    assert [step.heading for step in preview.steps] == ["Standing", "", "", "Face down"]
    assert preview.positions == ("Standing", "Face down")
    assert preview.time_words == "1:01"


def test_a_scene_tells_how_the_figure_moves(example):
    timeline = compile_timeline(example)
    for phase in timeline.phases:
        scene = scene_of(timeline, phase)
        dose = timeline.steps[phase.step_index].dose(phase.set_number)
        assert scene.manner is manner_of(dose, phase)
        assert scene.cycle == phase.cycle


def test_the_pictures_ahead_are_what_is_shown_now_and_each_work_to_come_once(example):
    timeline = compile_timeline(example)

    ahead = pictures_ahead(timeline, timeline.phases[0])

    assert ahead[0] == scene_of(timeline, timeline.phases[0]).picture
    assert len(set(ahead)) == len(ahead)
    shown = {scene_of(timeline, one).picture for one in timeline.phases if one.rep_count == 0}
    assert shown <= set(ahead)
    assert pictures_ahead(timeline, timeline.phases[-1])[0] == ahead[-1]


def test_a_picture_tells_that_its_sides_take_turns(library):
    dose = (HeldReps(5, 10.0, 2.0),)
    assert picture_of(Step(library.bird_dog, dose, Sides.ALTERNATE)).alternates
    assert not picture_of(Step(library.bird_dog, dose, Sides.LEFT)).alternates
