"""A few figures side by side, each over its word."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SECTION, SPACE_24, Lettering
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.label import PlainLabel, Tone


class StatRow(QWidget):
    """Shows pairs of a figure and its word; they wrap where there is little room."""

    def __init__(
        self,
        theme: Theme,
        lettering: Lettering = SECTION,
        tone: Tone = "ink3",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lettering = lettering
        self._tone: Tone = tone
        self._pairs: list[tuple[QWidget, PlainLabel, PlainLabel]] = []
        self._flow = FlowLayout(self, SPACE_24)

    def show_stats(self, stats: Sequence[tuple[str, str]]) -> None:
        """Show figures with their words, in order."""
        while len(self._pairs) < len(stats):
            self._add()
        for number, (pair, value, word) in enumerate(self._pairs):
            pair.setVisible(number < len(stats))
            if number < len(stats):
                value.setText(stats[number][0])
                word.setText(stats[number][1])

    def set_lettering(self, lettering: Lettering) -> None:
        """Write the figures in another size."""
        self._lettering = lettering
        for _, value, _ in self._pairs:
            value.set_lettering(lettering)

    def _add(self) -> None:
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        value = PlainLabel(self._theme, "", self._lettering)
        word = PlainLabel(self._theme, "", CAPTION, self._tone)
        column.addWidget(value)
        column.addWidget(word)
        self._pairs.append((pair, value, word))
        self._flow.addWidget(pair)
