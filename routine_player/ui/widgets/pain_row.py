"""The question that one key answers: how much does it hurt, from 0 to 10."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, RADIUS, SPACE_4, SPACE_16, TITLE
from routine_player.ui.widgets.painting import blend, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.roving import Roving

SCORES = range(11)
_WORST = SCORES[-1]
_FOOT = 6
_LEAST_WIDTH, _MOST_WIDTH = 30, 44
_WORDS_HEIGHT = 16
_OUTLINE, _DISTANCE = 2.0, 1.0
_BANDS = (2, 5)


def score_of_key(key: int) -> int | None:
    """The score that a key stands for: 0 to 9, and X for 10; None for any other key."""
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return _WORST if key == Qt.Key.Key_X else None


class _Score(Pressable):
    """One score of the row."""

    def __init__(self, theme: Theme, score: int, parent: QWidget) -> None:
        super().__init__(theme, str(score), parent)
        self.score = score
        self.setCheckable(True)
        self.setFont(theme.font(TITLE))
        key = "X" if score == _WORST else str(score)
        self.setToolTip(tr("Pain {score} of 10 ({key})", score=score, key=key))
        self.setAccessibleName(tr("Pain {score} of 10", score=score))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if self.isChecked():
                ink = colours.on_pain(self.score)
                gap = _OUTLINE + _DISTANCE
                inner = area.adjusted(gap, gap, -gap, -gap)
                paint_panel(painter, area, edge=colours.plum, width=_OUTLINE)
                paint_panel(painter, inner, fill=colours.pain[self.score], radius=RADIUS - _OUTLINE)
            else:
                ink = colours.ink
                ground = blend(colours.raised, colours.sunken, self.hover_level)
                shape = QPainterPath()
                shape.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
                painter.fillPath(shape, ground)
                painter.setClipPath(shape)
                foot = QRectF(0, area.height() - _FOOT, area.width(), _FOOT)
                painter.fillRect(foot, colours.pain[self.score])
                painter.setClipping(False)
                painter.strokePath(shape, QPen(colours.strong, 1.0))
            painter.setFont(self.font())
            painter.setPen(ink)
            words = area.adjusted(0, 0, 0, -_FOOT)  # chosen or not, in line with the others
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter.value), self._label)


class PainRow(QWidget):
    """Eleven buttons; emits `score_chosen` when a person answers, also with the same score again.

    While it has the focus it takes 0 to 9, X for 10, and arrows, which move without answering. A
    page that takes keys itself hands them to `take_key`. Gaps show the bands, after `bands`.
    """

    score_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        question: str,
        parent: QWidget | None = None,
        *,
        height: int = 44,
        bands: tuple[int, ...] = _BANDS,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._bands = bands
        self._score: int | None = None
        self._buttons = [_Score(theme, score, self) for score in SCORES]
        for button in self._buttons:
            button.setAccessibleDescription(question)
            button.clicked.connect(self._take_click)
        self._roving = Roving(self._buttons)
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def score(self) -> int | None:
        """What was answered; None for not answered."""
        return self._score

    def set_score(self, score: int | None) -> None:
        """Show an answer, or none, without telling anybody."""
        self._score = score
        for button in self._buttons:
            button.setChecked(button.score == score)
        self._roving.stop_at(score or 0)

    def take_key(self, key: int) -> bool:
        """Answer if the key stands for a score; tell whether it did."""
        score = score_of_key(key)
        if score is None:
            return False
        self._choose(score)
        return True

    def take_focus(self) -> None:
        """Go to the answer, or to the first score where there is none."""
        self._roving.focus(self._score or 0)

    def sizeHint(self) -> QSize:
        return QSize(self._width_with(_MOST_WIDTH), self._height + SPACE_4 + _WORDS_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(_LEAST_WIDTH), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        at = self._roving.moved_to(event.key())
        score = score_of_key(event.key()) if plain else None
        if at is not None:
            self._roving.focus(at)
        elif score is not None:
            self._roving.focus(score)  # Tab goes on from the answer, not to it
            self._choose(score)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.width() - self._width_with(0)
        width = max(_LEAST_WIDTH, min(_MOST_WIDTH, spare // len(SCORES)))
        left = 0
        for button in self._buttons:
            button.setGeometry(left, 0, width, self._height)
            left += width + self._gap_after(button.score)

    def paintEvent(self, _event: QPaintEvent) -> None:
        right = self._buttons[-1].geometry().right() + 1
        words = QRectF(0, self._height + SPACE_4, right, _WORDS_HEIGHT)
        with smooth(self) as painter:
            painter.setFont(self._theme.font(CAPTION))
            painter.setPen(self._theme.colours.ink3)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft.value), tr("0 no pain"))
            worst = tr("10 worst imaginable")
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight.value), worst)

    def _gap_after(self, score: int) -> int:
        if score == _WORST:
            return 0
        return SPACE_16 if score in self._bands else SPACE_4

    def _width_with(self, button: int) -> int:
        return button * len(SCORES) + sum(self._gap_after(score) for score in SCORES)

    def _take_click(self) -> None:
        button = self.sender()
        if isinstance(button, _Score):
            self._choose(button.score)

    def _choose(self, score: int) -> None:
        self.set_score(score)
        self.score_chosen.emit(score)
