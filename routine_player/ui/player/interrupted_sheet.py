"""The computer slept, or nobody was there: how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.ui.player.answer_card import AnswerCard
from routine_player.ui.player.player_sheet import PlayerSheet, SheetRoom
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8

_COMMANDS = {
    "r": Command.REDO,
    "c": Command.CONTINUE,
    "space": Command.CONTINUE,
    "n": Command.SKIP,
    "right": Command.SKIP,
    "h": Command.HURT,
}


class InterruptedSheet(PlayerSheet):
    """Asks and tells the command by `answered`; to leave it without one is a wish to stop."""

    answered = Signal(object)  # Command

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(theme, view, tr("Welcome back"), close_label=tr("Stop"))
        self._redo = AnswerCard(
            theme,
            tr("Begin this again"),
            icon="arrow-counter-clockwise",
            key=tr("R"),
            detail=tr("The hold, the set or the rest from its start"),
        )
        self._continue = AnswerCard(
            theme,
            tr("Go on"),
            icon="play",
            key=tr("Space"),
            detail=tr("With what was left, after 3-2-1"),
            offered=True,
        )
        self._skip = AnswerCard(
            theme, tr("Skip"), icon="skip-forward", key=tr("N"), detail=tr("To what comes next")
        )
        self.content.setSpacing(SPACE_8)
        for card in self.cards:
            self.content.addWidget(card)
        self._continue.clicked.connect(lambda: self._answer(Command.CONTINUE))
        self._redo.clicked.connect(lambda: self._answer(Command.REDO))
        self._skip.clicked.connect(lambda: self._answer(Command.SKIP))

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        return self._continue, self._redo, self._skip

    def ask_after(self, gap_words: str) -> None:
        """Ask how to go on; `gap_words` say how long nobody was there: `12 min`."""
        lead = tr("The computer was away for {gap}.", gap=gap_words)
        self.say(tr("Welcome back"), lead)
        self.ask()

    def take_key(self, name: str) -> None:
        if name in _COMMANDS:
            self._answer(_COMMANDS[name])

    def fit(self, room: SheetRoom) -> None:
        for card in self.cards:
            card.set_pictured(pictured=room is not SheetRoom.SMALL)

    def _answer(self, command: Command) -> None:
        self.settle()
        self.answered.emit(command)
