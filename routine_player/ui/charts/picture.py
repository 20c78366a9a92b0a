"""A chart as files show it: as wide as a page and with all that belongs to it, whatever is seen."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from routine_player.ui.charts.content import Chart
from routine_player.ui.charts.legend import Legend
from routine_player.ui.charts.plot import Plot
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION
from routine_player.ui.widgets.label import PlainLabel

_WIDTH: Final = 1000


@contextmanager
def chart_picture(
    theme: Theme, chart: Chart, stretch: tuple[float, float], fine: float
) -> Generator[Sequence[QWidget]]:
    """Give what is below each other in the picture of a chart: legend, drawing and footnote.

    `fine` is how many points of the file a pixel has. A window may be small, fold its legend, or
    show the table: so what is drawn here was never seen.
    """
    parts: list[QWidget] = [_plot(theme, chart, stretch, fine)]
    if chart.legend:
        legend = Legend(theme)
        legend.show_keys(chart.legend)
        legend.lie_in(_WIDTH)
        parts.insert(0, legend)
    if chart.footnote:
        footnote = PlainLabel(theme, chart.footnote, CAPTION, "ink3", wraps=True)
        footnote.resize(_WIDTH, footnote.heightForWidth(_WIDTH))
        parts.append(footnote)
    try:
        yield parts
    finally:
        for part in parts:
            part.hide()
            part.deleteLater()


def _plot(theme: Theme, chart: Chart, stretch: tuple[float, float], fine: float) -> Plot:
    plot = Plot(theme)
    plot.show_chart(chart)
    # Only what is shown is laid out, but nobody has to see it.
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    plot.resize(_WIDTH, plot.sizeHint().height())
    plot.show()
    plot.show_stretch(*stretch)
    plot.be_exported(fine)
    return plot
