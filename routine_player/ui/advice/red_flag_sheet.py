"""The question before a session whether there are signs that somebody should look at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.red_flags import RED_FLAGS, RedFlag, Urgency
from routine_player.ui.advice.flag_row import FlagRow
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.sheet import Sheet

_WIDTH = 880
_TWO_COLUMNS_FROM = 820


class _DeliberateButton(Button):
    """A button that the second half of a double click on what lay here before does not press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class RedFlagSheet(Sheet):
    """Asks once for all signs, or for `flags` alone: tick what is so, or "None of these".

    `cleared` tells that none is so, or that the person starts all the same, which is not offered
    where help is needed at once. `advice_wished` leads to the page on whom to see. Closing it
    means that the session does not start. Nobody passes it by accident: "None of these" comes
    once the last sign was in view, and the second half of a double click does not press it. Asked
    `of_a_log`, there is nothing to start: answers
    are told by `answered` with the names that were ticked, and closing it leaves them unknown; a
    `reason` says why it is asked.
    """

    cleared = Signal()
    answered = Signal(object)
    advice_wished = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        flags: Sequence[RedFlag] = RED_FLAGS,
        *,
        of_a_log: bool = False,
        reason: str = "",
    ) -> None:
        lead = tr("Then somebody who can examine you should look at it first.")
        super().__init__(
            theme,
            window,
            tr("Is any of this so?"),
            lead=f"{reason} {lead}".lstrip(),
            close_label=tr("Not now") if of_a_log else tr("Back"),
            width=_WIDTH,
        )
        self._of_a_log = of_a_log
        self._is_read = False
        self._rows = [FlagRow(theme, flag) for flag in flags]
        self._banner = Banner(theme, "", BannerKind.CAUTION)
        self._none = _DeliberateButton(theme, tr("None of these"), kind=Kind.PRIMARY, key="N")
        self._further = _DeliberateButton(theme, tr("Read on"), icon="caret-down", key="N")
        anyway = tr("Keep these answers") if of_a_log else tr("Start all the same")
        self._anyway = Button(theme, anyway, kind=Kind.QUIET)
        self._read = Button(theme, tr("Read whom to see"), key="R")
        self._none.clicked.connect(self._clear)
        self._further.clicked.connect(self.scroll_on)
        self.scrolled.connect(self._note_end)
        self._anyway.clicked.connect(self._clear)
        self._read.clicked.connect(self.advice_wished)
        self.key_pressed.connect(self._take_key)
        for row in self._rows:
            row.toggled.connect(self._weigh)
        self._lay_out(theme)
        self._weigh()

    def ask(self) -> None:
        """Open the sheet with nothing ticked."""
        for row in self._rows:
            row.setChecked(False)
        self.open_sheet(self._rows[0])  # not "None of these": Enter pressed twice must not pass it
        self._is_read = False
        self._offer_none()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next, as after the page on whom to see was closed."""
        first = self._read if self.ticked else self._rows[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of the signs that were ticked."""
        return tuple(row.flag.name for row in self._rows if row.isChecked())

    def tick(self, name: str) -> None:
        """Tick the sign of that name, as a click would."""
        for row in self._rows:
            if row.flag.name == name:
                row.setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        way = QBoxLayout.Direction
        wide = event.size().width() >= _TWO_COLUMNS_FROM
        self._groups.setDirection(way.LeftToRight if wide else way.TopToBottom)
        super().resizeEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        captions = {
            Urgency.AT_ONCE: tr("These need help at once"),
            Urgency.SOON: tr("These should be looked at soon"),
        }
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._groups.setSpacing(SPACE_16)
        for urgency, caption in captions.items():
            if all(row.flag.urgency is not urgency for row in self._rows):
                continue
            group = QVBoxLayout()
            group.setSpacing(0)
            group.addWidget(PlainLabel(theme, caption, CAPTION.strong(), "ink3"))
            group.addSpacing(SPACE_4)
            for row in self._rows:
                if row.flag.urgency is urgency:
                    group.addWidget(row)
            group.addStretch(1)
            self._groups.addLayout(group, 1)
        self.content.addLayout(self._groups)
        self.content.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        for button in (self._none, self._further, self._read, self._anyway):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.foot.setSpacing(SPACE_12)
        self.foot.addWidget(self._banner)
        self.foot.addLayout(buttons)

    @Slot()
    def _weigh(self) -> None:
        """Say what follows from what is ticked, and offer only what goes with it."""
        ticked = {row.flag.urgency for row in self._rows if row.isChecked()}
        at_once = Urgency.AT_ONCE in ticked
        self._banner.setVisible(bool(ticked))
        if at_once:
            text = tr("Get medical help now, before anything else.")
            if not self._of_a_log:
                text = tr("{text} This session can wait.", text=text)
            self._banner.say(text, BannerKind.ERROR)
        elif ticked:
            text = tr("Let a doctor or physiotherapist look at it, better before you go on.")
            self._banner.say(text, BannerKind.CAUTION)
        self._offer_none()
        self._anyway.setVisible(bool(ticked) and (self._of_a_log or not at_once))
        self._read.set_kind(Kind.PRIMARY if ticked else Kind.QUIET)
        self.place()

    @Slot()
    def _note_end(self) -> None:
        # A content that fits may be one that is not laid out yet: only what was scrolled is noted.
        self._is_read = self._is_read or (self.is_at_end and not self.shows_all)
        self._offer_none()

    def _offer_none(self) -> None:
        """Offer "None of these" only for signs that were all in view."""
        is_read = self._is_read or self.shows_all
        had_focus = self._further.hasFocus()
        self._none.setVisible(is_read and not self.ticked)
        self._further.setVisible(not is_read and not self.ticked)
        if had_focus and is_read:
            self._rows[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        ticked = self.ticked
        self.close_sheet()
        if self._of_a_log:
            self.answered.emit(ticked)
        else:
            self.cleared.emit()

    def _take_key(self, key: int) -> None:
        if key == Qt.Key.Key_N and self._further.isVisible():
            self.scroll_on()
        elif key == Qt.Key.Key_N and not self.ticked:
            self._clear()
        elif key == Qt.Key.Key_R:
            self.advice_wished.emit()
