"""Trials that a history has to survive: killed at any moment, or refused by the disk.

Each trial says in words what it found wrong; nothing is what one hopes for.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypedDict

from routine_player.core.entry import Entry, EntryKind, SessionOutcome
from routine_player.core.run import Run
from routine_player.dev.survivor import NOON, STEP_S, STEPS, entry_of, run_id
from routine_player.store.backups import backups_in
from routine_player.store.history import History
from routine_player.store.history_file import all_faults
from routine_player.store.paths import Places
from routine_player.store.session_summary import SessionId

KEEP: Final = ("keep",)
DIARY: Final = ("diary", "3")
"""What is done while something goes wrong: a session is kept, or runs are logged."""

_BACKUPS = 3  # the newest ones are looked through after each trial

_SAID_OF_RUNS = {"run", "edited", "deleted", "undone"}

_GUARD_S = 120.0  # against a child that hangs: far more than any trial takes


@dataclass(frozen=True, slots=True)
class Trial:
    """A process that came to grief: what it had said until then, and what was wrong afterwards.

    `steps` is how many steps, runs and edits it was promised were stored, `is_over` whether it
    came to its end.
    """

    said: tuple[str, ...]
    steps: int
    is_over: bool
    wrong: tuple[str, ...]


def kill_after(home: Path, lines: int, deed: str = "play") -> Trial:
    """Kill a process right after it said so many lines, and look at what it left.

    It stores steps (`play`) or the diary (`diary`).
    """
    command = _survivor(deed, home, "1000000")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", **_surroundings(home)
    ) as child:
        out = child.stdout or ()
        said = [line for line, _ in zip(out, range(lines), strict=False)]
        child.kill()
        said += list(out)
    return _after(home, said, is_over=False)


def has_strace() -> bool:
    """Whether faults can be put into system calls here."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    probe = [strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def calls_made(home: Path, call: str, deed: Sequence[str] = KEEP) -> int:
    """How often a deed that goes without any fault makes a system call."""
    trace = home.with_name(f"{home.name}.trace")
    strace = ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}", "--"]
    subprocess.run(
        [*strace, *_survivor(deed[0], home, *deed[1:])],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=_GUARD_S,
        **_surroundings(home),
    )
    return trace.read_text(encoding="utf-8").count(f"{call}(")


def fault_at(home: Path, call: str, fault: str, when: str, deed: Sequence[str] = KEEP) -> Trial:
    """Put a fault into a system call: `pwrite64`, `signal=KILL` or `error=EIO`, at the `when`th.

    `when` may end in `+`: then all later ones fail too.
    """
    inject = f"inject={call}:{fault}:when={when}"
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject, "--"]
    child = subprocess.run(
        [*strace, *_survivor(deed[0], home, *deed[1:])],
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=_GUARD_S,
        **_surroundings(home),
    )
    return _after(home, child.stdout.splitlines(), is_over=child.returncode == 0)


