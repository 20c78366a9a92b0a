"""The question about this morning: one key answers it, and it is gone without a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.today.questions import MorningQuestion
from routine_player.ui.tokens import BODY, SPACE_4, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_row import PainRow

_WIDE_FROM = 900


class MorningCard(Card):
    """Emits `rated` with a score, `left` where the person does not want to say."""

    rated = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=SPACE_16)
        question = tr("This morning, how is your back?")
        self._title = PlainLabel(theme, question, TITLE, wraps=True)
        self._words = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._pain = PainRow(theme, question)
        self._leave = Button(theme, tr("Not today"), kind=Kind.QUIET, size=Size.ROW)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_12)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(words, 0, 0)
        self.content.addLayout(self._grid)
        self._is_wide: bool | None = None
        self._arrange(wide=True)
        self._pain.score_chosen.connect(self.rated)
        self._leave.clicked.connect(self.left)
        self.setAccessibleName(question)

    def show_question(self, question: MorningQuestion) -> None:
        """Ask, with nothing answered."""
        self._words.setText(tr("{words} Keys 0-9, X for 10.", words=question.words))
        self._pain.set_score(None)

    def take_key(self, key: int) -> bool:
        """Answer if the key stands for a score; tell whether it did."""
        return self._pain.take_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _WIDE_FROM)

    def set_compact(self, *, compact: bool) -> None:
        """Leave the second line out where there is little room."""
        self._words.setHidden(compact)
        self._grid.setVerticalSpacing(SPACE_4 if compact else SPACE_12)

    def _arrange(self, *, wide: bool) -> None:
        """Put all in one line, or the answers below the question."""
        if wide is self._is_wide:
            return
        self._is_wide = wide
        if wide:
            self._grid.addWidget(self._pain, 0, 1)
            self._grid.addWidget(self._leave, 0, 2)
        else:
            self._grid.addWidget(self._leave, 0, 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._pain, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
