"""The page before a session: what is needed, how long it takes, and how the back is now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.start.needs import Needs
from routine_player.ui.start.values import StartValues
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    DISPLAY,
    PAGE,
    READING,
    SECTION,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_32,
    TITLE,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.split_page import SplitPage
from routine_player.ui.widgets.stage import Stage
from routine_player.ui.widgets.stat_row import StatRow

if TYPE_CHECKING:
    from routine_player.ui.advice.red_flag_sheet import RedFlagSheet

ASKS_FROM_SCORE = 6
_LEAST_STAGE = 96
_ANY_HEIGHT = 16_777_215  # Qt's own greatest
_STARTS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class StartView(SplitPage):
    """Shows StartValues. Keys: 0-9 and X for the pain now, Enter or Space starts, Esc goes back.

    `start_wished` carries the score, None where nothing was said. Before it the question about
    red flags may be asked; `red_flags_read` tells that it was answered so that one goes on, with
    the names of the signs that were ticked.
    """

    start_wished = Signal(object)  # int | None
    back_wished = Signal()
    advice_wished = Signal()
    red_flags_read = Signal(object)  # tuple[str, ...]

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._values: StartValues | None = None
        self._is_cleared = False
        self._sheet: RedFlagSheet | None = None
        self._name = PlainLabel(theme, "", DISPLAY, wraps=True)
        self._summary = PlainLabel(theme, "", READING, "ink2", wraps=True)
        self._stage = Stage(theme, framed=False)
        self._stats = StatRow(theme, PAGE, "ink2")
        self._needs = Needs(theme)
        self._positions = PlainLabel(theme, "", READING, "ink2", wraps=True)
        question = tr("How is your back now?")
        self._question = PlainLabel(theme, question, SECTION, wraps=True)
        hint = tr("Keys 0-9, X for 10. You can leave it out.")
        self._hint = PlainLabel(theme, hint, BODY, "ink2", wraps=True)
        self._pain = PainRow(theme, question, height=48)
        self._start = Button(
            theme,
            tr("Start"),
            kind=Kind.PRIMARY,
            size=Size.LARGE,
            icon="play-fill",
            key=tr("Enter"),
        )
        self._back = Button(theme, tr("Back"), kind=Kind.QUIET, key=tr("Esc"))
        self._start.clicked.connect(self._wish_start)
        self._back.clicked.connect(self.back_wished)
        self._lay_out()

    @property
    def score(self) -> int | None:
        """What was said about the pain now."""
        return self._pain.score

    def show_start(self, values: StartValues) -> None:
        """Show what is about to be played; nothing is answered yet."""
        self._values = values
        self._is_cleared = False
        preview = values.preview
        self._name.setText(preview.name)
        self._summary.setText(preview.summary)
        self._show_second_lines()
        steps = len(preview.steps)
        self._stats.show_stats(
            (
                (preview.time_words, tr("total time")),
                (str(steps), tr("step") if steps == 1 else tr("steps")),
            )
        )
        if preview.steps:
            self._stage.show_image(self._pictures.stage_image(preview.steps[0].picture))
        self._needs.show_needs(preview.equipment)
        self._positions.setText(wording.positions_words(preview.positions))
        self._pain.set_score(None)

    def arrange(self) -> None:
        """Let the picture stand under the words, or beside them where there is little room."""
        way = QBoxLayout.Direction
        self._about.setDirection(way.TopToBottom if self.is_wide else way.LeftToRight)
        self._about.setStretch(0, 0 if self.is_wide else 3)
        self._about.setStretch(1, 1 if self.is_wide else 2)
        self._stage.setMaximumHeight(_ANY_HEIGHT if self.is_wide else _LEAST_STAGE)
        small = self.is_low or not self.is_wide
        self._name.set_lettering(SECTION if small else DISPLAY)
        self._stats.set_lettering(SECTION if small else PAGE)
        self._summary.set_lettering(BODY if small else READING)
        self._show_second_lines()
        for gap in self._gaps:
            gap.changeSize(0, SPACE_12 if small else SPACE_32)
        for title in (*self._titles, self._question):
            title.set_lettering(TITLE if small else SECTION)
        self.right.invalidate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        if self._sheet is not None and self._sheet.is_open:
            self._sheet.take_focus()
        else:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _STARTS:
            self._wish_start()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_wished.emit()
        elif not self._pain.take_key(event.key()):
            super().keyPressEvent(event)

    def _show_second_lines(self) -> None:
        """Leave second lines out where there is hardly room for what one answers."""
        crowded = self.is_low and not self.is_wide
        self._hint.setVisible(not crowded)
        self._summary.setVisible(bool(self._summary.text()) and not crowded)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_8)
        for widget in (self._name, self._summary, self._stats):
            words.addWidget(widget)
        words.addStretch(0)
        self._about = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._about.setSpacing(SPACE_16)
        self._about.addLayout(words)
        self._about.addWidget(self._stage)
        self._stage.setMinimumHeight(_LEAST_STAGE)
        self.left.addLayout(self._about)
        self._titles: list[PlainLabel] = []
        self._gaps = [
            self._add_part(tr("What you need"), self._needs),
            self._add_part(tr("Positions, in order"), self._positions),
        ]
        self.right.addWidget(self._question)
        self.right.addWidget(self._hint)
        self.right.addSpacing(SPACE_12)
        self.right.addWidget(self._pain)
        self.foot.addWidget(self._start)
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)

    def _add_part(self, title: str, widget: QWidget) -> QSpacerItem:
        """Add something under its title; give the gap below it."""
        label = PlainLabel(self._theme, title, SECTION, wraps=True)
        self._titles.append(label)
        self.right.addWidget(label)
        self.right.addSpacing(SPACE_4)
        self.right.addWidget(widget)
        gap = QSpacerItem(0, SPACE_32)
        self.right.addSpacerItem(gap)
        return gap

    @Slot()
    def _wish_start(self) -> None:
        """Start, or ask about red flags first where that is due."""
        if self._values is None:
            return
        is_high = self.score is not None and self.score >= ASKS_FROM_SCORE
        if self._is_cleared or not (is_high or self._values.asks_red_flags):
            self.start_wished.emit(self.score)
            return
        if self._sheet is None:
            from routine_player.ui.advice.red_flag_sheet import RedFlagSheet

            self._sheet = RedFlagSheet(self._theme, self)
            self._sheet.cleared.connect(self._start_cleared)
            self._sheet.advice_wished.connect(self.advice_wished)
        self._sheet.ask()

    @Slot()
    def _start_cleared(self) -> None:
        self._is_cleared = True
        self.red_flags_read.emit(() if self._sheet is None else self._sheet.ticked)
        self.start_wished.emit(self.score)
