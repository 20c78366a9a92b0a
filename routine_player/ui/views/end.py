"""The page after a session: what was done, two short questions, and what comes next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from routine_player.ui.end.done_panel import DonePanel, PanelShape
from routine_player.ui.end.foot import Foot
from routine_player.ui.end.questions import Questions
from routine_player.ui.end.values import EndValues
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.split_page import SplitPage

_ROOMY_FROM_WIDTH, _ROOMY_FROM_HEIGHT = 1100, 720
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EndView(SplitPage):
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
        super().__init__(theme, parent)
        self._done = DonePanel(theme, pictures)
        self._questions = Questions(theme)
        self._foot = Foot(theme)
        self._questions.pain_rated.connect(self.pain_rated)
        self._questions.effort_chosen.connect(self.effort_chosen)
        self._questions.note_written.connect(self.note_written)
        self._questions.offer_taken.connect(self.offer_taken)
        self._questions.advice_wished.connect(self.advice_wished)
        self._foot.undo_wished.connect(self.undo_wished)
        self._foot.close_wished.connect(self.close_wished)
        self.left.addWidget(self._done, 1)
        self.right.addWidget(self._questions)
        self.foot.addWidget(self._foot)
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
        roomy = self.width() >= _ROOMY_FROM_WIDTH and self.height() >= _ROOMY_FROM_HEIGHT
        wide = PanelShape.ROOMY if roomy else PanelShape.TIGHT
        self._done.set_shape(wide if self.is_wide else PanelShape.HEAD)
        self._questions.set_room(tight=not roomy, low=self.is_low)

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
