"""Work that takes a while in the gallery: an import with its report, and everything out."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.red_flag_check import flags_to_ask
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.run_import.intake import Fate
from routine_player.ui.advice.red_flag_sheet import RedFlagSheet
from routine_player.ui.work.import_report import Report, ReportGroup, ReportLine
from routine_player.ui.work.import_sheet import ImportSheet
from routine_player.ui.work.work_sheet import WorkSheet

SIZES: Final = (QSize(640, 420), *USUAL[:1])

_REPORT: Final = Report(
    "212 taken, 3 joined, 1 failed",
    (
        ReportGroup(
            Fate.FAILED,
            "1 could not be taken",
            (ReportLine("2024-05-03.fit", "it is broken, and holds no run"),),
        ),
        ReportGroup(
            Fate.TAKEN,
            "212 taken",
            (
                ReportLine("2024-05-31.gpx", "its 2 tracks follow one another: one run"),
                *(ReportLine(f"2024-06-{day:02}.fit") for day in range(1, 31)),
            ),
        ),
        ReportGroup(
            Fate.JOINED, "3 joined with a run you had", (ReportLine("a.gpx", "with the same run"),)
        ),
        ReportGroup(
            Fate.SKIPPED,
            "3 left out",
            (
                ReportLine("ride.fit", "it is a ride, not a run"),
                ReportLine("gone.fit", "you deleted it from your log"),
            ),
        ),
    ),
    can_undo=True,
    other_sports=2,
    deleted=1,
)


def _ground(_: Studio) -> QWidget:
    return QWidget()


def _import(pose: Callable[[ImportSheet], None]) -> Callable[[Studio, QWidget], None]:
    def opened(studio: Studio, view: QWidget) -> None:
        pose(ImportSheet(studio.theme, view.window()))

    return opened


def _work(studio: Studio, view: QWidget) -> None:
    sheet = WorkSheet(studio.theme, view.window())
    sheet.show_busy("Writing everything")
    sheet.show_progress(400, 1000)


def _worked(studio: Studio, view: QWidget) -> None:
    sheet = WorkSheet(studio.theme, view.window())
    sheet.show_busy("Writing everything")
    sheet.show_end("Done", "Everything was written to /home/jo/routine-player-2026-03-04.jsonl.")


def _nerves(studio: Studio, view: QWidget) -> None:
    """What is asked after numbness was logged."""
    rating = Rating(RatingMoment.ALONE, 9, Instant.of(0, 0), numbness=True)
    flags = flags_to_ask(rating, is_first=False)
    sheet = RedFlagSheet(studio.theme, view.window(), flags, of_a_log=True)
    sheet.ask()
    sheet.tick(flags[0].name)


STATES: Final = (
    GalleryState("import", _ground, SIZES, _import(ImportSheet.ask)),
    GalleryState("import-busy", _ground, SIZES, _import(lambda one: one.show_busy(31, 216))),
    GalleryState("import-report", _ground, SIZES, _import(lambda one: one.show_report(_REPORT))),
    GalleryState("data-busy", _ground, SIZES[1:], _work),
    GalleryState("data-done", _ground, SIZES[1:], _worked),
    GalleryState("red-flags-of-a-log", _ground, SIZES, _nerves),
)
