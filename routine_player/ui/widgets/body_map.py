"""The body map: point at where it hurts, on the front and the back of a body, at several places."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.sites import site_words
from routine_player.ui.body_map.brush import Mark
from routine_player.ui.body_map.canvas import BodyCanvas
from routine_player.ui.body_map.chosen_row import LINE, RING, ChosenRow, ScrolledRow, SiteChip
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_16
from routine_player.ui.widgets.painting import paint_panel, smooth

_CHIPS_OF_HEIGHT: Final = 0.22
_MOST_KEPT_FREE: Final = 2


class BodyMap(QWidget):
    """Sites of pain, chosen on a body; emits `changed` with all of them when a person changes one.

    `chosen` keeps the order in which they were chosen. Names that the map does not know, as those
    of a newer version, stay chosen and stand among the chips.
    """

    changed = Signal(object)  # tuple[str, ...]

    def __init__(
        self, theme: Theme, figure: BodyMapPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen: tuple[str, ...] = ()
        self._score: int | None = None
        self._scores: Mapping[str, int] = {}
        self._canvas = BodyCanvas(theme, figure, self)
        self._row = ChosenRow(theme, self)
        self._scrolled_row = ScrolledRow(self._row, self)
        column = QVBoxLayout(self)
        side = SPACE_16 - RING
        column.setContentsMargins(side, SPACE_8, side, side)
        column.setSpacing(SPACE_8 - RING)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._scrolled_row)
        self._canvas.site_pressed.connect(self._toggle)
        self._row.site_pressed.connect(self._toggle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Where it hurts"))
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the chosen sites, as they are stored."""
        return self._chosen

    @property
    def canvas(self) -> BodyCanvas:
        return self._canvas

    @property
    def row(self) -> ChosenRow:
        return self._row

    def choose(self, names: Iterable[str]) -> None:
        """Show these sites as chosen, without telling anybody."""
        self._chosen = tuple(dict.fromkeys(names))
        self._show()

    def show_score(self, score: int | None, by_site: Mapping[str, int] | None = None) -> None:
        """Fill what is chosen with the colour of `score`, or of its own score in `by_site`."""
        self._score = score
        self._scores = {} if by_site is None else dict(by_site)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(496, 564)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Room for two lines of chips is kept, so that the bodies stay where they are while one
        # chooses; what does not fit into the most there may be is scrolled to.
        most = max(1, int(self.height() * _CHIPS_OF_HEIGHT) // LINE)
        self._scrolled_row.set_lines(min(most, _MOST_KEPT_FREE), most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            paint_panel(painter, QRectF(self.rect()), fill=self._theme.colours.stage)

    @Slot(str)
    def _toggle(self, site: str) -> None:
        chip = self._row.chip_of(site)
        if site in self._chosen:
            self._chosen = tuple(name for name in self._chosen if name != site)
        else:
            self._chosen = (*self._chosen, site)
        if chip is not None and chip.hasFocus():
            self._pass_focus_on(chip)
        self._show()
        self._scrolled_row.show_chip(site)
        self.changed.emit(self._chosen)

    def _pass_focus_on(self, chip: SiteChip) -> None:
        """Go to the next chip before this one is gone, or back to the body: never to nowhere."""
        chips = self._row.chips
        others = (*chips[chips.index(chip) + 1 :], *reversed(chips[: chips.index(chip)]))
        if others:
            others[0].setFocus(chip.reason)
        else:
            self._canvas.focus_map(chip.reason)

    def _show(self) -> None:
        self._canvas.mark(
            {site: Mark(self._scores.get(site, self._score)) for site in self._chosen}
        )
        self._row.show_sites(self._chosen)
        words = "; ".join(site_words(site) for site in self._chosen)
        told = tr("Chosen: {sites}", sites=words) if words else tr("Nothing is chosen")
        self.setAccessibleDescription(told)
