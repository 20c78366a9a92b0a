"""A page in two halves: what it is about on the stage's ground, and what one does about it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TWO_COLUMNS_FROM_WIDTH,
)
from routine_player.ui.widgets.painting import smooth
from routine_player.ui.widgets.scroll_page import ScrollPage

_LOW_BELOW = 560
_TOP, _SIDE, _LEFT_SIDE = 56, 64, 48
_LEFT_SHARE, _RIGHT_SHARE = 7, 9
_WIDEST = 720


class SplitPage(QWidget):
    """Put things into `left`, `right` and `foot`; the foot is always seen, the right scrolls.

    In a narrow window the left half lies above the right one and scrolls with it. Subclasses
    learn of a change by `arrange`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_wide: bool | None = None
        self._is_low: bool | None = None
        self._panel = _Panel(theme)
        self.left = QVBoxLayout(self._panel)
        self.left.setSpacing(0)
        self._page = ScrollPage(bare=True)
        self.right = QVBoxLayout()
        self.right.setSpacing(0)
        self._page.content.addLayout(self.right)
        self._page.content.addStretch(1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE_8)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._page, 1)
        beside.addLayout(self.foot)
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addLayout(beside, _RIGHT_SHARE)

    @property
    def is_wide(self) -> bool:
        """Whether the halves stand beside each other."""
        return self.width() >= TWO_COLUMNS_FROM_WIDTH

    @property
    def is_low(self) -> bool:
        """Whether there is little height."""
        return self.height() < _LOW_BELOW

    def arrange(self) -> None:
        """Fit what is in the page to `is_wide` and `is_low`, which have changed."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.is_wide, self.is_low) != (self._is_wide, self._is_low):
            if self.is_wide is not self._is_wide:
                self._place_panel()
            self._is_wide, self._is_low = self.is_wide, self.is_low
            self._set_margins()
            self.arrange()
        if self.is_wide:
            self._set_margins()

    def _place_panel(self) -> None:
        if self.is_wide:
            self._page.content.removeWidget(self._panel)
            self._halves.insertWidget(0, self._panel, _LEFT_SHARE)
        else:
            self._halves.removeWidget(self._panel)
            self._page.content.insertWidget(0, self._panel)
        self._panel.show()

    def _set_margins(self) -> None:
        if not self.is_wide:
            edge, top = (SPACE_8, SPACE_12) if self.is_low else (SPACE_12, SPACE_16)
            self.left.setContentsMargins(SPACE_16, edge, SPACE_16, edge)
            self.right.setContentsMargins(SPACE_16, top, SPACE_16, SPACE_16)
            self.foot.setContentsMargins(SPACE_16, edge, SPACE_16, edge)
            return
        top = SPACE_24 if self.is_low else min(_TOP, self.height() // 14)
        half = self.width() * _RIGHT_SHARE // (_LEFT_SHARE + _RIGHT_SHARE)
        side = min(_LEFT_SIDE, (self.width() - half) // 11)
        self.left.setContentsMargins(side, top, side, top)
        spare = max(0, half - 2 * _SIDE - _WIDEST)
        left = min(_SIDE, half // 11)
        self.right.setContentsMargins(left, top, left + spare, SPACE_24)
        self.foot.setContentsMargins(left, SPACE_16, left + spare, SPACE_32)


class _Panel(QWidget):
    """The ground of the left half."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            painter.fillRect(QRectF(self.rect()), self._theme.colours.stage)
