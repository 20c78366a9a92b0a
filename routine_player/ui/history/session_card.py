"""The panel beside the list: the session that is open, and what can be done with it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.store.history_values import PastSession
from routine_player.store.session_summary import SessionId
from routine_player.ui.history.reading_card import ReadingCard
from routine_player.ui.history.session_report import SessionReport
from routine_player.ui.history.values import Tie
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button, Kind


class SessionCard(ReadingCard):
    """Shows one session.

    `play_wished` carries the slug of its routine, `delete_wished` its id, `run_wished` the run that
    it goes with. `tie_wished` carries its id and that of a run, `untie_wished` its id.
    """

    play_wished = Signal(str)
    delete_wished = Signal(object)
    run_wished = Signal(object)
    tie_wished = Signal(object, object)
    untie_wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        play = Button(theme, tr("Play again"), kind=Kind.PRIMARY, icon="play-fill", key="P")
        super().__init__(theme, tr("Session"), tr("All sessions"), play, parent)
        self._session: PastSession | None = None
        self._deed.clicked.connect(self.wish_play)
        self._delete.clicked.connect(self.wish_delete)
        self.clear()

    @property
    def session(self) -> SessionId | None:
        """The session that is shown."""
        return None if self._session is None else self._session.summary.id

    def show_session(
        self,
        session: PastSession,
        today: date,
        *,
        playable: bool,
        ties: Sequence[Tie] = (),
        others: Sequence[Tie] = (),
    ) -> None:
        """Show a session; where its routine is gone it cannot be played again.

        `ties` and `others` are the run that it goes with, and those that it might go with.
        """
        is_another = self.session != session.summary.id
        self._session = session
        report = SessionReport(self._theme, session, today, ties, others)
        report.run_wished.connect(self.run_wished)
        report.untie_wished.connect(self._wish_no_tie)
        report.tie_wished.connect(self._wish_tie)
        self.show_report(report, is_another=is_another)
        if playable:
            self._deed.enable()
        else:
            self._deed.disable(tr("This routine is no longer there."))
        for part in (self._deed, self._delete, self._line):
            part.show()

    def clear(self) -> None:
        """Show nothing."""
        self._session = None
        super().clear()
        for part in (self._deed, self._delete, self._line):
            part.hide()

    @Slot()
    def wish_play(self) -> None:
        """Ask for the routine to be played again, if it can be."""
        if self._session is not None and self._deed.isEnabled():
            self.play_wished.emit(self._session.summary.routine)

    @Slot()
    def wish_delete(self) -> None:
        """Ask for the session to be deleted."""
        if self._session is not None:
            self.delete_wished.emit(self._session.summary.id)

    @Slot(object)
    def _wish_tie(self, run: UUID) -> None:
        if self._session is not None:
            self.tie_wished.emit(self._session.summary.id, run)

    @Slot(object)
    def _wish_no_tie(self, _run: UUID) -> None:
        if self._session is not None:
            self.untie_wished.emit(self._session.summary.id)
