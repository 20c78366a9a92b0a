"""The pictures of exercises, read from files when they are first shown."""

import logging
from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap

from routine_player.core.choices import Side
from routine_player.core.picture import Picture
from routine_player.ui.figure.figure_picture import Posed
from routine_player.ui.figure.sheet import Sheet, read_sheet
from routine_player.ui.widgets.stage import StageImage

if TYPE_CHECKING:
    from routine_player.ui.figure.figures import Figures, Finder

_log = logging.getLogger(__name__)

_LARGEST = QSize(1920, 1440)  # a stage is never larger, and a photograph would fill the memory
_KEPT = 24
_STILLS_KEPT = 96  # some 40 kB each


class Stills(Protocol):
    """Knows where the stills of figures lie."""

    def still(self, exercise: str) -> Path | None:
        """Give the still of an exercise's figure; None where there is none."""
        ...


class Pictures(QObject):
    """Turns what is to be drawn into what a stage shows; keeps the pictures used last.

    A picture that is missing or broken is told to the log once, and the figure of the exercise
    takes its place, or its position where there is no figure either. `stills_changed` follows when
    stills are there that were not before.
    """

    stills_changed = Signal()

    def __init__(self, stills: Stills | None = None, finder: "Finder | None" = None) -> None:
        super().__init__()
        self._stills = stills
        self._finder = finder
        self._read: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._sheets: OrderedDict[tuple[Path, bool], Sheet | None] = OrderedDict()

    @cached_property
    def figures(self) -> "Figures":
        """The moving figures, which no start has to wait for."""
        from routine_player.ui.figure.figures import Figures, NoFigures

        return Figures(self._finder or NoFigures(), self)

    def stage_image(self, picture: Picture, *, shows_name: bool = False) -> StageImage:
        """Give what a stage shows for `picture`; `shows_name` writes its name under a pictogram."""
        own = self._pixmap(picture.image) if picture.image else None
        return StageImage(
            name=picture.name,
            position=picture.position.value if picture.position else "",
            picture=own,
            side=picture.side,
            shows_name=shows_name,
            figure=self._figure(picture) if own is None else None,
        )

    def forget_stills(self) -> None:
        """Read stills again when they are next shown: some were drawn anew."""
        self._sheets.clear()
        self.stills_changed.emit()

    def _pixmap(self, path: str) -> QPixmap | None:
        if path in self._read:
            self._read.move_to_end(path)
        else:
            self._read[path] = _read(path)
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return self._read[path]

    def _figure(self, picture: Picture) -> Posed | None:
        path = self._stills.still(picture.exercise) if self._stills and picture.exercise else None
        sheet = None if path is None else self._sheet(path, picture.side)
        return None if sheet is None else Posed(sheet, sheet.motion[0], has_arrows=True)

    def _sheet(self, path: Path, side: Side | None) -> Sheet | None:
        """Read a still, turned so that `side` is seen to work."""
        drawn = self._kept_sheet(path, flipped=False)
        if drawn is None or side is None or side.value == drawn.note.side:
            return drawn
        return self._kept_sheet(path, flipped=True)

    def _kept_sheet(self, path: Path, *, flipped: bool) -> Sheet | None:
        key = path, flipped
        if key in self._sheets:
            self._sheets.move_to_end(key)
        else:
            self._sheets[key] = read_sheet(path, flipped=flipped)
            if len(self._sheets) > _STILLS_KEPT:
                self._sheets.popitem(last=False)
        return self._sheets[key]


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
