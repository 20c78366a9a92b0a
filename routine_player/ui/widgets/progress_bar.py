"""How far something is that takes a while."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.painting import paint_panel, smooth

_HEIGHT = 8


class ProgressBar(QWidget):
    """A bar that fills from the left; while nobody knows how much there is, it is empty."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: float | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None where nobody knows."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Show how much is done."""
        self._share = share
        percent = "" if share is None else tr("{percent} %", percent=round(share * 100))
        self.setAccessibleDescription(percent)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            paint_panel(painter, area, fill=colours.sunken, radius=_HEIGHT / 2)
            if self._share:
                done = QRectF(area)
                done.setWidth(max(_HEIGHT, area.width() * min(1.0, self._share)))
                paint_panel(painter, done, fill=colours.accent, radius=_HEIGHT / 2)
