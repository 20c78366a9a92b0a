"""One routine of the list."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.values import Origin, RoutineEntry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_8, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.painting import middle_square, paint_line, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.stage import ROUTINE, STEP, StageImage, Still

_HEIGHT, _LOW_HEIGHT = 88, 64
_CARET, _ICON = 20, 28
_SMALL_BELOW = 400
_LINES = ((TITLE, 22), (BODY, 20), (CAPTION, 18))
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RoutineRow(Pressable):
    """A picture, the name, and what it asks for; of a broken file, what is wrong.

    Checked while it is the chosen one. Enter is told by `entered` and not taken for a press.
    """

    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        entry: RoutineEntry,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, entry.name, parent)
        self.entry = entry
        self._pictures = pictures
        self._still: Still | None = None
        self.setCheckable(True)
        # A list asks beforehand how high a row is at a width. Told only once it has that width,
        # its scroll bar could come and go for ever: with it rows are low, and all fit without it.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if entry.preview is not None and entry.preview.steps:
            self._still = Still(theme, StageImage(), ROUTINE, self)
            self._still.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._second, self._third = _second_line(entry), _third_line(entry)
        self.setAccessibleName(", ".join(one for one in (entry.name, self._second) if one))
        self.setAccessibleDescription(self._third)
        self.show_picture()

    def show_picture(self) -> None:
        """Show the first step as it is pictured by now: its figure may have been drawn since."""
        preview = self.entry.preview
        if self._still is not None and preview is not None:
            self._still.show_image(self._pictures.stage_image(preview.steps[0].picture))

    def sizeHint(self) -> QSize:
        return QSize(480, _LOW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LOW_HEIGHT)

    def heightForWidth(self, width: int) -> int:
        return _LOW_HEIGHT if _is_small(width) else _HEIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._still is not None:
            self._still.setFixedSize(self._picture_size())
            self._still.move(SPACE_12, (self.height() - self._still.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            self.paint_ground(painter)
            if self._still is None:
                self._paint_mark(painter)
            right = area.right() - SPACE_12
            if self.isChecked():
                right -= _CARET
                caret = middle_square(QRectF(right, 0, _CARET, area.height()), _CARET)
                self.theme.icons.paint(painter, "caret-right", colours.ink3, caret)
                right -= SPACE_8
            self._paint_words(painter, right)

    def _paint_mark(self, painter: QPainter) -> None:
        """In the place of a picture, say that the file is broken."""
        colours = self.theme.colours
        size = self._picture_size()
        top = (self.height() - size.height()) / 2
        frame = QRectF(SPACE_12, top, size.width(), size.height())
        paint_panel(painter, frame, fill=colours.stage)
        self.theme.icons.paint(painter, "warning", colours.error, middle_square(frame, _ICON))

    def _paint_words(self, painter: QPainter, right: float) -> None:
        colours = self.theme.colours
        left = SPACE_12 + self._picture_size().width() + SPACE_16
        is_broken = self.entry.preview is None
        third = colours.attention_ink if self.entry.warnings else colours.ink3
        inks = (colours.ink, colours.error if is_broken else colours.ink2, third)
        texts = (self.entry.name, self._second, "" if _is_small(self.width()) else self._third)
        shown = [line for line in zip(texts, inks, _LINES, strict=True) if line[0]]
        top = round((self.height() - sum(line[2][1] for line in shown)) / 2)
        for text, ink, (lettering, height) in shown:
            line = QRectF(left, top, max(0.0, right - left), height)
            paint_line(painter, line, text, self.theme.font(lettering), ink)
            top += height

    def _picture_size(self) -> QSize:
        return STEP if _is_small(self.width()) else ROUTINE


def _is_small(width: int) -> bool:
    return 0 < width < _SMALL_BELOW


def _second_line(entry: RoutineEntry) -> str:
    preview = entry.preview
    if preview is None:
        return entry.problems[0].text if entry.problems else tr("This file can't be read.")
    needed = ", ".join(preview.equipment) or tr("no equipment")
    return " · ".join((preview.when, wording.rough_minutes(preview.seconds), needed))


def _third_line(entry: RoutineEntry) -> str:
    told = [_origin_words(entry.origin)]
    if entry.preview is None:
        told.append(wording.number_words(len(entry.problems), tr("problem"), tr("problems")))
    else:
        told.append(_played_words(entry.times_played))
        if entry.warnings:
            told.append(wording.number_words(len(entry.warnings), tr("warning"), tr("warnings")))
    return " · ".join(one for one in told if one)


def _played_words(times: int) -> str:
    if not times:
        return tr("new")
    return tr("done once") if times == 1 else tr("done {times} times", times=times)


def _origin_words(origin: Origin) -> str:
    match origin:
        case Origin.BUNDLED:
            return ""
        case Origin.EDITED:
            return tr("edited by you")
        case Origin.OWN:
            return tr("made by you")
        case Origin.ADDED:
            return tr("from your folder")
        case Origin.OPENED:
            return tr("opened from a file")
