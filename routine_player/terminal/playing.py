"""`play`: a routine from start to end in a terminal, with the same engine, cues and log."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from routine_player.core.language import tr
from routine_player.core.problem import Problem
from routine_player.core.routine import Routine
from routine_player.play.clock import Clock, SystemClock
from routine_player.play.outfit import Outfit
from routine_player.play.performance import new_session, session_for, timeline_for
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.library import Library
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper
from routine_player.terminal.conductor import Conductor
from routine_player.terminal.keyboard import keyboard
from routine_player.terminal.library import library_of
from routine_player.terminal.owning import owned_history
from routine_player.terminal.report import PROBLEMS, refusal, say
from routine_player.terminal.table import Table

BAD_ARGUMENTS = 2


def play(home: Path | None, named: str, speed: float) -> int:
    """Play the routine that `named` is; gives the exit code.

    With a terminal it asks and listens to keys; else it asks nothing and plays through.
    """
    places = Places(home)
    library, settings = library_of(places)
    entry = library.find(named)
    if entry is None:
        say(_unknown(library, named), error=True)
        return BAD_ARGUMENTS
    _tell(entry.problems)
    if entry.routine is None:
        return PROBLEMS
    unwritable = places.ensure()
    if unwritable is not None:
        say(str(unwritable.text), error=True)
    clock = SystemClock()
    try:
        with _history(places, clock) as history:
            table = Table(library, settings, history, clock)
            return _perform(entry.routine, table, Outfit(places, settings, clock), speed)
    except HistoryError as error:
        return refusal(error)


def _unknown(library: Library, named: str) -> str:
    meant = library.nearest(named)
    if meant is None:
        return tr("There is no routine '{name}'. To see them: routine-player list", name=named)
    return tr("There is no routine '{name}'. Did you mean {meant}?", name=named, meant=meant)


def _tell(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        say(str(problem), error=True)


@contextmanager
def _history(places: Places, clock: Clock) -> Generator[History]:
    with owned_history(places, clock.instant()) as history:
        yield history


def _perform(routine: Routine, table: Table, outfit: Outfit, speed: float) -> int:
    played = table.history.played().get(routine.slug)
    timeline = timeline_for(routine, table.settings.first_side, played.times if played else 0)
    conductor = Conductor(table, outfit, keyboard if sys.stdin.isatty() else None)
    left = conductor.ask_to_go_on(timeline)
    session = session_for(timeline, left, speed)
    new = new_session(timeline, table.clock.instant(), speed) if left is None else left.begun
    keeper = SessionKeeper(table.history, new, 0.0 if left is None else left.active_s)
    return conductor.lead(session, keeper, speed)
