"""The library as the terminal needs it: settings that are damaged are told, and do not matter."""

from routine_player.store.collection import load_collection
from routine_player.store.library import Library
from routine_player.store.paths import Places
from routine_player.store.settings import Settings, read_settings
from routine_player.terminal.report import say


def library_of(places: Places) -> tuple[Library, Settings]:
    """Read the settings and the library."""
    settings, problems = read_settings(places.settings, places.set_aside)
    for problem in problems:
        say(str(problem), error=True)
    return load_collection(places, settings), settings
