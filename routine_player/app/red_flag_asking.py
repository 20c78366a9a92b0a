"""Asks about red flags after what was logged, keeps the answers, and leads to whom to see."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.core.lasting_pain import ASK_AGAIN_DAYS, LOOK_BACK_DAYS, is_no_better
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck, flags_said, flags_to_ask
from routine_player.core.red_flags import RED_FLAGS, RedFlag
from routine_player.store.history_errors import HistoryError
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from routine_player.ui.advice.red_flag_sheet import RedFlagSheet

_NO_BETTER: Final = "no-better"


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
        lasts = bool(ratings) and not is_first and self._lasts()
        if lasts:
            flags = tuple(flag for flag in RED_FLAGS if flag in flags or flag.name == _NO_BETTER)
            self._desk.change(no_better_asked=self._today.isoformat())
        if not flags:
            return
        from routine_player.ui.advice.red_flag_sheet import RedFlagSheet

        if self._sheet is not None:
            self._sheet.deleteLater()
        self._rating, self._flags = rating, flags
        reason = tr("Pain has been in your log for weeks and is no less by now.") if lasts else ""
        self._sheet = RedFlagSheet(self._theme, self._window, flags, of_a_log=True, reason=reason)
        self._sheet.answered.connect(self.keep)
        self._sheet.advice_wished.connect(self._read_on)
        self._sheet.ask()
        for name in flags_said(rating) if rating is not None else ():
            self._sheet.tick(name)
        self._sheet.take_focus()

    def _lasts(self) -> bool:
        """Whether the log shows pain that gets no better, and nobody was asked of late."""
        desk, today = self._desk, self._today
        lately = today - timedelta(days=ASK_AGAIN_DAYS)
        if lately.isoformat() < desk.settings.no_better_asked <= today.isoformat():
            return False
        diary = desk.history.diary
        try:
            asked = (one.at.local_date for one in diary.checks() if _NO_BETTER in one.answers)
            if any(day > lately for day in asked):
                return False
            first = today - timedelta(days=LOOK_BACK_DAYS)
            return is_no_better(diary.ratings_between(first, today), today)
        except HistoryError:
            return False  # what was logged is stored; to ask for more would help nobody

    @property
    def _today(self) -> date:
        return self._desk.clock.instant().local_date

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
