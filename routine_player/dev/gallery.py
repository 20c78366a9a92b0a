"""Draw every view in its states, and every figure, to PNG, light and dark: look at them."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from routine_player.store.collection import load_collection
from routine_player.store.paths import Places
from routine_player.store.settings import Motion, Settings
from routine_player.store.settings import Theme as Appearance

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from routine_player.dev.gallery_stage import GalleryState, Studio

_APPEARANCES = (Appearance.LIGHT, Appearance.DARK)


def main(argv: list[str]) -> int:
    """Draw into the folder that --into names, ./gallery without; return the exit code."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--into", type=Path, default=Path("gallery"), metavar="DIR")
    parser.add_argument("--only", default="", metavar="WORD", help="only what has WORD in its name")
    asked = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from routine_player.dev.gallery_exercises import NAMES
    from routine_player.dev.gallery_states import STATES

    states = [state for state in STATES if asked.only in state.name]
    has_sheets = any(asked.only in name for name in NAMES)
    if not states and not has_sheets:
        print(f"No state of the gallery has {asked.only!r} in its name.", file=sys.stderr)
        return 1
    asked.into.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["gallery"])
    if not isinstance(application, QApplication):
        raise TypeError("the gallery needs an application with windows")
    count = 0
    for path in chain(
        draw(application, states, asked.into),
        draw_exercises(application, asked.only, asked.into) if has_sheets else (),
    ):
        count += 1
        print(path, flush=True)
    print(f"{count} pictures.")
    return 0


def draw(application: "QApplication", states: "list[GalleryState]", folder: Path) -> Iterator[Path]:
    """Draw the states, both appearances and each of their sizes; give each file when written."""
    with tempfile.TemporaryDirectory() as home:
        places = Places(Path(home))
        studio = _studio(application, places)
        for appearance in _APPEARANCES:
            studio.theme.wear(appearance)
            for state in states:
                for size in state.sizes:
                    name = f"{state.name}-{size.width()}x{size.height()}-{appearance.value}.png"
                    _draw(application, studio, state, size, folder / name)
                    yield folder / name


def draw_exercises(application: "QApplication", word: str, folder: Path) -> Iterator[Path]:
    """Draw the contact sheets of figures with `word` in their name."""
    from routine_player.dev import gallery_exercises

    with tempfile.TemporaryDirectory() as home:
        theme = _studio(application, Places(Path(home))).theme

        def worn(appearance: Appearance) -> str:
            theme.wear(appearance)
            return appearance.value

        wear = [partial(worn, appearance) for appearance in _APPEARANCES]
        yield from gallery_exercises.draw(theme, wear, word, folder)


class _Shipped:
    """The stills that come with the program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def still(self, exercise: str) -> Path | None:
        path = self._folder / f"{exercise}.webp"
        return path if path.exists() else None


def _studio(application: "QApplication", places: Places) -> "Studio":
    from routine_player.dev.gallery_stage import Studio
    from routine_player.ui.icons import Icons
    from routine_player.ui.pictures import Pictures
    from routine_player.ui.theme import Theme

    theme = Theme(application, Icons(places.icons), Appearance.LIGHT, Motion.REDUCED)
    return Studio(theme, Pictures(_Shipped(places.stills)), load_collection(places, Settings()))


def _draw(
    application: "QApplication", studio: "Studio", state: "GalleryState", size: "QSize", path: Path
) -> None:
    """Show one state in a window of its own, and save what is seen."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    view = state.build(studio)
    layout.addWidget(view)
    studio.theme.fit(size)
    window.resize(size)
    window.show()
    if state.pose is not None:
        state.pose(studio, view)
    application.processEvents()
    if not window.grab().save(str(path)):
        raise OSError(f"{path} cannot be written")
    window.hide()
    window.deleteLater()
    application.processEvents()
