"""The process that draws figures is there when it is needed, and gone when it is not."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QTimer

from routine_player.app import figure_process as module
from routine_player.app.figure_orders import Order, Product, Reply, Word
from routine_player.app.figure_process import MOST_RESTARTS, FigureProcess

ROOT = Path(__file__).parents[2]

HEAD = """
import json, sys
def say(word, path, reason=""):
    print(json.dumps({"word": word, "path": path, "reason": reason}), flush=True)
def orders():
    for line in sys.stdin:
        yield from json.loads(line)
"""
GOOD = """
for order in orders():
    say("working", order["path"])
    say("done", order["path"])
"""
DYING = """
for order in orders():
    print("out of memory", file=sys.stderr)
    sys.exit(7)
"""
ODD = """
print("hello", flush=True)
for order in orders():
    say("failed", order["path"], "no pose")
"""
SILENT = """
for order in orders():
    say("working", order["path"])
import time
time.sleep(600)
"""
DEAF = """
say("working", "")
import time
time.sleep(600)
"""


@pytest.fixture
def order(tmp_path):
    def ordered(name="a"):
        return Order("/e.yaml", Product.STILL, 480, 330, str(tmp_path / f"{name}.webp"))

    return ordered


@pytest.fixture
def begin(qapp, tmp_path):
    """Make a process whose worker does what a script says."""
    made: list[FigureProcess] = []

    def process(script):
        path = tmp_path / "worker.py"
        path.write_text(HEAD + script, encoding="utf-8")
        made.append(FigureProcess(ROOT / "routine_player", worker=(str(path),)))
        return made[-1]

    yield process
    for one in made:
        one.close()


@pytest.fixture
def replies():
    return []


def test_nothing_is_started_before_something_is_to_be_drawn(begin):
    process = begin(GOOD)
    process.draw([])
    assert not process.is_running


def test_each_order_is_replied_to(begin, order, replies, qtbot):
    process = begin(GOOD)
    process.replied.connect(replies.append)
    first, second = order("a"), order("b")

    process.draw([first, second])

    qtbot.waitUntil(lambda: Reply(Word.DONE, second.path) in replies)
    assert Reply(Word.DONE, first.path) in replies


def test_an_idle_process_is_sent_home_and_another_comes_when_it_is_needed(
    begin, order, replies, qtbot
):
    process = begin(GOOD)
    process.replied.connect(replies.append)
    process.draw([order("a")])
    qtbot.waitUntil(lambda: Reply(Word.DONE, order("a").path) in replies)

    process.dismiss()
    qtbot.waitUntil(lambda: not process.is_running)

    process.draw([order("b")])
    qtbot.waitUntil(lambda: Reply(Word.DONE, order("b").path) in replies)
    assert process.is_running
    assert not process.is_given_up
    done = [reply.path for reply in replies if reply.word is Word.DONE]
    assert done == [order("a").path, order("b").path]


def test_a_process_that_is_busy_is_not_sent_home(begin, order, replies, qtbot):
    process = begin(SILENT)
    process.replied.connect(replies.append)
    process.draw([order()])
    qtbot.waitUntil(lambda: bool(replies))
    process.dismiss()
    assert process.is_running


def test_a_process_that_dies_is_started_again_three_times_and_told_of_once(
    begin, order, qtbot, caplog
):
    process = begin(DYING)
    with caplog.at_level(logging.WARNING):
        process.draw([order()])
        qtbot.waitUntil(lambda: process.is_given_up)
        process.draw([order("b")])

    assert not process.is_running
    told = [record.getMessage() for record in caplog.records]
    assert [text for text in told if "out of memory" in text] == told[:1]
    assert str(MOST_RESTARTS + 1) in told[1]
    assert len(told) == 2


def test_a_program_that_cannot_be_started_is_given_up(begin, order, qtbot, monkeypatch, caplog):
    process = begin(GOOD)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    process.draw([order()])
    qtbot.waitUntil(lambda: process.is_given_up)
    assert caplog.records


def test_a_process_that_says_nothing_for_long_is_broken_off(
    begin, order, replies, qtbot, monkeypatch, caplog
):
    monkeypatch.setattr(module, "SILENT_MS", 400)
    process = begin(DEAF)
    process.replied.connect(replies.append)

    process.draw([order()])

    qtbot.waitUntil(lambda: process.is_given_up, timeout=10_000)
    assert any("too long" in record.getMessage() for record in caplog.records)


def test_a_process_that_says_nothing_is_broken_off_however_often_orders_change(
    begin, order, replies, qtbot, monkeypatch
):
    monkeypatch.setattr(module, "SILENT_MS", 400)
    process = begin(DEAF)
    process.replied.connect(replies.append)
    process.draw([order()])
    qtbot.waitUntil(lambda: bool(replies))
    orders = QTimer()
    orders.timeout.connect(lambda: process.draw([order("b")]))
    orders.start(50)

    qtbot.waitUntil(lambda: process.is_given_up, timeout=10_000)
    orders.stop()
    assert not process.is_running
    assert Word.DONE not in {reply.word for reply in replies}
    process.draw([order("c")])
    assert not process.is_running


def test_what_is_not_understood_is_told_and_the_rest_is_heard(begin, order, replies, qtbot, caplog):
    process = begin(ODD)
    process.replied.connect(replies.append)
    process.draw([order()])
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Reply(Word.FAILED, order().path, "no pose")]
    assert any("odd" in record.getMessage() for record in caplog.records)


def test_closing_ends_a_process_that_does_not_listen(begin, order, replies, qtbot):
    process = begin(SILENT)
    process.replied.connect(replies.append)
    process.draw([order()])
    qtbot.waitUntil(lambda: bool(replies))
    child = process.findChild(QProcess)
    assert child is not None

    process.close()

    assert child.state() is QProcess.ProcessState.NotRunning
    assert not process.is_running


def test_closing_what_never_ran_does_nothing(begin):
    process = begin(GOOD)

    process.close()

    assert not process.is_running
    assert process.findChild(QProcess) is None
