import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap

from routine_player.core.choices import Position, Side
from routine_player.ui.icons import UnknownIconError
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.position_card import PositionCard
from routine_player.ui.widgets.stage import NEXT, ROUTINE, STEP, Stage, StageImage, Still


@pytest.fixture
def stage(theme: Theme, show) -> Stage:
    made = Stage(theme)
    made.setFixedSize(360, 300)
    made.window_kept = show(made)
    return made


def red_picture(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor("red"))
    return pixmap


@pytest.mark.parametrize("position", list(Position))
@pytest.mark.parametrize("size", [STEP, ROUTINE, NEXT])
def test_every_position_has_a_figure_in_every_size(
    theme: Theme, qtbot, count_of, position: Position, size: QSize
):
    still = Still(theme, StageImage("Some exercise", position), size)
    qtbot.addWidget(still)

    assert still.size() == still.sizeHint() == size
    assert count_of(still, LIGHT.strong) > 50
    assert count_of(still, LIGHT.stage) > 500
    assert still.accessibleName() == "Some exercise"


def test_a_picture_is_shown_whole_in_the_middle(stage: Stage):
    stage.show_image(StageImage("Cat", picture=red_picture(100, 50)))
    image = stage.grab().toImage()

    assert image.pixelColor(180, 150) == QColor("red")
    assert image.pixelColor(180, 150 - 88) == QColor("red")
    assert image.pixelColor(180, 150 - 92) == LIGHT.stage
    assert image.pixelColor(180, 150 + 92) == LIGHT.stage


def test_a_picture_is_scaled_once_for_each_size(stage: Stage):
    stage.show_image(StageImage("Cat", picture=red_picture(100, 50)))
    stage.grab()
    first = stage._scaled
    stage.grab()
    assert stage._scaled is first

    stage.setFixedSize(200, 200)
    stage.grab()
    assert stage._scaled is not first


def test_a_picture_that_could_not_be_read_gives_way_to_the_figure(stage: Stage, count_of):
    stage.show_image(StageImage("Cat", "quadruped", picture=QPixmap()))

    assert count_of(stage, LIGHT.strong) > 1000


def test_nothing_to_show_is_an_empty_panel(stage: Stage, count_of):
    assert count_of(stage, LIGHT.stage) > 360 * 300 * 0.99


def test_a_stage_without_a_frame_lies_on_paper(theme: Theme, show):
    stage = Stage(theme, framed=False)
    stage.setFixedSize(200, 200)
    window = show(stage)
    stage.show_image(StageImage("Cat", "prone"))

    corner = stage.mapTo(window, stage.rect().topLeft())
    assert window.grab().toImage().pixelColor(corner) == LIGHT.paper


def test_the_other_side_is_the_mirror(stage: Stage):
    stage.show_image(StageImage("Stretch", "half-kneeling", side=Side.LEFT))
    left = stage.grab().toImage()

    stage.show_image(StageImage("Stretch", "half-kneeling", side=Side.RIGHT))

    right = stage.grab().toImage()
    assert right != left
    mirrored = left.flipped(Qt.Orientation.Horizontal)
    marks = {
        name: {
            (x, y)
            for x in range(0, 360, 4)
            for y in range(0, 300, 4)
            if image.pixelColor(x, y) == LIGHT.strong
        }
        for name, image in (("right", right), ("mirrored", mirrored))
    }
    apart = marks["right"] ^ marks["mirrored"]
    assert len(apart) < len(marks["right"]) / 8


def test_the_side_that_is_done_is_pale(stage: Stage, count_of):
    stage.show_image(StageImage("Stretch", "prone"))
    assert count_of(stage, LIGHT.strong) > 1000

    stage.set_faint(faint=True)

    assert count_of(stage, LIGHT.strong) == 0


def test_the_name_stands_under_the_figure_where_it_is_wanted(stage: Stage, count_of):
    stage.show_image(StageImage("<b>Cat</b>\ncow", "quadruped"))
    assert count_of(stage, LIGHT.ink2) == 0

    stage.show_image(StageImage("<b>Cat</b>\ncow", "quadruped", shows_name=True))
    assert count_of(stage, LIGHT.ink2) > 50

    stage.setFixedSize(160, 100)
    assert count_of(stage, LIGHT.ink2) == 0


def test_an_exercise_without_a_position_is_shown_standing(stage: Stage):
    stage.show_image(StageImage("Breathing", "standing"))
    standing = stage.grab().toImage()

    stage.show_image(StageImage("Breathing", ""))

    assert stage.grab().toImage() == standing


def test_the_same_image_again_paints_nothing(stage: Stage, repaints):
    stage.show_image(StageImage("Cat", "prone"))
    asked = repaints(stage)

    stage.show_image(StageImage("Cat", "prone"))

    assert asked == []
    assert stage.image == StageImage("Cat", "prone")


def test_a_position_nobody_drew_is_a_bug(theme: Theme):
    with pytest.raises(UnknownIconError):
        PositionCard(theme)._inked("position-floating")


def test_a_stage_of_no_size_draws_nothing(stage: Stage):
    stage.show_image(StageImage("Cat", "prone"))
    stage.setFixedSize(1, 1)

    assert not stage.grab().isNull()
