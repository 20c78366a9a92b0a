"""What pages want to show of figures is ordered, and shown when it was drawn."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize

from routine_player.app import figure_room as module
from routine_player.app.figure_orders import Product, Reply, Word
from routine_player.app.figure_sheets import encoded
from routine_player.core.picture import Picture
from routine_player.store.settings import Figure, Motion
from routine_player.ui.figure.sheet import note_path

TOUCH = Picture("toe-touch", "Toe touch")
POSED = """\
exercise: Toe touch
position: standing
sides: none
pose:
  keyframes:
    - {name: start}
    - {name: down, pose: {hips: flexion 90}}
"""


@pytest.fixture(autouse=True)
def process(monkeypatch):
    """No process is started: what would be ordered of it is kept."""
    made = []

    class FakeProcess(module.FigureProcess):
        def __init__(self, *more):
            super().__init__(*more)
            self.ordered = []
            self.is_closed = False
            made.append(self)

        def draw(self, orders):
            self.ordered = list(orders)

        def close(self):
            self.is_closed = True

    monkeypatch.setattr(module, "FigureProcess", FakeProcess)
    return lambda: made[-1]


@pytest.fixture
def rooms(open_app, places):
    (places.exercises / "toe-touch.yaml").write_text(POSED, encoding="utf-8")
    return open_app()


@pytest.fixture
def figures(rooms):
    figures = rooms._pictures.figures
    figures.set_room(QSize(300, 200))
    return figures


def draw(order):
    """Put a sheet of the smallest kind where an order wants one."""
    reference = Path(__file__).parents[1] / "reference" / "figure-sheet.note"
    path = Path(order.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(np.full((4, 8, 4), 255, np.uint8), path.suffix))
    shutil.copy(reference, note_path(path))


def test_what_moves_is_ordered_before_stills(rooms, figures, process):
    rooms._pictures.stage_image(TOUCH)
    figures.expect([TOUCH])
    assert [order.product for order in process().ordered][:2] == [Product.SHEET, Product.STILL]


def test_a_sheet_is_shown_when_it_was_drawn(rooms, figures, process, qtbot):
    figures.expect([TOUCH])
    (order,) = [one for one in process().ordered if one.product is Product.SHEET]
    draw(order)
    with qtbot.waitSignal(figures.changed):
        process().replied.emit(Reply(Word.DONE, order.path))
    assert figures.sheet(TOUCH) is not None
    assert not any(one.product is Product.SHEET for one in process().ordered)


def test_stills_are_shown_in_lists_when_they_were_drawn(rooms, process, qtbot):
    pictures = rooms._pictures
    assert pictures.stage_image(TOUCH).figure is None
    order = next(one for one in process().ordered if "toe-touch" in one.exercise)
    draw(order)
    with qtbot.waitSignal(pictures.stills_changed):
        process().replied.emit(Reply(Word.DONE, order.path))
    assert pictures.stage_image(TOUCH).figure is not None


def test_what_cannot_be_drawn_is_not_ordered_again(rooms, figures, process, caplog):
    figures.expect([TOUCH])
    order = process().ordered[0]
    process().replied.emit(Reply(Word.FAILED, order.path, "an impossible pose"))
    rooms._figure_room.order()
    assert order not in process().ordered
    assert any("an impossible pose" in record.getMessage() for record in caplog.records)


def test_a_word_on_the_way_changes_nothing(rooms, figures, process, qtbot):
    figures.expect([TOUCH])
    before = list(process().ordered)
    with qtbot.assertNotEmitted(figures.changed):
        process().replied.emit(Reply(Word.WORKING, before[0].path))
    assert process().ordered == before


def test_a_changed_exercise_is_drawn_anew(rooms, figures, process, places):
    figures.expect([TOUCH])
    before = process().ordered[0]
    (places.exercises / "toe-touch.yaml").write_text(POSED.replace("90", "70"), encoding="utf-8")
    rooms._desk.reload_library()
    assert process().ordered[0].path != before.path


@pytest.mark.parametrize(
    ("figure", "motion", "moving"),
    [
        (Figure.SYSTEM, Motion.FULL, True),
        (Figure.SYSTEM, Motion.REDUCED, False),
        (Figure.MOVING, Motion.REDUCED, True),
        (Figure.STILLS, Motion.FULL, False),
    ],
)
def test_figures_move_as_was_chosen(rooms, figures, figure, motion, moving):
    rooms._desk.change(motion=motion, figure=figure)
    assert figures.moving is moving


def test_closing_the_window_ends_the_process(rooms, process):
    rooms._figure_room.close()
    assert process().is_closed
