"""When to see a professional, and how soon. Never a diagnosis."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.red_flags import RED_FLAGS
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import PAGE, READING
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.scroll_page import ScrollPage


class AdviceView(QWidget):
    """The page. Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = ScrollPage()
        page.content.addWidget(PlainLabel(theme, tr("When to see a professional"), PAGE))
        for flag in RED_FLAGS:
            page.content.addWidget(PlainLabel(theme, tr(flag.words), READING, wraps=True))
        close = Button(theme, tr("Close"), key=tr("Esc"))
        close.clicked.connect(self.closed)
        page.content.addWidget(close)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
