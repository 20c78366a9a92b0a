"""A process that keeps a session and says what it was promised: made to be killed.

`play HOME STEPS` stores steps as fast as it can. `keep HOME` plays a session through its keeper.
`full HOME` fills the disk under a session, and makes room again. `look HOME` opens and looks.
Each line on standard output is one thing that came back as done.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import Entry, EntryKind, PainMoment
from routine_player.core.instant import Instant
from routine_player.core.plan import plan_of
from routine_player.core.routine import Exercise, Hold, Routine, Step
from routine_player.core.session import Command, Session
from routine_player.store.backups import back_up
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryBackupError
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


DEEDS: Mapping[str, Callable[..., None]] = {"play": play, "keep": keep, "full": full, "look": look}

if __name__ == "__main__":
    DEEDS[sys.argv[1]](*sys.argv[2:])
