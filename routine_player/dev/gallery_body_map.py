"""The body map in the gallery: nothing chosen, several at once, pointed at, with the focus."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from routine_player.dev.gallery_stage import GalleryState, Studio
from routine_player.store.paths import Places
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.widgets.body_map import BodyMap

SIZES: Final = (QSize(300, 300), QSize(496, 564), QSize(900, 900))
_SEVERAL: Final = ("lower-back-right", "buttock-right", "thigh-back-left", "hip-left")
_MANY: Final = (
    *_SEVERAL,
    "calf-right",
    "outer-lower-leg-right",
    "foot-left",
    "knee-left",
    "elsewhere",
)


def _map(chosen: tuple[str, ...] = (), score: int | None = None) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        made = BodyMap(studio.theme, BodyMapPictures(Places().body_map))
        made.choose(chosen)
        made.show_score(score, {site: place + 2 for place, site in enumerate(chosen)})
        return made

    return build


def _unrated(studio: Studio) -> QWidget:
    made = BodyMap(studio.theme, BodyMapPictures(Places().body_map))
    made.choose(_SEVERAL)
    return made


def _on(view: QWidget) -> BodyMap:
    if not isinstance(view, BodyMap):
        raise TypeError("only a body map is posed so")
    return view


def _point_at(_: Studio, view: QWidget) -> None:
    QTest.qWaitForWindowActive(view.window())
    canvas = _on(view).canvas
    place = next(
        canvas.place_of(one.spot) for one in canvas.stops if one.spot.site == "buttock-left"
    )
    QTest.mouseMove(canvas, QPoint(1, 1))
    QTest.mouseMove(canvas, place.toPoint())


def _focus(_: Studio, view: QWidget) -> None:
    view.window().activateWindow()
    QTest.qWaitForWindowActive(view.window())
    canvas = _on(view).canvas
    canvas.focus_map()
    stop = next(one for one in canvas.stops if one.hasFocus())
    QTest.keyClick(stop, Qt.Key.Key_Right)


STATES: Final = (
    GalleryState("body-map-open", _map(), SIZES),
    GalleryState("body-map-several", _map(_SEVERAL, 4), SIZES, _focus),
    GalleryState("body-map-many", _map(_MANY), SIZES),
    GalleryState("body-map-unrated", _unrated, SIZES),
    GalleryState("body-map-pointed-at", _map(_SEVERAL, 4), SIZES, _point_at),
)
