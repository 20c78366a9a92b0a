"""Sheets are found, read beside the interface, and asked for where they are missing."""

import pytest
from PySide6.QtCore import QSize

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.core.picture import Picture
from routine_player.ui.figure import figures as module
from routine_player.ui.figure.figures import Facts, Figures, NoFigures, Want
from routine_player.ui.figure.sheet import note_path

BRIDGE = Picture("bridge", "Bridge")
BIRD_DOG = Picture("bird-dog", "Bird-dog", side=Side.RIGHT, alternates=True)
ROOM = QSize(400, 200)


@pytest.fixture
def figures(qapp, finder):
    made = Figures(finder)
    made.set_room(ROOM)
    yield made
    made.close()


@pytest.fixture
def told(figures):
    """What was asked for, each time."""
    kept: list[tuple[Want, ...]] = []
    figures.wanted.connect(kept.append)
    return kept


@pytest.fixture
def read(figures, qtbot):
    """Wait until a picture's sheet has been read."""

    def wait(picture, *, is_other=False):
        qtbot.waitUntil(lambda: figures.sheet(picture, is_other=is_other) is not None)
        return figures.sheet(picture, is_other=is_other)

    return wait


def test_what_is_missing_is_asked_for_in_the_order_it_is_needed(figures, told):
    figures.expect([BRIDGE, BIRD_DOG, BRIDGE])

    wants = [(want.exercise, want.is_far) for want in told[-1]]
    assert wants == [("bridge", False), ("bird-dog", False), ("bird-dog", True)]
    assert figures.wants == told[-1]
    assert figures.sheet(BRIDGE) is None


def test_the_canvas_is_somewhat_coarse_and_not_huge(figures, told):
    figures.expect([BRIDGE])
    assert (told[-1][0].width, told[-1][0].height) == (448, 256)

    figures.set_room(QSize(401, 201))
    assert len(told) == 1  # the same canvas will do

    figures.set_room(QSize(4000, 3000))
    assert told[-1][0].width * told[-1][0].height < 1_300_000


def test_nothing_is_asked_for_before_there_is_a_room(qapp, finder):
    figures = Figures(finder)
    figures.expect([BRIDGE])
    assert figures.wants == ()


def test_a_sheet_that_is_there_is_read_and_told_of(figures, finder, make_sheet, read, qtbot):
    finder.put("bridge", make_sheet())
    with qtbot.waitSignal(figures.changed):
        figures.expect([BRIDGE])
    sheet = read(BRIDGE)
    assert sheet.scale == 2.0
    assert figures.wants == ()


def test_a_sheet_of_a_few_frames_is_shown_until_the_whole_one_is_there(
    figures, finder, make_sheet, read, qtbot
):
    finder.put("bridge", make_sheet("few.webp", motion=2), whole=False)
    figures.expect([BRIDGE])
    assert len(read(BRIDGE).motion) == 2
    assert [want.exercise for want in figures.wants] == ["bridge"]

    finder.put("bridge", make_sheet("all.webp", motion=5))
    figures.look_again()

    qtbot.waitUntil(lambda: len(read(BRIDGE).motion) == 5)
    assert figures.wants == ()


def test_the_other_side_is_the_mirror_image(figures, finder, make_sheet, read):
    finder.put("bridge", make_sheet())
    left = Picture("bridge", "Bridge", side=Side.LEFT)
    right = Picture("bridge", "Bridge", side=Side.RIGHT)
    figures.expect([left, right])
    assert read(left).flipped
    assert not read(right).flipped


def test_where_sides_alternate_the_camera_stays_where_it_is(figures, finder, make_sheet, read):
    finder.put("bird-dog", make_sheet("near.webp", motion=2))
    finder.put("bird-dog", make_sheet("far.webp", motion=4), is_far=True)
    figures.expect([BIRD_DOG])
    left = Picture("bird-dog", "Bird-dog", side=Side.LEFT, alternates=True)

    assert len(read(BIRD_DOG).motion) == 2
    assert len(read(left).motion) == 4
    assert len(read(BIRD_DOG, is_other=True).motion) == 4
    assert not read(left).flipped


def test_a_loop_has_both_sides_in_one_sheet(figures, finder, told):
    stops = (Stop(0.0, 0.5, 0.0), Stop(0.5, 0.5, 0.0))
    finder.known["march"] = Facts(Rhythm(stops, loops=True), Side.RIGHT)
    march = Picture("march", "March", side=Side.LEFT, alternates=True)
    figures.expect([march])
    assert [want.is_far for want in told[-1]] == [False]


def test_an_exercise_without_a_figure_or_with_its_own_image_has_no_sheet(figures, told):
    figures.expect([Picture("", "Mine"), Picture("bridge", "B", image="/b.png"), Picture("x", "X")])
    assert told == []
    assert figures.facts(Picture("bridge", "B", image="/b.png")) is None
    assert figures.sheet(Picture("x", "X")) is None


def test_a_sheet_that_cannot_be_read_is_drawn_again_once(figures, finder, make_sheet, qtbot):
    path = make_sheet()
    path.write_bytes(b"damaged")
    finder.put("bridge", path)

    figures.expect([BRIDGE])
    qtbot.waitUntil(lambda: finder.rejected == [path])
    figures.close()
    qtbot.wait(1)
    figures.look_again()
    figures.close()
    qtbot.wait(1)

    assert finder.rejected == [path]
    assert figures.sheet(BRIDGE) is None


def test_only_what_is_about_to_be_shown_is_read(figures, finder, make_sheet, read):
    for name in ("bridge", "bird-dog", "squat"):
        finder.known[name] = Facts(finder.known["bridge"].rhythm, Side.RIGHT)
        finder.put(name, make_sheet(f"{name}.webp"))
    squat = Picture("squat", "Squat")
    figures.expect([BRIDGE, Picture("bird-dog", "Bird-dog"), squat])
    read(Picture("bird-dog", "Bird-dog"))
    assert figures.sheet(squat) is None


def test_frames_of_long_ago_are_forgotten_where_they_take_too_much(
    figures, finder, make_sheet, read, monkeypatch
):
    monkeypatch.setattr(module, "MOST_BYTES", 40_000)  # less than two sheets
    finder.put("bridge", make_sheet())
    figures.expect([BRIDGE])
    read(BRIDGE)
    finder.put("bird-dog", make_sheet("dog.webp"))
    dog = Picture("bird-dog", "Bird-dog")

    figures.expect([dog])
    read(dog)

    assert figures.sheet(BRIDGE) is None


def test_a_sheet_is_read_again_for_another_room(figures, finder, make_sheet, read, qtbot):
    finder.put("bridge", make_sheet())
    figures.expect([BRIDGE])
    read(BRIDGE)
    figures.set_room(QSize(200, 100))
    qtbot.waitUntil(lambda: read(BRIDGE).scale == 1.0)


def test_where_there_are_no_figures_nothing_is_found(tmp_path):
    none = NoFigures()
    none.reject(note_path(tmp_path / "a.webp"))
    assert none.facts("bridge") is None
    assert none.sheet(Want("bridge", is_far=False, width=1, height=1)) is None
