"""The body map: pointing, keys, chips, and what a screen reader hears."""

import json
from collections import deque
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.core.sites import ALL_SITES, OFF_THE_MAP
from routine_player.store import settings
from routine_player.ui.body_map.brush import NameRoom, name_area
from routine_player.ui.body_map.chosen_row import ScrolledRow
from routine_player.ui.body_map.pictures import BACK, FRONT, BodyMapPictures
from routine_player.ui.body_map.spots import Way, next_spot
from routine_player.ui.body_map.stop import SpotStop
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import DARK, LIGHT
from routine_player.ui.widgets.body_map import BodyMap
from routine_player.ui.widgets.chip import ChoiceChip

FOLDER = Path(__file__).parents[3] / "assets" / "figures" / "body-map"
KEY = Qt.Key
ARROWS = {
    Way.LEFT: KEY.Key_Left,
    Way.RIGHT: KEY.Key_Right,
    Way.UP: KEY.Key_Up,
    Way.DOWN: KEY.Key_Down,
}


@pytest.fixture(scope="module")
def pictures() -> BodyMapPictures:
    return BodyMapPictures(FOLDER)


@pytest.fixture
def body_map(theme: Theme, pictures: BodyMapPictures, show) -> BodyMap:
    made = BodyMap(theme, pictures)
    made.setFixedSize(496, 564)
    made.window_kept = show(made)
    return made


def stop_of(body_map: BodyMap, site: str, view: str | None = None) -> SpotStop:
    return next(
        stop
        for stop in body_map.canvas.stops
        if stop.spot.site == site and view in {None, stop.spot.view}
    )


def place_of(body_map: BodyMap, site: str, view: str | None = None) -> QPoint:
    return body_map.canvas.place_of(stop_of(body_map, site, view).spot).toPoint()


def click(qtbot: QtBot, body_map: BodyMap, site: str, view: str | None = None) -> None:
    place = place_of(body_map, site, view)
    qtbot.mouseClick(body_map.canvas, Qt.MouseButton.LeftButton, pos=place)


def focused(body_map: BodyMap) -> SpotStop:
    return next(stop for stop in body_map.canvas.stops if stop.hasFocus())


def colour_at(body_map: BodyMap, place: QPoint) -> QColor:
    return body_map.canvas.grab().toImage().pixelColor(place)


@pytest.mark.parametrize("size", [(300, 300), (496, 564), (900, 900)])
def test_every_site_on_the_body_can_be_clicked_at_any_size(body_map, qtbot, size):
    body_map.setFixedSize(*size)
    qtbot.waitUntil(lambda: body_map.canvas.width() > size[0] - 40)
    sites = [site.name for site in ALL_SITES if site.name not in OFF_THE_MAP]

    for site in sites:
        body_map.choose(())
        click(qtbot, body_map, site)
        assert body_map.chosen == (site,)


def test_several_are_chosen_in_order_and_a_second_click_takes_one_back(body_map, qtbot):
    told = []
    body_map.changed.connect(told.append)

    click(qtbot, body_map, "buttock-right")
    click(qtbot, body_map, "knee-left", BACK)
    click(qtbot, body_map, "buttock-right")

    assert told == [("buttock-right",), ("buttock-right", "knee-left"), ("knee-left",)]
    assert stop_of(body_map, "knee-left", FRONT).isChecked()


def test_choosing_for_the_person_tells_nobody(body_map, qtbot):
    with qtbot.assertNotEmitted(body_map.changed):
        body_map.choose(["calf-left", "calf-left", "elsewhere"])

    assert body_map.chosen == ("calf-left", "elsewhere")


def test_the_viewer_finds_the_right_on_the_left_in_front_and_on_the_right_behind(body_map):
    for site in ("knee", "shoulder", "foot", "arm"):
        for view, first, second in ((FRONT, "right", "left"), (BACK, "left", "right")):
            before = place_of(body_map, f"{site}-{first}", view)
            after = place_of(body_map, f"{site}-{second}", view)
            assert before.x() < after.x()


def test_the_words_for_the_sides_stand_beside_those_sides(body_map, monkeypatch):
    written = {}
    canvas = body_map.canvas

    class Painter:
        def drawText(self, area, _flags, words):
            written.setdefault(words, []).append(area.center().x())

        def setFont(self, _font): ...

        def setPen(self, _pen): ...

    for view in (FRONT, BACK):
        canvas._paint_sides(Painter(), view, canvas._placing.areas[view])

    for side in ("left", "right"):
        for x, view in zip(written[side], (FRONT, BACK), strict=True):
            assert abs(x - place_of(body_map, f"foot-{side}", view).x()) < 60


