"""A page that has nothing yet says what will be there, and how to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import READING, SECTION, SPACE_8, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.stage import StageImage, Still

_PICTURE = QSize(224, 160)
_WIDEST = 440
_ALL = 1_000  # of the width, as far as the text goes


class EmptyState(QWidget):
    """A picture, a title, a sentence, and one thing to do; emits `action_wished`."""

    action_wished = Signal()

    def __init__(  # noqa: PLR0913 - what there is not is left out
        self,
        theme: Theme,
        title: str,
        text: str,
        *,
        action: str = "",
        key: str = "",
        position: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE_16, SPACE_24, SPACE_16, SPACE_24)
        across.addStretch(1)
        middle_column = QWidget()
        middle_column.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        across.addWidget(middle_column, _ALL)
        across.addStretch(1)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        if position:
            still = Still(theme, StageImage(title, position), _PICTURE)
            column.addWidget(still, 0, middle)
            column.addSpacing(SPACE_16)
        self._title = PlainLabel(theme, title, SECTION, wraps=True)
        self._text = PlainLabel(theme, text, READING, "ink2", wraps=True)
        for label in (self._title, self._text):
            label.setAlignment(middle)
            column.addWidget(label)
        self.button = Button(theme, action, kind=Kind.PRIMARY, key=key)
        self.button.clicked.connect(self.action_wished)
        column.addSpacing(SPACE_16)
        column.addWidget(self.button, 0, middle)
        self.button.setVisible(bool(action))  # once it has a parent: before, it would be a window
        column.addStretch(1)
        self.setAccessibleName(title)
