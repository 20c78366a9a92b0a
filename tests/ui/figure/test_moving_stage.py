"""The figure in the player is where the session is, and costs nothing where it stands still."""

import pytest
from PySide6.QtCore import QSize

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.core.picture import Picture
from routine_player.core.session import Command
from routine_player.ui.figure.figures import Facts, Figures
from routine_player.ui.figure.moving_stage import MovingStage
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.stage import StageImage

BRIDGE = "glute-bridge"
STRETCH = "half-kneeling-hip-flexor-stretch"


@pytest.fixture
def figures(qapp, finder, make_sheet):
    rhythm = Rhythm((Stop(0.0, 1.0, 0.5), Stop(1.0, 2.0, 3.0)))
    finder.known = {slug: Facts(rhythm, Side.RIGHT) for slug in (BRIDGE, STRETCH)}
    finder.put(BRIDGE, make_sheet("bridge.webp", motion=5, breath=3))
    finder.put(STRETCH, make_sheet("stretch.webp", motion=5, breath=3))
    made = Figures(finder)
    yield made
    made.close()


@pytest.fixture
def stage(theme, figures, show):
    made = MovingStage(theme, figures)
    made.setFixedSize(400, 200)
    made.window_kept = show(made)
    return made


@pytest.fixture
def play(stage, figures, shown, qtbot):
    """Show the session as the player does, with its sheet read; give the frame's place."""

    def now():
        scene = shown.scene
        figures.expect([scene.picture])
        stage.show_scene(scene, StageImage(scene.picture.name, "prone"))
        qtbot.waitUntil(lambda: figures.sheet(scene.picture) is not None)
        stage.show_moment(shown.moment)
        return stage.shown

    return now


def place(posed):
    """The number of the frame, and whether it is one of a breath."""
    frames = (*posed.sheet.motion, *posed.sheet.breath)
    return frames.index(posed.frame)


def test_before_its_frames_are_there_a_stage_shows_what_any_stage_does(stage, shown, count_of):
    stage.show_scene(shown.scene, StageImage("Stretch", "prone"))
    stage.show_moment(shown.moment)
    assert stage.shown is None
    assert not stage.has_figure
    assert count_of(stage, LIGHT.strong) > 1000


def test_a_prepare_shows_the_hold_with_the_start_behind_it(play):
    shown = play()
    assert place(shown) == 4
    assert shown.ghost is shown.sheet.motion[0]
    assert shown.has_arrows


def test_a_hold_is_moved_into_and_breathed_in(play, shown, works):
    shown.skip_to(works)
    assert place(play()) == 0
    shown.pass_s(1.0)
    assert place(play()) == 2
    shown.pass_s(3.0)
    assert place(play()) == 7  # a full chest
    assert play().ghost is None


def test_reps_are_moved_at_their_tempo(play, shown, works, paces):
    shown.skip_to(lambda session: works(session) and paces(session))
    assert place(play()) == 0
    shown.pass_s(2.5)
    assert place(play()) == 4
    shown.pass_s(1.5)
    assert place(play()) == 2


def test_a_pause_freezes_the_figure(play, shown, works):
    shown.skip_to(works)
    shown.pass_s(1.0)
    before = place(play())
    shown.command(Command.PAUSE)
    shown.now += 20.0
    assert place(play()) == before


def test_the_side_that_works_is_shown(play, shown, works):
    shown.skip_to(works)
    assert shown.scene.picture.side is Side.LEFT
    assert play().sheet.flipped


def test_where_figures_may_not_move_start_and_hold_take_turns(play, shown, figures, works, paces):
    figures.moving = False
    shown.skip_to(lambda session: works(session) and paces(session))
    seen = []
    for _ in range(10):
        seen.append(place(play()))
        shown.pass_s(0.5)
    assert seen == [0, 0, 4, 4, 4, 4, 4, 4, 4, 0]  # half way down it is still nearer to the hold


def test_only_another_frame_is_painted_and_only_where_it_is(play, stage, shown, works, repaints):
    shown.skip_to(works)
    shown.pass_s(1.0)
    play()
    stage.repaint()
    asked = repaints(stage)

    stage.show_moment(shown.moment)
    assert asked == []

    shown.pass_s(0.5)
    stage.show_moment(shown.moment)
    (region,) = asked
    area = region.boundingRect()
    assert area.width() < stage.width() / 2
    assert area.height() < stage.height()


def test_frames_that_come_later_are_shown_when_they_come(
    stage, shown, figures, finder, make_sheet, qtbot
):
    found = finder.sheets.pop((STRETCH, False))
    scene = shown.scene
    figures.expect([scene.picture])
    stage.show_scene(scene, StageImage("Stretch", "prone"))
    stage.show_moment(shown.moment)
    assert stage.shown is None

    finder.sheets[STRETCH, False] = found
    with qtbot.waitSignal(stage.figure_changed):
        figures.look_again()

    assert stage.has_figure


def test_an_exercise_without_a_figure_takes_the_last_one_off_the_stage(stage, play, shown, finder):
    assert play() is not None
    finder.known.clear()
    stage.show_scene(shown.scene, StageImage("Other", "prone"))
    stage.show_moment(shown.moment)
    assert stage.shown is None


def test_figures_are_drawn_as_large_as_they_are_shown_once_the_window_rests(stage, figures, qtbot):
    stage.setFixedSize(300, 200)
    asked = []
    figures.expect([Picture(BRIDGE, "Bridge")])
    figures.wanted.connect(asked.append)
    qtbot.waitUntil(lambda: figures._room == QSize(300, 200))


def test_the_figure_is_seen_on_its_floor(play, stage, count_of, shown, works):
    shown.skip_to(works)
    play()
    image = stage.grab().toImage()
    blue = sum(
        1
        for x in range(0, 400, 4)
        for y in range(0, 200, 4)
        if image.pixelColor(x, y).blue() > 200 and image.pixelColor(x, y).red() < 60
    )
    assert blue > 30
    assert image.pixelColor(200, 190) != image.pixelColor(2, 2)
