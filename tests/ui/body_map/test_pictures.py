"""The pictures of the body map: read when they are first shown, and light to have."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from routine_player.store.paths import Places
from routine_player.ui.body_map.pictures import BODY_VIEWS, FRONT, BodyMapPictures
from routine_player.ui.tokens import DARK, LIGHT

ASKS = "import sys, routine_player.ui.widgets.body_map; sys.exit('numpy' in sys.modules)"


@pytest.fixture
def pictures() -> BodyMapPictures:
    return BodyMapPictures(Places().body_map)


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path):
    pictures = BodyMapPictures(tmp_path / "nowhere")

    with pytest.raises(OSError, match="nowhere"):
        _ = pictures.size


def test_the_map_does_without_the_library_that_figures_are_computed_with():
    assert subprocess.run([sys.executable, "-c", ASKS], check=False).returncode == 0


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_fitted_and_painted_once(pictures: BodyMapPictures):
    small = QSize(64, 140)

    made = pictures.pixmap(FRONT, LIGHT.clay, small)

    assert made.size() == small
    assert pictures.pixmap(FRONT, LIGHT.clay, small) is made
    assert pictures.pixmap(FRONT, DARK.clay, small) is not made


@pytest.mark.usefixtures("qapp")
def test_the_dark_body_is_darker_but_stands_out_from_its_ground(pictures: BodyMapPictures):
    size = QSize(64, 140)

    def chest(colours) -> float:
        picture = pictures.pixmap(FRONT, colours.clay, size).toImage()
        return picture.pixelColor(32, 40).lightnessF()

    assert chest(LIGHT) - chest(DARK) > 0.3
    assert chest(DARK) - DARK.stage.lightnessF() > 0.1


def test_spots_come_as_one_reads(pictures: BodyMapPictures):
    views = [spot.view for spot in pictures.spots]

    assert views == sorted(views, key=BODY_VIEWS.index)
    for view in BODY_VIEWS:
        heights = [spot.middle[1] for spot in pictures.spots if spot.view == view]
        assert heights == sorted(heights)
