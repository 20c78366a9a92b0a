import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from routine_player.store.paths import Places

ICONS = Places().icons
FILES = sorted(ICONS.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"

POSITIONS = {
    "standing",
    "walking",
    "running",
    "kneeling",
    "half-kneeling",
    "quadruped",
    "supine",
    "prone",
    "side-lying",
    "seated",
    "bench",
}
WANTED = {
    *("sun", "sun-fill", "rows", "rows-fill", "person", "person-fill", "note-pencil"),
    *("note-pencil-fill", "chart-line", "scales", "scales-fill", "code", "gear-six"),
    *("gear-six-fill", "play", "play-fill", "pause-fill", "stop", "skip-back", "skip-forward"),
    *("minus", "plus", "hand-palm", "chat-circle", "speaker-high", "bluetooth", "arrows-out"),
    *("keyboard", "x", "check", "check-bold", "check-circle-fill", "circle", "caret-right"),
    *("caret-down", "arrow-right", "timer", "clock", "list-bullets", "stack"),
    *("magnifying-glass", "download-simple", "export", "pencil-simple", "copy", "dots-three"),
    *("dots-three-vertical", "dots-six-vertical", "floppy-disk", "arrow-u-up-left"),
    *("arrow-counter-clockwise", "warning", "warning-circle", "info", "question", "eye", "link"),
    *("shuffle", "table", "path", "person-simple-run", "person-simple-walk", "activity"),
    *("folder", "trash", "calendar", "moon", "screen", "speaker-x", "caret-left", "caret-up"),
    *("mat", "roller", "bench", "band", "chair", "wall", "strap", "ball", "dowel", "step"),
    *(f"position-{position}" for position in POSITIONS),
    "app",
}

each_icon = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
each_in_one_colour = pytest.mark.parametrize(
    "file", [file for file in FILES if file.stem != "app"], ids=lambda file: file.stem
)


def is_position(file: Path) -> bool:
    return file.stem.startswith("position-")


def drawn(file: Path, size: int, colour: str = "#14201F") -> QImage:
    """The icon on nothing, as a view shows it."""
    text = file.read_text("utf-8").replace("currentColor", colour)
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    assert renderer.isValid()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def inked(image: QImage) -> dict[tuple[int, int], QColor]:
    """The pixels that carry more than a breath of colour."""
    pixels = {
        (x, y): image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
    }
    return {place: colour for place, colour in pixels.items() if colour.alpha() > 40}


def test_there_is_a_drawing_for_every_name_and_no_other() -> None:
    assert {file.stem for file in FILES} == WANTED


@each_icon
def test_a_drawing_is_a_small_well_formed_svg(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text) < (6000 if file.stem == "app" else 2000)
    assert ET.fromstring(text).tag == f"{SVG}svg"


@each_icon
def test_a_drawing_uses_only_shapes_that_every_renderer_knows(file: Path) -> None:
    tags = {element.tag.removeprefix(SVG) for element in ET.parse(file).iter()}
    assert tags <= {"svg", "g", "path", "circle", "rect"}


@each_icon
def test_the_grid_is_the_one_of_its_kind(file: Path) -> None:
    edge = 96 if is_position(file) else 256 if file.stem == "app" else 24
    assert ET.parse(file).getroot().get("viewBox") == f"0 0 {edge} {edge}"


@each_in_one_colour
def test_the_colour_is_left_to_the_theme(file: Path) -> None:
    text = file.read_text("utf-8")
    paints = re.findall(r'\b(?:fill|stroke|color|stop-color)="([^"]*)"', text)
    assert set(paints) <= {"currentColor", "none"}
    assert "currentColor" in paints
    assert "style=" not in text


def test_lines_are_one_weight() -> None:
    weights = {
        file.stem: set(re.findall(r'stroke-width="([^"]*)"', file.read_text("utf-8")))
        for file in FILES
        if not is_position(file) and file.stem != "app"
    }
    assert weights.pop("check-bold") == {"2.5"}
    assert set().union(*weights.values()) == {"1.5"}


@each_icon
def test_it_is_seen_at_its_smallest_size(file: Path) -> None:
    assert len(inked(drawn(file, 48 if is_position(file) else 16))) >= 8


@each_in_one_colour
def test_it_takes_the_colour_it_is_given(file: Path) -> None:
    colours = inked(drawn(file, 48, "#FF0000")).values()
    assert {(colour.green(), colour.blue()) for colour in colours} == {(0, 0)}


@each_in_one_colour
def test_nothing_is_cut_off_at_the_edge(file: Path) -> None:
    size = 96
    edge = (0, size - 1)
    assert not [(x, y) for x, y in inked(drawn(file, size)) if x in edge or y in edge]


@pytest.mark.parametrize("name", sorted(name for name in WANTED if f"{name}-fill" in WANTED))
def test_a_filled_icon_covers_more_than_its_outline(name: str) -> None:
    outline, filled = (inked(drawn(ICONS / f"{stem}.svg", 72)) for stem in (name, f"{name}-fill"))
    assert len(filled) > len(outline)


def test_any_two_drawings_differ() -> None:
    pictures = {file.stem: bytes(drawn(file, 24).constBits()) for file in FILES}
    assert len(set(pictures.values())) == len(pictures)


def test_the_picture_of_the_app_shows_its_drawing() -> None:
    picture = QImage(str(ICONS / "app.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    drawing = drawn(ICONS / "app.svg", 256)
    steps = range(0, 256, 8)
    differing = [
        (x, y)
        for x in steps
        for y in steps
        if abs(picture.pixelColor(x, y).lightness() - drawing.pixelColor(x, y).lightness()) > 16
    ]
    assert len(differing) <= 10
