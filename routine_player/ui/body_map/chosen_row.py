"""What is chosen on the body map, in words, and what has no place on the body."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.sites import OFF_THE_MAP, site_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, FOCUS_DISTANCE, FOCUS_WIDTH, SPACE_8, SPACE_12
from routine_player.ui.widgets.chip import ChipSize, ChoiceChip, ChoiceLook
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.painting import blend, middle_square, paint_line, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable

RING: Final = FOCUS_WIDTH + FOCUS_DISTANCE
"""Room round the chips for their focus rings, in pixels."""
LINE: Final = int(ChipSize.SMALL) + SPACE_8
"""How high a line of chips is, with the gap under it."""

_CROSS: Final = 14
_REMOVING: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class SiteChip(Pressable):
    """A chosen site; pressing it, Delete or Backspace takes it away."""

    def __init__(self, theme: Theme, site: str, parent: QWidget) -> None:
        super().__init__(theme, site_words(site), parent)
        self.site = site
        self.setFont(theme.font(BODY))
        self.setAccessibleName(tr("Take away: {site}", site=self.label))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def reason(self) -> Qt.FocusReason:
        """How the focus came here: what follows it gets it in the same way."""
        by_keyboard = self._focus.is_shown
        return Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.MouseFocusReason

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.label) + 1
        return QSize(round(words) + 2 * SPACE_12 + SPACE_8 + _CROSS, int(ChipSize.SMALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            edge = blend(colours.plum_tint, colours.plum, self.hover_level)
            paint_panel(painter, area, fill=colours.plum_tint, edge=edge)
            words = area.adjusted(SPACE_12, 0, -SPACE_12 - SPACE_8 - _CROSS, 0)
            paint_line(painter, words, self.label, self.font(), colours.plum_ink)
            cross = QRectF(area.right() - SPACE_12 - _CROSS, 0, _CROSS, area.height())
            square = middle_square(cross, _CROSS)
            self.theme.icons.paint(painter, "x", colours.plum_ink, square)


class ChosenRow(QWidget):
    """Chips of what is chosen, and then those of the sites that are no place on the body.

    Emits `site_pressed` with the name of the site that is to be chosen or taken away.
    """

    site_pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(RING, RING, RING, RING)
        self._others = {site: self._other(site) for site in OFF_THE_MAP}
        self._chips: dict[str, SiteChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[SiteChip, ...]:
        """The chips of what is chosen on the body, in order."""
        return tuple(self._chips.values())

    def chip_of(self, site: str) -> SiteChip | None:
        """Give the chip of a site that is chosen on the body."""
        return self._chips.get(site)

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def lay_out(self, width: int) -> None:
        """Put new chips where they belong at once, not with the next event."""
        self.resize(width, max(self.height(), self.heightForWidth(width)))
        self._flow.activate()

    def show_sites(self, sites: Sequence[str]) -> None:
        """Show what is chosen; the chips of sites that stay are kept."""
        for site, chip in self._others.items():
            chip.setChecked(site in sites)
        wanted = [site for site in sites if site not in self._others]
        for site in [site for site in self._chips if site not in wanted]:
            chip = self._chips.pop(site)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for site in wanted:
            if site not in self._chips:
                self._chips[site] = self._chip(site)
        for chip in self._others.values():  # they stay the last
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)

    def _chip(self, site: str) -> SiteChip:
        chip = SiteChip(self._theme, site, self)
        chip.clicked.connect(self._take_chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _other(self, site: str) -> ChoiceChip:
        chip = ChoiceChip(self._theme, site_words(site), ChoiceLook.ANSWER, ChipSize.SMALL, self)
        chip.setObjectName(site)
        chip.clicked.connect(self._take_other)
        self._flow.addWidget(chip)
        return chip

    @Slot()
    def _take_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, SiteChip):
            self.site_pressed.emit(chip.site)

    @Slot()
    def _take_other(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChoiceChip):
            self.site_pressed.emit(chip.objectName())


class ScrolledRow(QScrollArea):
    """Lets the row of chips grow to so many lines and no further: then it is scrolled."""

    def __init__(self, row: ChosenRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._least, self._most = 1, 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(row)
        row.installEventFilter(self)

    def set_lines(self, least: int, most: int) -> None:
        """Keep room for `least` lines of chips, and take no more than `most`."""
        self._least, self._most = least, most
        self._fit()

    def show_chip(self, site: str) -> None:
        """Bring the chip of a site into view, if it has one."""
        chip = self._row.chip_of(site)
        if chip is not None:
            self._fit()
            self._row.lay_out(self.viewport().width())
            self.ensureWidgetVisible(chip, 0, RING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._row and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._row.heightForWidth(self.viewport().width())
        least, most = (lines * LINE - SPACE_8 + 2 * RING for lines in (self._least, self._most))
        self.setFixedHeight(max(least, min(most, wanted)))
