"""The panel beside the list: the session that is open, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.store.history_values import PastSession
from routine_player.store.session_summary import SessionId
from routine_player.ui.history.session_report import SessionReport
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus


class SessionCard(Card):
    """Shows one session. `left` means that its button back to the list was pressed.

    `play_wished` carries the slug of its routine, `delete_wished` its id.
    """

    left = Signal()
    play_wished = Signal(str)
    delete_wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=0)
        self._theme = theme
        self._session: PastSession | None = None
        self._back = Button(
            theme, tr("All sessions"), kind=Kind.QUIET, icon="caret-left", key="Esc"
        )
        self._back.clicked.connect(self.left)
        self._play = Button(theme, tr("Play again"), kind=Kind.PRIMARY, icon="play-fill", key="P")
        self._play.clicked.connect(self.wish_play)
        self._delete = Button(theme, tr("Delete"), kind=Kind.QUIET, icon="trash", key="Del")
        self._delete.clicked.connect(self.wish_delete)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(tr("Session"))
        self._focus = KeyboardFocus(theme, self._area)
        self._lay_out()
        self.clear()

    @property
    def session(self) -> SessionId | None:
        """The session that is shown."""
        return None if self._session is None else self._session.summary.id

    def show_session(self, session: PastSession, today: date, *, playable: bool) -> None:
        """Show a session; where its routine is gone it cannot be played again."""
        is_another = self.session != session.summary.id
        self._session = session
        report = SessionReport(self._theme, session, today)
        top = SPACE_24 if self._back.isHidden() else SPACE_8
        report.setContentsMargins(SPACE_24, top, SPACE_24, SPACE_16)
        before = self._area.verticalScrollBar().value()
        self._area.setWidget(report)
        self._area.verticalScrollBar().setValue(0 if is_another else before)
        if playable:
            self._play.enable()
        else:
            self._play.disable(tr("This routine is no longer there."))
        for part in (self._play, self._delete, self._line):
            part.show()

    def clear(self) -> None:
        """Show nothing."""
        self._session = None
        self._area.setWidget(QWidget())
        for part in (self._play, self._delete, self._line):
            part.hide()

    def show_way_back(self, *, shown: bool) -> None:
        """Where the card has the page to itself, a button leads back to the list."""
        self._back.setVisible(shown)

    def take_focus(self) -> None:
        """Put the keyboard where one reads on."""
        self._area.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def wish_play(self) -> None:
        """Ask for the routine to be played again, if it can be."""
        if self._session is not None and self._play.isEnabled():
            self.play_wished.emit(self._session.summary.routine)

    @Slot()
    def wish_delete(self) -> None:
        """Ask for the session to be deleted."""
        if self._session is not None:
            self.delete_wished.emit(self._session.summary.id)

    def _lay_out(self) -> None:
        back = QHBoxLayout()
        back.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        back.addWidget(self._back)
        back.addStretch(1)
        self._line = Hairline(self._theme)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, SPACE_12, SPACE_12, SPACE_12)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self._play)
        foot.addStretch(1)
        foot.addWidget(self._delete)
        whole: QVBoxLayout = self.content
        whole.addLayout(back)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._line)
        whole.addLayout(foot)
