"""Draw the body map: the body in clay from both sides, and the outlines of its regions."""

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy as np

from routine_player.figure.arrays import Bytes
from routine_player.figure.body_regions import REGIONS
from routine_player.figure.body_views import SIZE, BodyView, body_hash, standing_body, views_of
from routine_player.figure.outlines import Tracing, outlines_of
from routine_player.store.paths import Places

FOLDER: Final = Places().body_map
NOTE: Final = "regions.json"
MOST_BYTES: Final = 150_000

_TRACING: Final = Tracing(inset=4, blur=8.0, tolerance=0.35, least_area=500.0)
_QUALITY: Final = 84


def main(argv: list[str], folder: Path = FOLDER) -> int:
    """Draw the map if the body has changed; with --check only tell, and return 1 if it has."""
    parser = argparse.ArgumentParser(prog="routine_player.dev body_map", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if stale")
    parser.add_argument("--again", action="store_true", help="draw even if the body is the same")
    asked = parser.parse_args(argv)
    surface = standing_body()
    known = body_hash(surface)
    if not asked.again and is_fresh(folder, known):
        return 0
    if asked.check:
        print("The body map is stale. Run: python -m routine_player.dev body_map")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    views = views_of(surface)
    for view in views:
        picture_of(folder, view.name).write_bytes(_webp(view.rgba))
    (folder / NOTE).write_text(_text({"hash": known} | _values(views)), encoding="utf-8")
    print(f"{folder}: {size_of(folder)} bytes")
    return 0


def is_fresh(folder: Path, known: str) -> bool:
    """Whether the map in `folder` is whole, and that of the body which has the hash `known`."""
    note = folder / NOTE
    if not note.is_file():
        return False
    values = json.loads(note.read_text(encoding="utf-8"))
    drawn = all(picture_of(folder, name).is_file() for name in values["views"])
    return drawn and values["hash"] == known


def size_of(folder: Path) -> int:
    """Give how many bytes the map takes."""
    return sum(path.stat().st_size for path in folder.iterdir())


def picture_of(folder: Path, view: str) -> Path:
    """Give where the picture of a view lies."""
    return folder / f"{view}.webp"


def _values(views: tuple[BodyView, ...]) -> dict[str, Any]:
    return {
        "size": list(SIZE),
        "views": {view.name: _regions_in(view) for view in views},
    }


def _regions_in(view: BodyView) -> dict[str, list[list[float]]]:
    """Give the outlines of each region that is seen: x, y, x, y and so on."""
    found: dict[str, list[list[float]]] = {}
    for number, name in enumerate(REGIONS):
        outlines = outlines_of(view.regions == number, _TRACING)
        if outlines:
            found[name] = [np.round(one.ravel(), 1).tolist() for one in outlines]
    return found


def _text(values: dict[str, Any]) -> str:
    """Write one region a line, so that a change can be read."""
    parts = [f'"{name}": {json.dumps(values[name])}' for name in ("hash", "size")]
    views = [
        f'"{view}": {{\n' + ",\n".join(f'"{n}": {_tight(o)}' for n, o in regions.items()) + "\n}"
        for view, regions in values["views"].items()
    ]
    return "{\n" + ",\n".join([*parts, '"views": {\n' + ",\n".join(views) + "\n}"]) + "\n}\n"


def _tight(outlines: list[list[float]]) -> str:
    return json.dumps(outlines, separators=(",", ":"))


def _webp(pixels: Bytes) -> bytes:
    """Encode a premultiplied picture (H, W, 4). OSError if it cannot be."""
    from PySide6.QtCore import QBuffer, QIODevice  # a check needs none of it
    from PySide6.QtGui import QImage, QImageWriter

    height, width = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    kind = QImage.Format.Format_RGBA8888_Premultiplied
    image = QImage(whole.data, width, height, 4 * width, kind)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"webp")
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())
