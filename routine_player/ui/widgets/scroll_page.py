"""What a page lies in: it scrolls when the window is small, and its margins shrink with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from routine_player.ui.tokens import PAGE_SIDE, PAGE_TOP, SPACE_16

_ROOMY_FROM = 720


class ScrollPage(QScrollArea):
    """Put things into `content`, a vertical layout. It scrolls up and down, never sideways.

    `widest` caps the width of what is in it; what is narrower than the page stays at the left.
    A page that is `bare` has no margins of its own.
    """

    def __init__(
        self, parent: QWidget | None = None, *, widest: int | None = None, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._widest = widest
        self._bare = bare
        # Our own: to hand out one that Qt made, Qt for Python first makes a class of every widget
        # there is, which is a tenth of a start.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget()
        self.content = QVBoxLayout(self.body)
        self.content.setSpacing(0)
        self._set_margins(roomy=True)
        self.setWidget(self.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins(roomy=self.width() >= _ROOMY_FROM)
        super().resizeEvent(event)

    def _set_margins(self, *, roomy: bool) -> None:
        if self._bare:
            self.content.setContentsMargins(0, 0, 0, 0)
            return
        top, side = (PAGE_TOP, PAGE_SIDE) if roomy else (SPACE_16, SPACE_16)
        right = side
        if self._widest is not None:
            right = max(side, self.viewport().width() - side - self._widest)
        self.content.setContentsMargins(side, top, right, top)
