"""The page after a session: what was done, two short questions, and what comes next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.wording import clock_time
from routine_player.ui.end.values import EndValues
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import DISPLAY, READING
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.scroll_page import ScrollPage


class EndView(QWidget):
    """Shows EndValues. Nothing has to be answered; Esc closes."""

    pain_rated = Signal(int)
    effort_chosen = Signal(object)  # Effort, or None for taken back
    note_written = Signal(str)
    offer_taken = Signal(str)
    undo_wished = Signal()
    close_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._title = PlainLabel(theme, "", DISPLAY, wraps=True)
        self._routine = PlainLabel(theme, "", READING, "ink2", wraps=True)
        self._time = PlainLabel(theme, "", READING)
        self._pain = PainRow(theme, tr("How is your back now?"))
        self._pain.score_chosen.connect(self.pain_rated)
        close = Button(theme, tr("Close"), key=tr("Esc"))
        close.clicked.connect(self.close_wished)
        page = ScrollPage()
        for widget in (self._title, self._routine, self._time, self._pain, close):
            page.content.addWidget(widget)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot(object)
    def show_end(self, values: EndValues) -> None:
        """Show the session as it ended."""
        finished = values.finished
        self._title.setText(
            tr("That's it for today.") if finished else tr("That's enough for today.")
        )
        self._routine.setText(values.routine_name)
        self._time.setText(tr("{time} active", time=clock_time(values.active_s)))
        self._pain.setVisible(values.asks)
        self._pain.set_score(values.pain_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wished.emit()
        else:
            self._pain.take_key(event.key())
