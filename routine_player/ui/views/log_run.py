"""Log a run: what was done, how much it hurt, where and how. Twenty seconds, by keyboard too."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.log_run.page_foot import PageFoot
from routine_player.ui.log_run.page_head import PageHead
from routine_player.ui.log_run.run_form import RunForm
from routine_player.ui.log_run.values import Details, Draft, Said
from routine_player.ui.log_run.where_panel import WherePanel
from routine_player.ui.log_run.words import details_words, when_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    PAGE_SIDE,
    PAGE_TOP,
    SPACE_4,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TWO_COLUMNS_FROM_WIDTH,
)
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from routine_player.ui.log_run.details_sheet import DetailsSheet

_ROOMY_FROM = 660
_LOW_BELOW = 560


class LogRunView(QWidget):
    """Shows a Draft and emits what became of it.

    Keys: 0 to 9 and X answer the row that has the focus, or the first open one; Ctrl Enter saves,
    Esc leaves a correction. `save_wished` carries `Said`. `details_opened` comes before day
    and time are asked for: by then it should be known which day it is.
    """

    save_wished = Signal(object)
    cancel_wished = Signal()
    import_wished = Signal()
    advice_wished = Signal()
    details_opened = Signal()

    def __init__(self, theme: Theme, body: BodyMapPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = Draft(Said(), date.min)
        self._details = Details()
        self._sheet: DetailsSheet | None = None
        self._head = PageHead(theme)
        self._form = RunForm(theme)
        self._where = WherePanel(theme, body)
        self._foot = PageFoot(theme)
        self._lay_out()
        self._connect()

    # What is shown

    @property
    def said(self) -> Said:
        """What the page says now."""
        pain = replace(self._draft.said.pain, sites=self._where.sites, spread=self._where.spread)
        told = replace(
            self._draft.said,
            activity=self._head.activity,
            pain=pain,
            details=self._details,
            note=self._foot.note,
        )
        return self._form.said_in(told)

    @property
    def draft(self) -> Draft:
        """What the page was opened with."""
        return self._draft

    @property
    def is_touched(self) -> bool:
        """Whether anything is said by now, or typed that cannot be read."""
        return self._form.has_unread or self.said != self._draft.said

    def show_draft(self, draft: Draft, told: Said | None = None) -> None:
        """Open the page with what is known, or go on with what was `told` since."""
        self._draft = draft
        told = told or draft.said
        self._details = told.details
        self._head.show_activity(told.activity)
        self._form.show_draft(replace(draft, said=told))
        self._where.show_where(told.pain.sites, told.pain.spread)
        self._colour_map()
        self._foot.show_draft(draft, told.note)
        self._follow_activity()

    def move_on(self, draft: Draft, details: Details) -> None:
        """Go on with what is said on another day: nothing that is typed is touched."""
        self._draft = draft
        self._details = details
        self._say_details()

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to say."""
        self._form.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._form.take_focus()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._form.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        two = self.width() >= TWO_COLUMNS_FROM_WIDTH
        self._columns.setDirection(way.LeftToRight if two else way.TopToBottom)
        self._head.set_wide(wide=two)
        self._foot.set_wide(wide=two)
        roomy = self.width() >= _ROOMY_FROM
        low = self.height() < _LOW_BELOW
        side, top = (PAGE_SIDE, PAGE_TOP) if roomy else (SPACE_16, SPACE_16)
        top = SPACE_12 if low else top
        self._whole.setContentsMargins(side, top, side, SPACE_12 if low else SPACE_24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and self._draft.is_correction:
            self.cancel_wished.emit()
        elif not (plain and self._form.take_key(event.key())):
            super().keyPressEvent(event)

    @Slot(str)
    def show_trouble(self, words: str) -> None:
        """Say why it was not stored."""
        self._foot.tell(words)

    # Deeds

    @Slot()
    def save(self) -> None:
        """Tell what was said, unless something of it cannot be read."""
        wrong = self._form.look_over()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            self._page.ensureWidgetVisible(wrong)
            return
        told = self.said
        pain = told.pain
        is_rated = pain.now is not None or pain.worst is not None
        is_described = bool(
            pain.sites or pain.qualities or pain.course or pain.spread or pain.numbness
        )
        if not is_rated and (is_described or told.activity is None):
            self._foot.tell(tr("How much does it hurt? 0 to 10."))
            self._form.take_focus()
        elif told.activity is not None and not (
            is_rated or told.distance_m or told.duration_s or told.note
        ):
            self._foot.tell(tr("Nothing is said yet: a distance, a time, or how much it hurt."))
            self._form.take_focus()
        else:
            self._foot.tell("")
            self.save_wished.emit(told)

    @Slot()
    def open_details(self) -> None:
        """Ask for the rest."""
        self.details_opened.emit()
        if self._sheet is None:
            from routine_player.ui.log_run.details_sheet import DetailsSheet

            self._sheet = DetailsSheet(self._theme, self.window())
            self._sheet.changed.connect(self._take_details)
        now = replace(self._draft, said=replace(self._draft.said, details=self._details))
        self._sheet.show_details(now)
        self._sheet.show_activity(self.said.activity)
        self._sheet.open_sheet()

    # Inside

    def _lay_out(self) -> None:
        self._page = ScrollPage(bare=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE_32)
        self._columns.addWidget(self._form, 6)
        self._columns.addWidget(self._where, 5)
        # Focus rings lie outside what they go round, and a scrolled area cuts at its edge.
        self._columns.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self._page.content.addLayout(self._columns, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(SPACE_12)
        self._whole.addWidget(self._head)
        self._whole.addWidget(self._page, 1)
        self._whole.addWidget(Hairline(self._theme))
        self._whole.addWidget(self._foot)

    def _connect(self) -> None:
        self._head.activity_chosen.connect(self._follow_activity)
        self._head.when_wished.connect(self.open_details)
        self._head.import_wished.connect(self.import_wished)
        self._foot.change_wished.connect(self.open_details)
        self._foot.save_wished.connect(self.save)
        self._foot.cancel_wished.connect(self.cancel_wished)
        self._form.changed.connect(self._forget_trouble)
        self._form.changed.connect(self._colour_map)
        self._where.chosen.connect(self._forget_trouble)
        self._form.asked.connect(self._page.ensureWidgetVisible)
        self._form.advice_wished.connect(self.advice_wished)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            sequence = QKeySequence(Qt.KeyboardModifier.ControlModifier | key)
            shortcut = QShortcut(sequence, self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot()
    def _follow_activity(self) -> None:
        activity = self.said.activity
        self._form.show_activity(activity)
        self._head.say_what(self._draft)
        self._say_details()

    @Slot()
    def _take_details(self) -> None:
        if self._sheet is not None:
            self._details = self._sheet.details
            self._say_details()

    def _say_details(self) -> None:
        activity = self.said.activity
        words = details_words(self._details, self._draft, activity)
        is_new = self._draft.is_first or not self._draft.is_correction
        is_remembered = is_new and self._details == self._draft.said.details
        self._foot.say_details(words, is_remembered=is_remembered)
        self._head.say_when(when_words(self._details, self._draft))

    @Slot()
    def _colour_map(self) -> None:
        pain = self.said.pain
        self._where.show_score(pain.now if pain.worst is None else pain.worst)

    @Slot()
    def _forget_trouble(self) -> None:
        self._foot.tell("")
