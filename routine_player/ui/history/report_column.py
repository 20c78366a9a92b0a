"""The column that every report is: captions with their space, pain as dots with words, a note."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, READING, SPACE_4, SPACE_12, SPACE_16
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_dot import PainDot


class ReportColumn(QVBoxLayout):
    """Lays out the parts of a report below each other."""

    def __init__(self, theme: Theme, report: QWidget) -> None:
        super().__init__(report)
        self._theme = theme
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)

    def add_caption(self, words: str) -> None:
        """Begin a part of the report."""
        self.addSpacing(SPACE_16)
        self.addWidget(PlainLabel(self._theme, words, CAPTION.strong(), "ink3"))
        self.addSpacing(SPACE_4)

    def add_pain(self, ratings: Iterable[tuple[int, str]]) -> None:
        """Show ratings, each a score and what is said of it, under a caption if there are any."""
        for number, (score, words) in enumerate(ratings):
            if not number:
                self.add_caption(tr("Pain"))
            row = QHBoxLayout()
            row.setSpacing(SPACE_12)
            row.addWidget(PainDot(self._theme, score))
            row.addWidget(PlainLabel(self._theme, words, BODY, wraps=True), 1)
            self.addLayout(row)
            self.addSpacing(SPACE_4)

    def add_note(self, note: str) -> None:
        """Show what was noted, if anything was."""
        if note:
            self.add_caption(tr("Note"))
            self.addWidget(PlainLabel(self._theme, note, READING, wraps=True))
