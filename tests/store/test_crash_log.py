import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from routine_player import __version__
from routine_player.store.crash_log import (
    CrashHooks,
    InterpreterWatch,
    keep_log,
    previous_crash,
    report,
)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "logs" / "routine-player.log"
    handler = keep_log(path)
    assert handler is not None
    yield path
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def python_told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the hook that was there before is told of."""
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: said.append(repr(error)))
    return said


@pytest.fixture
def told(python_told: list[str]) -> Iterator[list[str]]:
    """What hooks tell of, as long as they are in place."""
    said: list[str] = []
    hooks = CrashHooks(said.append)
    yield said
    hooks.remove()


def _crash(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_warnings_are_logged_and_chatter_is_not(log: Path):
    logging.getLogger("routine_player.play").warning("The device is gone: %s", "Kopfhörer")
    logging.getLogger("routine_player.play").info("tick")
    (line,) = log.read_text(encoding="utf-8").splitlines()
    assert "WARNING routine_player.play: The device is gone: Kopfhörer" in line


def test_the_log_is_three_files_of_a_megabyte_at_most(log: Path):
    for _ in range(50):
        logging.getLogger("routine_player").warning("x" * 100_000)
    files = list(log.parent.iterdir())
    assert len(files) == 3
    assert all(path.stat().st_size <= 1_000_000 for path in files)


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path):
    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    assert keep_log(tmp_path / "logs" / "routine-player.log") is None


def test_an_interpreter_that_died_is_told_of_at_the_next_start(tmp_path: Path):
    path = tmp_path / "logs" / "crash.txt"
    script = (
        "import faulthandler, os, sys; from pathlib import Path;"
        "from routine_player.store.crash_log import InterpreterWatch;"
        "watch = InterpreterWatch(Path(sys.argv[1])); os.abort()"
    )
    died = subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=60)
    assert died.returncode != 0
    crash = previous_crash(path)
    assert crash is not None
    assert crash.startswith(f"Routine Player {__version__}\nPython 3.")
    assert "Fatal Python error: Aborted" in crash
    watch = InterpreterWatch(path)
    assert previous_crash(path) is None
    watch.close()


def test_an_interpreter_that_ended_well_left_nothing_to_tell(tmp_path: Path):
    path = tmp_path / "crash.txt"
    InterpreterWatch(path).close()
    assert path.exists()
    assert previous_crash(path) is None


def test_a_first_start_has_no_crash_before_it(tmp_path: Path):
    assert previous_crash(tmp_path / "crash.txt") is None


def test_a_trace_that_is_not_text_is_told_all_the_same(tmp_path: Path):
    path = tmp_path / "crash.txt"
    path.write_bytes(b"Fatal \xff\n" + b"x" * 500_000)
    crash = previous_crash(path)
    assert crash is not None
    assert "Fatal \ufffd" in crash
    assert len(crash) < 101_000


def test_a_report_ends_with_one_line_end():
    assert report("Traceback\n\n").endswith("\n\nTraceback\n")


def test_an_exception_that_nobody_caught_is_logged_and_told(log: Path, told: list[str]):
    def fail() -> None:
        raise RuntimeError("the ring has no phase")

    with pytest.raises(RuntimeError) as caught:
        fail()
    _crash(caught.value)
    (crash,) = told
    assert "RuntimeError: the ring has no phase" in crash
    assert "test_crash_log.py" in crash
    assert "the ring has no phase" in log.read_text(encoding="utf-8")


def test_an_exception_in_a_thread_is_told(told: list[str]):
    def fail() -> None:
        raise RuntimeError("in a worker")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "RuntimeError: in a worker" in told[0]


def test_a_thread_without_an_exception_tells_nothing(told: list[str]):
    threading.excepthook(threading.ExceptHookArgs((RuntimeError, None, None, None)))
    assert told == []


def test_ctrl_c_is_no_crash(told: list[str], python_told: list[str]) -> None:
    _crash(KeyboardInterrupt())
    assert told == []
    assert python_told == ["KeyboardInterrupt()"]


def test_a_crash_while_telling_of_a_crash_is_told_once(log: Path):
    said: list[str] = []

    def tell(text: str) -> None:
        said.append(text)
        _crash(RuntimeError("second"))

    hooks = CrashHooks(tell)
    _crash(RuntimeError("first"))
    _crash(RuntimeError("third"))
    hooks.remove()
    assert ["first" in said[0], "third" in said[1], len(said)] == [True, True, 2]
    assert "second" in log.read_text(encoding="utf-8")


def test_hooks_that_are_removed_tell_nothing_more(python_told: list[str]) -> None:
    before = (sys.excepthook, threading.excepthook)
    said: list[str] = []
    CrashHooks(said.append).remove()
    assert (sys.excepthook, threading.excepthook) == before
    _crash(RuntimeError("later"))
    assert said == []
    assert python_told == ["RuntimeError('later')"]
