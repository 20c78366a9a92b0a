"""The pictures of exercises, read from files when they are first shown."""

import logging
from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from routine_player.core.scene import Picture
from routine_player.ui.widgets.stage import StageImage

_log = logging.getLogger(__name__)

_LARGEST = QSize(1920, 1440)  # a stage is never larger, and a photograph would fill the memory
_KEPT = 24


class Pictures:
    """Turns what is to be drawn into what a stage shows; keeps the pictures used last.

    A picture that is missing or broken is told to the log once, and the position of the exercise
    takes its place.
    """

    def __init__(self) -> None:
        self._read: OrderedDict[str, QPixmap | None] = OrderedDict()

    def stage_image(self, picture: Picture, *, shows_name: bool = False) -> StageImage:
        """Give what a stage shows for `picture`; `shows_name` writes its name under a pictogram."""
        return StageImage(
            name=picture.name,
            position=picture.position.value if picture.position else "",
            picture=self._pixmap(picture.image) if picture.image else None,
            side=picture.side,
            shows_name=shows_name,
        )

    def _pixmap(self, path: str) -> QPixmap | None:
        if path in self._read:
            self._read.move_to_end(path)
        else:
            self._read[path] = _read(path)
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return self._read[path]


def _read(path: str) -> QPixmap | None:
    reader = QImageReader(path)
    reader.setAutoTransform(True)  # a photograph says which way up it is
    size = reader.size()
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        _log.warning("the picture %s cannot be shown: %s", path, reader.errorString())
        return None
    return QPixmap.fromImage(image)
