"""Charts in the gallery: each group, close and far, as a table, pointed at, and nothing yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.spans import Length
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.chart_card import ChartCard
from routine_player.ui.charts.charts_panel import ChartsPanel, Section
from routine_player.ui.tokens import PAGE_TOP, SPACE_16

SIZES: Final = (QSize(592, 380), QSize(1192, 740), *USUAL[1:])

_TODAY: Final = date(2026, 6, 14)
_FEW: Final = 12

Pose = Callable[[ChartsPanel], None]


def _panel(pose: Pose, records: Records | None = None) -> Callable[[Studio], QWidget]:
    """Build the charts of half a year, posed."""

    def build(studio: Studio) -> QWidget:
        page = QWidget()
        panel = ChartsPanel(studio.theme)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_16, PAGE_TOP, 0, 0)
        column.addWidget(panel)
        shown = example_records(_TODAY) if records is None else records
        panel.show_records(replace(shown, is_example=False), Speech(_TODAY))
        pose(panel)
        return page

    return build


def _few() -> Records:
    whole = example_records(_TODAY)
    runs = whole.real_runs[-_FEW:]
    known = {run.id for run in runs}
    ratings = [rating for rating in whole.ratings if rating.run in known]
    return Records(_TODAY, runs, ratings)


def _section(section: Section, length: Length = Length.QUARTER) -> Pose:
    def pose(panel: ChartsPanel) -> None:
        panel.choose(length=length)
        panel.go_to(section)

    return pose


def _rows(grouping: Grouping) -> Pose:
    def pose(panel: ChartsPanel) -> None:
        panel.go_to(Section.SIDE_BY_SIDE)
        panel.choose(grouping=grouping, told=Told.AFTER_RUN, length=Length.ALL)

    return pose


def _table(panel: ChartsPanel) -> None:
    panel.cards[0].toggle_table()


def _point(_: Studio, page: QWidget) -> None:
    """Walk back a few dots, as the keyboard does."""
    card = page.findChild(ChartCard)
    if isinstance(card, ChartCard):
        for _step in range(9):
            card.plot.walk(-1)


def _nothing(_: ChartsPanel) -> None:
    """Leave it as it is where nobody logged anything."""


_ONE: Final = (QSize(1192, 740),)

STATES: Final = (
    GalleryState("charts-pain", _panel(_section(Section.PAIN, Length.ALL)), SIZES),
    GalleryState("charts-pointed", _panel(_section(Section.PAIN)), _ONE, _point),
    GalleryState("charts-few", _panel(_section(Section.PAIN), _few()), _ONE),
    GalleryState("charts-table", _panel(_table), SIZES[:2]),
    GalleryState("charts-runs", _panel(_section(Section.RUNS)), (QSize(1192, 1300), SIZES[0])),
    GalleryState("charts-routines", _panel(_rows(Grouping.ROUTINE)), SIZES[:2]),
    GalleryState("charts-exercises", _panel(_rows(Grouping.EXERCISE)), _ONE),
    GalleryState("charts-factors", _panel(_rows(Grouping.FACTOR)), (QSize(1192, 1300),)),
    GalleryState("charts-body", _panel(_section(Section.BODY)), (QSize(1192, 900), SIZES[0])),
    GalleryState("charts-sessions", _panel(_section(Section.SESSIONS)), (QSize(1192, 1000),)),
    GalleryState("charts-example", _panel(_nothing, Records(_TODAY)), SIZES[:2]),
)
