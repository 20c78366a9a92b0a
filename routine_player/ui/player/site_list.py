"""The sites of the body, one a row, each with its key."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.sites import SITES, Site, site_words
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_4, SPACE_8, SPACE_12
from routine_player.ui.widgets.key_hint import key_width, paint_key
from routine_player.ui.widgets.painting import blend, middle_square, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.roving import Roving

ROW, TIGHT_ROW, LEAST_ROW = 36, 32, 25
"""How high the rows are, from a large window to a small one."""

_TICK = 16
_WIDTH = 228


class _SiteRow(Pressable):
    """One site."""

    def __init__(self, theme: Theme, site: Site, parent: QWidget) -> None:
        super().__init__(theme, site_words(site.name), parent)
        self.site = site
        self._key = site.key.upper()
        self.setCheckable(True)
        self.setFont(theme.font(BODY))
        self._chosen_font = theme.font(BODY.strong())
        self.setToolTip(tr("Key {key}", key=self._key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, ROW)

    @property
    def _is_tight(self) -> bool:
        return self.height() <= LEAST_ROW

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        chosen = self.isChecked()
        with smooth(self) as painter:
            hovered = colours.plum_tint if chosen else colours.sunken
            ground = blend(
                colours.plum_tint if chosen else colours.raised, hovered, self.hover_level
            )
            paint_panel(painter, area, fill=ground)
            ink = colours.plum_ink if chosen else colours.ink
            width = key_width(self.theme, self._key)
            inset, gap = (SPACE_4, SPACE_8) if self._is_tight else (SPACE_12, SPACE_12)
            key = QRectF(inset, 0, width, area.height())
            paint_key(painter, self.theme, key, self._key, ink if chosen else colours.ink2)
            painter.setFont(self._chosen_font if chosen else self.font())
            painter.setPen(ink)
            words = area.adjusted(inset + width + gap, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)
            if chosen and not self._is_tight:
                tick = QRectF(area.right() - _TICK - SPACE_8, 0, _TICK, area.height())
                square = middle_square(tick, _TICK)
                self.theme.icons.paint(painter, "check", colours.plum_ink, square)


class SiteList(QWidget):
    """All sites; emits `site_clicked` with the name of the one that was pressed.

    Tab stops at one row, arrows move among them.
    """

    site_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_SiteRow(theme, site, self) for site in SITES]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows:
            row.clicked.connect(self._tell)
            column.addWidget(row)
        self._roving = Roving(self._rows)
        self.set_row_height(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Site"))

    @property
    def chosen(self) -> str | None:
        """The name of the site that is marked."""
        return next((row.site.name for row in self._rows if row.isChecked()), None)

    def set_row_height(self, height: int) -> None:
        for row in self._rows:
            row.setFixedHeight(height)

    def mark(self, site: str | None) -> None:
        """Show which site was chosen, without telling anybody."""
        for number, row in enumerate(self._rows):
            row.setChecked(row.site.name == site)
            if row.isChecked():
                self._roving.stop_at(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key())
        if at is None:
            super().keyPressEvent(event)
        else:
            self._roving.focus(at)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, _SiteRow):
            self.site_clicked.emit(row.site.name)
