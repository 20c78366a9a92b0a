"""What to do now, in one panel: figure, name, Start; or the session that was cut off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core import wording
from routine_player.core.choices import When
from routine_player.core.glance import Glance
from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.today.values import Offer
from routine_player.ui.tokens import (
    BODY,
    PAGE,
    READING,
    SECTION,
    SPACE_4,
    SPACE_8,
    SPACE_16,
    SPACE_32,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.icon_label import IconLabel
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.stage import Stage, StageImage

if TYPE_CHECKING:
    from routine_player.ui.today.resumption import Resumption

_ROOMY_FROM = 1000
_EYEBROWS = {
    When.BEFORE_RUN: "Before your run",
    When.AFTER_RUN: "After your run",
    When.ANY: "Any time",
}


class NowPanel(QWidget):
    """Shows an offer, a resumption, or that there is nothing to play.

    `main_button` is the one to press first.
    """

    start_wished = Signal()
    routine_chosen = Signal(str)
    resume_wished = Signal()
    start_over_wished = Signal()
    keep_wished = Signal()
    routines_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._others: tuple[Glance, ...] = ()
        self._menu: QMenu | None = None
        self._has_facts = False
        self._is_compact = False
        self._stage_rows = 1
        self._eyebrow = PlainLabel(theme, "", BODY.strong(), "accent")
        self._name = PlainLabel(theme, "", PAGE, wraps=True)
        self._summary = PlainLabel(theme, "", READING, "ink2", wraps=True)
        self._time = IconLabel(theme, "timer", "")
        self._steps = IconLabel(theme, "list-bullets", "")
        self._equipment = IconLabel(theme, "stack", "")
        self._positions = PlainLabel(theme, "", BODY, "ink3", wraps=True)
        self._stage = Stage(theme, framed=False)
        self._make_buttons()
        self._lay_out()
        self._stage.lower()
        self.set_compact(compact=False)

    @property
    def main_button(self) -> Button:
        return self._main

    @property
    def menu(self) -> QMenu | None:
        """The menu of other routines, once it was opened."""
        return self._menu

    def show_offer(self, offer: Offer, others: Sequence[Glance]) -> None:
        """Offer a routine, with the others behind a menu."""
        self._others = tuple(others)
        self._say_above(tr(_EYEBROWS[offer.when]))
        self._show_glance(offer.glance)
        self._name.setText(offer.glance.name)
        self._summary.setText(offer.glance.summary)
        menu = self._other if others else None
        self._show_buttons(tr("Start"), "play-fill", self.start_wished, menu)

    def show_resumption(self, cut_off: "Resumption") -> None:
        """Offer to go on with the session that was cut off, where that is possible."""
        # Few starts find such a session, so the others do not load what is said of it.
        from routine_player.ui.today.resumption import Obstacle, cut_off_words

        self._say_above(tr("Not finished"))
        self._show_glance(cut_off.glance)
        self._name.setText(cut_off.routine_name)
        self._summary.setText(cut_off_words(cut_off))
        self._has_facts = False
        self._show_facts()
        again = None if cut_off.obstacle is Obstacle.GONE else self._start_over
        if cut_off.obstacle is None:
            words = tr("Go on at step {number}", number=cut_off.step_number)
            self._show_buttons(words, "play-fill", self.resume_wished, again, self._keep)
        else:
            self._show_buttons(tr("Keep what was done"), "check", self.keep_wished, again)

    def show_nothing(self) -> None:
        """Say that no routine can be played, and where to look."""
        self._say_above("")
        self._show_glance(None)
        self._name.setText(tr("No routine can be played"))
        self._summary.setText(tr("Routines shows what is wrong with each file."))
        self._show_buttons(tr("Open Routines"), "rows", self.routines_wished)

    def set_compact(self, *, compact: bool) -> None:
        """Say less in smaller words where there is little room."""
        side = SPACE_16 if compact else SPACE_32
        self._grid.setContentsMargins(side, side - SPACE_4, side, side)
        self._grid.setVerticalSpacing(SPACE_8 if compact else SPACE_16)
        self._words.setSpacing(SPACE_4 if compact else SPACE_8)
        self._name.set_lettering(SECTION if compact else PAGE)
        self._summary.set_lettering(BODY if compact else READING)
        self._keep.set_label(tr("Keep it") if compact else tr("Keep what was done"))
        self._keep.setToolTip(tr("Keep what was done (K)"))
        self._is_compact = compact
        self._show_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Several buttons need the whole width of a small panel; a large one has room beside them.
        # Put there anew only when that changes: this may come while a layout is at work.
        rows = 2 if self.width() >= _ROOMY_FROM else 1
        if rows != self._stage_rows:
            self._stage_rows = rows
            self._grid.addWidget(self._stage, 0, 1, rows, 1)

    def needed_height(self, width: int) -> int:
        """How high it has to be at a width, so that nothing is cut off."""
        return self._grid.minimumHeightForWidth(width)

    @Slot()
    def open_others(self) -> None:
        """Open the menu of other routines, if it is offered."""
        if self._other.isHidden():
            return
        from routine_player.ui.today.routine_menu import menu_of

        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu_of(self._others, self)
        self._menu.triggered.connect(self._choose_other)
        self._menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height() + SPACE_4)))

    @Slot()
    def press_start_over(self) -> None:
        """Begin the cut-off routine again, if that is offered."""
        if not self._start_over.isHidden():
            self._start_over.click()

    @Slot()
    def press_keep(self) -> None:
        """Keep what was done of it, if that is offered beside the main button."""
        if not self._keep.isHidden():
            self._keep.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            paint_panel(painter, QRectF(self.rect()), fill=self._theme.colours.stage)

    def _make_buttons(self) -> None:
        theme = self._theme
        self._main = Button(
            theme, tr("Start"), kind=Kind.PRIMARY, size=Size.LARGE, icon="play-fill", key="Space"
        )
        self._other = Button(
            theme, tr("Other routine"), kind=Kind.QUIET, trailing_icon="caret-down"
        )
        self._start_over = Button(theme, tr("Start over"), kind=Kind.QUIET)
        self._keep = Button(theme, tr("Keep what was done"), kind=Kind.QUIET)
        for button, key in ((self._other, "O"), (self._start_over, "R"), (self._keep, "K")):
            button.setToolTip(tr("{action} ({key})", action=button.label, key=key))
        self._wish = self.start_wished
        self._main.clicked.connect(self._press_main)
        self._other.clicked.connect(self.open_others)
        self._start_over.clicked.connect(self.start_over_wished)
        self._keep.clicked.connect(self.keep_wished)

    def _lay_out(self) -> None:
        facts = FlowLayout(spacing=SPACE_16)
        for fact in (self._time, self._steps, self._equipment):
            facts.addWidget(fact)
        self._words = QVBoxLayout()
        self._words.addWidget(self._eyebrow)
        self._words.addWidget(self._name)
        self._words.addWidget(self._summary)
        self._words.addLayout(facts)
        self._words.addWidget(self._positions)
        self._words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        for button in (self._main, self._other, self._start_over, self._keep):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4)
        self._grid.setRowStretch(0, 1)
        self._grid.addLayout(self._words, 0, 0)
        self._grid.addLayout(buttons, 1, 0, 1, 2)
        self._grid.addWidget(self._stage, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _say_above(self, words: str) -> None:
        self._eyebrow.setText(words)
        self._eyebrow.setVisible(bool(words))

    def _show_glance(self, glance: Glance | None) -> None:
        self._has_facts = glance is not None
        self._show_facts()
        image = StageImage()
        if glance is not None:
            self._time.setText(wording.rough_minutes(glance.seconds))
            self._steps.setText(_steps_words(glance.step_count))
            self._equipment.setText(wording.equipment_words(glance.equipment))
            self._positions.setText(wording.positions_words(glance.positions))
            if glance.picture is not None:
                image = self._pictures.stage_image(glance.picture)
        self._stage.show_image(image)

    def _show_facts(self) -> None:
        """Show what is known of the routine, the least of it last where there is little room."""
        for fact in (self._time, self._equipment):
            fact.setVisible(self._has_facts)
        for fact in (self._steps, self._positions):
            fact.setVisible(self._has_facts and not self._is_compact)

    def _show_buttons(
        self, words: str, icon: str, wish: SignalInstance, *others: Button | None
    ) -> None:
        self._main.set_label(words)
        self._main.set_icon(icon)
        self._wish = wish
        for button in (self._other, self._start_over, self._keep):
            button.setVisible(button in others)

    def _choose_other(self, chosen: QAction) -> None:
        self.routine_chosen.emit(str(chosen.data()))

    def _press_main(self) -> None:
        self._wish.emit()


def _steps_words(count: int) -> str:
    return tr("1 step") if count == 1 else tr("{count} steps", count=count)
