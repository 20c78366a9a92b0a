"""Two short questions, a note, and what comes next. Nothing must be answered."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.end import note_field
from routine_player.ui.end.effort_row import EffortRow
from routine_player.ui.end.note_field import NoteField
from routine_player.ui.end.offer_card import OfferCard
from routine_player.ui.end.values import EndValues
from routine_player.ui.end.words import pain_lead
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    SECTION,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TITLE,
)
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.pain_row import PainRow

_MUCH_PAIN = 6


class Questions(QWidget):
    """Asks what the values leave to ask. A page that takes keys hands them to `take_key`."""

    pain_rated = Signal(int)
    effort_chosen = Signal(object)
    note_written = Signal(str)
    offer_taken = Signal(str)
    advice_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: EndValues | None = None
        self._cards: list[OfferCard] = []
        self._is_tight = False
        self._is_low = False
        pain, effort = tr("How is your back now?"), tr("How hard was it?")
        self._pain_title = PlainLabel(theme, pain, SECTION, wraps=True)
        self._advice = Link(theme, tr("Read whom to see"), BODY, "attention_ink", key=tr("W"))
        self._pain_lead = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._pain = PainRow(theme, pain, self)
        self._effort_title = PlainLabel(theme, effort, SECTION)
        self._effort = EffortRow(theme, effort, self)
        self._note = NoteField(theme, self)
        self._next_title = PlainLabel(theme, tr("What comes next"), SECTION)
        self._lay_out()
        self._pain.score_chosen.connect(self._take_score)
        self._effort.effort_chosen.connect(self.effort_chosen)
        self._note.note_written.connect(self.note_written)
        self._advice.clicked.connect(self.advice_wished)
        theme.room_changed.connect(self._say_lead)

    @property
    def cards(self) -> tuple[OfferCard, ...]:
        return tuple(self._cards)

    @property
    def note(self) -> NoteField:
        return self._note

    def show_questions(self, values: EndValues) -> None:
        """Ask about a session, with what was answered so far."""
        self._values = values
        self._asked.setVisible(values.asks)
        self._pain.set_score(values.pain_now)
        self._effort.set_effort(values.effort)
        self._note.set_note(values.note)
        self._advise(values.pain_now)
        self._say_lead()
        self._show_offers(values)

    def set_room(self, *, tight: bool, low: bool) -> None:
        """Move closer together in a smaller window; in a low one what comes next comes first."""
        if (tight, low) != (self._is_tight, self._is_low):
            self._is_tight, self._is_low = tight, low
            self._arrange()

    def take_key(self, key: int) -> bool:
        """Answer, or take an offer, if the key means that here; tell whether it did."""
        if self._values is None:
            return False
        if self._values.asks and (self._pain.take_key(key) or self._effort.take_key(key)):
            return True
        deeds = {card.offer.key: card.button.click for card in self._cards}
        if self._values.asks:
            deeds |= {"N": self._note.setFocus, "W": self.advice_wished.emit}
        deed = deeds.get(chr(key)) if key < Qt.Key.Key_Escape else None
        if deed is None:
            return False
        deed()
        return True

    def take_first_offer(self) -> bool:
        """Take what is offered first; False where nothing is."""
        if not self._cards:
            return False
        self._cards[0].button.click()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self._pain_title, 1)
        head.addWidget(self._advice)
        policy = self._advice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._advice.setSizePolicy(policy)
        pain = QVBoxLayout()
        pain.setSpacing(0)
        pain.addLayout(head)
        pain.addWidget(self._pain_lead)
        pain.addSpacing(SPACE_8)
        pain.addWidget(self._pain)
        self._effort_head = QHBoxLayout()
        self._effort_head.setSpacing(SPACE_24)
        self._effort_row = QHBoxLayout()
        effort = QVBoxLayout()
        effort.setSpacing(0)
        effort.addLayout(self._effort_head)
        effort.addLayout(self._effort_row)
        self._asked = QWidget(self)
        self._asked_column = QVBoxLayout(self._asked)
        self._asked_column.setContentsMargins(0, 0, 0, 0)
        self._asked_column.addLayout(pain)
        self._asked_column.addLayout(effort)
        self._next = QWidget(self)
        following = QVBoxLayout(self._next)
        following.setContentsMargins(0, 0, 0, 0)
        following.setSpacing(SPACE_8)
        following.addWidget(self._next_title)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(SPACE_8)
        following.addLayout(self._offers)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._asked)
        self._column.addWidget(self._note)
        self._column.addWidget(self._next)

    def _arrange(self) -> None:
        tight, low = self._is_tight, self._is_low
        lettering = TITLE if tight else SECTION
        for title in (self._pain_title, self._effort_title, self._next_title):
            title.set_lettering(lettering)
        gap = SPACE_8 if low else SPACE_16 if tight else SPACE_32
        self._column.setSpacing(gap)
        self._asked_column.setSpacing(gap)
        self._note.setFixedHeight(note_field.LOW if tight else note_field.NORMAL)
        self._next_title.setVisible(bool(self._cards) and not low)
        for card in self._cards:
            card.set_tight(tight=low)
        self._place_effort_title(beside=low)
        self._place_note(last=low)

    def _place_effort_title(self, *, beside: bool) -> None:
        for widget in (self._effort_title, self._effort):
            self._effort_head.removeWidget(widget)
            self._effort_row.removeWidget(widget)
        self._effort_head.addWidget(self._effort_title)
        (self._effort_head if beside else self._effort_row).addWidget(self._effort, 1)
        self._effort_row.setContentsMargins(0, 0 if beside else SPACE_8, 0, 0)

    def _place_note(self, *, last: bool) -> None:
        self._column.removeWidget(self._note)
        self._column.insertWidget(2 if last else 1, self._note)
        self._order_tabs(note_last=last)

    def _order_tabs(self, *, note_last: bool) -> None:
        """Let Tab follow the reading order."""
        buttons: list[QWidget] = [card.button for card in self._cards]
        following = [*buttons, self._note] if note_last else [self._note, *buttons]
        for before, after in pairwise([self._effort.answers[-1], *following]):
            QWidget.setTabOrder(before, after)

    def _show_offers(self, values: EndValues) -> None:
        for card in self._cards:
            self._offers.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            OfferCard(self._theme, offer, first=number == 0)
            for number, offer in enumerate(values.offers)
        ]
        for card in self._cards:
            card.taken.connect(self.offer_taken)
            self._offers.addWidget(card)
        self._next.setVisible(bool(self._cards))
        self._note.setVisible(values.asks)
        self._arrange()

    def _say_lead(self) -> None:
        before = None if self._values is None else self._values.pain_before
        lead = pain_lead(before, names_keys=self._theme.room.shows_key_hints)
        self._pain_lead.setText(lead)
        self._pain_lead.setVisible(bool(lead))

    def _take_score(self, score: int) -> None:
        self._advise(score)
        self.pain_rated.emit(score)

    def _advise(self, score: int | None) -> None:
        """Say where to read on when it hurts much."""
        self._advice.setVisible(score is not None and score >= _MUCH_PAIN)
