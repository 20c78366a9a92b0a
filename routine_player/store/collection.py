"""The library of one person: what comes with the program, their own folder, and folders added."""

from pathlib import Path

from routine_player.store.library import Library
from routine_player.store.paths import Places
from routine_player.store.settings import Settings


def load_collection(places: Places, settings: Settings) -> Library:
    """Read all routines and exercises; what comes later in the list shadows what comes before."""
    added = [Path(folder) for folder in settings.routine_folders]
    return Library.load(
        [places.bundled_routines, *added, places.routines],
        [places.bundled_exercises, places.exercises],
    )