def test_a_click_just_beside_a_narrow_spot_takes_it(body_map, qtbot):
    stop = stop_of(body_map, "foot-left", FRONT)
    beside = QPoint(stop.geometry().right() + 8, stop.geometry().center().y())

    qtbot.mouseClick(body_map.canvas, Qt.MouseButton.LeftButton, pos=beside)

    assert body_map.chosen == ("foot-left",)


def test_a_click_on_the_ground_chooses_nothing(body_map, qtbot):
    with qtbot.assertNotEmitted(body_map.changed):
        qtbot.mouseClick(body_map.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 200))
        qtbot.mouseClick(
            body_map.canvas, Qt.MouseButton.RightButton, pos=place_of(body_map, "calf-left")
        )


def test_a_press_that_is_drawn_away_chooses_nothing(body_map, qtbot):
    with qtbot.assertNotEmitted(body_map.changed):
        qtbot.mousePress(
            body_map.canvas, Qt.MouseButton.LeftButton, pos=place_of(body_map, "calf-left")
        )
        qtbot.mouseRelease(
            body_map.canvas, Qt.MouseButton.LeftButton, pos=place_of(body_map, "calf-right")
        )


def test_the_mouse_is_told_what_it_points_at_with_the_side(body_map, qtbot):
    qtbot.mouseMove(body_map.canvas, QPoint(2, 2))
    assert body_map.canvas.named == ""
    plain = colour_at(body_map, place_of(body_map, "buttock-left"))

    qtbot.mouseMove(body_map.canvas, place_of(body_map, "buttock-left"))

    assert body_map.canvas.named == "Buttock, left"
    assert colour_at(body_map, place_of(body_map, "buttock-left")) != plain
    qtbot.mouseMove(body_map.canvas, QPoint(2, 2))
    assert body_map.canvas.named == ""


def test_a_mouse_that_is_gone_points_at_nothing(body_map, qtbot):
    qtbot.mouseMove(body_map.canvas, place_of(body_map, "buttock-left"))
    assert body_map.canvas.named

    QApplication.sendEvent(body_map.canvas, QEvent(QEvent.Type.Leave))

    assert body_map.canvas.named == ""


@pytest.mark.parametrize(
    ("spot", "outward", "beside"),
    [
        (QRectF(120, 90, 20, 20), -1, (-1, 0)),
        (QRectF(120, 90, 20, 20), 1, (1, 0)),
        (QRectF(120, 90, 20, 20), 0, (0, -1)),
        (QRectF(20, 90, 20, 20), -1, (0, -1)),
        (QRectF(120, 10, 20, 20), 0, (0, 1)),
    ],
)
def test_a_name_stands_off_the_body_or_over_its_spot_or_under_it(spot, outward, beside):
    room = QRectF(0, 0, 300, 200)

    area = name_area(spot, 90, NameRoom(room, outward))

    assert room.contains(area)
    assert not area.intersects(spot)
    across, down = beside
    away = area.center() - spot.center()
    if across:
        assert away.x() * across > 50
        assert abs(away.y()) <= 1
    else:
        assert away.y() * down > 20


def test_a_name_beside_a_spot_as_high_as_the_map_stays_on_it():
    room = QRectF(0, 0, 300, 200)

    assert room.contains(name_area(QRectF(2, 2, 9, 196), 90, NameRoom(room, 0)))


def test_what_is_chosen_has_the_colour_of_its_score(body_map):
    body_map.choose(["thigh-back-left", "thigh-back-right", "calf-left"])
    body_map.show_score(4, {"calf-left": 9})
    body_map.canvas.grab()

    def beside_the_tick(site):
        return colour_at(body_map, place_of(body_map, site) - QPoint(0, 14))

    assert beside_the_tick("thigh-back-left") == LIGHT.pain[4]
    assert beside_the_tick("calf-left") == LIGHT.pain[9]
    body_map.show_score(None)
    assert beside_the_tick("calf-left") == LIGHT.plum_tint


