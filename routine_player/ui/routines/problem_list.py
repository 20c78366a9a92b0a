"""What is wrong with a file, each with its line and column."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_12
from routine_player.ui.widgets.icon_label import IconLabel
from routine_player.ui.widgets.label import PlainLabel, Tone

_MOST = 40
_SOURCE_PX = 13
_ICONS = {
    Severity.ERROR: "warning",
    Severity.WARNING: "warning-circle",
    Severity.HINT: "info",
}
_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "error",
    Severity.WARNING: "attention_ink",
    Severity.HINT: "ink2",
}


class ProblemList(QWidget):
    """Rows of icon, place and sentence, as the checker of the command line prints them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: QWidget | None = None
        self._source = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._source.setPixelSize(_SOURCE_PX)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems in their order; of very many only the first."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        for number, problem in enumerate(problems[:_MOST]):
            self._add(grid, 2 * number, problem)
        if len(problems) > _MOST:
            more = tr("And {count} more.", count=len(problems) - _MOST)
            grid.addWidget(PlainLabel(self._theme, more, BODY, "ink2"), 2 * _MOST, 0)
        self._column.addWidget(rows)
        self.setVisible(bool(problems))

    def _add(self, grid: QGridLayout, row: int, problem: Problem) -> None:
        tone = _TONES[problem.severity]
        name = PurePath(problem.file).name
        where = IconLabel(
            self._theme,
            _ICONS[problem.severity],
            f"{name}:{problem.line}:{problem.column}",
            CAPTION,
            "ink2",
            icon_tone=tone,
        )
        where.setFont(self._source)
        where.setAccessibleDescription(problem.severity.value)
        text = PlainLabel(self._theme, problem.text, BODY, tone, wraps=True)
        text.setContentsMargins(0, 0, 0, SPACE_12)
        grid.addWidget(where, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text, row + 1, 0)
