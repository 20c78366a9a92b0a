"""Every key, as rows: those of the whole window, then those of the player."""

from collections.abc import Iterable

from routine_player.core.keys import PLAYER_KEYS
from routine_player.core.language import tr
from routine_player.ui.settings.row import Row
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY
from routine_player.ui.widgets.key_hint import KeyHint


def key_rows(theme: Theme) -> list[Row]:
    """Build the rows; those of the player come from the table that decides what its keys do."""
    everywhere = (
        ("Ctrl 1", tr("Today")),
        ("Ctrl 2", tr("Routines")),
        ("Ctrl 3", tr("History")),
        ("Ctrl ,", tr("Settings")),
        ("Ctrl F", tr("Find")),
        ("Ctrl Z", tr("Undo")),
        ("F11", tr("Full screen")),
        (tr("Arrows"), tr("Walk a list, a year, or a row of choices")),
        ("Enter", tr("Open, or press what has the ring round it")),
        ("P", tr("History: play a session again")),
        ("Del", tr("History: delete a session")),
    )
    scores = (tr("0 to 9, X"), tr("A score; X is 10"))
    playing = (*((key.label, tr(key.words)) for key in PLAYER_KEYS), scores)
    return [
        *_under(theme, tr("Everywhere"), everywhere),
        *_under(theme, tr("While a session plays"), playing),
    ]


def _under(theme: Theme, heading: str, keys: Iterable[tuple[str, str]]) -> list[Row]:
    words = tr("key {where}", where=heading)
    above = Row(theme, heading, dense=True, findable=False)
    above.set_lettering(BODY.strong())
    return [
        above,
        *(
            Row(theme, says, "", KeyHint(theme, key), words=f"{key} {words}", dense=True)
            for key, says in keys
        ),
    ]
