"""Rows for folders and backups: a path or a day, and what can be done with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.date_words import long_day
from routine_player.core.language import tr
from routine_player.store.backups import Backup
from routine_player.ui.settings.row import Row
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8
from routine_player.ui.widgets.button import Button

Act = Callable[[], None]


def button_row(
    theme: Theme, title: str, text: str, buttons: Sequence[tuple[str, str, Act]], words: str = ""
) -> Row:
    """Make a row with buttons: label, icon and what each does."""
    control = QWidget()
    line = QHBoxLayout(control)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_8)
    for label, icon, act in buttons:
        button = Button(theme, label, icon=icon)
        button.setAccessibleDescription(f"{title} {text}".strip())
        button.clicked.connect(act)
        line.addWidget(button)
    return Row(theme, title, text, control, words=words)


def own_folder_row(theme: Theme, folder: Path, open_it: Act) -> Row:
    """The folder of the person's own routines, which is always looked into."""
    title = tr("Your routines")
    words = tr("routine folder yaml files")
    return button_row(theme, title, str(folder), [(tr("Open"), "folder", open_it)], words)


def added_folder_row(theme: Theme, folder: str, open_it: Act, remove: Act) -> Row:
    """A folder that was added."""
    buttons = [(tr("Open"), "folder", open_it), (tr("Remove"), "x", remove)]
    return button_row(theme, Path(folder).name or folder, folder, buttons, tr("routine folder"))


def add_folder_row(theme: Theme, add: Act) -> Row:
    """The way to add one."""
    return button_row(
        theme,
        tr("Another folder"),
        tr("Its routines are listed too; nothing in it is changed"),
        [(tr("Add folder..."), "plus", add)],
        tr("routine folder"),
    )


def data_folder_row(theme: Theme, folder: Path, open_it: Act) -> Row:
    """Where everything of the person is."""
    title = tr("Data folder")
    words = tr("history settings backups location where saved")
    return button_row(theme, title, str(folder), [(tr("Open"), "folder", open_it)], words)


def import_row(theme: Theme, begin: Act) -> Row:
    """Runs out of other programs' files."""
    text = tr("FIT, GPX, TCX, and the lists of Strava and Garmin")
    buttons = [(tr("Import..."), "download-simple", begin)]
    return button_row(theme, tr("Import runs"), text, buttons, tr("data watch file strava garmin"))


def export_row(theme: Theme, as_tables: Act, as_lines: Act) -> Row:
    """Everything there is, for other programs and for keeping."""
    buttons = [(tr("CSV..."), "table", as_tables), (tr("JSON..."), "export", as_lines)]
    title, text = tr("Everything you logged"), tr("Tables for a spreadsheet, or lines of JSON")
    return button_row(theme, title, text, buttons, tr("data export save download csv json backup"))


def merge_row(theme: Theme, begin: Act) -> Row:
    """Another history, as of a second computer."""
    title = tr("Take in another history")
    text = tr("JSON of another computer; what you have stays, and nothing is doubled")
    return button_row(
        theme,
        title,
        text,
        [(tr("Take in..."), "plus", begin)],
        tr("data import merge sync json restore"),
    )


def last_edit_row(theme: Theme, words: str, undo: Act) -> Row:
    """What was said last in the log, on whichever day, and the way to take it back."""
    buttons = [(tr("Undo"), "arrow-counter-clockwise", undo)]
    title = tr("Last change of your log")
    return button_row(theme, title, words, buttons, tr("undo edit run pain take back"))


def backup_row(theme: Theme, backup: Backup, restore: Act, *, to_the_second: bool = False) -> Row:
    """A backup of the history."""
    buttons = [(tr("Restore"), "arrow-counter-clockwise", restore)]
    title = backup_title(backup, to_the_second=to_the_second)
    return button_row(theme, title, "", buttons, tr("backup history restore"))


def backup_title(backup: Backup, *, to_the_second: bool = False) -> str:
    """Say when a backup was made, on this computer's clock: `Sunday 14 June 2026, 07:31`."""
    taken = backup.taken.astimezone()
    day = long_day(taken.date())
    time = taken.strftime("%H:%M:%S" if to_the_second else "%H:%M")
    return tr("{day} {year}, {time}", day=day, year=taken.year, time=time)
