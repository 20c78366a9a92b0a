"""The player's sheets: one is built when it is first asked for, and one at most is open."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from routine_player.ui.pictures import Pictures
from routine_player.ui.player.hurt_sheet import HurtSheet
from routine_player.ui.player.interrupted_sheet import InterruptedSheet
from routine_player.ui.player.keys_sheet import KeysSheet
from routine_player.ui.player.player_sheet import PlayerSheet
from routine_player.ui.player.stop_sheet import StopSheet
from routine_player.ui.player.values import HurtQuestion
from routine_player.ui.theme import Theme


class Sheets(QObject):
    """Opens sheets over a view and passes their answers on."""

    hurt_answered = Signal(object)  # HurtAnswer
    interruption_answered = Signal(object)  # Command
    stop_confirmed = Signal()
    stop_declined = Signal()
    advice_wished = Signal()
    keys_closed = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._pictures = pictures
        self._view = view
        self._hurt: HurtSheet | None = None
        self._interrupted: InterruptedSheet | None = None
        self._stop: StopSheet | None = None
        self._keys: KeysSheet | None = None
        self._is_interrupted = False

    @property
    def open_sheet(self) -> PlayerSheet | None:
        """The sheet that waits for an answer."""
        return next((sheet for sheet in self._built() if sheet.is_open), None)

    def ask_hurt(self, question: HurtQuestion) -> None:
        """Ask where and how much it hurts, and what then."""
        self.dismiss()
        if self._hurt is None:
            self._hurt = HurtSheet(self._theme, self._pictures, self._view)
            self._hurt.answered.connect(self.hurt_answered)
            self._hurt.advice_wished.connect(self.advice_wished)
        self._hurt.ask_about(question)

    def ask_interrupted(self, gap_words: str) -> None:
        """Ask how to go on after nobody was there for a while."""
        self.dismiss()
        if self._interrupted is None:
            self._interrupted = InterruptedSheet(self._theme, self._view)
            self._interrupted.answered.connect(self._answer_interruption)
            self._interrupted.left.connect(self.ask_stop)
        self._is_interrupted = True
        self._interrupted.ask_after(gap_words)

    @Slot()
    def ask_stop(self) -> None:
        """Ask whether to stop."""
        if self._stop is None:
            self._stop = StopSheet(self._theme, self._view)
            self._stop.confirmed.connect(self._confirm_stop)
            self._stop.declined.connect(self._decline_stop)
        self._stop.ask()

    def show_keys(self) -> None:
        """Show what the keys do."""
        if self._keys is None:
            self._keys = KeysSheet(self._theme, self._view)
            self._keys.left.connect(self.keys_closed)
        self._keys.ask()

    @Slot()
    def dismiss(self) -> None:
        """Take away whatever is open, without an answer."""
        self._is_interrupted = False
        for sheet in self._built():
            sheet.settle()

    def _built(self) -> tuple[PlayerSheet, ...]:
        sheets = (self._hurt, self._interrupted, self._stop, self._keys)
        return tuple(sheet for sheet in sheets if sheet is not None)

    def _answer_interruption(self, command: object) -> None:
        self._is_interrupted = False
        self.interruption_answered.emit(command)

    def _confirm_stop(self) -> None:
        self._is_interrupted = False
        self.stop_confirmed.emit()

    def _decline_stop(self) -> None:
        """Go back to the question that Esc came from, if there was one."""
        if self._is_interrupted and self._interrupted is not None:
            self._interrupted.ask()
        else:
            self.stop_declined.emit()
