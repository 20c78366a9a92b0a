"""A section of the page: rows under a heading, of which a search may leave only some."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.ui.settings.row import Row
from routine_player.ui.settings.section_menu import Entry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SECTION, SPACE_8, SPACE_16
from routine_player.ui.widgets.label import PlainLabel


@dataclass(frozen=True, slots=True)
class Top:
    """What stands above the rows; a search finds it by any part of one of `words`."""

    widget: QWidget
    words: tuple[str, ...]

    def matches(self, wanted: str) -> bool:
        return any(wanted.lower() in words.lower() for words in self.words)


class Section(QWidget):
    """Rows, and `top` above them, under a heading that is shown for what a search found."""

    def __init__(
        self, theme: Theme, entry: Entry, rows: Sequence[Row], top: Top | None = None
    ) -> None:
        super().__init__()
        self.entry = entry
        self._rows = list(rows)
        self._top = top
        self._heading = PlainLabel(theme, entry.title, SECTION)
        self._heading.setContentsMargins(0, 0, 0, SPACE_8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        if top is not None:
            self._column.addWidget(top.widget)
            self._column.addSpacing(SPACE_16)
        for row in self._rows:
            self._column.addWidget(row)
        self._column.addSpacing(SPACE_16)
        self.setAccessibleName(entry.title)

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Put other rows in the place of those there are; the keyboard stays in the section.

        It stays in the row of the same name: to press twice what undoes must restore nothing.
        """
        had_keyboard = [row.title for row in self._rows if row.has_keyboard]
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        at = self._column.count() - 1
        for number, row in enumerate(rows):
            self._column.insertWidget(at + number, row)
        self._rows = list(rows)
        self.show_whole()
        if had_keyboard:
            same = [row for row in rows if row.title in had_keyboard]
            (same or self._rows)[-1].take_keyboard()

    def show_whole(self) -> None:
        """Show all of it, without its heading: the menu says where one is."""
        self._heading.hide()
        if self._top is not None:
            self._top.widget.show()
        self._show(self._rows)

    def show_matches(self, wanted: str) -> bool:
        """Show the rows that a search found, under the heading; tell whether there are any."""
        found = [row for row in self._rows if row.matches(wanted)]
        is_top_meant = self._top is not None and self._top.matches(wanted)
        self._heading.show()
        if self._top is not None:
            self._top.widget.setVisible(is_top_meant)
        self._show(found)
        return bool(found) or is_top_meant

    def _show(self, rows: Sequence[Row]) -> None:
        for row in self._rows:
            row.setVisible(row in rows)
            row.mark_last(last=bool(rows) and row is rows[-1])
