"""What one does now: the name of the exercise, the side, the set, the dose."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.key_buttons import stands_for
from routine_player.ui.player.lines import break_lines
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12, SPACE_16, Lettering
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.chip import Chip, ChipSize

_LINE_OF_SIZE = 1.2
_LONG_NAME_LINES = 2
_ROOMY_FROM_SCALE = 1.25


class Headline(QWidget):
    """A name on one line; one that is too long is written smaller, on two lines at most."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit = Fit()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    def fit(self, fit: Fit) -> None:
        self._fit = fit
        self.update()

    def show_text(self, text: str) -> None:
        """Write another name."""
        if text != self._text:
            self._text = " ".join(text.split())
            self.setAccessibleName(self._text)
            self.update()

    def width_of_line(self) -> int:
        """How wide the name is at its larger size."""
        metrics = QFontMetrics(self._theme.font(self._fit.headline))
        return metrics.horizontalAdvance(self._text) + 1

    def height_for(self, width: int) -> int:
        lettering, lines = self._lines(width)
        return round(lettering.size_px * _LINE_OF_SIZE) * max(1, len(lines))

    def lettering_for(self, width: int) -> Lettering:
        """The size in which the name is written into `width` pixels."""
        return self._lines(width)[0]

    def paintEvent(self, _event: QPaintEvent) -> None:
        lettering, lines = self._lines(self.width())
        line = round(lettering.size_px * _LINE_OF_SIZE)
        with QPainter(self) as painter:
            painter.setFont(self._theme.font(lettering))
            painter.setPen(self._theme.colours.ink)
            for number, text in enumerate(lines):
                area = QRectF(0, number * line, self.width(), line)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), text)

    def _lines(self, width: int) -> tuple[Lettering, tuple[str, ...]]:
        if self.width_of_line() <= width:
            return self._fit.headline, (self._text,)
        lettering = self._fit.long_headline
        lines = break_lines(self._text, self._theme.font(lettering), width, _LONG_NAME_LINES)
        return lettering, lines.texts


class Title(QWidget):
    """The headline and its chips: below it, or beside it in a small window that has room for both.

    Chips that have no room are left out from the last one on. The side is never among those: it
    is the first or the second. After the chips a button switches sides, where that may be done.
    """

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit = Fit()
        self._headline = Headline(theme, self)
        self._texts: tuple[str, ...] = ()
        self._size = ChipSize.PLAYER
        self._chips: list[Chip] = []
        self._may_switch = False
        self._switch = Button(
            theme,
            tr("Switch side"),
            kind=Kind.QUIET,
            icon="shuffle",
            key=tr("S"),
            icon_only=True,
            parent=self,
        )
        stands_for(self._switch, "s", self.key_meant.emit)

    @property
    def switch_button(self) -> Button:
        return self._switch

    @property
    def headline(self) -> Headline:
        return self._headline

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self._chips)

    def fit(self, fit: Fit) -> None:
        self._fit = fit
        self._headline.fit(fit)
        self._make_chips(self._texts, _chip_size(fit))

    def show_title(self, headline: str, chips: tuple[str, ...]) -> None:
        """Name what is done, the first chip stressed."""
        self._headline.show_text(headline)
        self._make_chips(chips, self._size)
        self.place_all()

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        """Offer to switch sides, or not."""
        self._may_switch = Command.SWITCH_SIDE in allowed
        self._place_switch()

    def height_for(self, width: int) -> int:
        """The height that is needed in `width` pixels."""
        name, chips = self._areas(width)
        return max([name.bottom(), *(area.bottom() for area in chips)]) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_all()

    def place_all(self) -> None:
        """Put name and chips where they belong in the width there is."""
        name, areas = self._areas(self.width())
        self._headline.setGeometry(name)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(areas))
            if number < len(areas):
                chip.setGeometry(areas[number])
        self._place_switch()

    def _place_switch(self) -> None:
        shown = [chip for chip in self._chips if not chip.isHidden()]
        if shown:
            last, hint = shown[-1].geometry(), self._switch.sizeHint()
            top = last.center().y() - hint.height() // 2 + 1
            self._switch.setGeometry(QRect(QPoint(last.right() + SPACE_8, top), hint))
        has_room = bool(shown) and self._switch.geometry().right() < self.width()
        self._switch.setVisible(self._may_switch and has_room and not self._fit.is_compact)

    def _make_chips(self, texts: tuple[str, ...], size: ChipSize) -> None:
        if (texts, size) == (self._texts, self._size):
            return
        self._texts, self._size = texts, size
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [
            Chip(self._theme, text, size, stressed=number == 0, parent=self)
            for number, text in enumerate(texts)
        ]

    def _areas(self, width: int) -> tuple[QRect, list[QRect]]:
        """Where the name and the chips lie."""
        hints = [chip.sizeHint() for chip in self._chips]
        gap = SPACE_8 if self._fit.is_compact else SPACE_12
        if self._fit.is_compact:
            line = self._headline.width_of_line()
            beside = line + SPACE_16 + sum(hint.width() + gap for hint in hints[:2])
            if beside - gap <= width:
                height = self._headline.height_for(line)
                top = max(0, (height - self._size) // 2)
                start = QPoint(line + SPACE_16, top)
                return QRect(0, 0, line, height), _in_a_row(hints, start, width, gap)
        height = self._headline.height_for(width)
        start = QPoint(0, height + SPACE_8)
        return QRect(0, 0, width, height), _in_a_row(hints, start, width, gap)


def _in_a_row(hints: list[QSize], start: QPoint, width: int, gap: int) -> list[QRect]:
    """Where chips lie side by side, as many as have room up to `width`."""
    areas: list[QRect] = []
    left = start.x()
    for hint in hints:
        if left + hint.width() > width:
            if areas:
                break
            hint = QSize(max(0, width - left), hint.height())  # noqa: PLW2901 - cut to the room
        areas.append(QRect(QPoint(left, start.y()), hint))
        left += hint.width() + gap
    return areas


def _chip_size(fit: Fit) -> ChipSize:
    if fit.is_compact:
        return ChipSize.COMPACT
    return ChipSize.ROOMY if fit.scale >= _ROOMY_FROM_SCALE else ChipSize.PLAYER
