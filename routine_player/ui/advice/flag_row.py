"""A sign that can be ticked."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.red_flags import RedFlag
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import READING, SPACE_8, SPACE_12
from routine_player.ui.widgets.painting import blend, middle_square, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable

_BOX, _TICK = 22, 16
_PADDING = 7
_WRAPPED = int((Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value)
_ANY_HEIGHT = 1000
_USUAL_WIDTH = 600


class FlagRow(Pressable):
    """A box with the words of a sign beside it; they are never cut. Emits `toggled(bool)`."""

    def __init__(self, theme: Theme, flag: RedFlag, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr(flag.words), parent)
        self.flag = flag
        self.setCheckable(True)
        self.setFont(theme.font(READING))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 2 * _PADDING + _BOX)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._words_left(), _ANY_HEIGHT)
        words = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._label)
        return max(_BOX, words.height()) + 2 * _PADDING

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if self.isChecked():
                paint_panel(painter, area, fill=colours.attention_tint)
            else:
                ground = blend(colours.raised, colours.sunken, self.hover_level)
                paint_panel(painter, area, fill=ground)
            box = middle_square(QRectF(SPACE_8, 0, _BOX, area.height()), _BOX)
            if self.isChecked():
                paint_panel(painter, box, fill=colours.attention, radius=4)
                tick = middle_square(box, _TICK)
                self.theme.icons.paint(painter, "check-bold", colours.raised, tick)
            else:
                paint_panel(painter, box, fill=colours.raised, edge=colours.strong, radius=4)
            painter.setPen(QPen(colours.attention_ink if self.isChecked() else colours.ink))
            painter.setFont(self.font())
            painter.drawText(area.adjusted(self._words_left(), 0, 0, 0), _WRAPPED, self._label)

    def _words_left(self) -> int:
        return SPACE_8 + _BOX + SPACE_12
