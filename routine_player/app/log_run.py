"""The page Log a run: remembers, stores, and asks what the answers call for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.app.log_drafts import (
    Before,
    correction_draft,
    fresh_draft,
    stored,
    with_what_is_remembered,
)
from routine_player.app.log_entries import OddEntryError, entry_of, said_now
from routine_player.core.diary_words import covered_words, run_title
from routine_player.core.language import tr
from routine_player.core.load_note import LOOK_BACK_DAYS, load_note
from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_errors import HistoryError
from routine_player.store.settings import Units
from routine_player.ui.log_run.values import Draft, Said
from routine_player.ui.shell.values import Announcement, Gravity
from routine_player.ui.theme import Theme
from routine_player.ui.views.log_run import LogRunView
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.ui.log_run.unsaved_sheet import UnsavedSheet

_LOAD = "load"
_DAY_S = 24 * 3600.0


class LogRunRoom(QObject):
    """Fills the page and stores what is said there.

    `saved` follows with what was stored, so that more can be asked; `left` carries the id of the
    entry that was corrected, or is no longer to be. What was said and not saved is never lost
    without a word: it waits while something stored is corrected, and the window asks before it
    closes.
    """

    saved = Signal(object)
    left = Signal(object)
    import_wished = Signal()
    advice_wished = Signal()

    def __init__(
        self, theme: Theme, view: LogRunView, desk: Desk, window: MainWindow, page: str
    ) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._window = window
        self._theme = theme
        self._page = page
        self._before = Before()
        self._waiting: tuple[Draft, Said] | None = None
        self._sheet: UnsavedSheet | None = None
        view.save_wished.connect(self.save)
        view.cancel_wished.connect(self.leave)
        view.import_wished.connect(self.import_wished)
        view.advice_wished.connect(self.advice_wished)
        desk.history_changed.connect(self.refresh)
        desk.settings_changed.connect(self.refresh)
        view.details_opened.connect(self.look_at_clock)
        window.page_shown.connect(self._follow_page)
        window.came_back.connect(self.look_at_clock)
        window.guard_close_by(self._asks_before_closing)
        self.begin()

    @Slot()
    def begin(self) -> None:
        """Open the page with what waits to be gone on with, or empty with what is remembered."""
        desk = self._desk
        self._before = Before()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._view.show_draft(*waiting)
            return
        try:
            draft = fresh_draft(desk.history.diary, desk.clock.instant(), in_miles=self._in_miles)
        except HistoryError as error:
            desk.failed.emit(str(error))
            return
        self._view.show_draft(draft)

    @Slot()
    def refresh(self) -> None:
        """Take in what became different, unless something is said by now."""
        if not (self._view.draft.is_correction or self._view.is_touched):
            self.begin()

    @Slot()
    def look_at_clock(self) -> None:
        """Let a page that was left open over night speak of the day it is by now.

        A start that was typed before keeps its day, which is no longer called today.
        """
        desk, view = self._desk, self._view
        now = desk.clock.instant()
        if view.draft.is_correction or view.draft.today == now.local_date:
            return
        if not view.is_touched:
            self.begin()
            return
        try:
            told = said_now(desk.history.diary, view.said, view.draft, now.local_date)
            draft = fresh_draft(desk.history.diary, now, in_miles=self._in_miles)
        except HistoryError as error:
            desk.failed.emit(str(error))
            return
        view.move_on(draft, told.details)

    def correct(self, subject: UUID, *, is_first: bool = False) -> None:
        """Open the page with a run, or a rating, that is stored.

        `is_first` says that a file told of the run, and nobody yet how it was.
        """
        desk = self._desk
        try:
            before = stored(desk.history.diary, subject)
            if before is None:
                return
            now = desk.clock.instant()
            draft = correction_draft(desk.history.diary, before, now, in_miles=self._in_miles)
            if is_first:
                draft = with_what_is_remembered(desk.history.diary, draft)
        except HistoryError as error:
            desk.failed.emit(str(error))
            return
        self._put_aside()
        self._before = before
        self._view.show_draft(draft)
        self._view.take_focus()

    @Slot(object)
    def save(self, told: Said) -> None:
        """Store what was said, offer it back, and go on to what it calls for."""
        desk, now = self._desk, self._desk.clock.instant()
        draft = self._view.draft
        was_correction = draft.is_correction and not draft.is_first
        edits: list[UUID | None] = []
        try:
            told = said_now(desk.history.diary, told, draft, now.local_date)
            entry = entry_of(desk.history.diary, told, self._before, now)
        except OddEntryError as error:
            self._view.show_trouble(str(error))
            return
        except HistoryError as error:
            desk.failed.emit(str(error))
            return
        first = self._is_first_rating()
        if not desk.write(lambda: edits.append(desk.history.diary.put_entry(entry, now))):
            return
        self.begin()
        self._offer_undo(entry, edits[0], was_correction=was_correction)
        self._tell_load(entry.run)
        subject = entry.run.id if entry.run is not None else entry.ratings[0].id
        self.left.emit(subject if was_correction else None)
        self.saved.emit((entry.ratings, first))

    @Slot()
    def leave(self) -> None:
        """Give a correction up."""
        ids = () if self._view.draft.is_first else self._before.ids
        self._put_aside()
        self.begin()
        self.left.emit(next(iter(ids), None))

    def _put_aside(self) -> None:
        """Keep what is not saved: a new entry for afterwards, changes of a correction for undo."""
        view, before = self._view, self._before
        if not view.is_touched:
            return
        draft, told = view.draft, view.said
        if not draft.is_correction:
            self._waiting = (draft, told)
            return

        def go_on() -> None:
            self._window.show_page(self._page)
            self._put_aside()
            self._before = before
            view.show_draft(draft, told)

        self._window.offer_undo(tr("Left without saving"), go_on)

    @Slot(str)
    def _follow_page(self, name: str) -> None:
        """Begin anew with what is remembered by now: days may have passed since."""
        if name == self._page:
            self._window.hush()  # it would lie over the button that saves
            self.refresh()
            self.look_at_clock()

    def _asks_before_closing(self) -> bool:
        """Ask what becomes of what is not saved; false where there is nothing to ask about."""
        if not self._view.is_touched:
            return False
        self._window.show_page(self._page)
        if self._sheet is None:
            from routine_player.ui.log_run.unsaved_sheet import UnsavedSheet

            self._sheet = UnsavedSheet(self._theme, self._window)
            self._sheet.save_wished.connect(self._view.save)
            self._sheet.drop_wished.connect(self._drop_and_close)
        self._sheet.ask()
        return True

    @Slot()
    def _drop_and_close(self) -> None:
        self._view.show_draft(self._view.draft)
        self._window.close()

    @property
    def _in_miles(self) -> bool:
        return self._desk.settings.units is Units.MILES

    def _is_first_rating(self) -> bool:
        """Whether nobody has been asked about red flags yet."""
        try:
            asked = self._desk.history.diary.checks()
        except HistoryError:
            return False  # what can be stored is told; to ask for more would help nobody
        return not (asked or self._desk.settings.red_flags_read)

    def _offer_undo(self, entry: DiaryEntry, edit: UUID | None, *, was_correction: bool) -> None:
        desk = self._desk
        if edit is None:
            self._window.say(tr("Nothing was changed."))
            return
        words = _entry_words(entry.run, entry.ratings, in_miles=self._in_miles)
        told = tr("Corrected: {what}") if was_correction else tr("Logged: {what}")

        def undo() -> None:
            desk.write(lambda: desk.history.diary.undo(edit, desk.clock.instant()))

        self._window.offer_undo(told.format(what=words), undo)

    def _tell_load(self, run: Run | None) -> None:
        """Say when a run was much longer than those before it."""
        self._window.withdraw(_LOAD)
        if run is None:
            return
        first = run.started.after(-(LOOK_BACK_DAYS + 1) * _DAY_S).local_date
        try:
            near = self._desk.history.diary.runs_between(first, run.started.local_date)
        except HistoryError as error:
            self._desk.failed.emit(str(error))
            return
        note = load_note(run, [logged.run for logged in near])
        if note is not None:
            self._window.announce(Announcement(_LOAD, note.words, Gravity.NOTE))


def _entry_words(run: Run | None, ratings: Sequence[Rating], *, in_miles: bool) -> str:
    if run is None:
        return tr("pain {score} of 10", score=ratings[0].score)
    covered = covered_words(run, in_miles=in_miles)
    title = run_title(run).lower()
    return f"{title}, {covered}" if covered else title
