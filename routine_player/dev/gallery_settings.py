"""Settings in the gallery: each section, the sound check in its states, and a search."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.backups import Backup
from routine_player.store.settings import Settings
from routine_player.ui.settings.values import CheckLine, CheckState, Measuring, SoundCheck
from routine_player.ui.views.settings import SettingsView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)

_DATA: Final = Path("/home/ana/.local/share/routine-player")
_TAKEN: Final = datetime(2026, 6, 14, 5, 31, tzinfo=UTC)
_CHECK: Final = SoundCheck(
    CheckLine("Cues", "Sounds are played.", CheckState.WORKING),
    CheckLine(
        "Voice: espeak-ng",
        "A clearer one is missing:",
        CheckState.WORKING,
        "sudo apt install flite",
    ),
    CheckLine("Delay", "120 ms, taken off every sound", CheckState.WORKING),
)
_SILENT: Final = SoundCheck(
    CheckLine("Cues", "No device to play on. Sessions run without sound.", CheckState.TROUBLE),
    CheckLine(
        "Voice",
        "No voice is installed. Sessions run with sounds only.",
        CheckState.TROUBLE,
        "sudo apt install flite",
    ),
    CheckLine("Delay", "Not measured."),
)


def _settings(pose: Callable[[SettingsView], None]) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        view = SettingsView(studio.theme)
        view.show_settings(Settings(routine_folders=("/home/ana/Sync/physio",)))
        view.show_check(_CHECK)
        view.show_places(_DATA, _DATA / "routines")
        day = timedelta(days=1)
        view.show_backups([Backup(Path(f"{ago}.db"), _TAKEN - ago * day) for ago in range(8)])
        pose(view)
        return view

    return build


def _section(name: str) -> Callable[[SettingsView], None]:
    return lambda view: view.show_section(name)


def _search(words: str) -> Callable[[SettingsView], None]:
    return lambda view: view.search_for(words)


STATES: Final = (
    GalleryState("settings", _settings(_section("sound")), SIZES),
    GalleryState("settings-silent", _settings(lambda view: view.show_check(_SILENT))),
    GalleryState(
        "settings-measuring", _settings(lambda view: view.show_measuring(Measuring(3, 8)))
    ),
    GalleryState("settings-search", _settings(_search("voice"))),
    GalleryState("settings-nothing-found", _settings(_search("zebra")), (QSize(640, 420),)),
    *(
        GalleryState(f"settings-{name}", _settings(_section(name)), (QSize(1280, 800),))
        for name in ("player", "routines", "data", "keys", "look", "about")
    ),
)
