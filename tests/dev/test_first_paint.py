"""A start that is measured has to be a start: the command line, to a window that was painted."""

import subprocess
import sys

import pytest

from routine_player.dev import bench_start
from routine_player.dev.first_paint import BARE, PAINTED


@pytest.fixture
def start(root):
    """Open what the words say, and give what it told."""

    def opened(*words):
        command = [sys.executable, "-m", "routine_player.dev.first_paint", *map(str, words)]
        done = subprocess.run(
            command, cwd=root, check=False, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    return opened


def test_a_bare_window_tells_its_time_and_memory(start):
    word, cpu_s, resident_bytes = start(BARE)
    assert word == PAINTED
    assert float(cpu_s) > 0
    assert int(resident_bytes) > 1_000_000


def test_the_app_tells_them_too_and_has_opened_the_folder_that_was_named(start, tmp_path):
    home = tmp_path / "home"
    word, _, _ = start("--home", home)
    assert word == PAINTED
    assert (home / "history.db").is_file()


def test_a_start_is_held_against_the_bare_one_by_its_median():
    bare = [bench_start.Start(0.1, 0.05, 50_000_000)] * 3
    slow = bench_start.Start(9.0, 9.0, 75_000_000)
    app = [
        bench_start.Start(0.15, 0.1, 75_000_000),
        slow,
        bench_start.Start(0.15, 0.1, 75_000_000),
    ]
    wall, cpu, memory = bench_start.figures_of("Today", app, bare)
    assert (wall.ratio, cpu.ratio, memory.ratio) == pytest.approx((1.5, 2.0, 1.5))
    assert (wall.holds, cpu.holds, memory.holds) == (True, False, True)
    assert wall.value == "150 ms"
