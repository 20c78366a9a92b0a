"""The program as processes: a second start, a killed first one, and what goes over the network."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from routine_player.app.first_instance import ask_first

PATIENCE_S = 60


@pytest.fixture
def program(tmp_path):
    """Start the program on a data folder of its own; what still runs is killed in the end."""
    started = []

    def start(*words):
        command = [sys.executable, "-m", "routine_player", "--home", str(tmp_path / "home"), *words]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def first(program, tmp_path, qapp):
    """A running app that listens for later starts."""
    app = program()
    while not ask_first(tmp_path / "home", ""):
        assert app.poll() is None, app.communicate()
    return app


def test_a_second_start_ends_well_and_leaves_the_first_alone(first, program):
    second = program("play", "demo")
    out, err = second.communicate(timeout=PATIENCE_S)
    assert (second.returncode, out, err) == (0, "", "")
    assert first.poll() is None


def test_the_terminal_says_in_one_line_that_the_app_has_the_history(first, program):
    other = program("play", "demo", "--terminal")
    _, err = other.communicate(timeout=PATIENCE_S)
    assert other.returncode == 3
    assert len(err.splitlines()) == 1


def test_after_the_first_was_killed_the_history_is_free_again(first, program):
    first.send_signal(signal.SIGKILL)
    first.wait(PATIENCE_S)
    other = program("play", "demo", "--terminal", "--speed", "900")
    out, _ = other.communicate(timeout=PATIENCE_S)
    assert other.returncode == 0
    assert "3 of 3 steps" in out


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace looks over its shoulder")
def test_nothing_ever_speaks_to_the_network(tmp_path):
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(trace)]
    words = ["--home", str(tmp_path / "home"), "play", "demo", "--terminal", "--speed", "900"]
    command = [*watched, sys.executable, "-m", "routine_player", *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if b"PTRACE" in done.stderr or b"ptrace" in done.stderr:
        pytest.skip("strace may not look here")
    assert done.returncode == 0
    assert "AF_INET" not in trace.read_text()
