"""Something that may come next: what it is, and a button."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.end.values import NextOffer
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.label import PlainLabel, plain_tooltip
from routine_player.ui.widgets.painting import middle_square, smooth

_ICON = 24


class OfferCard(Card):
    """Emits `taken` with the offer's action. The one that is `first` stands out, and has Enter."""

    taken = Signal(str)

    def __init__(
        self, theme: Theme, offer: NextOffer, *, first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, padding=0)
        self._offer = offer
        self.set_chosen(chosen=first)
        self._title = PlainLabel(theme, offer.title, TITLE, wraps=True)
        self._detail = PlainLabel(theme, offer.detail, BODY, "ink2", wraps=True)
        self.button = Button(
            theme,
            offer.label,
            kind=Kind.PRIMARY if first else Kind.SECONDARY,
            key=tr("Enter") if first else offer.key,
        )
        keys = tr("Enter or {key}", key=offer.key) if first else offer.key
        named = tr("{action}: {title} ({key})", action=offer.label, title=offer.title, key=keys)
        self.button.setToolTip(plain_tooltip(named))
        self.button.setAccessibleDescription(f"{offer.title}. {offer.detail}")
        self.button.clicked.connect(self._take)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        self.content.addLayout(self._row)
        self.set_tight(tight=False)

    @property
    def offer(self) -> NextOffer:
        return self._offer

    def set_tight(self, *, tight: bool) -> None:
        """Be lower, and leave the second line out."""
        high = SPACE_8 if tight else SPACE_16 if self.chosen else SPACE_12
        self._row.setContentsMargins(SPACE_16 + _ICON + SPACE_16, high, SPACE_16, high)
        self._detail.setVisible(bool(self._offer.detail) and not tight)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = self._theme.colours
        square = middle_square(QRectF(SPACE_16, 0, _ICON, self.height()), _ICON)
        with smooth(self) as painter:
            colour = colours.accent if self.chosen else colours.ink2
            self._theme.icons.paint(painter, self._offer.icon, colour, square)

    def _take(self) -> None:
        self.taken.emit(self._offer.action)
