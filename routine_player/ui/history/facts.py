"""Large facts with small words under them: how long, how many, how it ended."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SECTION, SPACE_24
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.label import PlainLabel


class Facts(QWidget):
    """Pairs of a fact and what it is, side by side; they wrap in a narrow window."""

    def __init__(
        self, theme: Theme, facts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(self, SPACE_24)
        for fact, words in facts:
            row.addWidget(_Fact(theme, fact, words))
        self.setAccessibleName(", ".join(f"{words}: {fact}" for fact, words in facts))


class _Fact(QWidget):
    def __init__(self, theme: Theme, fact: str, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(theme, fact, SECTION))
        column.addWidget(PlainLabel(theme, words, CAPTION, "ink3"))
