"""What goes with what, each in a line with the way there and the button that says otherwise."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.history.values import Tie
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_16
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link


class TieRows(QWidget):
    """Names `ties` and, below them, `others` that might be one.

    Signals carry the subject of a line: `opened`, `untied` for a tie, `tied` for another.
    `away` and `to_it` are the names of the buttons.
    """

    opened = Signal(object)
    untied = Signal(object)
    tied = Signal(object)

    def __init__(
        self,
        theme: Theme,
        ties: Sequence[Tie],
        others: Sequence[Tie],
        *,
        away: str,
        to_it: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_16, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(theme, tr("Goes with"), CAPTION.strong(), "ink3"))
        self._column.addSpacing(SPACE_4)
        for tie in ties:
            self._add_tie(tie, away)
        for other in others:
            self._add_other(other, to_it)

    def _add_tie(self, tie: Tie, away: str) -> None:
        link = Link(self._theme, tie.words, BODY, "ink")
        link.clicked.connect(lambda: self.opened.emit(tie.subject))
        button = self._small(away, "x", tie)
        button.clicked.connect(lambda: self.untied.emit(tie.subject))
        self._add_line(link, button)

    def _add_other(self, other: Tie, to_it: str) -> None:
        label = PlainLabel(self._theme, other.words, BODY, "ink3")
        button = self._small(to_it, "plus", other)
        button.clicked.connect(lambda: self.tied.emit(other.subject))
        self._add_line(label, button)

    def _small(self, label: str, icon: str, tie: Tie) -> Button:
        button = Button(
            self._theme, label, kind=Kind.QUIET, size=Size.ROW, icon=icon, icon_only=True
        )
        button.setAccessibleDescription(tie.words)
        return button

    def _add_line(self, words: QWidget, button: Button) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(words)
        line.addWidget(button)
        line.addStretch(1)
        self._column.addLayout(line)
