"""Trials of damage: a file as a bad disk, a bad tool or a bad day may leave it.

Whatever was done to it, the history opens, says what is wrong in words, and gives back a backup.
"""

import random
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from routine_player.core.entry import Effort, Entry, EntryKind, PainMoment
from routine_player.core.events import Outcome
from routine_player.core.plan import Plan, PlanStep
from routine_player.core.routine import Hold
from routine_player.dev.survivor import NOON, entry_of
from routine_player.store.backups import back_up
from routine_player.store.history import History
from routine_player.store.history_diary import Diary
from routine_player.store.history_errors import HistoryDamagedError, HistoryTooNewError
from routine_player.store.history_repair import replace_damaged, restore_backup
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.paths import Places

_SESSIONS = 12
_STEPS = 20


class Found(StrEnum):
    """When damage was noticed."""

    OPENING = "when it was opened"
    READING = "when it was read"
    CHECK = "by the check"
    FORMAT = "as the format of a newer version"
    NEVER = "not at all"


@dataclass(frozen=True, slots=True)
class Damage:
    """What became of a damaged file, and what was wrong about that."""

    found: Found
    wrong: tuple[str, ...]


def make_sound(places: Places) -> None:
    """Make a history with a dozen sessions, its last commits still in the log, and a backup."""
    history = History.open(places, NOON)
    steps = tuple(
        PlanStep(f"step-{index}", f"Step {index}", (Hold(30.0),)) for index in range(_STEPS)
    )
    for day in range(_SESSIONS):
        at = NOON.after(day * 86_400.0)
        history.diary.put_entry(entry_of(day), at)
        session = history.begin(NewSession("core", "Core", Plan(steps), 600.0, at))
        for index in range(_STEPS):
            line = Entry(EntryKind.STEP_ENDED, at, index * 30.0, index, outcome=Outcome.DONE)
            history.append(session, [line])
        history.rate(session, PainRating(PainMoment.AFTER, day % 11, at, ("hip-left",)))
        history.set_effort(session, Effort.FINE, at)
        history.set_note(session, f"note of day {day} " * 20, at)
    back_up(history, places.backups, NOON)
    for name in (places.history.name, places.history.name + "-wal"):
        shutil.copyfile(places.data / name, places.data / f"kept-{name}")
    history.close()
    for name in (places.history.name, places.history.name + "-wal"):
        (places.data / f"kept-{name}").replace(places.data / name)


