"""The panel beside the list for a run, or a rating that stands for itself."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.ui.history.entry_report import EntryReport
from routine_player.ui.history.reading_card import ReadingCard
from routine_player.ui.history.values import EntryDetail
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button


class EntryCard(ReadingCard):
    """Shows one entry.

    `correct_wished` and `delete_wished` carry its id, `session_wished` that of a session that goes
    with it; `untie_wished` and `tie_wished` those of a session and of the run, `part_wished` that
    of the edit that made one run of two.
    """

    correct_wished = Signal(object)
    delete_wished = Signal(object)
    session_wished = Signal(object)
    tie_wished = Signal(object, object)
    untie_wished = Signal(object)
    part_wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        correct = Button(theme, tr("Correct"), icon="pencil-simple", key="E")
        super().__init__(theme, tr("Entry"), tr("All days"), correct, parent)
        self._detail: EntryDetail | None = None
        self._deed.clicked.connect(self.wish_correct)
        self._delete.clicked.connect(self.wish_delete)

    @property
    def entry(self) -> UUID | None:
        """The entry that is shown."""
        return None if self._detail is None else self._detail.id

    def show_entry(self, detail: EntryDetail, today: date) -> None:
        """Show an entry."""
        is_another = self.entry != detail.id
        self._detail = detail
        report = EntryReport(self._theme, detail, today)
        report.session_wished.connect(self.session_wished)
        report.untie_wished.connect(self.untie_wished)
        report.tie_wished.connect(self._wish_tie)
        report.part_wished.connect(self.part_wished)
        self.show_report(report, is_another=is_another)

    def clear(self) -> None:
        """Show nothing."""
        self._detail = None
        super().clear()

    @Slot()
    def wish_correct(self) -> None:
        """Ask to correct what is shown."""
        if self._detail is not None:
            self.correct_wished.emit(self._detail.id)

    @Slot()
    def wish_delete(self) -> None:
        """Ask for what is shown to be deleted."""
        if self._detail is not None:
            self.delete_wished.emit(self._detail.id)

    @Slot(object)
    def _wish_tie(self, session: UUID) -> None:
        if self._detail is not None:
            self.tie_wished.emit(session, self._detail.id)
