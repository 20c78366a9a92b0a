"""The very first page: one promise, three facts, one button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.first_start.facts import Facts
from routine_player.ui.first_start.player_picture import PlayerPicture
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    CAPTION,
    DISPLAY,
    PAGE,
    READING,
    SHADOW_BLUR,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TITLE,
    TWO_COLUMNS_FROM_WIDTH,
    Lettering,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.scroll_page import ScrollPage

_LEAD = Lettering(20)
_WIDEST = 1400
_WORDS_WIDEST = 520
_LOW_BELOW = 640
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FirstStartView(QWidget):
    """Shown until the demo was tried or the person wished to look round.

    Keys: Enter the demo, Esc look round, S sound check, W when to see a professional.
    """

    demo_wished = Signal()
    look_round_wished = Signal()
    advice_wished = Signal()
    sound_check_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._is_wide: bool | None = None
        self._demo = Button(
            theme,
            tr("Try a 60-second demo"),
            kind=Kind.PRIMARY,
            size=Size.LARGE,
            icon="play-fill",
            key=tr("Enter"),
        )
        self._look_round = Button(theme, tr("Look round first"), size=Size.LARGE)
        self._look_round.setToolTip(tr("Look round first (Esc)"))
        self._advice = Link(theme, tr("When to see a professional"), CAPTION, "ink3", key="W")
        self._sound_check = Button(
            theme, tr("Sound check"), kind=Kind.QUIET, size=Size.ROW, icon="speaker-high"
        )
        self._sound_check.setToolTip(tr("Sound check (S)"))
        self._demo.clicked.connect(self.demo_wished)
        self._look_round.clicked.connect(self.look_round_wished)
        self._advice.clicked.connect(self.advice_wished)
        self._sound_check.clicked.connect(self.sound_check_wished)
        self._lay_out()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._demo.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {
            Qt.Key.Key_Return: self._demo,
            Qt.Key.Key_Enter: self._demo,
            Qt.Key.Key_Escape: self._look_round,
            Qt.Key.Key_S: self._sound_check,
            Qt.Key.Key_W: self._advice,
        }
        wished = wishes.get(Qt.Key(event.key()))
        if wished is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            wished.click()

    @Slot()
    def _arrange(self) -> None:
        """Give the picture a column of its own where there is room, else one above the facts."""
        wide = self.width() >= TWO_COLUMNS_FROM_WIDTH
        low = self.height() < _LOW_BELOW
        compact = not wide or low
        side = 2 * SPACE_32 if wide else SPACE_16
        right = SPACE_32 if wide else SPACE_16
        margin = 0 if wide else SPACE_16
        spare = max(0, (self.width() - _WIDEST) // 2)
        self._grid.setContentsMargins(side + spare, SPACE_8, right - margin + spare, 0)
        foot = SPACE_8 if compact else SPACE_24
        edge = right + SHADOW_BLUR - SPACE_12 if wide else SPACE_4
        self._foot.setContentsMargins(side + spare, foot, edge + spare, foot)
        self._foot.setSpacing(SPACE_8 if compact else SPACE_32)
        self._headline.set_lettering(PAGE if compact else DISPLAY)
        self._lead.set_lettering(READING if compact else _LEAD)
        self._facts.set_compact(compact=compact)
        self._grid.setVerticalSpacing((SPACE_12 if wide else 0) if compact else SPACE_32)
        self._place_picture(wide=wide)

    def _place_picture(self, *, wide: bool) -> None:
        if wide is self._is_wide:
            return
        self._is_wide = wide
        grid = self._grid
        for widget in (self._promise, self._facts, self._picture):
            grid.removeWidget(widget)
        if wide:
            grid.addWidget(self._promise, 0, 0, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self._facts, 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._picture, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            grid.addWidget(self._promise, 0, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._picture, 0, 1)
            grid.addWidget(self._facts, 1, 0, 1, 2)

    def _lay_out(self) -> None:
        self._promise = self._make_promise()
        self._facts = Facts(self._theme)
        self._facts.setMaximumWidth(_WORDS_WIDEST)
        self._picture = PlayerPicture(self._theme, self._pictures)
        self._page = ScrollPage(bare=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 6)
        self._page.content.addStretch(1)
        self._page.content.addLayout(self._grid)
        self._page.content.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(SPACE_16)
        actions.addWidget(self._demo)
        actions.addWidget(self._look_round)
        actions.addStretch(1)
        said = PlainLabel(self._theme, tr("This is no medical device."), CAPTION, "ink3")
        small = QHBoxLayout()
        small.setSpacing(SPACE_4)
        small.addWidget(said)
        small.addWidget(self._advice)
        small.addStretch(1)
        small.addWidget(self._sound_check)
        self._foot = QVBoxLayout()
        self._foot.addLayout(actions)
        self._foot.addLayout(small)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addLayout(self._foot)

    def _make_promise(self) -> QWidget:
        promise = QWidget()
        promise.setMaximumWidth(_WORDS_WIDEST)
        column = QVBoxLayout(promise)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        self._headline = PlainLabel(self._theme, tr("Lie down.\nFollow the figure."), DISPLAY)
        words = tr(
            "Timed routines for runners whose lower back hurts, and an honest log of how it goes."
        )
        self._lead = PlainLabel(self._theme, words, _LEAD, "ink2", wraps=True)
        column.addWidget(PlainLabel(self._theme, tr("Routine Player"), TITLE, "accent"))
        column.addWidget(self._headline)
        column.addWidget(self._lead)
        return promise
