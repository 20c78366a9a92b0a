"""Our own icons: SVG files, coloured with a token and sharp at every scale."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_LARGEST_KEPT = 96
_NEVER_IN_A_NAME = "/\\."


class UnknownIconError(LookupError):
    """The program asked for an icon that does not exist: a bug, never a person's mistake."""


class Icons:
    """Icons from one folder, drawn once per name, colour, size and scale; large ones each time.

    The files draw with `currentColor`. Nothing is read before it is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def has(self, name: str) -> bool:
        """Whether there is an icon of that name."""
        if name in self._sources:
            return True
        sound = bool(name) and not any(mark in name for mark in _NEVER_IN_A_NAME)
        return sound and self._path(name).is_file()

    def pixmap(self, name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
        """Draw an icon `size` logical pixels wide and high, for a screen scaled by `scale`.

        Raises UnknownIconError for a name without a file.
        """
        if size > _LARGEST_KEPT:  # a figure that grows with the window would never be met again
            return self._draw(name, colour, size, scale)
        key = (name, colour.rgba(), size, scale)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw(name, colour, size, scale)
        return found

    def paint(self, painter: QPainter, name: str, colour: QColor, area: QRectF) -> None:
        """Draw an icon into a square area of a widget, at that widget's own scale."""
        size = round(area.width())
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(area.topLeft(), self.pixmap(name, colour, size, scale))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.svg"

    def _draw(self, name: str, colour: QColor, size: int, scale: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # the first icon pays for it, not the import

        drawing = self._source(name).replace(b"currentColor", colour.name().encode())
        renderer = QSvgRenderer(QByteArray(drawing))
        if not renderer.isValid():
            raise UnknownIconError(f"The icon '{name}' is not a drawing that can be shown.")
        pixels = max(1, round(size * scale))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setOpacity(colour.alphaF())
            renderer.render(painter, QRectF(0, 0, pixels, pixels))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _source(self, name: str) -> bytes:
        source = self._sources.get(name)
        if source is None:
            if not self.has(name):
                raise UnknownIconError(f"There is no icon '{name}' in {self._folder}.")
            source = self._sources[name] = self._path(name).read_bytes()
        return source
