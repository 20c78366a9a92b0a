"""Log a run: what was done, how much it hurt, where and how. Twenty seconds, by keyboard too."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.log_run.run_form import RunForm
from routine_player.ui.log_run.typed_field import TypedField
from routine_player.ui.log_run.values import Details, Draft, Said
from routine_player.ui.log_run.where_panel import WherePanel
from routine_player.ui.log_run.words import details_words, when_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    PAGE,
    PAGE_SIDE,
    PAGE_TOP,
    READING,
    SECTION,
    SPACE_4,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TWO_COLUMNS_FROM_WIDTH,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.scroll_page import ScrollPage
from routine_player.ui.widgets.segmented import Option, Segmented

if TYPE_CHECKING:
    from routine_player.ui.log_run.details_sheet import DetailsSheet

_PAIN_ALONE = "pain"
_ROOMY_FROM = 660
_LOW_BELOW = 560
_TITLE_WIDTH = 200


class LogRunView(QWidget):
    """Shows a Draft and emits what became of it.

    Keys: 0 to 9 and X answer the row that has the focus, or the first open one; Ctrl Enter saves,
    Esc leaves a correction. `save_wished` carries `Said`.
    """

    save_wished = Signal(object)
    cancel_wished = Signal()
    import_wished = Signal()
    advice_wished = Signal()

    def __init__(self, theme: Theme, body: BodyMapPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = Draft(Said(), date.min)
        self._details = Details()
        self._sheet: DetailsSheet | None = None
        self._make_head(theme)
        self._make_foot(theme)
        self._form = RunForm(theme)
        self._where = WherePanel(theme, body)
        self._lay_out()
        self._connect()

    # What is shown

    @property
    def said(self) -> Said:
        """What the page says now."""
        pain = replace(self._draft.said.pain, sites=self._where.sites, spread=self._where.spread)
        value = self._activity_row.value
        told = replace(
            self._draft.said,
            activity=None if value == _PAIN_ALONE else Activity(value),
            pain=pain,
            details=self._details,
            note=self._note.text,
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
        activity = told.activity
        self._activity_row.set_value(_PAIN_ALONE if activity is None else activity.value)
        self._form.show_draft(replace(draft, said=told))
        self._where.show_where(told.pain.sites, told.pain.spread)
        self._colour_map()
        self._note.set_text(told.note)
        self._cancel.setVisible(draft.is_correction)
        self._import.setVisible(not draft.is_correction)
        self._tell("")
        self._follow_activity()

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
        self._head.setDirection(way.LeftToRight if two else way.TopToBottom)
        self._words.setDirection(way.TopToBottom if two else way.LeftToRight)
        self._title.set_lettering(PAGE if two else SECTION)
        self._words.setSpacing(SPACE_4 if two else SPACE_12)
        self._words_width.changeSize(_TITLE_WIDTH if two else 0, 0)
        self._words.invalidate()
        roomy = self.width() >= _ROOMY_FROM
        low = self.height() < _LOW_BELOW
        side, top = (PAGE_SIDE, PAGE_TOP) if roomy else (SPACE_16, SPACE_16)
        top = SPACE_12 if low else top
        self._whole.setContentsMargins(side, top, side, SPACE_12 if low else SPACE_24)
        self._memory.setVisible(two)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and self._draft.is_correction:
            self.cancel_wished.emit()
        elif not (plain and self._form.take_key(event.key())):
            super().keyPressEvent(event)

    @Slot(str)
    def show_trouble(self, words: str) -> None:
        """Say why it was not stored."""
        self._tell(words)

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
            self._tell(tr("How much does it hurt? 0 to 10."))
            self._form.take_focus()
        elif told.activity is not None and not (
            is_rated or told.distance_m or told.duration_s or told.note
        ):
            self._tell(tr("Nothing is said yet: a distance, a time, or how much it hurt."))
            self._form.take_focus()
        else:
            self._tell("")
            self.save_wished.emit(told)

    @Slot()
    def open_details(self) -> None:
        """Ask for the rest."""
        if self._sheet is None:
            from routine_player.ui.log_run.details_sheet import DetailsSheet

            self._sheet = DetailsSheet(self._theme, self.window())
            self._sheet.changed.connect(self._take_details)
        now = replace(self._draft, said=replace(self._draft.said, details=self._details))
        self._sheet.show_details(now)
        self._sheet.show_activity(self.said.activity)
        self._sheet.open_sheet()

    # Inside

    def _make_head(self, theme: Theme) -> None:
        self._title = PlainLabel(theme, "", PAGE)
        self._when = Link(theme, "", READING, "ink2")
        self._when.setToolTip(tr("Another day or time"))
        options = [Option(one.value, said(one)) for one in Activity]
        options.append(Option(_PAIN_ALONE, tr("Pain only")))
        self._activity_row = Segmented(theme, tr("What was done"), options, Activity.RUN.value)
        self._import = Button(theme, tr("Import"), kind=Kind.QUIET, icon="download-simple")
        self._import.setToolTip(tr("Runs out of files of a watch, or drop them on the window"))

    def _make_foot(self, theme: Theme) -> None:
        self._save = Button(
            theme,
            tr("Save"),
            kind=Kind.PRIMARY,
            size=Size.LARGE,
            icon="check",
            key=tr("Ctrl Enter"),
        )
        self._cancel = Button(
            theme, tr("Leave as it was"), kind=Kind.QUIET, size=Size.LARGE, key=tr("Esc")
        )
        self._note = TypedField(theme, tr("Note"), hint=tr("Note"), bare=True)
        self._summary = PlainLabel(theme, "", BODY, elides=True)
        self._memory = PlainLabel(theme, "", CAPTION, "ink3")
        self._trouble = PlainLabel(theme, "", BODY, "error", wraps=True)
        self._trouble.hide()
        self._change = Button(theme, tr("Change"), kind=Kind.QUIET, trailing_icon="caret-down")
        self._change.setToolTip(tr("Day and time, surface, shoes, sleep, sitting, medication"))

    def _lay_out(self) -> None:
        self._words = words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(SPACE_4)
        words.addWidget(self._title)
        words.addWidget(self._when)
        self._words_width = QSpacerItem(_TITLE_WIDTH, 0)  # what is beside them stays in its place
        words.addSpacerItem(self._words_width)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE_16)
        self._head.addLayout(words, 1)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_16)
        choices.addWidget(self._activity_row)
        choices.addStretch(1)
        choices.addWidget(self._import)
        self._head.addLayout(choices)
        self._page = ScrollPage(bare=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE_32)
        self._columns.addWidget(self._form, 6)
        self._columns.addWidget(self._where, 5)
        # Focus rings lie outside what they go round, and a scrolled area cuts at its edge.
        self._columns.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self._page.content.addLayout(self._columns, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_12)
        foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self._note, 3)
        remembered = QVBoxLayout()
        remembered.setSpacing(0)
        remembered.addStretch(1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for label in (self._summary, self._memory):
            label.setAlignment(right)
            remembered.addWidget(label)
        foot.addLayout(remembered, 4)
        foot.addWidget(self._change, 0, Qt.AlignmentFlag.AlignBottom)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(SPACE_12)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self._page, 1)
        self._whole.addWidget(Hairline(self._theme))
        self._whole.addWidget(self._trouble)
        self._whole.addLayout(foot)

    def _connect(self) -> None:
        self._activity_row.value_chosen.connect(self._follow_activity)
        self._when.clicked.connect(self.open_details)
        self._change.clicked.connect(self.open_details)
        self._import.clicked.connect(self.import_wished)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.cancel_wished)
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
        self._title.setText(self._title_for(activity))
        self._say_details()

    def _title_for(self, activity: Activity | None) -> str:
        if self._draft.is_correction and not self._draft.is_first:
            is_run = activity is Activity.RUN
            return tr("Correct a run") if is_run else tr("Correct an entry")
        titles = {
            None: tr("Log pain"),
            Activity.RUN: tr("Log a run"),
            Activity.WALK: tr("Log a walk"),
            Activity.BIKE: tr("Log a ride"),
            Activity.SWIM: tr("Log a swim"),
        }
        return titles.get(activity, tr("Log a sport"))

    @Slot()
    def _take_details(self) -> None:
        if self._sheet is not None:
            self._details = self._sheet.details
            self._say_details()

    def _say_details(self) -> None:
        activity = self.said.activity
        words = details_words(self._details, self._draft, activity)
        self._summary.setText(words or tr("Surface, shoes, sleep, sitting"))
        remembered = self._details == self._draft.said.details and bool(words)
        is_new = not self._draft.is_correction
        self._memory.setText(tr("remembered from last time") if remembered and is_new else "")
        self._when.set_label(when_words(self._details, self._draft.today))

    @Slot()
    def _colour_map(self) -> None:
        pain = self.said.pain
        self._where.show_score(pain.now if pain.worst is None else pain.worst)

    @Slot()
    def _forget_trouble(self) -> None:
        self._tell("")

    def _tell(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
