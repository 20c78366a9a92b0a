"""The menu of other routines, built when it is opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from routine_player.core.choices import When
from routine_player.core.wording import when_words
from routine_player.ui.today.values import RoutineChoice


def menu_of(choices: Sequence[RoutineChoice], parent: QWidget) -> QMenu:
    """Make a menu of routines under what they are for; an action's data is the slug."""
    menu = QMenu(parent)
    for when in When:
        group = [choice for choice in choices if choice.when is when]
        if not group:
            continue
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(when_words(when)).setEnabled(False)
        for choice in group:
            words = f"{choice.name}   {choice.time}".replace("&", "&&")
            menu.addAction(words).setData(choice.slug)
    return menu
