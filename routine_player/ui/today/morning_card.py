"""The question about this morning: one key answers it, and it is gone without a dialog."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.today.questions import MorningQuestion
from routine_player.ui.tokens import BODY, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind
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
        self._leave = Button(theme, tr("Not today"), kind=Kind.QUIET)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE_12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._pain)
        self._row.addWidget(self._leave)
        self.content.addLayout(self._row)
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
        way = QBoxLayout.Direction
        wide = self.width() >= _WIDE_FROM
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)
