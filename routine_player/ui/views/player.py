"""The page that a session is played on: one person, one mat, one instruction."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.keys import Wish, asked_for
from routine_player.core.language import tr
from routine_player.core.moment import Moment
from routine_player.core.scene import Picture, Scene
from routine_player.core.session import Command
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.key_names import key_name
from routine_player.ui.player.page import PlayerPage
from routine_player.ui.player.sheets import Sheets
from routine_player.ui.player.values import HurtQuestion
from routine_player.ui.theme import Theme


class PlayerView(QWidget):
    """Shows a session and tells what the person wants of it; it decides nothing itself.

    Every key of the player is told as `command_wished` or `wish_made`, whatever has the focus;
    a button that was reached by Tab is pressed by Enter. `show_scene` and `show_moment` may be
    called as often as one likes: only what changes is drawn. Each question is answered by one
    signal: `hurt_answered`, `interruption_answered`, `stop_confirmed` or `stop_declined`,
    `keys_closed`.
    """

    command_wished = Signal(object)  # Command
    wish_made = Signal(object)  # Wish
    hurt_answered = Signal(object)  # HurtAnswer
    interruption_answered = Signal(object)  # Command
    stop_confirmed = Signal()
    stop_declined = Signal()
    keys_closed = Signal()
    advice_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._allowed: frozenset[Command] = frozenset()
        self._figures = pictures.figures
        self._page = PlayerPage(theme, pictures, self)
        self._sheets = Sheets(theme, pictures, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Player"))
        self._page.key_meant.connect(self._mean)
        self._sheets.hurt_answered.connect(self.hurt_answered)
        self._sheets.interruption_answered.connect(self.interruption_answered)
        self._sheets.stop_confirmed.connect(self.stop_confirmed)
        self._sheets.stop_declined.connect(self.stop_declined)
        self._sheets.keys_closed.connect(self.keys_closed)
        self._sheets.advice_wished.connect(self.advice_wished)
        self._order_tabs()

    @property
    def page(self) -> PlayerPage:
        """What is shown."""
        return self._page

    @property
    def sheets(self) -> Sheets:
        """The questions, and the one that is open."""
        return self._sheets

    # What is shown

    @Slot(object)
    def show_scene(self, scene: Scene) -> None:
        """Show what stands while a phase or a rep of it lasts."""
        self._page.show_scene(scene)

    @Slot(object)
    def show_moment(self, moment: Moment) -> None:
        """Show what moves."""
        self._page.show_moment(moment)

    def expect(self, pictures: Sequence[Picture]) -> None:
        """Make ready for what is shown now and will be shown next, in order."""
        self._figures.expect(pictures)

    @Slot(object)
    def show_allowed(self, commands: frozenset[Command]) -> None:
        """Offer these commands, and no others."""
        self._allowed = commands
        self._page.show_allowed(commands)

    @Slot(bool)
    def show_muted(self, muted: bool) -> None:  # noqa: FBT001 - a slot takes what its signal has
        """Show whether anything can be heard."""
        self._page.show_muted(muted=muted)

    @Slot(str)
    def show_voice(self, words: str) -> None:
        """Say in the corner what the voice does, such as "Voice: key moments"."""
        self._page.voice.show_voice(words)

    @Slot(str)
    def show_notice(self, text: str) -> None:
        """Say something under the bar until it is dismissed or `text` is empty; play goes on."""
        self._page.show_notice(text)

    # What is asked

    @Slot(object)
    def ask_hurt(self, question: HurtQuestion) -> None:
        """Ask where and how much it hurts; `hurt_answered` follows."""
        self._sheets.ask_hurt(question)

    @Slot(str)
    def ask_interrupted(self, gap_words: str) -> None:
        """Ask how to go on after the computer was away for so long, such as `12 min`.

        `interruption_answered` or `stop_confirmed` follows.
        """
        self._sheets.ask_interrupted(gap_words)

    @Slot()
    def ask_stop(self) -> None:
        """Ask whether to stop; `stop_confirmed` or `stop_declined` follows."""
        self._sheets.ask_stop()

    @Slot()
    def show_keys(self) -> None:
        """Show what the keys do; `keys_closed` follows."""
        self._sheets.show_keys()

    # Size and keys

    def minimumSizeHint(self) -> QSize:
        return self._page.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Space from pressing a button that has the focus: here it is the session's."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything. A key held down means it once."""
        name = key_name(event)
        return bool(name) if event.isAutoRepeat() else self._mean(name)

    def _mean(self, name: str) -> bool:
        """Tell what the key `name` asks for as things stand."""
        meant = asked_for(name, self._allowed.__contains__)
        if isinstance(meant, Command):
            self.command_wished.emit(meant)
        elif isinstance(meant, Wish):
            self.wish_made.emit(meant)
        return meant is not None

    def _order_tabs(self) -> None:
        before: QWidget = self
        for button in self._page.buttons:
            QWidget.setTabOrder(before, button)
            button.installEventFilter(self)
            before = button
