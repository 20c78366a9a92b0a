"""The two bodies of the map, with all that one can point at on them."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.sites import site_words
from routine_player.ui.body_map.brush import Mark, NameRoom, SpotBrush
from routine_player.ui.body_map.pictures import BODY_VIEWS, FRONT, BodyMapPictures
from routine_player.ui.body_map.placing import HEAD, placed
from routine_player.ui.body_map.spots import Spot, Way, next_spot, spot_at
from routine_player.ui.body_map.stop import SpotStop
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, DISABLED_OPACITY
from routine_player.ui.widgets.painting import CLEAR, smooth
from routine_player.ui.widgets.roving import Roving

_REACH: Final = 14.0
"""How far beside a spot a finger may come down, in pixels."""
_FIRST: Final = "lower-back-middle"
_IN_THE_MIDDLE: Final = 0.05  # of half a picture
_FLOOR_FLATNESS: Final = 0.13
_FLOOR_REACH: Final = 0.52
_SIDE_WORDS: Final = (64.0, 16.0)
_LEAST_BETWEEN: Final = 116.0  # from the outer end of one word to that of the other


class BodyCanvas(QWidget):
    """Shows the body from both sides; emits `site_pressed` with the name of a site.

    It is one stop for Tab; arrows go to the next spot in their direction, also from one picture to
    the other, Home and End to the first and the last one, Space and Enter press.
    """

    site_pressed = Signal(str)

    def __init__(self, theme: Theme, pictures: BodyMapPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._brush = SpotBrush(theme)
        self._marks: Mapping[str, Mark] = {}
        self._pointed_at: Spot | None = None
        self._pressed: Spot | None = None
        self._placing = placed(pictures.size, self.size())
        self._shapes: dict[Spot, QPainterPath] = {}
        self.stops = tuple(SpotStop(spot, self) for spot in pictures.spots)
        self._roving = Roving(self.stops, self._first())
        for stop in self.stops:
            stop.clicked.connect(self._take_stop)
            stop.way_wished.connect(self._go)
            stop.end_wished.connect(self._go_to_end)
            stop.focus_changed.connect(self.update)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def named(self) -> str:
        """The words that are written beside a spot: where the mouse is, else the focus."""
        spot = self._pointed_at or self._focused()
        return "" if spot is None else site_words(spot.site)

    def mark(self, marks: Mapping[str, Mark]) -> None:
        """Show which sites are chosen, and how much they hurt."""
        self._marks = marks
        for stop in self.stops:
            stop.show_chosen(chosen=stop.spot.site in marks)
        self.update()

    def place_of(self, spot: Spot) -> QPointF:
        """Give where the middle of a spot is on the map."""
        return QPointF(*self._placing.on_screen(spot.middle, spot.view))

    def spot_near(self, place: QPointF) -> Spot | None:
        """Give the spot that a click at `place` means."""
        view = self._placing.view_at(place)
        spots = [spot for spot in self._pictures.spots if spot.view == view]
        reach = _REACH / self._placing.scale
        return spot_at(spots, self._placing.in_picture(place, view), reach)

    def focus_map(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Give the focus to the spot where Tab stops."""
        stop = next(one for one in self.stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stop.setFocus(reason)

    def sizeHint(self) -> QSize:
        return QSize(464, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placing = placed(self._pictures.size, self.size())
        self._shapes = {spot: self._placing.shape(spot) for spot in self._pictures.spots}
        for stop in self.stops:
            stop.setGeometry(self._shapes[stop.spot].boundingRect().toAlignedRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.spot_near(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.spot_near(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot, pressed = self.spot_near(event.position()), self._pressed
        self._pressed = None
        if spot is None or spot is not pressed:
            return
        number = self._pictures.spots.index(spot)
        self._roving.stop_at(number)
        self.stops[number].setFocus(Qt.FocusReason.MouseFocusReason)
        self.site_pressed.emit(spot.site)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            for view in BODY_VIEWS:
                self._paint_body(painter, view)
            self._paint_spots(painter)
            self._paint_focus(painter)

    def _paint_body(self, painter: QPainter, view: str) -> None:
        colours, area = self._theme.colours, self._placing.areas[view]
        self._paint_floor(painter, area)
        ratio = self.devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if not size.isEmpty():
            picture = self._pictures.pixmap(view, colours.clay, size)
            painter.drawPixmap(area, picture, QRectF(picture.rect()))
        painter.setPen(colours.ink2)
        painter.setFont(self._theme.font(BODY.strong()))
        words = tr("Front") if view == FRONT else tr("Back")
        head = QRectF(area.left(), area.top() - HEAD, area.width(), HEAD)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter.value), words)
        self._paint_sides(painter, view, area)

    def _paint_floor(self, painter: QPainter, area: QRectF) -> None:
        reach = area.width() * _FLOOR_REACH
        gradient = QRadialGradient(QPointF(0, 0), reach)
        gradient.setColorAt(0, self._theme.colours.floor)
        gradient.setColorAt(1, CLEAR)
        painter.save()
        painter.translate(area.center().x(), area.bottom() - area.height() * 0.02)
        painter.scale(1, _FLOOR_FLATNESS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(QPointF(0, 0), reach, reach)
        painter.restore()

    def _paint_sides(self, painter: QPainter, view: str, area: QRectF) -> None:
        """Write which side is which: seen from the front, the body's right is on the left."""
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(self._theme.colours.ink2)
        first, second = tr("right"), tr("left")
        if view != FRONT:
            first, second = second, first
        width, height = _SIDE_WORDS
        beside = max(0.0, _LEAST_BETWEEN - area.width()) / 2
        area = area.adjusted(-beside, 0, beside, 0)
        line = QRectF(area.left(), area.bottom() - height, width, height)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft.value), first)
        line.moveRight(area.right())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight.value), second)

    def _paint_spots(self, painter: QPainter) -> None:
        site = "" if self._pointed_at is None else self._pointed_at.site
        for spot, shape in self._shapes.items():
            if spot.site not in self._marks:
                self._brush.paint_open(painter, shape, pointed_at=spot.site == site)
        for spot, shape in self._shapes.items():
            mark = self._marks.get(spot.site)
            if mark is not None:
                self._brush.paint_chosen(painter, shape, self.place_of(spot), mark)

    def _paint_focus(self, painter: QPainter) -> None:
        focused = self._focused()
        if focused is not None:
            self._brush.paint_ring(painter, self._shapes[focused])
        spot = self._pointed_at or focused
        if spot is not None:
            room = NameRoom(QRectF(self.rect()), self._outward(spot))
            self._brush.paint_name(painter, self.named, self._shapes[spot].boundingRect(), room)

    def _outward(self, spot: Spot) -> int:
        """Tell which way a spot lies from the middle of its body: -1 left, 1 right, 0 neither."""
        middle = self._pictures.size.width() / 2
        off = spot.middle[0] - middle
        return 0 if abs(off) < middle * _IN_THE_MIDDLE else int(math.copysign(1, off))

    def _point_at(self, spot: Spot | None) -> None:
        if spot is not self._pointed_at:
            self._pointed_at = spot
            self.update()

    def _focused(self) -> Spot | None:
        """Give the spot that the keyboard works on."""
        return next(
            (stop.spot for stop in self.stops if stop.hasFocus() and stop.by_keyboard), None
        )

    def _first(self) -> int:
        """Where Tab stops at first: at what this app is about."""
        sites = [spot.site for spot in self._pictures.spots]
        return sites.index(_FIRST) if _FIRST in sites else 0

    @Slot()
    def _take_stop(self) -> None:
        stop = self.sender()
        if isinstance(stop, SpotStop):
            self.site_pressed.emit(stop.spot.site)

    @Slot(object)
    def _go(self, way: Way) -> None:
        stop = self.sender()
        if isinstance(stop, SpotStop):
            at = self.stops.index(stop)
            self._focus(next_spot(self._middles(), at, way))

    @Slot(int)
    def _go_to_end(self, end: int) -> None:
        self._focus(end % len(self.stops))

    def _focus(self, number: int) -> None:
        self._point_at(None)
        self._roving.focus(number)

    def _middles(self) -> Sequence[tuple[float, float]]:
        return [self._placing.on_screen(spot.middle, spot.view) for spot in self._pictures.spots]
