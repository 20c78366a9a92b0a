"""Asks about red flags after what was logged, keeps the answers, and leads to whom to see."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck, flags_said, flags_to_ask
from routine_player.core.red_flags import RedFlag
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.ui.advice.red_flag_sheet import RedFlagSheet


class RedFlagAsking(QObject):
    """Asks in the window; nothing that was logged waits for the answer."""

    def __init__(
        self, theme: Theme, desk: Desk, window: MainWindow, show_advice: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._desk = desk
        self._window = window
        self._show_advice = show_advice
        self._sheet: RedFlagSheet | None = None
        self._rating: Rating | None = None
        self._flags: Sequence[RedFlag] = ()

    def ask_about(self, ratings: Sequence[Rating], *, is_first: bool) -> None:
        """Ask what the ratings call for; nothing happens where they call for nothing."""
        wanted = [(rating, flags_to_ask(rating, is_first=is_first)) for rating in ratings]
        rating, flags = max(wanted, key=lambda one: len(one[1]), default=(None, ()))
        if not flags:
            return
        from routine_player.ui.advice.red_flag_sheet import RedFlagSheet

        if self._sheet is not None:
            self._sheet.deleteLater()
        self._rating, self._flags = rating, flags
        self._sheet = RedFlagSheet(self._theme, self._window, flags, of_a_log=True)
        self._sheet.answered.connect(self.keep)
        self._sheet.advice_wished.connect(self._read_on)
        self._sheet.ask()
        for name in flags_said(rating) if rating is not None else ():
            self._sheet.tick(name)
        self._sheet.take_focus()

    @Slot(object)
    def keep(self, ticked: Sequence[str]) -> None:
        """Store the answers, and show whom to see where a sign was found."""
        desk = self._desk
        answers = {flag.name: flag.name in ticked for flag in self._flags}
        rating = None if self._rating is None else self._rating.id
        check = RedFlagCheck(desk.clock.instant(), answers, rating)
        desk.write(lambda: desk.history.diary.put_check(check, desk.clock.instant()))
        if not desk.settings.red_flags_read:
            desk.change(red_flags_read=True)
        if ticked:
            self._show_advice()
        else:
            self._window.say(tr("Noted. Whom to see stands under Get help, F1."))

    @Slot()
    def _read_on(self) -> None:
        """Whom to see, with the answers kept."""
        if self._sheet is not None:
            ticked = self._sheet.ticked
            self._sheet.close_sheet()
            if ticked:
                self.keep(ticked)
            else:
                self._show_advice()
