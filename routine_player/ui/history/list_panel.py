"""The list of what was logged, under the day that it is of where it is of one day alone."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.history.session_list import SessionList
from routine_player.ui.history.session_model import SessionModel
from routine_player.ui.history.words import day_with_year
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Size
from routine_player.ui.widgets.label import PlainLabel

ROW_INSET = 16
"""So far rows reach to the left of the words above them."""


class ListPanel(QWidget):
    """Shows a model. `all_wished` means that somebody who saw one day wants to see all."""

    all_wished = Signal()

    def __init__(self, theme: Theme, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.heading = PlainLabel(theme, "", TITLE)
        self.all_days = Button(theme, tr("All days"), size=Size.ROW, icon="x", key="Esc")
        self.nothing = PlainLabel(theme, tr("Nothing was logged on this day."), tone="ink2")
        self.nothing.setContentsMargins(ROW_INSET, SPACE_16, 0, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = SessionList(theme, model)
        self.all_days.clicked.connect(self.all_wished)
        self._lay_out()

    def name(self, day: date | None, today: date) -> None:
        """Say of which day the list is, None for all, and where there is nothing in it."""
        self.heading.setText("" if day is None else day_with_year(day, today))
        self.heading.setVisible(day is not None)
        self.all_days.setVisible(day is not None)
        self.nothing.setVisible(day is not None and not self._model.entries)
        self.list.setVisible(bool(self._model.entries))

    def take_focus(self) -> None:
        """Put the keyboard into the list, or at the way back to all where it is empty."""
        first = self.list if self._model.entries else self.all_days
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(ROW_INSET, 0, 0, 0)
        head.setSpacing(SPACE_8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.all_days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(ROW_INSET // 2)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
