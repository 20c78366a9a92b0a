"""The line that leads to whom to see, beside every question about pain."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8
from routine_player.ui.widgets.key_hint import key_width, paint_key
from routine_player.ui.widgets.painting import middle_square, smooth
from routine_player.ui.widgets.pressable import Pressable

_ICON = 20
_HEIGHT = 28


class AdviceLine(Pressable):
    """Asks about numbness, and leads to the page on whom to see. Emits `clicked`."""

    def __init__(self, theme: Theme, key: str = "", parent: QWidget | None = None) -> None:
        self._question = tr("Numb, tingling, or weak in a leg?")
        self._link = tr("Read who to see")
        super().__init__(theme, f"{self._question} {self._link}", parent)
        self._key = key
        self._lettering = BODY
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("{action} ({key})", action=self._link, key=key) if key else self._link)

    def set_small(self, *, small: bool) -> None:
        """Write smaller where there is little room."""
        self._lettering = CAPTION if small else BODY
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font(self._lettering))
        width = _ICON + SPACE_8 + metrics.horizontalAdvance(self._question) + SPACE_4
        width += metrics.horizontalAdvance(self._link)
        if self._shows_key():
            width += SPACE_8 + key_width(self.theme, self._key)
        return QSize(round(width) + 2, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        ink = colours.attention_ink
        font = self.theme.font(self._lettering)
        underlined = QFont(font)
        underlined.setUnderline(True)
        with smooth(self) as painter:
            icon = middle_square(QRectF(0, 0, _ICON, area.height()), _ICON)
            self.theme.icons.paint(painter, "warning-circle", colours.attention, icon)
            left = float(_ICON + SPACE_8)
            painter.setPen(ink)
            for text, written in ((self._question, font), (self._link, underlined)):
                painter.setFont(written)
                words = area.adjusted(left, 0, 0, 0)
                painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), text)
                left += QFontMetricsF(written).horizontalAdvance(text) + SPACE_4
            if self._shows_key():
                width = key_width(self.theme, self._key)
                key = QRectF(left + SPACE_4, 0, width, area.height())
                paint_key(painter, self.theme, key, self._key, ink)

    def _shows_key(self) -> bool:
        return bool(self._key) and self._lettering is BODY and self.theme.room.shows_key_hints
