"""Log a run in the gallery: typed, rated, pain alone, corrected, and what is remembered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.core.pain import Course, Quality, Spread
from routine_player.core.run import Activity, FormFocus, RunKind, Surface
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.paths import Places
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.log_run.unsaved_sheet import UnsavedSheet
from routine_player.ui.log_run.values import Details, Draft, Pain, Said, ShoesChoice
from routine_player.ui.views.log_run import LogRunView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)

_TODAY: Final = date(2025, 6, 14)
_SHOES: Final = ShoesChoice(UUID(int=1), "road shoes", "412 km")
_TOLD: Final = Said(
    Activity.RUN,
    5100.0,
    1900.0,
    RunKind.EASY,
    Pain(
        4,
        2,
        12.0,
        course=Course.EASED,
        qualities=(Quality.TIGHT, Quality.DULL),
        sites=("lower-back-right", "buttock-right"),
    ),
    Details(
        _TODAY, "8:12", Surface.GRASS, _SHOES.id, focus=(FormFocus.GAZE,), hours_sat=6, sleep_h=7
    ),
)
_USUAL: Final = Draft(
    _TOLD, _TODAY, last_now=2, shoes=(_SHOES,), tags=("travel", "gym"), medication="ibuprofen"
)
_FRESH: Final = replace(_USUAL, said=Said(details=replace(_TOLD.details, start="", focus=())))
_NUMB: Final = replace(
    _USUAL,
    said=replace(_TOLD, pain=replace(_TOLD.pain, worst=8, numbness=True, spread=Spread.RIGHT_LEG)),
)
_ALONE: Final = replace(
    _USUAL,
    said=replace(
        _TOLD, activity=None, pain=replace(_TOLD.pain, worst=None), note="A day at the desk"
    ),
)


def _page(draft: Draft) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        view = LogRunView(studio.theme, BodyMapPictures(Places().body_map))
        view.show_draft(draft)
        return view

    return build


def _save(_studio: Studio, view: QWidget) -> None:
    if isinstance(view, LogRunView):
        view.save()


def _open_details(_studio: Studio, view: QWidget) -> None:
    if isinstance(view, LogRunView):
        view.open_details()


def _ask_before_closing(studio: Studio, view: QWidget) -> None:
    UnsavedSheet(studio.theme, view.window()).ask()


STATES: Final = (
    GalleryState("log-run", _page(_USUAL), SIZES),
    GalleryState("log-run-fresh", _page(_FRESH), SIZES),
    GalleryState("log-run-numb", _page(_NUMB), USUAL),
    GalleryState("log-run-pain-alone", _page(_ALONE), USUAL),
    GalleryState("log-run-correction", _page(replace(_USUAL, is_correction=True)), USUAL),
    GalleryState("log-run-nothing-said", _page(_FRESH), USUAL[:1], _save),
    GalleryState(
        "log-run-from-a-file", _page(replace(_USUAL, is_correction=True, is_first=True)), USUAL
    ),
    GalleryState("log-run-not-saved", _page(_USUAL), SIZES, _ask_before_closing),
    GalleryState("log-run-details", _page(_USUAL), SIZES, _open_details),
)
