"""The ground under a figure is painted so that no edge of the stage is seen in it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from routine_player.ui.figure.ground import onto, paint_ground
from routine_player.ui.figure.sheet_note import Ground

AREA = QRectF(0, 0, 200, 100)


@pytest.fixture
def painted(make_note, theme):
    def paint(floor):
        image = QImage(200, 100, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            placed = onto(make_note(), AREA, flipped=False)
            paint_ground(painter, Ground(floor), placed, AREA, theme.colours)
        return image

    return paint


def test_the_floor_fades_out_before_the_stage_ends(painted):
    image = painted((120.0, 80.0, 150.0, 60.0))

    assert image.pixelColor(120, 80).alpha() > 200
    edges = [image.pixelColor(x, 99).alpha() for x in range(200)]
    edges += [image.pixelColor(199, y).alpha() for y in range(100)]
    assert max(edges) < 12


def test_a_floor_beyond_the_stage_is_not_painted(painted):
    image = painted((120.0, 130.0, 50.0, 10.0))

    assert not any(image.pixelColor(120, y).alpha() for y in range(100))
