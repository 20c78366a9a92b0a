"""Pictures come from files, and a missing one takes nothing down."""

import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from routine_player.core.choices import Position, Side
from routine_player.core.scene import Picture
from routine_player.ui.pictures import Pictures

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def photo(tmp_path: Path):
    def saved(name: str, width: int, height: int) -> str:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        path = tmp_path / name
        assert image.save(str(path))
        return str(path)

    return saved


def test_a_picture_of_an_exercise_is_read_from_its_file(photo):
    shown = Pictures().stage_image(Picture("plank", "Plank", image=photo("plank.png", 40, 30)))

    assert shown.picture is not None
    assert (shown.picture.width(), shown.picture.height()) == (40, 30)


def test_an_exercise_without_a_picture_shows_its_position_and_side():
    shown = Pictures().stage_image(
        Picture("bird-dog", "Bird-dog", Position.QUADRUPED, Side.RIGHT), shows_name=True
    )

    assert shown.picture is None
    assert (shown.position, shown.is_mirrored, shown.shows_name) == ("quadruped", True, True)


def test_a_huge_photograph_is_read_no_larger_than_a_screen(photo):
    shown = Pictures().stage_image(Picture("plank", "Plank", image=photo("big.png", 4000, 1000)))

    assert shown.picture is not None
    assert (shown.picture.width(), shown.picture.height()) == (1920, 480)


def test_a_missing_picture_is_told_once_and_the_position_takes_its_place(tmp_path, caplog):
    pictures = Pictures()
    picture = Picture("plank", "Plank", Position.PRONE, image=str(tmp_path / "gone.png"))

    with caplog.at_level(logging.WARNING):
        shown = [pictures.stage_image(picture) for _ in range(2)]

    assert [(one.picture, one.position) for one in shown] == [(None, "prone")] * 2
    assert len(caplog.records) == 1
    assert "gone.png" in caplog.records[0].getMessage()


def test_a_picture_that_was_just_shown_is_not_read_again(photo):
    pictures = Pictures()
    path = photo("plank.png", 40, 30)
    first = pictures.stage_image(Picture("plank", "Plank", image=path)).picture
    Path(path).unlink()

    again = pictures.stage_image(Picture("plank", "Plank", image=path)).picture

    assert again is not None
    assert again is first


def test_pictures_that_were_shown_long_ago_are_forgotten(photo):
    pictures = Pictures()
    path = photo("first.png", 4, 4)
    first = pictures.stage_image(Picture("a", "A", image=path)).picture
    for number in range(24):
        pictures.stage_image(Picture("b", "B", image=photo(f"{number}.png", 4, 4)))

    assert pictures.stage_image(Picture("a", "A", image=path)).picture is not first
