"""What became of one step, as a row."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.events import Outcome
from routine_player.core.wording import clock_time
from routine_player.store.history_values import PainRating, PastStep
from routine_player.ui.history.words import step_line, step_sentence
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_8, SPACE_12, Lettering
from routine_player.ui.widgets.label import Tone, plain_tooltip
from routine_player.ui.widgets.pain_dot import TEXT, paint_pain_dot
from routine_player.ui.widgets.painting import middle_square, paint_line, smooth

_HEIGHT = 48
_NUMBER_WIDTH = 28
_ICON = 20
_TIME_WIDTH = 48
_TOP, _LINE, _SMALL_LINE = 5, 20, 16
_ICONS: dict[Outcome | None, tuple[str, Tone]] = {
    Outcome.DONE: ("check", "accent"),
    Outcome.SKIPPED: ("skip-forward", "ink3"),
    Outcome.STOPPED: ("stop", "ink3"),
    Outcome.HURT: ("hand-palm", "attention_ink"),
    None: ("circle", "ink3"),
}


class StepRow(QWidget):
    """Number, outcome, name, what was asked, pain that came up, and time. Spoken as a sentence."""

    def __init__(
        self,
        theme: Theme,
        step: PastStep,
        hurt: Sequence[PainRating] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._hurt = tuple(hurt)
        self._line = step_line(step, self._hurt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(step_sentence(step, self._hurt))

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self._words_area()
        cut = any(
            QFontMetrics(self._theme.font(lettering)).horizontalAdvance(text) > words.width()
            for text, lettering in ((self._step.name, BODY.strong()), (self._line, CAPTION))
        )
        whole = f"{self._step.name}\n{self._line}"
        self.setToolTip(plain_tooltip(whole) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        step, icons = self._step, self._theme.icons
        colours = self._theme.colours
        reached = step.outcome is not None
        with smooth(self) as painter:
            number = QRectF(0, 0, _NUMBER_WIDTH, _HEIGHT)
            self._write(painter, number, f"{step.index + 1}", BODY, "ink3")
            icon, tone = _ICONS[step.outcome]
            place = QRectF(_NUMBER_WIDTH, 0, _ICON, _HEIGHT)
            icons.paint(painter, icon, getattr(colours, tone), middle_square(place, _ICON))
            words = self._words_area()
            name = QRectF(words.left(), _TOP, words.width(), _LINE)
            self._write(painter, name, step.name, BODY.strong(), "ink" if reached else "ink3")
            line = QRectF(words.left(), name.bottom(), words.width(), _SMALL_LINE)
            self._write(painter, line, self._line, CAPTION, "ink2" if reached else "ink3")
            self._paint_end(painter)

    def _paint_end(self, painter: QPainter) -> None:
        right = float(self.width())
        if self._step.outcome is not None:
            time = QRectF(right - _TIME_WIDTH, 0, _TIME_WIDTH, _HEIGHT)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(self._theme.font(BODY))
            painter.setPen(self._theme.colours.ink2)
            painter.drawText(time, int(flags.value), clock_time(self._step.active_s))
        left = right - _TIME_WIDTH
        for rating in reversed(self._hurt):
            left -= TEXT + SPACE_8
            dot = QRectF(round(left), (_HEIGHT - TEXT) / 2, TEXT, TEXT)
            paint_pain_dot(painter, self._theme, dot, rating.score)

    def _words_area(self) -> QRectF:
        left = _NUMBER_WIDTH + _ICON + SPACE_12
        right = self.width() - _TIME_WIDTH - len(self._hurt) * (TEXT + SPACE_8) - SPACE_8
        return QRectF(left, 0, max(0, right - left), _HEIGHT)

    def _write(
        self, painter: QPainter, area: QRectF, words: str, lettering: Lettering, tone: Tone
    ) -> None:
        ink: QColor = getattr(self._theme.colours, tone)
        paint_line(painter, area, words, self._theme.font(lettering), ink)
