"""Work that takes a while: how far it is, a way to stop it, and how it ended."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import READING, SPACE_8, SPACE_12
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.progress_bar import ProgressBar
from routine_player.ui.widgets.sheet import Sheet

_WIDTH = 560


class WorkSheet(Sheet):
    """Closing it while it is busy asks to stop."""

    cancel_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, tr("One moment"), width=_WIDTH)
        self._is_busy = False
        self._bar = ProgressBar(theme, tr("Progress"))
        self._words = PlainLabel(theme, "", READING, "ink2", wraps=True)
        self._cancel = Button(theme, tr("Stop"))
        self._done = Button(theme, tr("Done"), kind=Kind.PRIMARY)
        self._cancel.clicked.connect(self.cancel_wished)
        self._done.clicked.connect(self.close_sheet)
        self.content.setSpacing(SPACE_12)
        self.content.addWidget(self._words)
        self.content.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_8)
        foot.addWidget(self._cancel)
        foot.addWidget(self._done)
        foot.addStretch(1)
        self.foot.addLayout(foot)

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    @property
    def words(self) -> str:
        """What it says of the work."""
        return self._words.text()

    def show_busy(self, title: str) -> None:
        """Say what is being done."""
        self._is_busy = True
        self.say(title)
        self._show(words="", busy=True)
        self._bar.show_share(None)
        self.open_sheet(self._cancel)

    @Slot(int, int)
    def show_progress(self, done: int, count: int) -> None:
        """Say how far it is; a count of 0 means that nobody knows."""
        self._bar.show_share(done / count if count else None)

    def show_end(self, title: str, words: str) -> None:
        """Say how it ended."""
        self._is_busy = False
        self.say(title)
        self._show(words=words, busy=False)
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        if self._is_busy and self.is_open:
            self.cancel_wished.emit()
            return
        super().close_sheet()

    def _show(self, *, words: str, busy: bool) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self._done.setVisible(not busy)
        self.place()
