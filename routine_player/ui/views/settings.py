"""Settings: the sound check first, then all that can be chosen; it applies at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from routine_player import __version__
from routine_player.core.language import tr
from routine_player.store.backups import Backup
from routine_player.store.settings import Settings
from routine_player.ui.settings.changes import Changes
from routine_player.ui.settings.data_rows import DataRows
from routine_player.ui.settings.fields import look_fields, player_fields, sound_fields
from routine_player.ui.settings.key_rows import key_rows
from routine_player.ui.settings.row import Row
from routine_player.ui.settings.section import Section, Top
from routine_player.ui.settings.section_menu import Entry, SectionList, SectionMenu
from routine_player.ui.settings.sound_check import SoundCheckCard
from routine_player.ui.settings.values import Measuring, SoundCheck
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import PAGE, PAGE_SIDE, PAGE_TOP, SPACE_12, SPACE_16, SPACE_32
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.search_input import SearchInput

_SOUND = "sound"
_WIDEST = 720
_SEARCH_WIDTH = 240
_ROOMY_FROM = 660
_RING_ROOM = 4  # what is scrolled is cut off at its edge, and focus rings lie outside their widgets


class SettingsView(QWidget):
    """Shows settings and emits what became of them.

    `settings_changed` carries the new `Settings`, `change_made` then the `SettingsChange` that can
    be taken back. The sound check shows what `show_check` says, and its buttons are wishes. While
    the delay is measured, `delay_heard` tells at once that Space was pressed, `measuring_left`
    that the person gave it up.
    """

    settings_changed = Signal(object)
    change_made = Signal(object)
    check_wished = Signal()
    beep_wished = Signal()
    sentence_wished = Signal()
    measure_wished = Signal()
    delay_heard = Signal()
    measuring_left = Signal()
    copy_wished = Signal(str)
    folder_add_wished = Signal()
    folder_open_wished = Signal(object)
    restore_wished = Signal(object)
    import_wished = Signal()
    tables_wished = Signal()
    lines_wished = Signal()
    merge_wished = Signal()
    undo_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section = _SOUND
        self._folders_shown: tuple[str, ...] | None = None
        self._changes = Changes(self)
        self._data_rows = DataRows(theme, self._changes)
        self._sound_fields = sound_fields(theme, self._changes)
        self._player_fields = player_fields(theme, self._changes)
        self._look_fields = look_fields(theme, self._changes)
        self._build()
        self._lay_out()
        self._connect()
        self._show_fields()
        self._arrange()
        self.show_section(_SOUND)

    # What is shown

    @property
    def settings(self) -> Settings:
        """The settings as they are shown."""
        return self._changes.settings

    @property
    def section(self) -> str:
        """The section that is open: sound, player, routines, data, keys, look or about."""
        return self._section

    def show_settings(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere, or taken back."""
        if settings != self._changes.settings:
            self._changes.take(settings)
            self._show_fields()

    def show_check(self, check: SoundCheck) -> None:
        """Say what is heard."""
        self._card.show_check(check)

    def show_measuring(self, measuring: Measuring | None) -> None:
        """Listen for Space while the delay is measured; None ends that."""
        self._card.show_measuring(measuring)

    def show_places(self, data: Path, routines: Path) -> None:
        """Say where the person's data and own routines are."""
        self._data_rows.show_places(data, routines)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Say what backups of the history there are, newest first."""
        self._data_rows.show_backups(backups)

    def show_last_edit(self, words: str) -> None:
        """Say what was changed last in the log; empty where there is nothing to take back."""
        self._data_rows.show_last_edit(words)

    @Slot(str)
    def show_section(self, section: str) -> None:
        """Open a section from its top."""
        self._section = section
        if self._search.text():
            self._search.clear()
        self._show_content()
        self._area.verticalScrollBar().setValue(0)

    @Slot(str)
    def search_for(self, words: str) -> None:
        """Find settings by words, as if they had been typed."""
        self._search.setText(words)

    @Slot()
    def find_setting(self) -> None:
        """Go to the line that finds settings."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_C and plain and self._card.isVisible():
            self._card.wish_check()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._changes.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _build(self) -> None:
        theme = self._theme
        self._title = PlainLabel(theme, tr("Settings"), PAGE)
        self._search = SearchInput(theme, tr("Find a setting"), tr("Ctrl F"))
        self._card = SoundCheckCard(theme)
        sound = [field.row for field in self._sound_fields]
        player = [field.row for field in self._player_fields]
        look = [field.row for field in self._look_fields]
        version = tr("Version {version}. Free software, MIT licence.", version=__version__)
        about = Row(theme, tr("Routine Player"), version, words=tr("about"))
        check = Top(
            self._card, (tr("Sound check"), tr("Beep"), tr("Measure the delay"), tr("Test"))
        )
        self._folder_section = Section(
            theme, Entry("routines", tr("Routine folders"), "folder"), ()
        )
        self._data_section = Section(
            theme, Entry("data", tr("Data and backups"), "floppy-disk"), ()
        )
        self._sections = (
            Section(theme, Entry(_SOUND, tr("Sound and voice"), "speaker-high"), sound, check),
            Section(theme, Entry("player", tr("Player"), "play"), player),
            self._folder_section,
            self._data_section,
            Section(theme, Entry("keys", tr("Keys"), "keyboard"), key_rows(theme)),
            Section(theme, Entry("look", tr("Look"), "eye"), look),
            Section(theme, Entry("about", tr("About"), "info"), (about,)),
        )
        entries = [section.entry for section in self._sections]
        self._list = SectionList(theme, entries)
        self._menu = SectionMenu(theme, entries)
        self._nothing = PlainLabel(theme, "", tone="ink2", wraps=True)
        self._nothing.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_16)
        head.addWidget(self._title, 1)
        head.addWidget(self._search)
        self._search.setFixedWidth(_SEARCH_WIDTH)
        self._body = body = QWidget()
        body.setMaximumWidth(_WIDEST + 2 * _RING_ROOM)
        column = QVBoxLayout(body)
        column.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, SPACE_16)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_32)
        columns.addWidget(self._list)
        columns.addWidget(self._area, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(SPACE_16)
        self._whole.addLayout(head)
        self._whole.addWidget(self._menu)
        self._whole.addLayout(columns, 1)

    def _connect(self) -> None:
        card, rows, changes = self._card, self._data_rows, self._changes
        for inner, outer in (
            (changes.changed, self.settings_changed),
            (changes.made, self.change_made),
            (card.check_wished, self.check_wished),
            (card.beep_wished, self.beep_wished),
            (card.sentence_wished, self.sentence_wished),
            (card.measure_wished, self.measure_wished),
            (card.heard, self.delay_heard),
            (card.measuring_left, self.measuring_left),
            (card.copy_wished, self.copy_wished),
            (rows.folder_add_wished, self.folder_add_wished),
            (rows.folder_open_wished, self.folder_open_wished),
            (rows.restore_wished, self.restore_wished),
            (rows.import_wished, self.import_wished),
            (rows.tables_wished, self.tables_wished),
            (rows.lines_wished, self.lines_wished),
            (rows.merge_wished, self.merge_wished),
            (rows.undo_wished, self.undo_wished),
        ):
            inner.connect(outer)
        changes.changed.connect(self._follow_folders)
        rows.outdated.connect(self._show_rows)
        self._list.section_chosen.connect(self.show_section)
        self._menu.value_chosen.connect(self.show_section)
        self._search.textChanged.connect(self._show_content)
        self._theme.room_changed.connect(self._arrange)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.find_setting)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _show_fields(self) -> None:
        settings = self._changes.settings
        for field in (*self._sound_fields, *self._player_fields, *self._look_fields):
            field.show(settings)
        self._follow_folders()

    @Slot()
    def _follow_folders(self) -> None:
        if self._folders_shown != self._changes.settings.routine_folders:
            self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        """Build the rows anew that depend on what is on disk."""
        self._folders_shown = self._changes.settings.routine_folders
        self._folder_section.replace_rows(self._data_rows.folders())
        self._data_section.replace_rows(self._data_rows.data())
        self._show_content()

    @Slot()
    def _show_content(self) -> None:
        """Show the open section, or what the search found in all of them."""
        wanted = self._search.text().strip()
        for section in self._sections:
            if wanted:
                section.setVisible(section.show_matches(wanted))
            else:
                section.show_whole()
                section.setVisible(section.entry.key == self._section)
        found = any(section.isVisibleTo(self._body) for section in self._sections)
        self._nothing.setText(tr("No setting is called “{wanted}”.", wanted=wanted))
        self._nothing.setVisible(not found)
        self._list.show_section("" if wanted else self._section)
        self._menu.set_value(self._section)

    @Slot()
    def _arrange(self) -> None:
        two = self._theme.room.has_two_columns
        self._list.setVisible(two)
        self._menu.setVisible(not two)
        roomy = self.width() >= _ROOMY_FROM
        side, top = (PAGE_SIDE, PAGE_TOP) if roomy else (SPACE_16, SPACE_16)
        # The items of the list reach to the left of the words above, their own words do not.
        left = side - SPACE_12 if two else side
        self._whole.setContentsMargins(left, top, side, 0)
        self._title.setContentsMargins(side - left, 0, 0, 0)
