"""The page after a session: what was done, two short questions, and what comes next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.ui.end.done_panel import NO_LIMIT, DonePanel, PanelShape
from routine_player.ui.end.foot import Foot
from routine_player.ui.end.questions import Questions
from routine_player.ui.end.values import EndValues
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TWO_COLUMNS_FROM_WIDTH,
)
from routine_player.ui.widgets.scroll_page import ScrollPage

_ROOMY_FROM_WIDTH, _ROOMY_FROM_HEIGHT = 1100, 720
_LOW_BELOW = 560
_PANEL_OF_WIDTH = 0.4375
_WIDEST = 640
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EndView(QWidget):
    """Shows EndValues. Nothing has to be answered.

    Keys: 0 to 9 and X rate the pain; E, F, D and T say how hard it was; N goes to the note, Enter
    takes the first offer (or closes where there is none), W shows when to see a professional, U
    removes the session from the log, Esc closes. `effort_chosen` carries None where an answer was
    taken back, `offer_taken` the action of a NextOffer.
    """

    pain_rated = Signal(int)
    effort_chosen = Signal(object)
    note_written = Signal(str)
    offer_taken = Signal(str)
    advice_wished = Signal()
    undo_wished = Signal()
    close_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = DonePanel(theme, pictures)
        self._questions = Questions(theme)
        self._foot = Foot(theme)
        self._shape: tuple[PanelShape, bool] | None = None
        self._questions.pain_rated.connect(self.pain_rated)
        self._questions.effort_chosen.connect(self.effort_chosen)
        self._questions.note_written.connect(self.note_written)
        self._questions.offer_taken.connect(self.offer_taken)
        self._questions.advice_wished.connect(self.advice_wished)
        self._foot.undo_wished.connect(self.undo_wished)
        self._foot.close_wished.connect(self.close_wished)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot(object)
    def show_end(self, values: EndValues) -> None:
        """Show a session that is over."""
        self._done.show_done(values)
        self._questions.show_questions(values)
        self._foot.say(values.unsaved_reason)
        self._foot.offer(can_undo=values.can_undo, close_first=not values.offers)
        self.setAccessibleName(self._done.title)

    @Slot(str)
    def show_unsaved(self, reason: str) -> None:
        """Say why not all is saved, or that it is if `reason` is empty."""
        self._foot.say(reason)

    def finish_note(self) -> None:
        """Tell what was written last, if that has not been told yet."""
        self._questions.note.tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # Not a button: a key that was meant for the last step must not press one.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        taken = plain and not event.isAutoRepeat() and self._take_key(event.key())
        if not taken:
            super().keyPressEvent(event)

    def _take_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in _ENTER:
            if not self._questions.take_first_offer():
                self._foot.close_button.click()
        elif key == Qt.Key.Key_U and not self._foot.undo.isHidden():
            self._foot.undo.click()
        else:
            return self._questions.take_key(key)
        return True

    def _leave(self) -> None:
        """Leave the note first, if that is where the keyboard is, else the page."""
        if self._questions.note.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._foot.close_button.click()

    def _lay_out(self) -> None:
        self._page = ScrollPage(bare=True)
        self._column = QVBoxLayout()
        self._column.addWidget(self._questions)
        self._column.addStretch(1)
        self._page.content.addLayout(self._column)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._page, 1)
        self._right.addWidget(self._foot)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._right, 1)

    def _arrange(self) -> None:
        """Give what was done a column of its own where there is room, else the head."""
        low = self.height() < _LOW_BELOW
        wide = self.width() >= TWO_COLUMNS_FROM_WIDTH
        roomy = self.width() >= _ROOMY_FROM_WIDTH and self.height() >= _ROOMY_FROM_HEIGHT
        shape = PanelShape.ROOMY if roomy else PanelShape.TIGHT if wide else PanelShape.HEAD
        if (shape, low) != self._shape:
            self._shape = shape, low
            self._place_panel(head=not wide)
            self._done.set_shape(shape)
            self._questions.set_room(tight=not roomy, low=low)
        if wide:
            self._done.setFixedWidth(round(self.width() * _PANEL_OF_WIDTH))
        self._set_margins(shape, low=low)

    def _set_margins(self, shape: PanelShape, *, low: bool) -> None:
        side = {PanelShape.ROOMY: 2 * SPACE_32, PanelShape.TIGHT: SPACE_24}.get(shape, SPACE_16)
        top = {PanelShape.ROOMY: SPACE_32 + SPACE_24, PanelShape.TIGHT: SPACE_24}.get(
            shape, SPACE_12 if low else SPACE_16
        )
        taken = self._done.width() if shape is not PanelShape.HEAD else 0
        spare = self.width() - taken - 2 * side - _WIDEST
        right = side + max(0, spare) if shape is not PanelShape.HEAD else side
        self._column.setContentsMargins(side, top, right, SPACE_16)
        foot = SPACE_32 + SPACE_8 if shape is PanelShape.ROOMY else SPACE_8 if low else SPACE_16
        self._foot.setContentsMargins(side, SPACE_8, right, foot)

    def _place_panel(self, *, head: bool) -> None:
        if head:
            self._whole.removeWidget(self._done)
            self._done.setMinimumWidth(0)
            self._done.setMaximumWidth(NO_LIMIT)
            self._column.insertWidget(0, self._done)
            self._column.setSpacing(SPACE_12)
        else:
            self._column.removeWidget(self._done)
            self._column.setSpacing(0)
            self._whole.insertWidget(0, self._done)
