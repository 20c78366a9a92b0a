"""Text on the page: always plain, so that nothing from a file is taken for markup."""

from typing import Literal, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, Lettering

Tone = Literal["ink", "ink2", "ink3", "accent", "attention_ink", "error", "plum_ink", "on_accent"]
"""The token that colours a text."""


_FEW_LETTERS = 4


def plain_tooltip(text: str) -> str:
    """Make a text safe for a tooltip, which Qt would otherwise take for markup if it looks so."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # which brings a table of every name that HTML has for a letter

    return f"<span>{escape(text)}</span>"


class PlainLabel(QLabel):
    """A label that shows its text letter by letter, in a token's colour.

    `wraps` breaks long text into lines; `elides` cuts it with an ellipsis instead, and the whole
    text becomes the tooltip. It is read by screen readers as it stands.
    """

    def __init__(  # noqa: PLR0913 - all but the first two have a usual value
        self,
        theme: Theme,
        text: str = "",
        lettering: Lettering = BODY,
        tone: Tone = "ink",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        elides: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._elides = elides
        self._cut_for: tuple[str, int] | None = None
        self._cut = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(lettering))
        self.setWordWrap(wraps)
        if elides:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def shown_text(self) -> str:
        """What can be read: the text, or what is left of it where it is cut."""
        if not self._elides:
            return self.text()
        wanted = (self.text(), self.contentsRect().width())
        if self._cut_for != wanted:
            self._cut_for = wanted
            metrics = QFontMetrics(self.font())
            self._cut = metrics.elidedText(wanted[0], Qt.TextElideMode.ElideRight, wanted[1])
        return self._cut

    def setText(self, text: str) -> None:
        """Say something else; where text is cut, line breaks become spaces first."""
        super().setText(" ".join(text.split()) if self._elides else text)
        self._tell_whole()

    def set_tone(self, tone: Tone) -> None:
        """Colour the text with another token."""
        self._tone = tone
        self.update()

    def set_lettering(self, lettering: Lettering) -> None:
        self.setFont(self._theme.font(lettering))
        self._cut_for = None

    def minimumSizeHint(self) -> QSize:
        if not (self._elides or self.wordWrap()):
            return super().minimumSizeHint()
        # Qt would ask for the height of the narrowest column; layouts ask for the real one anyway.
        metrics = QFontMetrics(self.font())
        margins = self.contentsMargins()
        width = metrics.averageCharWidth() * _FEW_LETTERS + margins.left() + margins.right()
        return QSize(width, metrics.height() + margins.top() + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        flags = int(self.alignment().value)
        if self.wordWrap():
            flags |= int(Qt.TextFlag.TextWordWrap.value)
        with QPainter(self) as painter:
            painter.setFont(self.font())
            tone = self._tone if self.isEnabled() else "ink3"
            painter.setPen(cast("QColor", getattr(self._theme.colours, tone)))
            painter.drawText(self.contentsRect(), flags, self.shown_text)

    def _tell_whole(self) -> None:
        """Let the tooltip have what the page has no room for."""
        if self._elides:
            whole = self.shown_text == self.text()
            self.setToolTip("" if whole else plain_tooltip(self.text()))
