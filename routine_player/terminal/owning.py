"""The history for one command: what is wrong with it is told, and what changed is backed up."""

from collections.abc import Generator
from contextlib import contextmanager

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.store.backups import back_up
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.terminal.report import say


@contextmanager
def owned_history(places: Places, now: Instant) -> Generator[History]:
    """Open the history; errors are those of `History.open`.

    Nobody else makes backups for a person who never opens the window.
    """
    history = History.open(places, now)
    try:
        _tell(history)
        before = history.stamp
        yield history
        if history.stamp != before:
            _keep(history, places, now)
    finally:
        history.close()


def _tell(history: History) -> None:
    if not history.saved:
        say(history.unsaved_reason, error=True)
    if history.set_aside is not None:
        say(
            tr("Your history was damaged. It was set aside as {file}, and a new one begun.",
               file=history.set_aside), error=True,
        )  # fmt: skip
    if history.restorable:
        say(
            tr("To have one of your backups back, open the app: Settings, Data. Backups: {count}",
               count=len(history.restorable)), error=True,
        )  # fmt: skip


def _keep(history: History, places: Places, now: Instant) -> None:
    try:
        back_up(history, places.backups, now, thin=not history.was_damaged)
    except HistoryError as error:
        say(str(error), error=True)
