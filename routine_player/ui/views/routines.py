"""Routines: find one, look at it, start it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.filter_bar import FilterBar
from routine_player.ui.routines.narrowing import Narrowing, things_of
from routine_player.ui.routines.routine_details import RoutineDetails
from routine_player.ui.routines.routine_list import RoutineList
from routine_player.ui.routines.values import RoutineEntry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    PAGE,
    PAGE_SIDE,
    PAGE_TOP,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.empty_state import EmptyState
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.search_input import SearchInput

_TWO_COLUMNS_FROM, _ROOMY_FROM = 780, 720
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RoutinesView(QWidget):
    """Shows RoutineEntries as a list with the chosen one beside it; one after the other if narrow.

    Keys: arrows choose, Enter starts, Ctrl F finds, Ctrl O opens a file, M more, Esc back to the
    list. `start_wished`, `copy_wished` and `show_folder_wished` carry a slug, `routine_chosen` that
    of the routine that is looked at.
    """

    start_wished = Signal(str)
    routine_chosen = Signal(str)
    copy_wished = Signal(str)
    show_folder_wished = Signal(str)
    open_file_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, RoutineEntry] = {}
        self._filters = Narrowing()
        self._is_open = False
        self._waits_for_focus = False
        self._title = PlainLabel(theme, tr("Routines"), PAGE)
        self._open_file = Button(
            theme, tr("Open file..."), kind=Kind.QUIET, icon="download-simple", key="Ctrl O"
        )
        self._search = SearchInput(theme, tr("Search routines"), "Ctrl F")
        self._chips = FilterBar(theme)
        self._list = RoutineList(theme, pictures)
        self._details = RoutineDetails(theme, pictures)
        self._nothing = EmptyState(
            theme,
            tr("Nothing found"),
            tr("No routine has all of that."),
            action=tr("Clear filters"),
        )
        self._connect()
        self._lay_out()
        self._show_chosen()

    @property
    def entries(self) -> Mapping[str, RoutineEntry]:
        """Every file that is shown unless the list is narrowed down, by slug."""
        return self._entries

    @property
    def chosen(self) -> str:
        """The slug of the routine that is looked at; empty for none."""
        return self._list.slug

    def show_routines(self, entries: Sequence[RoutineEntry]) -> None:
        """Show all files there are; what was chosen and how the list is narrowed stays."""
        self._entries = {entry.slug: entry for entry in entries}
        self._chips.offer(len(entries), things_of(entries))
        self._list.show_entries(entries)
        self._show_chosen()
        if self._waits_for_focus:
            self._take_focus()

    @Slot(str)
    def choose(self, slug: str) -> None:
        """Go to a routine, also if the list is narrowed down to others."""
        if slug not in self._entries:
            return
        if slug not in {entry.slug for entry in self._list.shown}:
            self.clear_filters()
        self._list.choose(slug)
        self._is_open = True
        self._show_chosen()

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for words, as if they had been typed."""
        self._search.setText(text)

    @Slot()
    def clear_filters(self) -> None:
        """Show the whole list again."""
        self._search.clear()
        self._chips.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY_FROM
        side = PAGE_SIDE if roomy else SPACE_16
        top = PAGE_TOP if roomy else SPACE_16
        self._whole.setContentsMargins(side - SPACE_16, top, side, 0)
        self._whole.setSpacing(SPACE_16 if roomy else SPACE_8)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._go_on()
        elif event.key() == Qt.Key.Key_M and not self._details.isHidden():
            self._details.open_menu()
        elif event.key() == Qt.Key.Key_Escape and self._is_alone():
            self._back_to_list()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._list.go_to_list()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._open_file.clicked.connect(self.open_file_wished)
        self._search.textChanged.connect(self._narrow)
        self._chips.narrowed.connect(self._take_filters)
        self._nothing.action_wished.connect(self._clear_and_search)
        self._list.chosen.connect(self._take_choice)
        self._list.pressed.connect(self._open_page)
        self._list.entered.connect(self._go_on)
        self._details.start_wished.connect(self._start)
        self._details.copy_wished.connect(self._copy)
        self._details.show_folder_wished.connect(self._show_folder)
        self._details.back_wished.connect(self._back_to_list)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        open_file = QShortcut(QKeySequence.StandardKey.Open, self)
        open_file.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        open_file.activated.connect(self.open_file_wished)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._open_file)
        self._head = QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(SPACE_16, 0, 0, 0)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACE_12)
        above = QVBoxLayout()  # what is chosen in the list reaches further to the left than this
        above.setContentsMargins(SPACE_16, 0, 0, 0)
        above.setSpacing(SPACE_12)
        above.addWidget(self._search)
        above.addWidget(self._chips)
        left.addLayout(above)
        left.addWidget(self._list, 1)
        left.addWidget(self._nothing, 1)
        self._right = QWidget()
        self._beside = QVBoxLayout(self._right)
        self._beside.addWidget(self._details)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_24)
        columns.addWidget(self._left, 1)
        columns.addWidget(self._right, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._head)
        self._whole.addLayout(columns, 1)

    def _arrange(self) -> None:
        """Show both columns, or the one that is looked at."""
        has_choice = bool(self._list.slug)
        both = self.width() >= _TWO_COLUMNS_FROM
        alone = self._is_alone()
        self._head.setVisible(not alone)
        self._left.setVisible(not alone)
        self._right.setVisible(has_choice and (both or alone))
        self._beside.setContentsMargins(SPACE_16 if alone else 0, 0, 0, SPACE_24)
        self._details.be_page(alone=alone)

    def _is_alone(self) -> bool:
        narrow = self.width() < _TWO_COLUMNS_FROM
        return narrow and self._is_open and bool(self._list.slug)

    def _show_chosen(self) -> None:
        entry = self._entries.get(self._list.slug)
        if entry is not None:
            self._details.show_entry(entry)
        self._list.setVisible(bool(self._list.shown))
        self._nothing.setVisible(not self._list.shown and bool(self._entries))
        self._arrange()

    def _take_choice(self, slug: str) -> None:
        self._show_chosen()
        self.routine_chosen.emit(slug)

    def _open_page(self) -> None:
        self._is_open = True
        self._arrange()
        if self._is_alone():
            self._take_focus()

    def _take_focus(self) -> None:
        """Put the keyboard where one goes on: on the list, or on the way to start.

        A page that was shown before it had anything in it takes it when there is something.
        """
        self._waits_for_focus = not self._list.slug
        if self._is_alone():
            self._details.go_to_start()
        else:
            self._list.go_to_list()

    def _back_to_list(self) -> None:
        self._is_open = False
        self._arrange()
        self._take_focus()

    def _go_on(self) -> None:
        """Open the page of the chosen routine if it is not seen yet, else start it."""
        self._show_chosen()
        if self._right.isHidden():
            self._open_page()
        else:
            self._start()

    def _start(self) -> None:
        entry = self._entries.get(self._list.slug)
        if entry is not None and entry.preview is not None:
            self.start_wished.emit(entry.slug)

    def _copy(self) -> None:
        self.copy_wished.emit(self._list.slug)

    def _show_folder(self) -> None:
        self.show_folder_wished.emit(self._list.slug)

    def _find(self) -> None:
        if self._is_alone():
            self._back_to_list()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _clear_and_search(self) -> None:
        self.clear_filters()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_filters(self, filters: Narrowing) -> None:
        self._filters = filters
        self._narrow()

    def _narrow(self) -> None:
        before = self._list.slug
        self._list.narrow(replace(self._filters, text=self._search.text()))
        self._show_chosen()
        if self._list.slug != before:
            self.routine_chosen.emit(self._list.slug)
