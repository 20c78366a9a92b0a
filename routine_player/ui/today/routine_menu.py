"""The menu of other routines, built when it is opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from routine_player.core.choices import When
from routine_player.core.glance import Glance
from routine_player.core.wording import rough_minutes, when_words


def menu_of(routines: Sequence[Glance], parent: QWidget) -> QMenu:
    """Make a menu of routines under what they are for; an action's data is the slug."""
    menu = QMenu(parent)
    for when in When:
        group = [one for one in routines if one.when is when]
        if not group:
            continue
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(when_words(when)).setEnabled(False)
        for one in group:
            words = f"{one.name}   {rough_minutes(one.seconds)}".replace("&", "&&")
            menu.addAction(words).setData(one.slug)
    return menu
