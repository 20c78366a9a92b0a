"""Underlined words that lead to another page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, RADIUS_HINT, SPACE_4, Lettering
from routine_player.ui.widgets.label import Tone, plain_tooltip
from routine_player.ui.widgets.painting import blend, smooth
from routine_player.ui.widgets.pressable import Pressable

_UNDERLINE_DROP = 3.0


class Link(Pressable):
    """A button in the middle of text, as wide as its words; emits `clicked`.

    `key` is named in the tooltip only; the page listens to it.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        lettering: Lettering = BODY,
        tone: Tone = "ink2",
        parent: QWidget | None = None,
        *,
        key: str = "",
    ) -> None:
        super().__init__(theme, label, parent, radius=RADIUS_HINT)
        self._tone = tone
        self.setFont(theme.font(lettering))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named = tr("{action} ({key})", action=label, key=key)
        self.setToolTip(plain_tooltip(named if key else label))

    def set_label(self, label: str) -> None:
        """Say something else."""
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = round(metrics.horizontalAdvance(self._label)) + 1
        return QSize(width, round(metrics.height()) + SPACE_4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        ink = blend(getattr(colours, self._tone), colours.accent, self.hover_level)
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._label)
        with smooth(self) as painter:
            painter.setFont(self.font())
            painter.setPen(ink)
            area = QRectF(self.rect())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)
            base = area.center().y() + metrics.height() / 2 - metrics.descent()
            line = round(base + _UNDERLINE_DROP) - 0.5
            painter.setPen(QPen(ink, 1))
            painter.drawLine(QPointF(0, line), QPointF(width, line))
