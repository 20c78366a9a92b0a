"""A process that keeps a session and says what it was promised: made to be killed.

`play HOME STEPS` stores steps as fast as it can. `keep HOME` plays a session through its keeper.
`full HOME` fills the disk under a session, and makes room again. `look HOME` opens and looks.
`diary HOME RUNS` logs runs with ratings and days, edits, deletes and brings back.
Each line on standard output is one thing that came back as done.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from routine_player.core.compilation import compile_timeline
from routine_player.core.day import DayFactors
from routine_player.core.entry import Entry, EntryKind, PainMoment
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.plan import plan_of
from routine_player.core.routine import Exercise, Hold, Routine, Step
from routine_player.core.run import Run, RunId
from routine_player.core.session import Command, Session
from routine_player.store.backups import back_up
from routine_player.store.history import History
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_errors import (
    HistoryBackupError,
    HistoryReadError,
    HistoryWriteError,
)
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")

STEP_S = 5.0
STEPS = 4

_BACKUP_EVERY = 6
_FILLER_BYTES = 2_000_000


def timeline_steps() -> tuple[Step, ...]:
    """The steps of the session that is kept: short ones without a prepare."""
    plank = Step(Exercise("plank", "Plank"), (Hold(STEP_S),), prepare_s=0.0)
    return (plank,) * STEPS


def play(home: str, steps: str) -> None:
    """Store that many steps, and a pain rating and a backup now and then."""
    places = Places(Path(home))
    history = History.open(places, NOON)
    timeline = compile_timeline(Routine("survivor", "Survivor", timeline_steps()))
    new = NewSession("survivor", "Survivor", plan_of(timeline), 20.0, NOON)
    session = history.begin(new)
    _say(f"session {session}")
    for number in range(int(steps)):
        at = NOON.after(float(number))
        line = Entry(EntryKind.STEP_ENDED, at, float(number), number % STEPS, number // STEPS + 1)
        history.append(session, [line])
        _say(f"step {number}")
        if number % _BACKUP_EVERY == _BACKUP_EVERY - 1:
            history.rate(session, PainRating(PainMoment.DURING, number % 11, at, ("front",)))
            _say(f"pain {number}")
            back_up(history, places.backups, at)
            _say("backed up")
    history.close()


def diary(home: str, runs: str) -> None:
    """Log that many runs, one a day, and edit them; a disk that refuses is asked again."""
    places = Places(Path(home))
    history = History.open(places, NOON)
    first = 0
    while history.diary.run(run_id(first)) is not None:
        first += 1
    for number in range(first, first + int(runs)):
        if not (history.saved and _log_run(history, number)):
            break
        if number % _BACKUP_EVERY == _BACKUP_EVERY - 1:
            with suppress(HistoryBackupError):
                back_up(history, places.backups, NOON.after(float(number)))
                _say("backed up")
    history.close()


def run_id(number: int) -> RunId:
    """Give the id of a run that is logged here."""
    return UUID(int=number + 1)


def entry_of(number: int) -> DiaryEntry:
    """Give all that is said of a run at once."""
    at = NOON.after(number * 86_400.0)
    run = Run(at, 1800.0, 5000.0, id=run_id(number))
    rating = Rating(RatingMoment.WORST_IN_RUN, number % 11, at, run=run.id)
    return DiaryEntry(run, (rating,), DayFactors(at.local_date, hours_sat=number % 11))


def _log_run(history: History, number: int) -> bool:
    """Log a run, edit it, and now and then delete it and bring it back; False where it cannot."""
    entry, diary = entry_of(number), history.diary
    if entry.run is None:
        return False
    run, at = replace(entry.run, note=f"edited {number}"), entry.run.started
    deeds: dict[str, Callable[[], object]] = {
        "run": lambda: diary.put_entry(entry, at),
        "edited": lambda: diary.put_run(run, at.after(1.0)),
    }
    if number % 3 == 0:
        deeds["deleted"] = lambda: diary.delete(run.id, at.after(2.0))
        deeds["undone"] = lambda: diary.undo(diary.edits(run.id)[-1].id, at.after(3.0))
    for name, deed in deeds.items():
        if not _done(deed):
            return False
        _say(f"{name} {number}")
    return True


def _done(deed: Callable[[], object]) -> bool:
    """Do something, and once more where the disk refuses; whether it was done."""
    for _ in range(2):
        with suppress(HistoryWriteError, HistoryReadError):
            deed()
            return True
    return False


def keep(home: str) -> None:
    """Play a session to its end, whatever the disk says, and then a backup."""
    places = Places(Path(home))
    history = History.open(places, NOON)
    keeper = _keeper(history)
    if history.saved and not keeper.trouble:
        _say(f"session {keeper.id}")
    _play_through(history, keeper)
    keeper.retry()
    _say(f"saved {keeper.trouble or history.unsaved_reason or 'all'}")
    try:
        if back_up(history, places.backups, NOON):
            _say("backed up")
    except HistoryBackupError as error:
        _say(f"no backup {error}")
    history.close()


def full(home: str) -> None:
    """Play a session on a disk that is full in its second and third step."""
    places = Places(Path(home))
    history = History.open(places, NOON)
    keeper = _keeper(history)
    filler = places.data / "filler"

    def at_second(second: int) -> None:
        if second == STEP_S + 1:
            _fill(filler)
        if second == 3 * STEP_S + 1:
            _say(f"while full {keeper.trouble}")
            filler.unlink()

    _play_through(history, keeper, at_second)
    _say(f"saved {keeper.trouble or 'all'}")
    history.close()


def look(home: str) -> None:
    """Open what is there, and play a session all the same."""
    places = Places(Path(home))
    problem = places.ensure()
    _say(f"folder {problem.text if problem else 'fine'}")
    history = History.open(places, NOON)
    _say(f"there {len(history.sessions(limit=-1))}")
    keeper = _keeper(history)
    _play_through(history, keeper)
    _say(f"then {len(history.sessions(limit=-1))}")
    _say(f"saved {keeper.trouble or history.unsaved_reason or 'all'}")
    history.close()


def _keeper(history: History) -> SessionKeeper:
    timeline = compile_timeline(Routine("survivor", "Survivor", timeline_steps()))
    return SessionKeeper(history, NewSession("survivor", "Survivor", plan_of(timeline), 20.0, NOON))


def _nothing(_second: int) -> None:
    """What most sessions are told each second."""


def _play_through(
    history: History, keeper: SessionKeeper, at_second: Callable[[int], None] = _nothing
) -> None:
    session = Session(compile_timeline(Routine("survivor", "Survivor", timeline_steps())))
    keeper.follow(session.handle(Command.START, 0.0), 0.0, NOON)
    for second in range(int(STEP_S * STEPS) + 1):
        at_second(second)
        told = session.advance(float(second))
        keeper.follow(told, float(second), NOON.after(second))
        if told and history.saved and not keeper.trouble:
            _say(f"second {second}")


def _fill(filler: Path) -> None:
    """Take all room there is."""
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            with suppress(OSError):
                while file.tell() < _FILLER_BYTES:
                    file.write(b"\0" * size)


def _say(line: str) -> None:
    """Say a line at once: whoever kills this process has to know how far it was."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


DEEDS: Mapping[str, Callable[..., None]] = {
    "play": play,
    "diary": diary,
    "keep": keep,
    "full": full,
    "look": look,
}

if __name__ == "__main__":
    DEEDS[sys.argv[1]](*sys.argv[2:])
