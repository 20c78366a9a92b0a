"""Chips that narrow the list down, alone or together."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from routine_player.core import wording
from routine_player.core.choices import When
from routine_player.core.language import tr
from routine_player.ui.routines.narrowing import Narrowing
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4
from routine_player.ui.widgets.chip import ChoiceChip, ChoiceLook
from routine_player.ui.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """Emits `narrowed` with a Narrowing without words, each time a person changes it."""

    narrowed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = Narrowing()
        self._things: tuple[str, ...] = ()
        self._menu: QMenu | None = None
        self._chips = FlowLayout(self)
        self._all = self._add(tr("All"))
        self._whens = {when: self._add(wording.when_words(when)) for when in When}
        self._short = self._add(tr("Under 10 min"))
        self._nothing = self._add(tr("No equipment"))
        self._equipment = self._add(tr("Equipment..."))
        self._all.clicked.connect(self.clear)
        for chip in (*self._whens.values(), self._short, self._nothing):
            chip.clicked.connect(self._take_chips)
        self._equipment.clicked.connect(self.open_equipment)
        self._show()

    @property
    def menu(self) -> QMenu | None:
        """The menu of equipment, once it was opened."""
        return self._menu

    def offer(self, count: int, things: Sequence[str]) -> None:
        """Say how many routines there are, and what equipment can be chosen among."""
        self._all.set_label(tr("All {count}", count=count))
        self._things = tuple(things)
        self._now = replace(self._now, things=self._now.things & set(things))
        self._equipment.setVisible(bool(things))
        self._show()

    @Slot()
    def clear(self) -> None:
        """Leave nothing out."""
        self._narrow(Narrowing())

    @Slot()
    def open_equipment(self) -> None:
        """Open the menu of equipment."""
        self._show()  # the press has turned the chip already, and nothing was chosen yet
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        for thing in self._things:
            action = menu.addAction(thing.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(thing in self._now.things)
            action.setData(thing)
        menu.triggered.connect(self._take_thing)
        below = QPoint(0, self._equipment.height() + SPACE_4)
        menu.popup(self._equipment.mapToGlobal(below))

    def _add(self, label: str) -> ChoiceChip:
        chip = ChoiceChip(self._theme, label, look=ChoiceLook.FILTER)
        self._chips.addWidget(chip)
        return chip

    def _take_chips(self) -> None:
        whens = frozenset(when for when, chip in self._whens.items() if chip.isChecked())
        self._narrow(
            replace(
                self._now,
                whens=whens,
                is_short=self._short.isChecked(),
                needs_nothing=self._nothing.isChecked(),
            )
        )

    def _take_thing(self, action: QAction) -> None:
        self._narrow(replace(self._now, things=self._now.things ^ {str(action.data())}))

    def _narrow(self, now: Narrowing) -> None:
        changed = now != self._now
        self._now = now
        self._show()
        if changed:
            self.narrowed.emit(now)

    def _show(self) -> None:
        now = self._now
        self._all.setChecked(now.is_open)
        for when, chip in self._whens.items():
            chip.setChecked(when in now.whens)
        self._short.setChecked(now.is_short)
        self._nothing.setChecked(now.needs_nothing)
        chosen = ", ".join(sorted(now.things))
        self._equipment.set_label(chosen or tr("Equipment..."))
        self._equipment.setChecked(bool(chosen))
