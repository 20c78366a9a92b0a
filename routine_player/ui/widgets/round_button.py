"""The player's round buttons, with their words below."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, DISABLED_OPACITY
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.painting import CLEAR, blend, middle_square, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable

SMALL, MEDIUM, LARGE = 44, 56, 72

_GAP = 6
_CAPTION_HEIGHT = 16
CAPTION_ROOM = _GAP + _CAPTION_HEIGHT
"""What the words below take of a button's height, in pixels."""

_ICON = {SMALL: 24, MEDIUM: 24, LARGE: 30}


class RoundButton(Pressable):
    """A circle with an icon; `primary` fills it with accent.

    `words` stand below ("Pause", "10 s") with the key; set them all on one baseline by aligning
    the buttons at the bottom. `label` is the action's full name, for tooltip and screen reader.
    """

    def __init__(  # noqa: PLR0913 - all but the first three have a usual value
        self,
        theme: Theme,
        label: str,
        icon: str,
        *,
        words: str = "",
        key: str = "",
        diameter: int = MEDIUM,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, parent, radius=diameter / 2)
        self._icon = icon
        self._words = words
        self._key = key
        self._diameter = diameter
        self._primary = primary
        self._shows_words = True
        self.setFont(theme.font(CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_action(self, label: str, icon: str, words: str = "") -> None:
        """Let it do something else: pause becomes resume."""
        self._label = label
        self._icon = icon
        self._words = words
        self._name()
        self.updateGeometry()
        self.update()

    def show_words(self, *, shown: bool) -> None:
        """Show the words below, or keep them for the tooltip where there is no room."""
        self._shows_words = shown
        self.updateGeometry()
        self.update()

    def ring_area(self) -> QRect:
        return self._circle().toRect()

    def sizeHint(self) -> QSize:
        caption = self._caption()
        if not caption:
            return QSize(self._diameter, self._diameter)
        width = round(QFontMetricsF(self.font()).horizontalAdvance(caption)) + 2
        return QSize(max(self._diameter, width), self._diameter + CAPTION_ROOM)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        level = self.hover_level
        circle = self._circle()
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            if self._primary:
                ground, edge = blend(colours.accent, colours.accent_hover, level), CLEAR
            else:
                ground, edge = blend(colours.raised, colours.sunken, level), colours.strong
            paint_panel(painter, circle, fill=ground, edge=edge, radius=self._diameter / 2)
            ink = colours.on_accent if self._primary else colours.ink
            square = middle_square(circle, _ICON.get(self._diameter, 24))
            self.theme.icons.paint(painter, self._icon, ink, square)
            if caption := self._caption():
                painter.setFont(self.font())
                painter.setPen(colours.ink2)
                below = QRectF(
                    0, circle.bottom() + _GAP, float(self.width()), float(_CAPTION_HEIGHT)
                )
                painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter.value), caption)

    def _circle(self) -> QRectF:
        left = round((self.width() - self._diameter) / 2)
        return QRectF(left, 0, self._diameter, self._diameter)

    def _caption(self) -> str:
        if not (self._shows_words and self._words):
            return ""
        shows_key = self._key and self.theme.room.shows_key_hints
        return f"{self._words} {self._key}" if shows_key else self._words

    def _name(self) -> None:
        self.setAccessibleName(self._label)
        named = tr("{action} ({key})", action=self._label, key=self._key)
        self.setToolTip(plain_tooltip(named if self._key else self._label))
