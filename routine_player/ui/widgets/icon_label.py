"""A small icon with a few words: a fact about a routine, such as how long it takes."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_4, Lettering
from routine_player.ui.widgets.label import PlainLabel, Tone
from routine_player.ui.widgets.painting import smooth

ICON = 20


class IconLabel(PlainLabel):
    """Text after an icon of the same colour; the icon stays on the first line of text that wraps.

    `icon_tone` colours the icon differently.
    """

    def __init__(  # noqa: PLR0913 - all but the first three have a usual value
        self,
        theme: Theme,
        icon: str,
        text: str,
        lettering: Lettering = BODY,
        tone: Tone = "ink2",
        parent: QWidget | None = None,
        *,
        icon_tone: Tone | None = None,
        wraps: bool = False,
    ) -> None:
        super().__init__(theme, text, lettering, tone, parent, wraps=wraps)
        self._icon = icon
        self._icon_tone = icon_tone
        self.setContentsMargins(ICON + SPACE_4, 0, 0, 0)
        self.setMinimumHeight(ICON)
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = max(float(ICON), float(self.fontMetrics().height()))
        lines = self.height() if not self.wordWrap() else line
        top = round((lines - ICON) / 2)
        colour = getattr(self._theme.colours, self._icon_tone or self._tone)
        with smooth(self) as painter:
            self._theme.icons.paint(painter, self._icon, colour, QRectF(0, top, ICON, ICON))
