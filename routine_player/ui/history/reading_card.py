"""The panel beside the list: something whole to read, a way back, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus


class ReadingCard(Card):
    """Shows one report. `left` means that its button back to the list was pressed.

    Under the report stand the `deed` that goes with it and a button to delete what it tells of.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, name: str, back: str, deed: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, padding=0)
        self._theme = theme
        self._back = Button(theme, back, kind=Kind.QUIET, icon="caret-left", key="Esc")
        self._back.clicked.connect(self.left)
        self._deed = deed
        self._delete = Button(theme, tr("Delete"), kind=Kind.QUIET, icon="trash", key="Del")
        self._line = Hairline(theme)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(name)
        self._focus = KeyboardFocus(theme, self._area)
        self._lay_out()

    def show_report(self, report: QWidget, *, is_another: bool) -> None:
        """Show a report; one that is only told anew stays where it was read."""
        top = SPACE_24 if self._back.isHidden() else SPACE_8
        report.setContentsMargins(SPACE_24, top, SPACE_24, SPACE_16)
        before = self._area.verticalScrollBar().value()
        self._area.setWidget(report)
        self._area.verticalScrollBar().setValue(0 if is_another else before)

    def clear(self) -> None:
        """Show nothing."""
        self._area.setWidget(QWidget())

    def show_way_back(self, *, shown: bool) -> None:
        """Where the card has the page to itself, a button leads back to the list."""
        self._back.setVisible(shown)

    def take_focus(self) -> None:
        """Put the keyboard where one reads on."""
        self._area.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        back = QHBoxLayout()
        back.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        back.addWidget(self._back)
        back.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, SPACE_12, SPACE_12, SPACE_12)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self._deed)
        foot.addStretch(1)
        foot.addWidget(self._delete)
        whole: QVBoxLayout = self.content
        whole.addLayout(back)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._line)
        whole.addLayout(foot)
