"""Where it hurts, and whether it spread: the right half of the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.pain import Spread
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.log_run.chip_row import ChipRow
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_12, TITLE
from routine_player.ui.widgets.body_map import BodyMap
from routine_player.ui.widgets.chip import ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.segmented import Option

_SPREADS = tuple(spread for spread in Spread if spread is not Spread.NONE)
_LEAST_MAP = 400


class WherePanel(QWidget):
    """Emits `chosen` when a person said where, or that it spread."""

    chosen = Signal()

    def __init__(self, theme: Theme, body: BodyMapPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stayed = False
        self._title = PlainLabel(theme, tr("Where"), TITLE)
        self._hint = PlainLabel(theme, tr("click, or arrow keys and Space"), BODY, "ink3")
        self._map = BodyMap(theme, body)
        self._map.setMinimumHeight(_LEAST_MAP)
        # As high as the questions beside it, not as it would like to be.
        self._map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        # Its parent comes with the layout, or Tab would stop at it before the map.
        self._spread_chip = ChoiceChip(theme, tr("It spread"), ChoiceLook.ANSWER, ChipSize.SMALL)
        options = [Option(spread.value, said(spread)) for spread in _SPREADS]
        self._spread_row = ChipRow(theme, tr("Where it spread to"), options)
        # What comes with a click moves nothing: the body stays as large as it was.
        kept = self._spread_row.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._spread_row.setSizePolicy(kept)
        self._spread_row.hide()
        self._lay_out()
        self._map.changed.connect(self.chosen)
        self._spread_chip.clicked.connect(self._take_spread)
        self._spread_row.chosen.connect(self.chosen)

    @property
    def map(self) -> BodyMap:
        return self._map

    @property
    def sites(self) -> tuple[str, ...]:
        return self._map.chosen

    @property
    def spread(self) -> Spread | None:
        """Where it spread to; None where nobody said."""
        if not self._spread_chip.isChecked():
            return Spread.NONE if self._stayed else None
        value = self._spread_row.value
        return Spread(value) if value else Spread.ELSEWHERE

    def show_where(self, sites: Sequence[str], spread: Spread | None) -> None:
        """Show what was said, without telling anybody."""
        self._map.choose(sites)
        self._stayed = spread is Spread.NONE
        has_spread = spread not in {None, Spread.NONE}
        self._spread_chip.setChecked(has_spread)
        self._spread_row.set_values((spread.value,) if spread is not None else ())
        self._spread_row.setVisible(has_spread)

    def show_score(self, score: int | None) -> None:
        """Colour what is chosen by how much it hurts."""
        self._map.show_score(score)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_12)
        foot.addWidget(self._spread_chip, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._spread_row, 1)
        foot.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self._map, 1)
        column.addLayout(foot)

    @Slot()
    def _take_spread(self) -> None:
        self._stayed = False
        self._spread_row.setVisible(self._spread_chip.isChecked())
        if self._spread_chip.isChecked():
            self._spread_row.take_focus()
        self.chosen.emit()
