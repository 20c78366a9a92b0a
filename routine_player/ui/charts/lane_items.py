"""What lies in a lane, each kind drawn in one go: dots of one look, lines with their bands."""

from collections.abc import Sequence
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from routine_player.ui.charts.content import Dot, Line, Look
from routine_player.ui.charts.plotting import pg
from routine_player.ui.charts.signs import (
    DOT_PX,
    HALO_PX,
    MEDIAN_PX,
    NO_PEN,
    QUIET_LINE_PX,
    band_of,
    pen_of,
    sign_of,
)
from routine_player.ui.tokens import Colours

Floats = NDArray[np.float64]

_BESIDE_PX: Final = 40.0  # what is drawn beyond the edges, so that a step of a drag needs no more
_CALM_PX: Final = 12.0  # points of a line that are crowded are drawn at least half that far apart
_SHARE_FROM_AFAR: Final = 0.55  # of the usual size
_UNDER_DOTS, _FIRST_OF_DOTS, _OVER_DOTS = 20, 30, 50
_SAME_PX: Final = 3.0  # dots of one look nearer than that are seen as one


class Dots:
    """The dots of one look and score. Of a crowd only as many are drawn as can be seen."""

    def __init__(
        self, view: pg.ViewBox, look: Look, score: int | None, dots: Sequence[Dot]
    ) -> None:
        self._look, self._score = look, score
        self._xs = np.fromiter((dot.x for dot in dots), float, len(dots))
        self._ys = np.fromiter((dot.y for dot in dots), float, len(dots))
        self.item = pg.ScatterPlotItem(pxMode=True, useCache=True)
        self.item.setZValue(_FIRST_OF_DOTS + (score or 0))
        view.addItem(self.item, ignoreBounds=True)
        self._shown: tuple[int, int, int] | None = None
        self._is_far = False
        self._size_px, self._edge = DOT_PX, NO_PEN

    def dress(self, colours: Colours, _fine: float) -> None:
        """Wear other colours."""
        sign = sign_of(self._look, self._score, colours)
        self.item.setSymbol(sign.shape)
        self.item.setBrush(sign.fill)
        self._size_px, self._edge = sign.size_px, sign.edge
        self._fit()

    def look_from(self, *, far: bool) -> None:
        """Be small and thin where a lane is full, so that one dot is told from the next."""
        if far is not self._is_far:
            self._is_far = far
            self._fit()

    def _fit(self) -> None:
        share = _SHARE_FROM_AFAR if self._is_far else 1.0
        edge = QPen(self._edge)
        edge.setWidthF(edge.widthF() * share)
        self.item.setSize(self._size_px * share)
        self.item.setPen(edge)

    def show(self, first: float, last: float, width_px: float) -> None:
        """Draw the dots of a stretch, and some beside it."""
        a_px = (last - first) / max(width_px, 1.0)
        low, high = np.searchsorted(self._xs, (first, last + _BESIDE_PX * a_px))
        margin = max(0.0, _BESIDE_PX * a_px)
        low = int(np.searchsorted(self._xs, first - margin))
        crowded = int(high) - low > width_px / _SAME_PX
        step = _step_of(a_px * _SAME_PX) if crowded else 0
        shown = (low, int(high), step)
        if shown == self._shown:
            return
        self._shown = shown
        xs, ys = self._xs[low:high], self._ys[low:high]
        if crowded:
            kept = thinned(xs, ys, 2.0**step)
            xs, ys = xs[kept], ys[kept]
        self.item.setData(x=xs, y=ys)


def thinned(xs: Floats, ys: Floats, size: float) -> NDArray[np.intp]:
    """Give the first of all points that share a height and a stretch of `size`.

    The stretches stay where they are on the axis, so nothing flickers while it is dragged.
    """
    cells = np.stack((np.floor(xs / size), ys))
    _, first = np.unique(cells, axis=1, return_index=True)
    return np.sort(first)


