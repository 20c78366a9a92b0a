"""Sheets of frames come from disk as they were put there, or not at all."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor

from routine_player.app.figure_sheets import encoded
from routine_player.ui.figure.sheet import fitted, note_path, read_note, read_sheet, shown_canvas
from routine_player.ui.figure.sheet_note import BadNoteError, Ground, note_of
from routine_player.ui.figure.sheet_picture import read_picture, sheet_bytes


def is_like(colour: QColor, other: QColor) -> bool:
    near = zip(colour.getRgb(), other.getRgb(), strict=True)
    return all(abs(one - two) < 12 for one, two in near)


def test_a_note_says_the_same_after_it_was_written_down(make_note):
    mat = (((0.0, 1.5), (2.0, 3.0)), ((4.0, 5.0),))
    note = make_note(
        motion=2,
        breath=1,
        grounds=(Ground((1.0, 2.0, 3.0, 4.0), (mat,)), Ground((1.0, 2.0, 3.0, 5.0))),
        arrows=(((1.0, 2.0), (3.0, 4.5)),),
        side="left",
        loops=True,
    )
    assert note_of(note.text()) == note


@pytest.mark.parametrize(
    "change",
    [
        {"size": [0, 10]},
        {"size": [10]},
        {"size": "ab"},
        {"box": [1, 2, 3]},
        {"box": [3, 2, 3, 4]},
        {"box": [1, 2, 3, 2]},
        {"motion": []},
        {"motion": [[1, 2, 3]]},
        {"motion": [[1, 2, 3, 4, -5, 6]]},
        {"motion": [[1, 2, 3, 4, 1.5, 6]]},
        {"grounds": []},
        {"grounds": [{"floor": [1, 2, 0, 4], "mats": []}]},
        {"arrows": [[1, 2]]},
        {"side": None, "loops": None, "breath": 3},
    ],
)
def test_a_note_that_says_something_odd_is_refused(make_note, change):
    told = json.loads(make_note().text()) | change
    with pytest.raises(BadNoteError):
        note_of(json.dumps(told))


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", "[" * 100_000])
def test_what_is_no_note_is_refused(text):
    with pytest.raises(BadNoteError):
        note_of(text)


def test_frames_are_cut_out_where_the_note_says(make_sheet):
    sheet = read_sheet(make_sheet(motion=3, breath=2))

    assert sheet is not None
    assert [frame.corner for frame in sheet.motion] == [QPoint(10 + 30 * n, 50) for n in range(3)]
    assert [frame.image.size() for frame in sheet.breath] == [QSize(20, 40)] * 2
    reds = [frame.image.pixelColor(15, 20) for frame in (*sheet.motion, *sheet.breath)]
    assert all(is_like(red, QColor(250 - 20 * n, 0, 0)) for n, red in enumerate(reds))
    assert sheet.size_bytes == 5 * 20 * 40 * 4


def test_a_flipped_sheet_is_its_mirror_image(make_sheet):
    sheet = read_sheet(make_sheet(), flipped=True)

    assert sheet is not None
    assert sheet.flipped
    assert [frame.corner.x() for frame in sheet.motion] == [170, 140, 110]
    first = sheet.motion[0].image
    assert is_like(first.pixelColor(15, 20), QColor(0, 0, 250))
    assert is_like(first.pixelColor(5, 20), QColor(250, 0, 0))


def test_a_sheet_is_read_as_large_as_it_is_shown(make_sheet):
    sheet = read_sheet(make_sheet(), QSize(400, 900))

    assert sheet is not None
    assert sheet.scale == 2.0
    assert sheet.motion[1].corner == QPoint(80, 100)
    assert sheet.motion[1].image.size() == QSize(40, 80)


def test_a_sheet_can_be_fitted_into_another_room(make_sheet):
    sheet = read_sheet(make_sheet(breath=1))
    assert sheet is not None

    half = fitted(sheet, QSize(100, 50))

    assert half.scale == 0.5
    assert half.motion[0].image.size() == QSize(10, 20)
    assert len(half.breath) == 1
    assert fitted(half, QSize(100, 50)) is half


@pytest.mark.parametrize("area", [QRectF(0, 0, 400, 100), QRectF(10, 20, 100, 300)])
def test_what_is_to_be_seen_fills_any_area_and_leaves_a_margin(make_note, area):
    note = make_note(box=(50.0, 40.0, 150.0, 90.0))
    canvas = shown_canvas(note, area)
    scale = canvas.width() / note.width
    left, right = canvas.left() + 50 * scale, canvas.left() + 150 * scale
    top, bottom = canvas.top() + 40 * scale, canvas.top() + 90 * scale

    assert (left + right) / 2 == pytest.approx(area.center().x())
    assert max((right - left) / area.width(), (bottom - top) / area.height()) > 0.8
    assert area.left() < left < right < area.right()
    assert area.top() < top < bottom < area.bottom()
    assert bottom > area.top() + 0.6 * area.height()


def test_a_moment_has_its_frame(make_sheet):
    sheet = read_sheet(make_sheet(motion=5, breath=3))
    assert sheet is not None
    assert [sheet.motion.index(sheet.frame(at)) for at in (0.0, 0.2, 0.5, 1.0, 7.0)] == [
        0,
        1,
        2,
        4,
        4,
    ]
    assert sheet.frame(1.0, 0.5) is sheet.breath[1]
    assert sheet.frame(1.0, 0.0) is sheet.motion[4]


def test_the_frame_after_the_last_of_a_loop_is_the_first(make_sheet):
    sheet = read_sheet(make_sheet(motion=4, loops=True))
    assert sheet is not None
    places = [sheet.motion.index(sheet.frame(at)) for at in (0.0, 0.24, 0.76, 1.0)]
    assert places == [0, 0, 3, 0]


def test_each_frame_has_its_ground_where_the_camera_follows(make_sheet):
    grounds = tuple(Ground((100.0 + n, 90.0, 80.0, 8.0)) for n in range(3))
    sheet = read_sheet(make_sheet(grounds=grounds, breath=1))
    assert sheet is not None
    assert [sheet.ground(frame) for frame in sheet.motion] == list(grounds)
    assert sheet.ground(sheet.breath[0]) == grounds[-1]


def test_a_full_chest_without_frames_of_breath_is_the_hold(make_sheet):
    sheet = read_sheet(make_sheet(motion=2))
    assert sheet is not None
    assert sheet.frame(1.0, 1.0) is sheet.motion[1]


def test_a_sheet_that_is_not_there_or_damaged_is_none(make_sheet, tmp_path):
    assert read_sheet(tmp_path / "gone.webp") is None
    assert read_note(tmp_path / "gone.webp") is None

    path = make_sheet()
    whole = path.read_bytes()
    path.write_bytes(b"")
    assert read_sheet(path) is None

    path.write_bytes(whole)
    note_path(path).write_bytes(b"\xff\xfe")
    assert read_sheet(path) is None


def test_a_note_of_another_sheet_is_not_believed(make_sheet, make_note):
    path = make_sheet(motion=2)
    note_path(path).write_text(make_note(motion=9).text(), encoding="utf-8")
    assert read_sheet(path) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"X" + whole[1:],
        lambda whole: whole[:8],
        lambda whole: whole[:-8],
        lambda whole: whole[:8] + bytes(len(whole) - 8),
        lambda whole: whole[:8] + sheet_bytes(b"", bytes(8))[8:],
    ],
)
def test_a_picture_that_the_disk_damaged_is_none(tmp_path, damage):
    pixels = np.full((20, 30, 4), 90, np.uint8)
    path = tmp_path / "damaged.sheet"
    path.write_bytes(damage(encoded(pixels, ".sheet")))
    assert read_picture(path).isNull()
    assert read_picture(tmp_path / "gone.sheet").isNull()