def test_the_body_wears_the_theme(body_map, theme, pictures):
    place = place_of(body_map, "chest")
    light = colour_at(body_map, place).lightness()
    theme.wear(settings.Theme.DARK)

    assert light - colour_at(body_map, place).lightness() > 80
    corner = pictures.pixmap(FRONT, DARK.clay, pictures.size).toImage().pixelColor(0, 0)
    assert corner.alpha() == 0


def test_tab_stops_once_at_the_lower_back_first(body_map):
    stops = [stop for stop in body_map.canvas.stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [stop.spot.site for stop in stops] == ["lower-back-middle"]


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter])
def test_space_and_enter_choose_and_take_back(body_map, qtbot, key):
    body_map.canvas.focus_map()

    qtbot.keyClick(focused(body_map), key)
    assert body_map.chosen == ("lower-back-middle",)
    qtbot.keyClick(focused(body_map), key)
    assert body_map.chosen == ()


def test_arrows_go_where_they_point_also_to_the_other_picture(body_map, qtbot):
    body_map.canvas.focus_map()

    for key, site in (
        (KEY.Key_Right, "lower-back-right"),
        (KEY.Key_Down, "buttock-right"),
        (KEY.Key_Left, "buttock-left"),
        (KEY.Key_Down, "thigh-back-left"),
        (KEY.Key_Left, "thigh-front-left"),
    ):
        qtbot.keyClick(focused(body_map), key)
        assert focused(body_map).spot.site == site

    assert focused(body_map).spot.view == FRONT
    assert body_map.canvas.named == "Front of thigh, left"


def test_home_and_end_go_to_the_first_and_the_last(body_map, qtbot):
    body_map.canvas.focus_map()
    first, last = body_map.canvas.stops[0], body_map.canvas.stops[-1]

    qtbot.keyClick(focused(body_map), KEY.Key_Home)
    assert focused(body_map) is first
    qtbot.keyClick(focused(body_map), KEY.Key_Up)
    assert focused(body_map) is first
    qtbot.keyClick(focused(body_map), KEY.Key_End)
    assert focused(body_map) is last


@pytest.mark.parametrize("size", [(300, 300), (496, 564)])
def test_arrows_reach_every_spot_from_every_other(body_map, qtbot, size):
    body_map.setFixedSize(*size)
    qtbot.waitUntil(lambda: body_map.canvas.width() > size[0] - 40)
    canvas = body_map.canvas
    middles = [(place.x(), place.y()) for place in (canvas.place_of(s.spot) for s in canvas.stops)]

    for start in range(len(middles)):
        reached, ahead = {start}, deque([start])
        while ahead:
            at = ahead.popleft()
            found = {next_spot(middles, at, way) for way in Way} - reached
            reached |= found
            ahead.extend(found)
        assert len(reached) == len(middles)


