"""What workers do with the whole history: tables, lines of JSON, another one in, a backup back."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import chain
from json import loads
from pathlib import Path

from routine_player.app.data_work import Bench, Deed, Outcome, Progress
from routine_player.core.language import tr
from routine_player.core.merge_words import merge_words
from routine_player.store.backups import Backup, backups_in, is_backed_up, keep_copy, take_copy
from routine_player.store.csv_export import export_csv
from routine_player.store.export_file import export_lines_in, write_export
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryDamagedError
from routine_player.store.history_repair import make_ready
from routine_player.store.paths import Places
from routine_player.ui.settings.folder_rows import backup_title


def write_tables(folder: Path) -> Deed:
    """Write everything as tables into a folder."""

    def deed(bench: Bench, progress: Progress) -> Outcome:
        with _copy(bench) as (history, _):
            files = export_csv(history, folder, progress.step)
        return Outcome(
            tr("{count} tables were written to {folder}.", count=len(files), folder=folder)
        )

    return deed


def write_lines(path: Path) -> Deed:
    """Write everything as lines of JSON into a file, whole or not at all."""

    def deed(bench: Bench, progress: Progress) -> Outcome:
        with _copy(bench) as (history, _):
            write_export(_followed(history.diary.each_export_line(bench.now), progress), path)
        return Outcome(tr("Everything was written to {file}.", file=path))

    return deed


def merge_file(path: Path) -> Deed:
    """Take in an export, packed or not; what comes out is made ready to take the history's place.

    What was there before is backed up first, so that it can be gone back to.
    """

    def deed(bench: Bench, progress: Progress) -> Outcome:
        with _copy(bench) as (history, file):
            stamp = history.stamp
            lines = export_lines_in(path, progress.tell)
            merged = history.diary.merge_lines(lines, progress.step, progress.tell_nothing)
        if merged.is_nothing:
            return Outcome(tr("All that {file} holds is in your history already.", file=path.name))
        before = _keep(bench)
        progress.step()
        words = merge_words(path.name, merged.new, merged.changed, merged.settled, merged.joined)
        if before is not None:
            title = backup_title(before, to_the_second=True)
            words += " " + tr("To go back, restore the backup of {day}.", day=title)
        return Outcome(words, ready=make_ready(file, bench.places), stamp=stamp)

    return deed


def restore(backup: Backup, title: str) -> Deed:
    """Make a backup ready to take the history's place; what is there is backed up first."""

    def deed(bench: Bench, progress: Progress) -> Outcome:
        ready = make_ready(backup.path, bench.places)
        before: Backup | None = None
        try:
            progress.step()
            with suppress(HistoryDamagedError):  # then the file that is set aside is all there is
                before = _keep(bench)
            progress.step()
        except BaseException:
            ready.unlink(missing_ok=True)
            raise
        words = tr("Your history is as it was on {day}.", day=title)
        if before is not None:
            kept = backup_title(before, to_the_second=True)
            words += " " + tr("What was there before is the backup of {day}.", day=kept)
        return Outcome(words, ready=ready, stamp=bench.stamp)

    return deed


@contextmanager
def _copy(bench: Bench) -> Generator[tuple[History, Path]]:
    """Open a copy of the history; it stays where it is, so that it may take the other's place."""
    places = Places(bench.folder)
    places.data.mkdir(parents=True, exist_ok=True)
    bench.history.copy_to(places.history)
    with closing(History.open(places, bench.now)) as history:
        yield history, places.history


def _keep(bench: Bench) -> Backup | None:
    """Back up the history as it is; none of the older ones is thrown away for it.

    Gives the backup that holds it; None where nothing is saved that could be kept.
    """
    folder = bench.places.backups
    if not bench.history.saved:
        return None
    if is_backed_up(bench.stamp, folder):
        return backups_in(folder)[0]
    return keep_copy(take_copy(bench.history.copy_to, folder, bench.now), bench.now, thin=False)


def _followed(lines: Iterator[str], progress: Progress) -> Iterator[str]:
    """Pass an export on, and tell how far it is: its first line says how many there are."""
    head = next(lines)
    count = int(loads(head)["lines"])
    for number, line in enumerate(chain((head,), lines)):
        progress.tell(number, count)
        yield line
