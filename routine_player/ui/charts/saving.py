"""A chart as a file: a picture of points or of shapes, or its table."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from routine_player.core.language import tr
from routine_player.store.csv_export import safe_cell
from routine_player.ui.charts.content import Table
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_8, SPACE_16, TITLE
from routine_player.ui.widgets.painting import smooth

_MARGIN: Final = SPACE_16
_HEAD_PX: Final = 48
SHARPER: Final = 2.0  # points of a picture for each of the screen, so that it can be printed


class FileKind(StrEnum):
    """The kinds of files, named as they end."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart as it is to be written: a name without a folder, and what is in it."""

    name: str
    kind: FileKind
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture shows: words above, and widgets below each other as they are seen."""

    theme: Theme
    title: str
    about: str
    parts: Sequence[QWidget]

    @property
    def size(self) -> QSize:
        """How large it is, with a margin all round."""
        seen = [part.size() for part in self.parts]
        width = max((size.width() for size in seen), default=0)
        height = sum(size.height() + SPACE_8 for size in seen)
        return QSize(width + 2 * _MARGIN, height + _HEAD_PX + 2 * _MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it on the ground of a page."""
        colours = self.theme.colours
        size = self.size
        painter.fillRect(QRect(QPoint(), size), colours.paper)
        width = size.width() - 2 * _MARGIN
        left = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        painter.setFont(self.theme.font(TITLE))
        painter.setPen(colours.ink)
        painter.drawText(QRectF(_MARGIN, _MARGIN, width, 24), left, self.title)
        painter.setFont(self.theme.font(BODY if len(self.about) < width // SPACE_8 else CAPTION))
        painter.setPen(colours.ink2)
        painter.drawText(QRectF(_MARGIN, _MARGIN + 24, width, 20), left, self.about)
        top = _MARGIN + _HEAD_PX
        for part in self.parts:
            if isinstance(part, QGraphicsView):
                area = QRectF(QPoint(_MARGIN, top), part.size())
                part.render(painter, area, part.viewport().rect())
            else:
                part.render(painter, QPoint(_MARGIN, top))
            top += part.height() + SPACE_8


def png_of(sheet: Sheet) -> bytes:
    """Draw a sheet into a PNG, twice as fine as on screen."""
    image = QImage(sheet.size * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARPER)
    with smooth(image) as painter:
        sheet.paint(painter)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(store.data())


def svg_of(sheet: Sheet) -> bytes:
    """Draw a sheet into an SVG, whose words stay words and whose dots stay shapes."""
    store = QByteArray()
    buffer = QBuffer(store)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the first that can cut off
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(QPoint(), sheet.size))
    generator.setTitle(sheet.title)
    generator.setDescription(sheet.about)
    with smooth(generator) as painter:
        sheet.paint(painter)
    return bytes(store.data())


def csv_of(table: Table) -> bytes:
    """Write a table as spreadsheets open it: no cell of it is taken for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([safe_cell(name) for name in table.columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def kind_words(kind: FileKind) -> str:
    """Name a kind of file as a menu does."""
    return {
        FileKind.PNG: tr("Picture (PNG)"),
        FileKind.SVG: tr("Drawing (SVG)"),
        FileKind.CSV: tr("Table (CSV)"),
    }[kind]
