"""Processes that come to grief while they keep a session: short forms of `dev soak`."""

import math
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.dev.survival import (
    DIARY,
    calls_made,
    fault_at,
    has_namespaces,
    has_strace,
    kill_after,
    on_read_only_disk,
    on_small_disk,
)
from routine_player.dev.survivor import NOON, STEPS
from routine_player.store.history import History
from routine_player.store.paths import Places

Nth = Callable[[str, float], str]

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None or not has_strace(),
    reason="strace is not installed, or may not trace here",
)
needs_namespaces = pytest.mark.skipif(
    shutil.which("unshare") is None or not has_namespaces(),
    reason="a disk of one's own cannot be mounted here",
)


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Nth:
    """Tell which system call of a kind it is that comes after such a share of all of them."""
    made: dict[str, int] = {}

    def nth(call: str, share: float) -> str:
        if call not in made:
            made[call] = calls_made(tmp_path_factory.mktemp("calls") / call, call)
        return str(max(1, math.ceil(made[call] * share)))

    return nth


def test_no_promised_step_is_lost_when_the_process_is_killed_at_random(tmp_path: Path):
    rng = random.Random(2)
    trials = [kill_after(tmp_path / "home", rng.randrange(1, 60)) for _ in range(20)]
    assert [trial.wrong for trial in trials] == [()] * 20
    assert sum(trial.steps for trial in trials) > 100
    history = History.open(Places(tmp_path / "home"), NOON)
    assert len(history.sessions(limit=-1)) == 20
    history.close()


def test_no_promised_run_or_edit_is_lost_when_the_process_is_killed_at_random(tmp_path: Path):
    rng = random.Random(3)
    trials = [kill_after(tmp_path / "home", rng.randrange(1, 60), "diary") for _ in range(12)]
    assert [trial.wrong for trial in trials] == [()] * 12
    history = History.open(Places(tmp_path / "home"), NOON)
    assert len(history.diary.runs(limit=-1)) > 50
    history.close()


@needs_strace
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
def test_a_run_is_logged_with_all_that_was_said_or_not_at_all(
    tmp_path: Path, call: str, fault: str
):
    most = calls_made(tmp_path / "calls", call, DIARY)
    for number, ending in ((most // 3, ""), (most * 2 // 3, ""), (most // 2, "+")):
        home = tmp_path / f"{number}{ending}"
        assert fault_at(home, call, fault, f"{number}{ending}", DIARY).wrong == ()


def test_the_lock_of_an_owner_that_was_killed_is_taken_at_once(tmp_path: Path):
    assert kill_after(tmp_path, 3).wrong == ()
    history = History.open(Places(tmp_path), NOON)
    assert history.saved
    history.close()


@needs_strace
@pytest.mark.parametrize("share", [0.0, 0.25, 0.46, 0.5, 0.53, 0.56, 0.58, 0.8, 1.0])
def test_killed_while_it_writes_nothing_promised_is_lost(tmp_path: Path, calls: Nth, share: float):
    trial = fault_at(tmp_path, "pwrite64", "signal=KILL", calls("pwrite64", share))
    assert not trial.is_over
    assert trial.wrong == ()


@needs_strace
@pytest.mark.parametrize(
    ("call", "share"), [("fdatasync", 0.2), ("fdatasync", 0.7), ("rename", 1.0)]
)
def test_killed_while_the_disk_is_waited_for_nothing_promised_is_lost(
    tmp_path: Path, calls: Nth, call: str, share: float
):
    trial = fault_at(tmp_path, call, "signal=KILL", calls(call, share))
    assert not trial.is_over
    assert trial.wrong == ()


@needs_strace
@pytest.mark.parametrize("fault", ["error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize(
    ("call", "share"), [("pwrite64", 0.5), ("pwrite64", 0.55), ("fdatasync", 0.6)]
)
def test_a_write_that_fails_once_is_made_again_and_nothing_is_lost(
    tmp_path: Path, calls: Nth, call: str, fault: str, share: float
):
    trial = fault_at(tmp_path, call, fault, calls(call, share))
    assert trial.is_over
    assert "saved all" in trial.said
    assert (trial.steps, trial.wrong) == (STEPS, ())


@needs_strace
@pytest.mark.parametrize("fault", ["error=ENOSPC", "error=EIO"])
def test_a_disk_that_fails_for_good_is_told_and_never_shown_as_saved(
    tmp_path: Path, calls: Nth, fault: str
):
    trial = fault_at(tmp_path, "pwrite64", fault, calls("pwrite64", 0.54) + "+")
    assert trial.is_over
    assert "saved all" not in trial.said
    assert any(line.startswith("saved This is not saved yet: the disk ") for line in trial.said)
    assert trial.steps < STEPS
    assert trial.wrong == ()


@needs_strace
@pytest.mark.parametrize("when", [1, 9, 25])
def test_a_disk_that_fails_at_the_start_leaves_a_session_that_is_told_to_be_unsaved(
    tmp_path: Path, when: int
):
    trial = fault_at(tmp_path, "pwrite64", "error=EIO", f"{when}+")
    assert trial.is_over
    assert any(line.startswith("saved Nothing you do is saved: the disk ") for line in trial.said)
    assert trial.wrong == ()


@needs_namespaces
def test_a_session_goes_on_while_the_disk_is_full_and_is_saved_when_there_is_room(tmp_path: Path):
    said = on_small_disk(tmp_path)
    assert "while full This is not saved yet: the disk is full." in said
    assert said[-1] == "saved all"
    assert "second 5" in said  # before it was full
    assert "second 10" not in said


@needs_namespaces
def test_a_home_on_a_read_only_disk_is_shown_and_played_in(tmp_path: Path):
    kill_after(tmp_path, 4)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    folder, *said = on_read_only_disk(tmp_path)
    assert "Read-only file system" in folder
    assert said == ["there 1", "then 2", "saved Nothing you do is saved: read-only file system."]
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before
