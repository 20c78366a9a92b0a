"""Today: what to do now, and how the last sessions went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.date_words import long_day
from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.today.example import example_line
from routine_player.ui.today.panel import NowPanel
from routine_player.ui.today.session_rows import LastSessions
from routine_player.ui.today.values import TodayValues
from routine_player.ui.tokens import PAGE, READING, SPACE_4, SPACE_8, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from routine_player.ui.today.log_card import LogCard
    from routine_player.ui.today.morning_card import MorningCard

_PANEL_OF_HEIGHT = 0.47
_LEAST_PANEL, _LEAST_LOW_PANEL = 288, 220
_COMPACT_BELOW_WIDTH, _COMPACT_BELOW_HEIGHT = 720, 520


class TodayView(QWidget):
    """Shows TodayValues, as often as they change.

    Keys: Space starts or goes on, O opens the other routines, R starts over, K keeps what was
    done, D tries the demo while no session was done, L logs a run. `start_wished` and
    `routine_chosen` carry a routine's slug, `session_opened` a session's identity. While it is
    asked how the back is this morning, 0 to 9 and X answer by `morning_rated`; `morning_left` and
    `log_left` mean that the question, or the reminder to log a run, is not wanted.
    `log_known_wished` carries the run that the reminder knows of.
    """

    start_wished = Signal(str)
    routine_chosen = Signal(str)
    resume_wished = Signal()
    start_over_wished = Signal()
    keep_wished = Signal()
    demo_wished = Signal()
    routines_wished = Signal()
    session_opened = Signal(str)
    log_run_wished = Signal()
    log_known_wished = Signal(object)
    morning_rated = Signal(int)
    morning_left = Signal()
    log_left = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: TodayValues | None = None
        self._day = PlainLabel(theme, "", PAGE)
        self._sentence = PlainLabel(theme, "", READING, "ink2", wraps=True)
        self._panel = NowPanel(theme, pictures)
        self._sessions = LastSessions(theme)
        self._panel.start_wished.connect(self._start)
        self._panel.routine_chosen.connect(self.routine_chosen)
        self._panel.resume_wished.connect(self.resume_wished)
        self._panel.start_over_wished.connect(self.start_over_wished)
        self._panel.keep_wished.connect(self.keep_wished)
        self._panel.routines_wished.connect(self.routines_wished)
        self._sessions.opened.connect(self.session_opened)
        self._sessions.demo_wished.connect(self.demo_wished)
        self._morning: MorningCard | None = None
        self._prompt: LogCard | None = None
        self._log = Button(theme, tr("Log a run"), icon="note-pencil", key="L")
        self._log.clicked.connect(self.log_run_wished)
        self._lay_out()
        self.setFocusProxy(self._panel.main_button)

    @property
    def values(self) -> TodayValues | None:
        """What is shown; None before anything is."""
        return self._values

    @Slot(object)
    def show_today(self, values: TodayValues) -> None:
        """Show the day as it is now."""
        self._values = values
        self._day.setText(long_day(values.day))
        self._sentence.setText(values.sentence)
        self._sentence.setVisible(bool(values.sentence))
        if values.resumption is not None:
            self._panel.show_resumption(values.resumption)
        elif values.offer is not None:
            self._panel.show_offer(values.offer, values.others)
        else:
            self._panel.show_nothing()
        self._show_cards(values)
        self._sessions.show_past(values.past, example_line(values.day), values.day)
        self._fit_panel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._panel.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.set_compact(compact=self._is_low or self.width() < _COMPACT_BELOW_WIDTH)
        self._fit_cards()
        self._fit_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {
            Qt.Key.Key_Space: self._panel.main_button.click,
            Qt.Key.Key_O: self._panel.open_others,
            Qt.Key.Key_R: self._panel.press_start_over,
            Qt.Key.Key_K: self._panel.press_keep,
            Qt.Key.Key_D: self._try_demo,
            Qt.Key.Key_L: self._wish_log,
        }
        if self._answer_morning(event):
            return
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None or event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            deed()

    def _lay_out(self) -> None:
        self._page = page = ScrollPage()
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(self._day)
        words.addWidget(self._sentence)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._log, 0, Qt.AlignmentFlag.AlignVCenter)
        page.content.addLayout(head)
        page.content.addSpacing(SPACE_16)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        page.content.addLayout(self._cards)
        page.content.addWidget(self._panel, 1)
        page.content.addSpacing(SPACE_24)
        page.content.addWidget(self._sessions)
        page.content.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _show_cards(self, values: TodayValues) -> None:
        """Ask above the panel what is to be asked; a question comes before a reminder."""
        if values.morning is not None:
            if self._morning is None:
                self._morning = self._morning_card()
            self._morning.show_question(values.morning)
        is_asked = values.morning is not None
        if values.log is not None and not is_asked:
            if self._prompt is None:
                self._prompt = self._log_card()
            self._prompt.show_prompt(values.log)
        if self._morning is not None:
            self._morning.setVisible(is_asked)
        if self._prompt is not None:
            self._prompt.setVisible(values.log is not None and not is_asked)
        self._log.setVisible(is_asked or values.log is None)  # one button for one key
        self._fit_cards()

    def _fit_cards(self) -> None:
        """Let what is asked take less of a low window."""
        cards = [card for card in (self._prompt, self._morning) if card is not None]
        for card in cards:
            card.set_compact(compact=self._is_low)
        below = SPACE_8 if self._is_low else SPACE_16
        has_card = any(not card.isHidden() for card in cards)
        self._cards.setContentsMargins(0, 0, 0, below if has_card else 0)

    def _morning_card(self) -> "MorningCard":
        from routine_player.ui.today.morning_card import MorningCard

        card = MorningCard(self._theme)
        card.rated.connect(self.morning_rated)
        card.left.connect(self.morning_left)
        self._cards.addWidget(card)
        return card

    def _log_card(self) -> "LogCard":
        from routine_player.ui.today.log_card import LogCard

        card = LogCard(self._theme)
        card.log_wished.connect(self._log_prompted)
        card.left.connect(self.log_left)
        self._cards.addWidget(card)
        return card

    def _wish_log(self) -> None:
        """Log the run that is asked for, or else any."""
        if self._prompt is not None and self._prompt.isVisible():
            self._prompt.wish_log()
        else:
            self._log.click()

    def _log_prompted(self, run: object) -> None:
        if run is None:
            self.log_run_wished.emit()
        else:
            self.log_known_wished.emit(run)

    def _answer_morning(self, event: QKeyEvent) -> bool:
        """Take a digit for the answer while it is asked how the back is; tell whether it was."""
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        card = self._morning
        is_asked = card is not None and card.isVisible()
        return bool(plain and is_asked and card is not None and card.take_key(event.key()))

    @property
    def _is_low(self) -> bool:
        return self.height() < _COMPACT_BELOW_HEIGHT

    def _fit_panel(self) -> None:
        """Give the panel its share of the height, and never less than its words need."""
        margins = self._page.content.contentsMargins()
        width = self._page.viewport().width() - margins.left() - margins.right()
        least = _LEAST_LOW_PANEL if self._is_low else _LEAST_PANEL
        needed = max(least, self._panel.needed_height(width))
        self._panel.setMinimumHeight(needed)
        self._panel.setMaximumHeight(max(needed, round(self.height() * _PANEL_OF_HEIGHT)))

    def _start(self) -> None:
        if self._values is not None and self._values.offer is not None:
            self.start_wished.emit(self._values.offer.glance.slug)

    def _try_demo(self) -> None:
        if self._values is not None and not self._values.past:
            self.demo_wished.emit()
