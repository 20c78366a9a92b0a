"""Reads the tempo of a scene: as a line that rises and falls, and as the word of the moment."""

from routine_player.core.language import tr
from routine_player.core.scene import Scene
from routine_player.ui.widgets.tempo_line import Slope, TempoPart


def parts_of(scene: Scene) -> tuple[TempoPart, ...]:
    """Give the parts of the line: it rises, stays where one holds, and falls."""
    slopes = {tr("Up"): Slope.UP, tr("Hold"): Slope.FLAT, tr("Down"): Slope.DOWN}
    return tuple(
        TempoPart(word, seconds, slopes.get(word, Slope.FLAT)) for word, seconds in scene.tempo
    )


def word_at(scene: Scene, progress: float) -> str:
    """Say what one does `progress` into a rep, 0 to 1; empty where a scene has no tempo."""
    left_s = progress * sum(seconds for _, seconds in scene.tempo)
    for word, seconds in scene.tempo:
        if left_s < seconds:
            return word
        left_s -= seconds
    return scene.tempo[-1][0] if scene.tempo else ""
