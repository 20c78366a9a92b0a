"""The page Settings: what is chosen applies at once, and can be taken back."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from routine_player.app.desk import Desk
from routine_player.app.sound_check import DelayCheck, beep, check_of
from routine_player.core.date_words import long_day
from routine_player.core.language import tr
from routine_player.core.merge_words import counted_rows
from routine_player.core.phrases import Phrase
from routine_player.play.outfit import Outfit
from routine_player.store.backups import Backup, backups_in
from routine_player.store.history_errors import HistoryError
from routine_player.ui.settings.values import SettingsChange
from routine_player.ui.views.settings import SettingsView
from routine_player.ui.window import MainWindow


class SettingsRoom(QObject):
    """Fills the page and does what it asks. `restore` puts a backup in the history's place."""

    def __init__(
        self,
        view: SettingsView,
        desk: Desk,
        window: MainWindow,
        outfit: Outfit,
        restore: Callable[[Backup], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._window = window
        self._outfit = outfit
        self._is_trying = False
        self._delay = DelayCheck(outfit, desk.clock, self)
        view.show_places(desk.places.data, desk.places.routines)
        view.settings_changed.connect(desk.change_settings)
        view.change_made.connect(self.offer_undo)
        view.check_wished.connect(self.try_out)
        view.beep_wished.connect(self.try_beep)
        view.sentence_wished.connect(self.try_voice)
        view.measure_wished.connect(self._delay.begin)
        view.delay_heard.connect(self._delay.tap)
        view.measuring_left.connect(self.leave_measuring)
        view.copy_wished.connect(self.copy)
        view.folder_add_wished.connect(self.add_folder)
        view.folder_open_wished.connect(self.open_folder)
        view.restore_wished.connect(restore)
        self._delay.progressed.connect(view.show_measuring)
        self._delay.measured.connect(self.keep_delay)
        desk.settings_changed.connect(view.show_settings)
        desk.settings_changed.connect(self.refresh_check)
        desk.backups_changed.connect(self.refresh_backups)
        desk.history_changed.connect(self.refresh_last_edit)
        view.undo_wished.connect(self.undo_last_edit)
        view.show_settings(desk.settings)
        self.refresh_check()
        self.refresh_backups()
        self.refresh_last_edit()

    @Slot()
    def refresh_check(self) -> None:
        """Say again what is heard."""
        check = check_of(self._outfit, self._desk.settings, busy=self._is_trying)
        self._view.show_check(check)

    @Slot()
    def refresh_backups(self) -> None:
        """Look again for backups."""
        self._view.show_backups(backups_in(self._desk.places.backups))

    @Slot()
    def refresh_last_edit(self) -> None:
        """Say what was changed last in the log, be it weeks ago."""
        desk, words = self._desk, ""
        with suppress(HistoryError):  # that it is damaged is told elsewhere
            edit = desk.history.diary.last_edit()
            if edit is not None:
                rows = counted_rows(desk.history.diary.rows_of_edit(edit.id))
                at = edit.at.local
                day = tr("{day} {year}", day=long_day(at.date()), year=at.year)
                words = tr(
                    "{rows}, on {day}, {time}", rows=rows, day=day, time=at.strftime("%H:%M")
                )
        self._view.show_last_edit(words)

    @Slot()
    def undo_last_edit(self) -> None:
        """Take back what was changed last in the log, and offer that back in turn."""
        desk = self._desk
        undone: list[UUID] = []
        rows: list[str] = []

        def take_back() -> None:
            diary = desk.history.diary
            edit = diary.last_edit()
            if edit is not None:
                diary.undo(edit.id, desk.clock.instant())
                rows.append(counted_rows(diary.rows_of_edit(edit.id)))
                undone.append(diary.edits(edit.subject)[-1].id)

        def bring_again() -> None:
            desk.write(lambda: desk.history.diary.undo(undone[0], desk.clock.instant()))

        if desk.write(take_back) and undone:
            self._window.offer_undo(tr("Taken back: {rows}", rows=rows[0]), bring_again)

    @Slot(object)
    def offer_undo(self, change: SettingsChange) -> None:
        """Let one change be taken back."""
        desk = self._desk
        self._window.offer_undo(
            change.words, lambda: desk.change_settings(change.undone(desk.settings))
        )

    @Slot()
    def try_out(self) -> None:
        """Let a sound and the voice be heard."""
        self._is_trying = True
        self._outfit.try_out()
        self.refresh_check()

    @Slot()
    def try_beep(self) -> None:
        """Let a sound be heard."""
        self._is_trying = True
        beep(self._outfit)
        self.refresh_check()

    @Slot()
    def try_voice(self) -> None:
        """Let the voice say a sentence."""
        self._outfit.warm_up()
        words = tr("Lie down where you will lie, and listen.")
        self._outfit.voice.say([Phrase(words, self._desk.clock.monotonic(), None)])

    @Slot()
    def leave_measuring(self) -> None:
        """Give the measurement up; the delay stays what it was."""
        self._delay.end()
        self._outfit.change(self._desk.settings)
        self._view.show_measuring(None)

    @Slot(int)
    def keep_delay(self, delay_ms: int) -> None:
        """Take the delay that was measured off every sound from now on."""
        self._view.show_measuring(None)
        self._desk.change(latency_ms=delay_ms, latency_measured=True)

    @Slot(str)
    def copy(self, text: str) -> None:
        """Put a line to type onto the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._window.say(tr("Copied."))

    @Slot()
    def add_folder(self) -> None:
        """Let the person choose one more folder with routines."""
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Add a folder with routines"))
        folders = self._desk.settings.routine_folders
        if chosen and chosen not in folders:
            self._desk.change(routine_folders=(*folders, chosen))

    @Slot(object)
    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._window.say(str(folder))