def damage_once(sound: Places, home: Path, kind: str, rng: random.Random) -> Damage:
    """Damage a copy of a sound home in one way, and use it as the program would."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(sound.data, home)
    places = Places(home)
    if rng.random() < _HALF:
        History.open(places, NOON).close()  # then all of it is in one file
    DAMAGES[kind](places, rng)
    backups = {path.name: path.read_bytes() for path in places.backups.iterdir()}
    try:
        history = History.open(places, NOON)
    except HistoryTooNewError:  # the number of its format is what was damaged
        return Damage(Found.FORMAT, ())
    found = _found(history)
    wrong = [] if history.saved else [history.unsaved_reason]
    if found is Found.NEVER:
        wrong += _missing(history)
    if found in {Found.READING, Found.CHECK}:
        history = replace_damaged(history, places, NOON)
    if found is not Found.NEVER:
        wrong += _wrong_after(history, places)
        history = restore_backup(history, history.restorable[0], places, NOON)
        told = {len(history.sessions(limit=-1)), len(history.diary.runs(limit=-1))}
        if told != {_SESSIONS} or history.check():
            wrong.append("the backup did not bring everything back")
    history.close()
    now = {path.name: path.read_bytes() for path in places.backups.iterdir()}
    if any(now.get(name) != data for name, data in backups.items()):
        wrong.append("a good backup was overwritten")
    return Damage(found, tuple(wrong))


def _found(history: History) -> Found:
    if history.was_damaged:
        return Found.OPENING
    try:
        for summary in history.sessions(limit=-1):
            history.session(summary.id)
            history.changes(summary.id)
        history.days(date.min, date.max)
        _read_diary(history.diary)
        history.played()
        history.unfinished()
        history.set_note(history.begin(_another()), "written", NOON)
    except HistoryDamagedError:
        return Found.READING
    return Found.CHECK if history.check() else Found.NEVER


def _read_diary(diary: Diary) -> None:
    """Read all that is said beside sessions, and say something."""
    for logged in diary.runs(limit=-1):
        diary.ratings_of_run(logged.run.id)
        diary.edits(logged.run.id)
    diary.ratings(limit=-1)
    diary.days(date.min, date.max)
    diary.shoes()
    diary.checks()
    diary.put_entry(entry_of(_SESSIONS), NOON)


def _missing(history: History) -> list[str]:
    counts = {
        "sessions": len(history.sessions(limit=-1)),
        "runs": len(history.diary.runs(limit=-1)),
    }
    return [
        f"{name} are missing, and nothing is said of it"
        for name, count in counts.items()
        if count < _SESSIONS
    ]


def _another() -> NewSession:
    return NewSession("core", "Core", Plan(()), 0.0, NOON)


def _wrong_after(history: History, places: Places) -> list[str]:
    wrong: list[str] = []
    if history.set_aside is None or not history.set_aside.is_file():
        wrong.append("the damaged file was not set aside")
    if not history.restorable:
        wrong.append("no backup was offered")
    if history.check() or history.sessions():
        wrong.append("what took its place is not a fresh history")
    if not places.history.is_file():
        wrong.append("there is no history")
    return wrong


def _other_bytes(number: int) -> Callable[[Places, random.Random], None]:
    def damage(places: Places, rng: random.Random) -> None:
        path = rng.choice(_files(places))
        data = bytearray(path.read_bytes())
        for _ in range(number):
            data[rng.randrange(len(data))] = rng.randrange(256)
        path.write_bytes(data)

    return damage


def _cut_off(places: Places, rng: random.Random) -> None:
    path = rng.choice(_files(places))
    data = path.read_bytes()
    path.write_bytes(data[: rng.randrange(len(data))])


def _emptied(places: Places, rng: random.Random) -> None:
    if rng.random() < _HALF:
        _log_of(places).unlink(missing_ok=True)
    places.history.write_bytes(b"")


def _another_file(places: Places, rng: random.Random) -> None:
    size = rng.randrange(1, 100_000)
    others = (rng.randbytes(size), b"SQLite format 3\0" + rng.randbytes(size), b"\0" * size)
    places.history.write_bytes(rng.choice(others))


def _stale_log(places: Places, rng: random.Random) -> None:
    """Leave a log beside a file that it is not of, as a careless copy does."""
    log = _log_of(places)
    if log.exists() and rng.random() < _HALF:
        shutil.copyfile(next(places.backups.iterdir()), places.history)
        return
    with closing(History.open(Places(places.data / "other"), NOON)) as other:
        for number in range(rng.randrange(1, 40)):
            other.begin(NewSession(f"other-{number}", "Other", Plan(()), 0.0, NOON))
        shutil.copyfile(_log_of(Places(places.data / "other")), log)


def _files(places: Places) -> list[Path]:
    files = (places.history, _log_of(places))
    return [path for path in files if path.exists() and path.stat().st_size]


def _log_of(places: Places) -> Path:
    return places.history.with_name(places.history.name + "-wal")


_HALF = 0.5

DAMAGES: Mapping[str, Callable[[Places, random.Random], None]] = {
    "1 other byte": _other_bytes(1),
    "8 other bytes": _other_bytes(8),
    "64 other bytes": _other_bytes(64),
    "cut off": _cut_off,
    "emptied": _emptied,
    "another file": _another_file,
    "a stale log": _stale_log,
}
