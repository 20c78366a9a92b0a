"""Three things to know about a session, numbered as they are pinned to the picture."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.first_start.pin import Pin
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, READING, SPACE_12, SPACE_16, SPACE_24, TITLE
from routine_player.ui.widgets.label import PlainLabel


class Facts(QWidget):
    """The facts below each other; they move together and say less when there is little room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        told = (
            (
                tr("The figure moves with you"),
                tr("At the tempo of the step, on the side that is meant."),
            ),
            (tr("Large numbers, sounds, a voice"), tr("Readable from the mat. No need to look.")),
            (
                tr("One key when it hurts"),
                tr("The step ends at once, and you choose how to go on."),
            ),
        )
        for number, (title, detail) in enumerate(told, start=1):
            self._add(theme, number, title, detail)

    def set_compact(self, *, compact: bool) -> None:
        """Move closer together, with smaller words."""
        self._column.setSpacing(SPACE_12 if compact else SPACE_24)
        for detail in self._details:
            detail.set_lettering(BODY if compact else READING)

    def _add(self, theme: Theme, number: int, title: str, detail: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, title, TITLE, wraps=True))
        label = PlainLabel(theme, detail, READING, "ink2", wraps=True)
        self._details.append(label)
        words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(Pin(theme, number, filled=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._column.addLayout(row)
