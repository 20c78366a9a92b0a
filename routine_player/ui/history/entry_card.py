"""The panel beside the list for a run, or a rating that stands for itself."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from routine_player.core.language import tr
from routine_player.ui.history.entry_report import EntryReport
from routine_player.ui.history.values import EntryDetail
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus


class EntryCard(Card):
    """Shows one entry. `left` means that its button back to the list was pressed.

    `correct_wished` and `delete_wished` carry its id, `session_wished` that of a session that goes
    with it; `untie_wished` and `tie_wished` those of a session and of the run.
    """

    left = Signal()
    correct_wished = Signal(object)
    delete_wished = Signal(object)
    session_wished = Signal(object)
    tie_wished = Signal(object, object)
    untie_wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=0)
        self._theme = theme
        self._detail: EntryDetail | None = None
        self._back = Button(theme, tr("All days"), kind=Kind.QUIET, icon="caret-left", key="Esc")
        self._back.clicked.connect(self.left)
        self._correct = Button(theme, tr("Correct"), icon="pencil-simple", key="E")
        self._correct.clicked.connect(self.wish_correct)
        self._delete = Button(theme, tr("Delete"), kind=Kind.QUIET, icon="trash", key="Del")
        self._delete.clicked.connect(self.wish_delete)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(tr("Entry"))
        self._focus = KeyboardFocus(theme, self._area)
        self._lay_out()

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
        top = SPACE_24 if self._back.isHidden() else SPACE_8
        report.setContentsMargins(SPACE_24, top, SPACE_24, SPACE_16)
        before = self._area.verticalScrollBar().value()
        self._area.setWidget(report)
        self._area.verticalScrollBar().setValue(0 if is_another else before)

    def clear(self) -> None:
        """Show nothing."""
        self._detail = None
        self._area.setWidget(QWidget())

    def show_way_back(self, *, shown: bool) -> None:
        """Where the card has the page to itself, a button leads back to the list."""
        self._back.setVisible(shown)

    def take_focus(self) -> None:
        """Put the keyboard where one reads on."""
        self._area.setFocus(Qt.FocusReason.TabFocusReason)

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

    def _lay_out(self) -> None:
        back = QHBoxLayout()
        back.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        back.addWidget(self._back)
        back.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, SPACE_12, SPACE_12, SPACE_12)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self._correct)
        foot.addStretch(1)
        foot.addWidget(self._delete)
        self.content.addLayout(back)
        self.content.addWidget(self._area, 1)
        self.content.addWidget(Hairline(self._theme))
        self.content.addLayout(foot)