def _step_of(size: float) -> int:
    """Give the power of two nearest below a size, so that small zooms thin alike."""
    return int(np.floor(np.log2(max(size, 1e-9))))


class Course:
    """A line with its band, if it has one. Of a crowd of points the middle ones are drawn."""

    def __init__(self, view: pg.ViewBox, line: Line) -> None:
        self._line = line
        self._xs = np.asarray(line.xs, float)
        self._ys = np.asarray(line.ys, float)
        self._curve = pg.PlotCurveItem()
        self._curve.setZValue(_UNDER_DOTS)
        self._band: pg.FillBetweenItem | None = None
        self._edges: tuple[pg.PlotCurveItem, ...] = ()
        view.addItem(self._curve, ignoreBounds=True)
        if line.band:
            # A band's edges without a pen would draw nothing, not even what is between them.
            clear = pen_of(QColor(0, 0, 0, 0), 1.0)
            self._edges = (pg.PlotCurveItem(pen=clear), pg.PlotCurveItem(pen=clear))
            self._band = pg.FillBetweenItem(*self._edges, brush=QBrush(Qt.BrushStyle.NoBrush))
            self._band.setZValue(5)
            view.addItem(self._band, ignoreBounds=True)
        self._shown: tuple[int, int, int] | None = None

    def dress(self, colours: Colours, fine: float) -> None:
        """Wear other colours, on a screen with `fine` points in a pixel of the page.

        Qt widens no cosmetic pen where a pixel has several points.
        """
        if self._line.is_quiet:
            quiet = pen_of(colours.ink3, QUIET_LINE_PX * fine, Qt.PenStyle.DashLine)
            self._curve.setPen(quiet)
        else:
            self._curve.setPen(pen_of(colours.ink, MEDIAN_PX * fine))
            self._curve.setShadowPen(pen_of(colours.paper, HALO_PX * fine))
        if self._band is not None:
            self._band.setBrush(band_of(colours))

    def look_from(self, *, far: bool) -> None:
        """Lie over the dots of a full lane, which would hide all that is as high as they are."""
        self._curve.setZValue(_OVER_DOTS if far else _UNDER_DOTS)

    def show(self, first: float, last: float, width_px: float) -> None:
        """Draw what of it is in a stretch."""
        low = max(0, int(np.searchsorted(self._xs, first)) - 2)
        high = int(np.searchsorted(self._xs, last)) + 2
        a_px = (last - first) / max(width_px, 1.0)
        crowded = min(high, len(self._xs)) - low > 2 * width_px / _CALM_PX
        shown = (low, high, _step_of(_CALM_PX * a_px) if crowded else 0)
        if shown == self._shown:
            return
        self._shown = shown
        xs, ys = self._xs[low:high], self._ys[low:high]
        if crowded:
            xs, ys = gathered(xs, ys, 2.0 ** shown[2])
        # A drawing as shapes has six figures for a number, too few for days since the year 1.
        origin = float(xs[0]) if len(xs) else 0.0
        for item in (self._curve, self._band):
            if item is not None:
                item.setPos(origin, 0.0)
        self._curve.setData(xs - origin, ys)
        for edge, side in zip(self._edges, (1.0, -1.0), strict=False):
            edge.setData(xs - origin, ys + side * self._line.band)


def gathered(xs: Floats, ys: Floats, size: float) -> tuple[Floats, Floats]:
    """Give one point for each stretch of `size` that has any: its middle one, at their median."""
    cells = np.floor(xs / size)
    starts = np.flatnonzero(np.diff(cells, prepend=cells[:1] - 1))
    ends = np.append(starts[1:], len(xs))
    # By Python's own median: numpy's takes twenty times as long for a handful.
    every = ys.tolist()
    heights = [median(every[start:end]) for start, end in zip(starts, ends, strict=True)]
    return xs[(starts + ends - 1) // 2], np.asarray(heights)
