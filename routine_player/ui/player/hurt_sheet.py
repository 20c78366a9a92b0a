"""It hurts: where, how much, and what then. Pain is never a gate: nothing has to be said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.advice_line import AdviceLine
from routine_player.ui.player.answer_card import AnswerCard
from routine_player.ui.player.hurt_form import Asked, HurtForm
from routine_player.ui.player.player_sheet import PlayerSheet, SheetRoom
from routine_player.ui.player.site_list import LEAST_ROW, ROW, TIGHT_ROW, SiteList
from routine_player.ui.player.values import HurtAnswer, HurtQuestion
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_32
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_row import PainRow

_WIDTH = 860
_ROW_HEIGHTS = {SheetRoom.SMALL: LEAST_ROW, SheetRoom.MIDDLE: TIGHT_ROW, SheetRoom.ROOMY: ROW}


class HurtSheet(PlayerSheet):
    """Asks and tells the answer by `answered`. Closing it means going on with what was left."""

    answered = Signal(object)  # HurtAnswer
    advice_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, view: QWidget) -> None:
        super().__init__(
            theme,
            view,
            tr("Stopped. Where does it hurt?"),
            close_label=tr("Back to the step"),
            width=_WIDTH,
        )
        self._pictures = pictures
        self._form = HurtForm()
        self._question = HurtQuestion("")
        self._site_caption = PlainLabel(theme, tr("Site"), CAPTION.strong())
        self._score_caption = PlainLabel(theme, tr("How much, 0 to 10"), CAPTION.strong())
        self._then_caption = PlainLabel(theme, tr("Then"), CAPTION.strong(), "ink3")
        self._sites = SiteList(theme)
        self._scores = PainRow(theme, tr("How much does it hurt?"))
        self._easier = AnswerCard(theme, "", icon="person", key=tr("E"))
        self._next = AnswerCard(theme, tr("Skip this step"), icon="skip-forward", key=tr("N"))
        self._stop = AnswerCard(
            theme, tr("Stop for today"), icon="stop", key=tr("Q"), detail=tr("What you did is kept")
        )
        self._advice = AdviceLine(theme, tr("R"))
        self._lay_out()
        self._connect()

    @property
    def form(self) -> HurtForm:
        """What has been answered so far."""
        return self._form

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        return self._easier, self._next, self._stop

    def ask_about(self, question: HurtQuestion) -> None:
        """Ask about the step that was stopped; nothing is filled in."""
        self._question = question
        has_easier = bool(question.easier)
        self._easier.setVisible(has_easier)
        title = tr("Easier: {name}", name=question.easier)
        self._easier.say(title, question.easier_detail, offered=True)
        if question.easier_picture is not None:
            self._easier.show_image(self._pictures.stage_image(question.easier_picture))
        self._next.say(tr("Skip this step"), question.next_words, offered=not has_easier)
        self._show_form(HurtForm())
        self._say_lead()
        self.ask()

    def take_key(self, name: str) -> None:
        commands = {"e": Command.EASIER, "n": Command.NEXT, "q": Command.STOP}
        if name == "e" and not self._question.easier:
            return
        if name in commands:
            self._answer(commands[name])
        elif name == "r":
            self.advice_wished.emit()
        else:
            self._show_form(self._form.with_key(name))

    def fit(self, room: SheetRoom) -> None:
        small = room is SheetRoom.SMALL
        self._sites.set_row_height(_ROW_HEIGHTS[room])
        self._columns.setSpacing(SPACE_12 if small else SPACE_32)
        self._right.setSpacing(SPACE_4 if small else SPACE_8)
        self._site_caption.setContentsMargins(
            SPACE_4 if small else SPACE_12, 0, 0, SPACE_4 if small else SPACE_8
        )
        self._then_caption.setContentsMargins(0, SPACE_4 if small else SPACE_16, 0, 0)
        self._advice.set_small(small=small)
        for card in self.cards:
            card.set_pictured(pictured=room is SheetRoom.ROOMY)
            card.set_detailed(detailed=not small)
        self._say_lead()

    def _say_lead(self) -> None:
        """Name the step, where there is room for a second line."""
        exercise, side = self._question.exercise, self._question.side
        named = f"{exercise}, {side[:1].lower()}{side[1:]}" if side else exercise
        lead = tr("{step}. Two keys, then choose.", step=named)
        title = tr("Stopped. Where does it hurt?")
        self.say(title, "" if self._room is SheetRoom.SMALL else lead)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._site_caption)
        left.addWidget(self._sites)
        left.addStretch()
        self._right = QVBoxLayout()
        self._right.addWidget(self._score_caption)
        self._right.addWidget(self._scores)
        self._right.addWidget(self._then_caption)
        for card in self.cards:
            self._right.addWidget(card)
        self._right.addStretch()
        self._right.addSpacing(SPACE_4)
        self._right.addWidget(self._advice)
        self._columns = QHBoxLayout()
        self._columns.addLayout(left, 1)
        self._columns.addLayout(self._right, 2)
        self.content.addLayout(self._columns)

    def _connect(self) -> None:
        self._sites.site_clicked.connect(self._take_site)
        self._scores.score_chosen.connect(self._take_score)
        self._easier.clicked.connect(lambda: self._answer(Command.EASIER))
        self._next.clicked.connect(lambda: self._answer(Command.NEXT))
        self._stop.clicked.connect(lambda: self._answer(Command.STOP))
        self._advice.clicked.connect(self.advice_wished)
        self.left.connect(self._go_on)

    def _take_site(self, site: str) -> None:
        self._show_form(self._form.with_site(site))

    def _take_score(self, score: int) -> None:
        self._show_form(self._form.with_score(score))

    def _show_form(self, form: HurtForm) -> None:
        self._form = form
        self._sites.mark(form.site)
        self._scores.set_score(form.score)
        asks_site = form.asked is Asked.SITE
        self._site_caption.set_tone("accent" if asks_site else "ink3")
        self._score_caption.set_tone("ink3" if asks_site else "accent")

    def _answer(self, then: Command) -> None:
        answer: HurtAnswer = self._form.answer(then)
        self.settle()
        self.answered.emit(answer)

    def _go_on(self) -> None:
        self.answered.emit(self._form.answer(Command.GO_ON))
