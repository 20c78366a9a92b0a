"""The pictures of the body map and the spots on them, read from files when they are first shown."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from routine_player.ui.body_map.spots import Outline, Spot

FRONT: Final = "front"
BACK: Final = "back"
BODY_VIEWS: Final = (FRONT, BACK)

_NOTE: Final = "regions.json"


class BodyMapPictures:
    """The body from both sides, out of one folder; nothing is read before it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._images: dict[str, QImage] = {}
        self._fitted: dict[str, tuple[tuple[int, QSize], QPixmap]] = {}

    @cached_property
    def size(self) -> QSize:
        """How large each picture is, in the pixels that spots are measured in."""
        width, height = self._note["size"]
        return QSize(width, height)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All spots as one reads: the front from top to bottom, then the back."""
        found = [
            Spot(site, view, tuple(_outline(line) for line in lines))
            for view in BODY_VIEWS
            for site, lines in self._note["views"][view].items()
        ]
        return tuple(sorted(found, key=lambda spot: (spot.view == BACK, *spot.middle[::-1])))

    def pixmap(self, view: str, clay: QColor, size: QSize) -> QPixmap:
        """Give the picture of a view in `size`, the screen's own pixels, of clay in a colour.

        Raises OSError if it cannot be read.
        """
        wanted = (clay.rgba(), size)
        kept = self._fitted.get(view)
        if kept is None or kept[0] != wanted:
            kept = self._fitted[view] = (wanted, self._painted(view, clay, size))
        return kept[1]

    def _painted(self, view: str, clay: QColor, size: QSize) -> QPixmap:
        fitted = self._image(view).scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        tinted = QImage(fitted)
        with QPainter(tinted) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(QRectF(tinted.rect()), clay)
            # Multiplied, what was clear is filled too: the body's own edge cuts it out again.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.drawImage(0, 0, fitted)
        return QPixmap.fromImage(tinted)

    def _image(self, view: str) -> QImage:
        image = self._images.get(view)
        if image is None:
            path = self._folder / f"{view}.webp"
            image = QImage(str(path))
            if image.isNull():
                raise OSError(f"{path} is not a picture that can be shown")
            image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._images[view] = image
        return image

    @cached_property
    def _note(self) -> dict[str, Any]:
        note: dict[str, Any] = json.loads((self._folder / _NOTE).read_text(encoding="utf-8"))
        return note


def _outline(numbers: list[float]) -> Outline:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
