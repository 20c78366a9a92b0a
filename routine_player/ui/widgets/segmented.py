"""One of a few: parts side by side, the chosen one raised."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_4, SPACE_12
from routine_player.ui.widgets.painting import blend, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.roving import Roving

_PART_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen: what the program calls it, and the person's word for it."""

    value: str
    label: str


class _Part(Pressable):
    """One part of the control."""

    def __init__(self, theme: Theme, option: Option, parent: QWidget) -> None:
        super().__init__(theme, option.label, parent)
        self.option = option
        self.setCheckable(True)
        self.setFont(theme.font(BODY.strong()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self._label)
        return QSize(round(words) + 2 * SPACE_12, _PART_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if self.isChecked():
                paint_panel(painter, area, fill=colours.raised, edge=colours.line, radius=6)
            chosen = 1.0 if self.isChecked() else self.hover_level
            painter.setFont(self.font())
            painter.setPen(blend(colours.ink2, colours.ink, chosen))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter.value), self._label)


class Segmented(QWidget):
    """A row of which one part is chosen: emits `value_chosen` when a person chooses another.

    Tab stops once, at the chosen part; arrows choose. `name` says what is chosen here.
    """

    value_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        value: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        row.setSpacing(SPACE_4)
        self._parts = [_Part(theme, option, self) for option in options]
        for part in self._parts:
            part.clicked.connect(self._take_click)
            part.setAccessibleDescription(name)
            row.addWidget(part)
        self._roving = Roving(self._parts)
        self.set_value(value)

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        """Show another part as chosen; an unknown value is a bug and raises ValueError."""
        at = [part.option.value for part in self._parts].index(value)
        self._value = value
        for number, part in enumerate(self._parts):
            part.setChecked(number == at)
        self._roving.stop_at(at)

    def take_focus(self) -> None:
        """Take the keyboard, at the part that is chosen."""
        self._roving.focus([part.isChecked() for part in self._parts].index(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._roving.moved_to(event.key())
        if at is None:
            super().keyPressEvent(event)
            return
        self._roving.focus(at)
        self._choose(self._parts[at].option.value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            paint_panel(painter, QRectF(self.rect()), fill=self._theme.colours.sunken)

    def _take_click(self) -> None:
        part = self.sender()
        if isinstance(part, _Part):
            self._choose(part.option.value)

    def _choose(self, value: str) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.value_chosen.emit(value)