def test_other_keys_and_keys_with_control_are_left_to_the_page(body_map, qtbot):
    body_map.canvas.focus_map()

    with qtbot.assertNotEmitted(body_map.changed):
        qtbot.keyClick(focused(body_map), KEY.Key_A)
        qtbot.keyClick(focused(body_map), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_tab_leaves_the_body_for_the_chips(body_map, qtbot):
    body_map.choose(["calf-left"])
    body_map.canvas.focus_map()

    qtbot.keyClick(focused(body_map), KEY.Key_Tab)

    assert not any(stop.hasFocus() for stop in body_map.canvas.stops)


def test_the_ring_is_drawn_for_the_keyboard_and_never_for_the_mouse(body_map, qtbot, count_of):
    click(qtbot, body_map, "calf-left")
    assert stop_of(body_map, "calf-left").hasFocus()
    assert count_of(body_map.canvas, LIGHT.accent) == 0

    qtbot.keyClick(stop_of(body_map, "calf-left"), KEY.Key_Right)

    assert count_of(body_map.canvas, LIGHT.accent) > 40


def test_a_screen_reader_hears_site_side_view_and_whether_it_is_chosen(body_map):
    stop = stop_of(body_map, "lower-back-right")
    heard = QAccessible.queryAccessibleInterface(stop)
    assert heard.text(QAccessible.Text.Name) == "Lower back, right"
    assert body_map.accessibleDescription() == "Nothing is chosen"

    body_map.choose(["lower-back-right", "elsewhere"])

    assert heard.text(QAccessible.Text.Name) == "Lower back, right, chosen"
    assert heard.text(QAccessible.Text.Description) == "Seen from behind"
    assert heard.state().checked
    assert heard.role() == QAccessible.Role.CheckBox
    assert body_map.accessibleDescription() == "Chosen: Lower back, right; Somewhere else"


def test_a_screen_reader_may_press_a_spot(body_map, qtbot):
    with qtbot.waitSignal(body_map.changed) as told:
        stop_of(body_map, "hip-left").click()

    assert told.args == [("hip-left",)]
    assert stop_of(body_map, "hip-left").isChecked()


def test_a_chip_names_what_is_chosen_and_takes_it_away(body_map, qtbot):
    body_map.choose(["hip-left", "calf-right", "knee-left"])
    hip, calf, _ = body_map.row.chips
    assert [chip.label for chip in body_map.row.chips] == [
        "Hip, left",
        "Calf, right",
        "Knee, left",
    ]
    assert hip.accessibleName() == "Take away: Hip, left"

    with qtbot.waitSignal(body_map.changed) as told:
        qtbot.mouseClick(hip, Qt.MouseButton.LeftButton)
    assert told.args == [("calf-right", "knee-left")]
    assert calf.hasFocus()
    assert calf.reason == Qt.FocusReason.MouseFocusReason

    qtbot.keyClick(calf, KEY.Key_Delete)
    assert body_map.chosen == ("knee-left",)
    assert body_map.row.chips[0].hasFocus()
    assert body_map.row.chips[0].reason == Qt.FocusReason.TabFocusReason

    qtbot.keyClick(body_map.row.chips[0], KEY.Key_Return)
    assert body_map.chosen == ()
    assert focused(body_map).spot.site == "lower-back-middle"


def test_after_the_last_chip_the_focus_goes_to_the_one_before(body_map, qtbot):
    body_map.choose(["hip-left", "calf-right"])
    hip, calf = body_map.row.chips

    calf.setFocus()
    qtbot.keyClick(calf, KEY.Key_Backspace)

    assert body_map.chosen == ("hip-left",)
    assert hip.hasFocus()


def test_sites_that_are_no_place_on_the_body_are_chips_that_stay(body_map, qtbot):
    others = {chip.objectName(): chip for chip in body_map.row.findChildren(ChoiceChip)}
    assert set(others) == set(OFF_THE_MAP)

    qtbot.mouseClick(others["elsewhere"], Qt.MouseButton.LeftButton)
    assert body_map.chosen == ("elsewhere",)
    assert body_map.row.chips == ()
    qtbot.mouseClick(others["elsewhere"], Qt.MouseButton.LeftButton)
    assert body_map.chosen == ()


def test_a_site_of_a_newer_version_stays_chosen_and_has_a_chip(body_map, qtbot):
    body_map.choose(["left-ear"])
    click(qtbot, body_map, "calf-left")

    assert body_map.chosen == ("left-ear", "calf-left")
    assert body_map.row.chips[0].label == "left ear"


def test_choosing_a_few_does_not_move_the_bodies(body_map, qtbot):
    before = place_of(body_map, "foot-left")

    for site in ("calf-left", "calf-right", "hip-left"):
        click(qtbot, body_map, site)
        qtbot.wait(0)

    assert place_of(body_map, "foot-left") == before


def test_many_chips_are_scrolled_and_leave_the_bodies_their_room(body_map, qtbot):
    body_map.setFixedSize(300, 320)
    body_map.choose(site.name for site in ALL_SITES)
    click(qtbot, body_map, "calf-left")
    click(qtbot, body_map, "calf-left")

    qtbot.waitUntil(lambda: body_map.canvas.height() >= 200)
    area = body_map.findChild(ScrolledRow)
    last = body_map.row.chips[-1]
    top = last.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert last.label == "Calf, left"
    assert 0 <= top <= area.viewport().height() - last.height()


def test_it_is_pale_and_silent_while_it_is_disabled(body_map, qtbot):
    place = place_of(body_map, "chest")
    before = colour_at(body_map, place)
    body_map.setEnabled(False)

    with qtbot.assertNotEmitted(body_map.changed):
        click(qtbot, body_map, "chest")
    assert colour_at(body_map, place) != before


def test_a_picture_that_cannot_be_read_is_an_error(tmp_path, pictures):
    note = json.dumps({"size": [64, 140], "views": {"front": {}, "back": {}}})
    (tmp_path / "regions.json").write_text(note)
    broken = BodyMapPictures(tmp_path)

    assert broken.spots == ()
    with pytest.raises(OSError, match="front"):
        broken.pixmap(FRONT, LIGHT.clay, broken.size)
