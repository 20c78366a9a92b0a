from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from routine_player.ui.icons import Icons, UnknownIconError

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<rect width="24" height="24" fill="currentColor"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "square.svg").write_text(SQUARE)
    (tmp_path / "torn.svg").write_text("<svg")
    return tmp_path


def test_an_icon_is_drawn_in_the_colour_that_was_asked_for(qapp, folder: Path):
    pixmap = Icons(folder).pixmap("square", QColor("#0E6A64"), 20)

    assert pixmap.toImage().pixelColor(10, 10) == QColor("#0E6A64")


def test_an_icon_has_a_pixel_for_each_of_a_sharp_screen(qapp, folder: Path):
    pixmap = Icons(folder).pixmap("square", QColor("black"), 20, 2.0)

    assert pixmap.width() == 40
    assert pixmap.deviceIndependentSize().width() == 20


def test_an_icon_is_drawn_once_for_each_colour(qapp, folder: Path):
    icons = Icons(folder)
    black = icons.pixmap("square", QColor("black"), 20)
    (folder / "square.svg").unlink()

    assert icons.pixmap("square", QColor("black"), 20).cacheKey() == black.cacheKey()
    assert icons.pixmap("square", QColor("red"), 20).toImage().pixelColor(1, 1) == QColor("red")


def test_a_colour_half_clear_gives_an_icon_half_clear(qapp, folder: Path):
    faint = QColor(0, 0, 0, 128)

    pixmap = Icons(folder).pixmap("square", faint, 8)

    assert pixmap.toImage().pixelColor(4, 4).alpha() == pytest.approx(128, abs=1)


def test_painting_puts_the_icon_where_it_was_asked_for(qapp, folder: Path):
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))

    with QPainter(image) as painter:
        Icons(folder).paint(painter, "square", QColor("black"), QRectF(20, 20, 16, 16))

    assert image.pixelColor(19, 19) == QColor("white")
    assert image.pixelColor(20, 20) == QColor("black")


@pytest.mark.parametrize("name", ["circle", "", "../square", "square.svg", "a\\b"])
def test_an_icon_nobody_drew_is_a_bug_and_said_so(qapp, folder: Path, name: str):
    icons = Icons(folder)

    assert not icons.has(name)
    with pytest.raises(UnknownIconError, match="no icon"):
        icons.pixmap(name, QColor("black"), 20)


def test_a_torn_drawing_is_a_bug_and_said_so(qtbot: QtBot, folder: Path):
    with (
        qtbot.captureExceptions(),
        pytest.raises(UnknownIconError, match="not a drawing"),
    ):
        Icons(folder).pixmap("torn", QColor("black"), 20)


def test_every_icon_that_comes_with_the_program_can_be_drawn(qapp, icons: Icons):
    names = sorted(path.stem for path in (Path(__file__).parents[2] / "assets/icons").glob("*.svg"))

    assert names
    for name in names:
        assert icons.has(name)
        drawn = icons.pixmap(name, QColor("black"), 24).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