def has_namespaces() -> bool:
    """Whether a disk of one's own can be mounted here."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    mount = [unshare, "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(mount, check=False, capture_output=True).returncode == 0


def on_small_disk(home: Path) -> list[str]:
    """Play a session on a disk of 1 MB that is full for a while; give what the process said."""
    mount = 'mount -t tmpfs -o size=1m none "$0" && exec "$@"'
    return _in_namespace(home, mount, _survivor("full", home))


def on_read_only_disk(home: Path) -> list[str]:
    """Look at a home that is mounted read-only; give what the process said."""
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    return _in_namespace(home, mount, _survivor("look", home))


def _in_namespace(home: Path, mount: str, command: Sequence[str]) -> list[str]:
    home.mkdir(parents=True, exist_ok=True)
    child = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, str(home), *command],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=_GUARD_S,
        **_surroundings(home),
    )
    return child.stdout.splitlines()


class _Surroundings(TypedDict):
    cwd: Path
    env: dict[str, str]


def _surroundings(home: Path) -> _Surroundings:
    """Let a process leave what it cannot clean up beside its home, and find this very program."""
    home.parent.mkdir(parents=True, exist_ok=True)
    here = str(Path(__file__).resolve().parents[2])
    places = {"PYTHONPATH": here, "TMPDIR": str(home.parent)}
    return {"cwd": home.parent, "env": {**os.environ, **places}}


def _survivor(deed: str, home: Path, *arguments: str) -> list[str]:
    module = "routine_player.dev.survivor"
    return [sys.executable, "-m", module, deed, str(home), *arguments]


def _after(home: Path, said: Sequence[str], *, is_over: bool) -> Trial:
    lines = tuple(line.strip() for line in said)
    steps = _steps_promised(lines)
    places = Places(home)
    history = History.open(places, NOON)
    wrong = [history.unsaved_reason] if history.unsaved_reason else []
    wrong += [f"damage: {line}" for line in history.check()]
    if history.was_damaged:
        wrong.append("taken for damaged")
    if any(line.startswith("session ") for line in lines):
        wrong += _wrong_with_session(history.sessions()[0].id, history, steps)
    wrong += _wrong_with_diary(history, lines)
    wrong += _wrong_with_backups(places, lines.count("backed up"))
    history.close()
    edits = sum(line.split()[0] in _SAID_OF_RUNS for line in lines)
    return Trial(lines, steps + edits, is_over, tuple(wrong))


def _steps_promised(lines: Sequence[str]) -> int:
    """How many steps it was told are stored: each line of a step, or the seconds of whole ones."""
    if "saved all" in lines:
        return STEPS
    seconds = [int(line.split()[1]) for line in lines if line.startswith("second ")]
    by_seconds = int(max(seconds, default=0) // STEP_S)
    return max(by_seconds, sum(line.startswith("step ") for line in lines))


def _wrong_with_session(session: SessionId, history: History, steps: int) -> list[str]:
    past = history.session(session)
    entries = past.entries if past else ()
    ended = [entry.at_s for entry in entries if entry.kind is EntryKind.STEP_ENDED]
    wrong: list[str] = []
    if len(ended) < steps:
        wrong.append(f"{steps} steps promised, {len(ended)} found")
    if ended != sorted(set(ended)):
        wrong.append(f"steps twice or out of order: {ended}")
    unfinished = history.unfinished()
    if unfinished is None:
        is_finished = past is not None and past.summary.outcome is SessionOutcome.FINISHED
        return wrong if is_finished else [*wrong, "not offered to go on with"]
    if entries and unfinished.step_index != _step_after(entries[-1]):
        wrong.append(f"offered at step {unfinished.step_index} after {entries[-1]}")
    history.keep_unfinished(session, NOON)
    return wrong


def _step_after(last: Entry) -> int:
    """Where to go on after the last line of a log: no line of these is of another kind."""
    index = last.step_index or 0
    return index if last.kind is EntryKind.STEP_STARTED else min(index + 1, STEPS)


def _wrong_with_diary(history: History, lines: Sequence[str]) -> list[str]:
    """See that each run has all that was said with it, and all that was promised of it since."""
    wrong: list[str] = []
    promised = {tuple(line.split()) for line in lines if line.split()[0] in _SAID_OF_RUNS}
    numbers = {int(number) for _, number in promised}
    number = 0
    while (logged := history.diary.run(run_id(number))) is not None:
        entry = entry_of(number)
        ratings = history.diary.ratings_of_run(logged.run.id)
        if [rating.score for rating in ratings] != [rating.score for rating in entry.ratings]:
            wrong.append(f"run {number} has the ratings {ratings}")
        if history.diary.days(logged.run.started.local_date, logged.run.started.local_date) == ():
            wrong.append(f"nothing is known of the day of run {number}")
        if ("edited", str(number)) in promised and logged.run.note != f"edited {number}":
            wrong.append(f"the note of run {number} is {logged.run.note!r}")
        seen = {one.run.id for one in history.diary.runs_between(*_day_of(logged.run))}
        if ("undone", str(number)) in promised and logged.run.id not in seen:
            wrong.append(f"run {number} was brought back, and is gone")
        number += 1
    return wrong + [f"run {lost} is lost" for lost in sorted(numbers) if lost >= number]


def _day_of(run: Run) -> tuple[date, date]:
    return run.started.local_date, run.started.local_date


def _wrong_with_backups(places: Places, promised: int) -> list[str]:
    backups = backups_in(places.backups)[:_BACKUPS]
    if promised and not backups:
        return ["no backup found"]
    return [f"{backup.path.name}: {line}" for backup in backups for line in all_faults(backup.path)]
