"""Panels and hairlines: a card is for something one acts on, the rest lies on paper."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_24
from routine_player.ui.widgets.painting import paint_panel, smooth

_CHOSEN_WIDTH = 2.0


class Card(QWidget):
    """A raised panel with a line round it. Put things into `content`, a vertical layout.

    `chosen` marks the one that is offered first: tinted, with an edge in accent.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, padding: int = SPACE_24
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = False
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(padding, padding, padding, padding)
        self.content.setSpacing(0)

    @property
    def chosen(self) -> bool:
        return self._chosen

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark it as the one that is offered first, or not."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        with smooth(self) as painter:
            area = QRectF(self.rect())
            if self._chosen:
                paint_panel(
                    painter, area, fill=colours.tint, edge=colours.accent, width=_CHOSEN_WIDTH
                )
            else:
                paint_panel(painter, area, fill=colours.raised, edge=colours.line)


class Hairline(QWidget):
    """A line of one pixel between rows of plain content."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            painter.fillRect(self.rect(), self._theme.colours.line)
