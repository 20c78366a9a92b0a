"""Where figures lie is known without drawing one, and what is missing can be ordered."""

from pathlib import Path

import pytest

from routine_player.app.figure_files import FigureFiles
from routine_player.app.figure_orders import Product
from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.ui.figure.figures import Want
from routine_player.ui.figure.sheet import note_path

POSED = """\
exercise: Toe touch
position: standing
sides: none
pose:
  keyframes:
    - {name: start, hold: 0.4}
    - {name: down, move: 2, hold: 1.5, pose: {hips: flexion 90}}
"""
WANT = Want("toe-touch", is_far=False, width=640, height=320)


@pytest.fixture
def own(places):
    """Write an exercise of one's own; give its file."""

    def written(text=POSED, name="toe-touch"):
        path = places.exercises / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def desk(make_desk, own):
    own()
    return make_desk()


@pytest.fixture
def files(desk):
    desk.take_stock()
    return FigureFiles(desk)


def put(path):
    """Put something where a sheet belongs."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    for one in (path, note_path(path)):
        one.write_text("a sheet")


def test_an_exercise_with_a_pose_has_a_figure_with_its_own_times(files):
    facts = files.facts("toe-touch")
    assert facts is not None
    assert facts.side is Side.RIGHT
    assert facts.rhythm == Rhythm((Stop(0.0, 1.2, 0.4), Stop(1.0, 2.0, 1.5)))


def test_an_exercise_without_a_pose_has_none(files, own, desk):
    own("exercise: Plain\nposition: standing\nsides: none\n", "plain")
    own(POSED.replace("hips: flexion 90", "hips: sideways 90"), "wrong")
    desk.reload_library()
    for name in ("plain", "wrong", "nowhere"):
        assert files.facts(name) is None
        assert files.still(name) is None
        assert files.order(Want(name, is_far=False, width=640, height=320)) is None
        assert files.sheet(Want(name, is_far=False, width=640, height=320)) is None
    assert files.missing_stills == ()


def test_nothing_is_read_before_the_library_is(desk):
    files = FigureFiles(desk)
    assert files.still("toe-touch") is None
    assert files.facts("toe-touch") is None
    assert files.was_asked_early
    assert not desk.is_stocked


def test_a_sheet_is_whole_partly_there_or_missing(files):
    order = files.order(WANT)
    assert order is not None
    assert (order.product, order.width, order.height) == (Product.SHEET, 640, 320)
    assert files.sheet(WANT) is None

    put(order.partly_path)
    found = files.sheet(WANT)
    assert found is not None
    assert (str(found.path), found.whole) == (order.partly_path, False)

    put(order.path)
    found = files.sheet(WANT)
    assert found is not None
    assert (str(found.path), found.whole) == (order.path, True)


def test_every_size_side_and_pose_has_a_sheet_of_its_own(files, own, desk):
    wants = [
        WANT,
        Want("toe-touch", is_far=True, width=640, height=320),
        Want("toe-touch", is_far=False, width=704, height=320),
    ]
    paths = {files.order(want).path for want in wants}
    own(POSED.replace("90", "80"))
    desk.reload_library()
    paths.add(files.order(WANT).path)
    assert len(paths) == 4

    own("# a comment\n" + POSED)
    desk.reload_library()
    own(POSED)
    before = files.order(WANT).path
    desk.reload_library()
    assert files.order(WANT).path == before


def test_a_damaged_sheet_is_taken_away(files):
    order = files.order(WANT)
    put(order.path)
    files.reject(Path(order.path))
    assert files.sheet(WANT) is None
    files.reject(Path(order.path))


def test_a_still_that_is_missing_is_told_of_once_and_found_once_it_is_there(files, qtbot):
    with qtbot.waitSignal(files.still_missed):
        assert files.still("toe-touch") is None
    with qtbot.assertNotEmitted(files.still_missed):
        assert files.still("toe-touch") is None
    assert files.missing_stills == ("toe-touch",)

    order = files.still_order("toe-touch")
    put(order.path)

    assert str(files.still("toe-touch")) == order.path
    assert files.missing_stills == ()


def test_what_cannot_be_drawn_is_not_ordered_again_until_exercises_change(files, desk):
    files.still("toe-touch")
    files.fail(files.still_order("toe-touch").path)
    assert files.still_order("toe-touch") is None
    assert files.missing_stills == ()
    assert files.still("toe-touch") is None
    assert files.missing_stills == ()

    desk.reload_library()
    assert files.still_order("toe-touch") is not None


@pytest.fixture
def with_bundled_still(places, tmp_path, monkeypatch):
    """Have the program come with a still of the cat-cow."""
    folder = tmp_path / "figures"
    put(folder / "cat-cow.webp")
    monkeypatch.setattr(type(places), "stills", property(lambda _: folder))
    return folder / "cat-cow.webp"


def test_the_still_of_a_bundled_exercise_comes_with_the_program(with_bundled_still, make_desk):
    desk = make_desk()
    files = FigureFiles(desk)
    assert files.still("cat-cow") == with_bundled_still
    assert not files.was_asked_early

    desk.take_stock()
    assert files.still("cat-cow") == with_bundled_still


def test_an_exercise_of_ones_own_in_the_place_of_a_bundled_one_has_another_still(
    with_bundled_still, own, make_desk
):
    own(POSED, "cat-cow")
    desk = make_desk()
    files = FigureFiles(desk)
    assert files.still("cat-cow") is None

    desk.take_stock()
    assert files.still("cat-cow") is None
    assert files.missing_stills == ("cat-cow",)


def test_much_that_was_drawn_long_ago_is_deleted(files, places):
    put(files.order(WANT).path)
    files.prune()
    assert files.sheet(WANT) is not None
    assert places.figure_cache.is_dir()
