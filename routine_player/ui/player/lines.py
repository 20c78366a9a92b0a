"""Breaks text into the few lines there is room for."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines; `is_whole` tells whether nothing had to be cut."""

    texts: tuple[str, ...]
    is_whole: bool


def break_lines(text: str, font: QFont, width: int, most: int) -> Lines:
    """Break `text` at `width` pixels into at most `most` lines, the last cut with an ellipsis.

    Line breaks of the text count as spaces. A word that is wider than the line is broken.
    """
    plain = " ".join(text.split())
    if not plain or width <= 0 or most <= 0:
        return Lines((), not plain)
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = _line_starts(layout, width, most + 1)
    ends = [*starts[1:], len(plain)]
    texts = [plain[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(texts) <= most:
        return Lines(tuple(texts), is_whole=True)
    rest = plain[starts[most - 1] :]
    metrics = QFontMetrics(font)
    texts[most - 1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return Lines(tuple(texts[:most]), is_whole=False)


def _line_starts(layout: QTextLayout, width: int, most: int) -> list[int]:
    """Where the first lines begin, at most `most` of them."""
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts
