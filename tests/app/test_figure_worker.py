"""The worker draws real figures, in a process of its own that ends with its input."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from routine_player.app import figure_opening as opening
from routine_player.app import figure_worker
from routine_player.app.figure_bench import CannotDrawError
from routine_player.app.figure_opening import FigureOpening
from routine_player.app.figure_orders import (
    Order,
    Product,
    Word,
    orders_line,
    reply_in,
)
from routine_player.figure.solving import solve_movement
from routine_player.store.exercise_file import read_exercise
from routine_player.ui.figure.sheet import read_sheet

ROOT = Path(__file__).parents[2]
POSED = """\
exercise: Toe touch
position: standing
sides: none
pose:
  keyframes:
    - {name: start}
    - {name: down, pose: {hips: flexion 60}}
"""


@pytest.fixture
def exercise(tmp_path):
    path = tmp_path / "toe-touch.yaml"
    path.write_text(POSED, encoding="utf-8")
    return path


@pytest.fixture
def order(tmp_path, exercise):
    def ordered(**more):
        path = str(tmp_path / "cache" / "still.webp")
        return Order(str(exercise), Product.STILL, 96, 72, path, **more)

    return ordered


def test_the_worker_draws_what_is_asked_for_and_ends_when_its_input_does(order, tmp_path):
    keep = tmp_path / "kept"
    with subprocess.Popen(
        [sys.executable, "-m", "routine_player.app.figure_worker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as worker:
        worker.stdin.write(b"hello\n" + orders_line([order(keep=str(keep))]))
        worker.stdin.flush()
        words = []
        while Word.DONE not in words:
            words.append(reply_in(worker.stdout.readline()).word)
        worker.stdin.close()
        assert worker.wait(60) == 0
        assert b"no JSON" in worker.stderr.read()
    sheet = read_sheet(Path(order().path))
    assert sheet is not None
    assert sheet.note.width == 96
    assert [path.suffix for path in keep.iterdir()] == [".json"]


@pytest.fixture(scope="module")
def movement(tmp_path_factory):
    """One movement, really solved, since that takes a while."""
    path = tmp_path_factory.mktemp("posed") / "toe-touch.yaml"
    path.write_text(POSED, encoding="utf-8")
    return solve_movement(read_exercise(path).movement)


@pytest.fixture
def solved(monkeypatch, movement):
    """Count what is solved; nothing is drawn."""
    seen = []

    def solve(authored):
        seen.append(authored)
        return replace(movement, authored=authored)

    monkeypatch.setattr(opening, "solve_movement", solve)
    for name in ("Wardrobe", "Mannequin", "Drawing"):
        monkeypatch.setattr(opening, name, lambda *_, **__: None)
    return seen


def test_nothing_is_solved_twice(order, solved, tmp_path):
    keep = str(tmp_path / "kept")
    first = FigureOpening()
    _, subject = first.open(order(keep=keep))
    first.open(order(keep=keep, is_far=True))
    FigureOpening().open(order(keep=keep))
    assert len(solved) == 1
    assert subject.side == "right"


def test_a_disk_that_refuses_costs_only_time(order, solved, exercise):
    FigureOpening().open(order(keep=str(exercise / "below-a-file")))
    assert len(solved) == 1


def test_an_exercise_without_a_pose_cannot_be_drawn(order, exercise):
    exercise.write_text("exercise: Plain\nposition: standing\nsides: none\n")
    with pytest.raises(CannotDrawError, match=r"toe-touch\.yaml"):
        FigureOpening().open(order())


def test_a_pose_that_breaks_the_solver_is_told_of_as_one(order, solved, monkeypatch):
    def breaks(_):
        raise ValueError("no such place")

    monkeypatch.setattr(opening, "solve_movement", breaks)
    with pytest.raises(CannotDrawError, match="no such place"):
        FigureOpening().open(order())


def test_what_is_solved_first_is_forgotten_first(order, solved, monkeypatch, exercise):
    monkeypatch.setattr(opening, "_KEPT", 1)
    figures = FigureOpening()
    figures.open(order())
    exercise.write_text(POSED.replace("60", "50"))
    figures.open(order())
    exercise.write_text(POSED)
    figures.open(order())
    assert len(solved) == 3


def test_only_the_newest_orders_count(order):
    waiting = SimpleQueue()
    assert figure_worker._newest(waiting, waits=False) is None
    waiting.put(())
    waiting.put((order(),))
    assert figure_worker._newest(waiting, waits=True) == (order(),)


def test_the_end_of_the_input_is_the_end_of_the_process(order, monkeypatch, capsys):
    codes = []
    monkeypatch.setattr(figure_worker.os, "_exit", codes.append)
    waiting = SimpleQueue()
    figure_worker._listen(io.BytesIO(b"odd\n" + orders_line([order()])), waiting)
    assert codes == [0]
    assert waiting.get() == (order(),)
    assert "no JSON" in capsys.readouterr().err


def test_work_goes_on_with_the_newest_orders_as_long_as_there_are_some(order):
    class Bench:
        def __init__(self):
            self.taken = []
            self.left = 2

        def take(self, orders):
            self.taken.append(orders)

        def step(self):
            self.left -= 1
            if self.left < 0:
                raise EOFError
            return self.left > 0

    bench = Bench()
    waiting = SimpleQueue()
    waiting.put((order(),))
    waiting.put(())
    with pytest.raises(EOFError):
        waiting_twice(bench, waiting)
    assert bench.taken[0] == ()


def waiting_twice(bench, waiting):
    """Let the second wait find something too."""
    get = waiting.get

    class Queue:
        def get(self):
            return get() if not waiting.empty() else ()

        def get_nowait(self):
            return waiting.get_nowait()

    figure_worker.work(bench, Queue())
