"""The panel beside the list: the session that is open, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.store.history_values import PastSession
from routine_player.store.session_summary import SessionId
from routine_player.ui.history.reading_card import ReadingCard
from routine_player.ui.history.session_report import SessionReport
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button, Kind


class SessionCard(ReadingCard):
    """Shows one session.

    `play_wished` carries the slug of its routine, `delete_wished` its id.
    """

    play_wished = Signal(str)
    delete_wished = Signal(object)

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

    def show_session(self, session: PastSession, today: date, *, playable: bool) -> None:
        """Show a session; where its routine is gone it cannot be played again."""
        is_another = self.session != session.summary.id
        self._session = session
        self.show_report(SessionReport(self._theme, session, today), is_another=is_another)
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
