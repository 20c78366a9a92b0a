"""The short instructions under the picture."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from routine_player.ui.player.fit import Fit
from routine_player.ui.player.lines import break_lines
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import Lettering

_LINE_OF_SIZE = 1.3
_MOST_LINES = 3
_USUAL_LETTERS = 45


class CueLines(QWidget):
    """One or two instructions, as large as they have room for; the first is the one to read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit = Fit()
        self._cues: tuple[str, ...] = ()

    @property
    def cues(self) -> tuple[str, ...]:
        """What is shown of the instructions."""
        return self._cues[: self._fit.lines]

    def fit(self, fit: Fit) -> None:
        self._fit = fit
        self._name()
        self.update()

    def show_cues(self, cues: tuple[str, ...]) -> None:
        """Write other instructions."""
        if cues != self._cues:
            self._cues = cues
            self._name()
            self.update()

    def height_for(self, width: int) -> int:
        """The height that is needed in `width` pixels."""
        lettering, cues = self._written(width)
        return round(lettering.size_px * _LINE_OF_SIZE) * sum(map(len, cues))

    def usual_height(self, width: int) -> int:
        """The height of instructions that have a line each, so that the picture stays in place."""
        usual = self._fit.cues[-1]
        for lettering in reversed(self._fit.cues):
            letter = QFontMetrics(self._theme.font(lettering)).averageCharWidth()
            if letter * _USUAL_LETTERS <= width:
                usual = lettering
        return round(usual.size_px * _LINE_OF_SIZE) * self._fit.lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        lettering, cues = self._written(self.width())
        line = round(lettering.size_px * _LINE_OF_SIZE)
        colours = self._theme.colours
        top = 0.0
        with QPainter(self) as painter:
            painter.setFont(self._theme.font(lettering))
            for number, texts in enumerate(cues):
                painter.setPen(colours.ink2 if number else colours.ink)
                for text in texts:
                    area = QRectF(0, top, self.width(), line)
                    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), text)
                    top += line

    def _written(self, width: int) -> tuple[Lettering, list[tuple[str, ...]]]:
        """The size, and each instruction in lines: the largest size at which all have room."""
        sizes = self._fit.cues
        for lettering in sizes:
            font = self._theme.font(lettering)
            broken = [break_lines(cue, font, width, 1) for cue in self.cues]
            if all(one.is_whole for one in broken):
                return lettering, [one.texts for one in broken]
        font = self._theme.font(sizes[-1])
        room = _MOST_LINES if self._fit.lines > 1 else 1
        lines: list[tuple[str, ...]] = []
        for cue in self.cues:
            still = room - sum(map(len, lines)) - (len(self.cues) - len(lines) - 1)
            lines.append(break_lines(cue, font, width, still).texts)
        return sizes[-1], lines

    def _name(self) -> None:
        self.setAccessibleName(" ".join(self.cues))
