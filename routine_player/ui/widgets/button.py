"""Buttons with words: one primary on a page, secondary, quiet, and the amber "It hurts"."""

from enum import Enum, IntEnum, auto
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, DISABLED_OPACITY, SPACE_8, TITLE, Lettering
from routine_player.ui.widgets.key_hint import key_width, paint_key
from routine_player.ui.widgets.label import plain_tooltip
from routine_player.ui.widgets.painting import (
    CLEAR,
    blend,
    middle_square,
    paint_panel,
    smooth,
)
from routine_player.ui.widgets.pressable import Pressable


class Kind(Enum):
    """How much a button stands out."""

    PRIMARY = auto()
    SECONDARY = auto()
    QUIET = auto()
    ATTENTION = auto()


class Size(IntEnum):
    """The height of a button, in pixels."""

    ROW = 28
    NORMAL = 40
    LARGE = 48


_PADDING = {Size.ROW: 12, Size.NORMAL: 16, Size.LARGE: 24}
_ICON = {Size.ROW: 16, Size.NORMAL: 20, Size.LARGE: 20}


class _Paint(NamedTuple):
    """The colours of one kind of button now."""

    ground: QColor
    hovered: QColor
    edge: QColor
    text: QColor


def _paint_of(theme: Theme, kind: Kind) -> _Paint:
    colours = theme.colours
    match kind:
        case Kind.PRIMARY:
            return _Paint(colours.accent, colours.accent_hover, CLEAR, colours.on_accent)
        case Kind.SECONDARY:
            return _Paint(colours.raised, colours.sunken, colours.strong, colours.ink)
        case Kind.QUIET:
            return _Paint(CLEAR, colours.sunken, CLEAR, colours.ink2)
        case Kind.ATTENTION:
            ground = colours.attention_tint
            return _Paint(ground, ground, colours.attention, colours.attention_ink)


class Button(Pressable):
    """A button: icon, words, and the key that does the same.

    `key` is the key's name as people read it ("Space", "Ctrl N"); the button shows it and does
    not listen to it. The key leaves a narrow window first, but stays in the tooltip. Emits
    `clicked`. `icon_only` makes it square; its words are then in tooltip and accessible name.
    """

    def __init__(  # noqa: PLR0913 - all but the words have a usual value
        self,
        theme: Theme,
        label: str,
        *,
        kind: Kind = Kind.SECONDARY,
        size: Size = Size.NORMAL,
        icon: str = "",
        key: str = "",
        trailing_icon: str = "",
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, parent)
        self._kind = kind
        self._size = size
        self._icon = icon
        self._trailing_icon = trailing_icon
        self._key = key
        self._icon_only = icon_only
        self._reason = ""
        self.setFont(theme.font(_lettering(size)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name()
        if key:
            theme.room_changed.connect(self.make_room)

    @property
    def key(self) -> str:
        return self._key

    @property
    def kind(self) -> Kind:
        return self._kind

    def set_label(self, label: str) -> None:
        """Say something else."""
        if label != self._label:
            self._label = label
            self._name()
            self.make_room()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon:
            self._icon = name
            self.make_room()

    def set_key(self, key: str) -> None:
        """Name another key; empty for none."""
        if key != self._key:
            if not self._key:
                self.theme.room_changed.connect(self.make_room)
            elif not key:
                self.theme.room_changed.disconnect(self.make_room)
            self._key = key
            self._name()
            self.make_room()

    def set_kind(self, kind: Kind) -> None:
        """Let it stand out more or less."""
        self._kind = kind
        self.update()

    def disable(self, reason: str) -> None:
        """Grey it out; `reason` becomes the tooltip, so that nobody has to guess."""
        self._reason = reason
        self.setEnabled(False)
        self._name()

    def enable(self) -> None:
        """Let it be pressed again."""
        self._reason = ""
        self.setEnabled(True)
        self._name()

    def sizeHint(self) -> QSize:
        height = int(self._size)
        if self._icon_only:
            return QSize(height, height)
        return QSize(round(self._content_width()) + 2 * _PADDING[self._size], height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot()
    def make_room(self) -> None:
        """Measure itself again: the words changed, or the window has room for the key or not."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint = _paint_of(self.theme, self._kind)
        level = self.hover_level
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            area = QRectF(self.rect())
            ground = blend(paint.ground, paint.hovered, level)
            wide = self._kind is Kind.ATTENTION and level > 0
            edge_width = 1.0 + level if wide else 1.0
            paint_panel(painter, area, fill=ground, edge=paint.edge, width=edge_width)
            if self._icon_only:
                icon = _ICON[self._size]
                square = middle_square(area, icon)
                self.theme.icons.paint(painter, self._icon, paint.text, square)
            else:
                self._paint_content(painter, area, paint.text)

    def _paint_content(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        left = round(max(area.left() + SPACE_8, area.center().x() - self._content_width() / 2))
        icon = _ICON[self._size]
        icons = self.theme.icons
        if self._icon:
            square = middle_square(QRectF(left, area.top(), icon, area.height()), icon)
            icons.paint(painter, self._icon, colour, square)
            left += icon + SPACE_8
        width = self._label_width()
        painter.setFont(self.font())
        painter.setPen(colour)
        words = QRectF(left, area.top(), width + 1, area.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)
        left += round(width) + SPACE_8
        if self._trailing_icon:
            square = middle_square(QRectF(left, area.top(), icon, area.height()), icon)
            icons.paint(painter, self._trailing_icon, colour, square)
            left += icon + SPACE_8
        if self._shows_key():
            width = key_width(self.theme, self._key)
            frame = QRectF(left, area.top(), width, area.height())
            paint_key(painter, self.theme, frame, self._key, colour)

    def _content_width(self) -> float:
        icon = _ICON[self._size] + SPACE_8
        width = self._label_width()
        width += icon if self._icon else 0
        width += icon if self._trailing_icon else 0
        return width + (key_width(self.theme, self._key) + SPACE_8 if self._shows_key() else 0)

    def _label_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._label)

    def _shows_key(self) -> bool:
        return bool(self._key) and self.theme.room.shows_key_hints

    def _name(self) -> None:
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(self._reason)
        named = tr("{action} ({key})", action=self._label, key=self._key)
        self.setToolTip(plain_tooltip(self._reason or (named if self._key else self._label)))


def _lettering(size: Size) -> Lettering:
    return TITLE if size is Size.LARGE else BODY.strong()
