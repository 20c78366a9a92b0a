"""Signs that ask for the same haste, in a card of their own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.red_flags import RedFlag
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import READING, SECTION, SPACE_4, SPACE_8, SPACE_12
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.icon_label import IconLabel
from routine_player.ui.widgets.label import PlainLabel, Tone


class SignCard(Card):
    """A title with its icon, whom to see, and the signs."""

    def __init__(  # noqa: PLR0913 - all of it stands in the card
        self,
        theme: Theme,
        *,
        icon: str,
        tone: Tone,
        title: str,
        whom: str,
        signs: Sequence[RedFlag],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.content.addWidget(IconLabel(theme, icon, title, SECTION, tone, wraps=True))
        self.content.addSpacing(SPACE_8)
        self.content.addWidget(PlainLabel(theme, whom, READING, "ink2", wraps=True))
        self.content.addSpacing(SPACE_12)
        for sign in signs:
            row = QHBoxLayout()
            row.setSpacing(SPACE_12)
            dot = PlainLabel(theme, "•", READING, tone)
            words = PlainLabel(theme, tr(sign.words), READING, wraps=True)
            row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
            self.content.addLayout(row)
        self.content.addStretch(1)
