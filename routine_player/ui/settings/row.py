"""A setting as a row: its name, a line about it, and what changes it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, READING, SPACE_4, SPACE_12, SPACE_16, Lettering
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import smooth

_LEAST_HEIGHT, _DENSE_HEIGHT = 64, 40


class Row(QWidget):
    """Name and line at the left, `control` at the right, a hairline below.

    `words` are further words under which a search finds it; a `dense` row is lower,
    and one that is not `findable` stands above others as their heading.
    """

    def __init__(  # noqa: PLR0913 - all but the first three have a usual value
        self,
        theme: Theme,
        title: str,
        text: str = "",
        control: QWidget | None = None,
        *,
        words: str = "",
        dense: bool = False,
        findable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_last = False
        self._findable = findable
        self._found_by = f"{title} {text} {words}".lower()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(_DENSE_HEIGHT if dense else _LEAST_HEIGHT)
        self._title = PlainLabel(theme, title, BODY if dense else READING, wraps=True)
        line = PlainLabel(theme, text, BODY, "ink2", wraps=True)
        line.setVisible(bool(text))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(line)
        names.addStretch(1)
        row = QHBoxLayout(self)
        above = SPACE_4 if dense else SPACE_12 - 2
        row.setContentsMargins(0, above, 0, above + 1)
        row.setSpacing(SPACE_16)
        row.addLayout(names, 1)
        if control is not None:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def has_keyboard(self) -> bool:
        """Whether something in the row has the focus."""
        return any(one.hasFocus() for one in self.findChildren(QWidget))

    def take_keyboard(self) -> None:
        """Give the focus to the first thing in the row that can have it."""
        for one in self.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def set_lettering(self, lettering: Lettering) -> None:
        """Write the name in another way."""
        self._title.set_lettering(lettering)

    def matches(self, wanted: str) -> bool:
        """Whether every word of `wanted` is in what the row says."""
        return self._findable and all(word in self._found_by for word in wanted.lower().split())

    def mark_last(self, *, last: bool) -> None:
        """The last row of a section has no line below it."""
        self._is_last = last
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._is_last:
            with smooth(self) as painter:
                painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colours.line)
