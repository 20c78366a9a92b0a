"""Chips: a word or two in a small panel, to read or to choose."""

from enum import Enum, IntEnum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    DISABLED_OPACITY,
    PAGE,
    READING,
    SECTION,
    SPACE_8,
    TITLE,
    Lettering,
)
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import CLEAR, blend, middle_square, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable


class ChipSize(IntEnum):
    """The height of a chip, in pixels."""

    SMALL = 28
    COMPACT = 32  # the player in a small window
    ANSWER = 40
    PLAYER = 44
    ROOMY = 60  # the player in a large window


class ChoiceLook(Enum):
    """How a chip shows that it was chosen."""

    ANSWER = auto()  # filled: one of several answers
    FILTER = auto()  # tinted with a tick: in force


_PADDING = {
    ChipSize.SMALL: 12,
    ChipSize.COMPACT: 12,
    ChipSize.ANSWER: 16,
    ChipSize.PLAYER: 16,
    ChipSize.ROOMY: 20,
}
_LETTERING: dict[ChipSize, Lettering] = {
    ChipSize.SMALL: BODY,
    ChipSize.COMPACT: TITLE,
    ChipSize.ANSWER: READING,
    ChipSize.PLAYER: SECTION,
    ChipSize.ROOMY: PAGE,
}
_TICK = 16


class Chip(PlainLabel):
    """A chip to read: neutral, or `stressed` in accent, such as the side in the player."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        size: ChipSize = ChipSize.SMALL,
        *,
        stressed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, _LETTERING[size], parent=parent)
        self._stressed = stressed
        self.set_tone("on_accent" if stressed else "ink")
        padding = _PADDING[size]
        self.setContentsMargins(padding, 0, padding, 0)
        self.setFixedHeight(int(size))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        with smooth(self) as painter:
            ground = colours.accent if self._stressed else colours.sunken
            paint_panel(painter, QRectF(self.rect()), fill=ground)
        super().paintEvent(event)


class ChoiceChip(Pressable):
    """A chip to choose. Checkable: emits `toggled(bool)` and `clicked`."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        look: ChoiceLook = ChoiceLook.FILTER,
        size: ChipSize = ChipSize.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, parent)
        self._look = look
        self._size = size
        self.setCheckable(True)
        self.setFont(theme.font(_LETTERING[size]))
        self._chosen_font = theme.font(_LETTERING[size].strong())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)

    def set_label(self, label: str) -> None:
        """Say something else, such as another count."""
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self._words_width()
        tick = _TICK + SPACE_8 if self._shows_tick() else 0
        return QSize(round(words + tick) + 2 * _PADDING[self._size], int(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            ink = self._paint_ground(painter, area)
            left = float(_PADDING[self._size])
            if self._shows_tick():
                square = middle_square(QRectF(left, 0, _TICK, area.height()), _TICK)
                self.theme.icons.paint(painter, "check", ink, square)
                left += _TICK + SPACE_8
            painter.setFont(self._chosen_font if self.isChecked() else self.font())
            painter.setPen(ink)
            words = QRectF(left, 0, self._words_width(), area.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter.value), self._label)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> QColor:
        """Paint what the words stand on; give the colour they need on it."""
        colours = self.theme.colours
        if not self.isChecked():
            ground = blend(CLEAR, colours.sunken, self.hover_level)
            paint_panel(painter, area, fill=ground, edge=colours.strong)
            return colours.ink
        if self._look is ChoiceLook.ANSWER:
            ground = blend(colours.accent, colours.accent_hover, self.hover_level)
            paint_panel(painter, area, fill=ground)
            return colours.on_accent
        paint_panel(painter, area, fill=colours.tint)
        return colours.accent

    def _words_width(self) -> float:
        """As wide as the words are when chosen, so that choosing pushes no neighbour about."""
        return QFontMetricsF(self._chosen_font).horizontalAdvance(self._label) + 1

    def _shows_tick(self) -> bool:
        return self._look is ChoiceLook.FILTER and self.isChecked()
