"""Where the two pictures of the body map lie in the room there is, and what lies on them."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath, QPolygonF

from routine_player.ui.body_map.pictures import BODY_VIEWS, FRONT
from routine_player.ui.body_map.spots import Point, Spot

HEAD: Final = 28
"""How high the words over each body are, in pixels."""
FOOT: Final = 14
_GAP: Final = 12
_FARTHEST: Final = 1.3  # widths of a picture from the middle of one body to that of the other
_LEAST_APART: Final = 132  # pixels, so that the words beside the feet do not meet


@dataclass(frozen=True, slots=True)
class Placing:
    """How many pixels of the screen one of the picture takes, and where each picture lies."""

    scale: float
    areas: dict[str, QRectF]

    def on_screen(self, point: Point, view: str) -> Point:
        """Turn a place in a picture into one on the screen."""
        corner = self.areas[view].topLeft()
        return corner.x() + point[0] * self.scale, corner.y() + point[1] * self.scale

    def view_at(self, place: QPointF) -> str:
        """Give the view whose half of the map a place is in."""
        middle = sum(area.center().x() for area in self.areas.values()) / len(self.areas)
        return BODY_VIEWS[place.x() >= middle]

    def in_picture(self, place: QPointF, view: str) -> Point:
        """Turn a place on the screen into one in a picture."""
        away = place - self.areas[view].topLeft()
        return away.x() / self.scale, away.y() / self.scale

    def shape(self, spot: Spot) -> QPainterPath:
        """Give a spot's shape on the screen."""
        path = QPainterPath()
        for outline in spot.outlines:
            corners = [QPointF(*self.on_screen(corner, spot.view)) for corner in outline]
            path.addPolygon(QPolygonF(corners))
            path.closeSubpath()
        return path


def placed(picture: QSize, room: QSize) -> Placing:
    """Put both pictures side by side into `room`, as large as goes."""
    tall = max(1, room.height() - HEAD - FOOT)
    wide = max(1.0, (room.width() - 3 * _GAP) / 2)
    scale = min(tall / picture.height(), wide / picture.width())
    width, height = picture.width() * scale, picture.height() * scale
    apart = min(room.width() / 2, max(width * _FARTHEST, _LEAST_APART))
    top = HEAD + (tall - height) / 2
    areas: dict[str, QRectF] = {}
    for view in BODY_VIEWS:
        middle = room.width() / 2 + (-apart if view == FRONT else apart) / 2
        areas[view] = QRectF(middle - width / 2, top, width, height)
    return Placing(scale, areas)
