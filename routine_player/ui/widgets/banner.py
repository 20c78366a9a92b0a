"""A line on the page, beside what it is about: a note, a caution, an error with its way out."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_8, SPACE_12
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel, Tone
from routine_player.ui.widgets.painting import CLEAR, paint_panel, smooth

_ICON = 20
_TOP = 4  # puts the icon on the first line of the text


class BannerKind(Enum):
    """What a banner is."""

    NOTE = auto()
    CAUTION = auto()
    ERROR = auto()


_ICONS = {
    BannerKind.NOTE: "info",
    BannerKind.CAUTION: "warning-circle",
    BannerKind.ERROR: "warning",
}
_TONES: dict[BannerKind, Tone] = {
    BannerKind.NOTE: "ink2",
    BannerKind.CAUTION: "attention_ink",
    BannerKind.ERROR: "error",
}


class Banner(QWidget):
    """Says something in place.

    `action` adds a button (`action_wished`), `can_go` a cross (`dismissed`); the page decides
    whether it then goes.
    """

    action_wished = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: BannerKind = BannerKind.NOTE,
        *,
        action: str = "",
        can_go: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._label = PlainLabel(theme, text, BODY, _TONES[kind], wraps=True)
        self._action = Button(theme, action, size=Size.ROW)
        self._cross = Button(
            theme, tr("Dismiss"), kind=Kind.QUIET, size=Size.ROW, icon="x", icon_only=True
        )
        self._action.clicked.connect(self.action_wished)
        self._cross.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12 + _ICON + SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        # Only now that they have a parent: before, each would be a window of its own.
        self._action.setVisible(bool(action))
        self._cross.setVisible(can_go)
        self._label.setMinimumHeight(int(Size.ROW))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str, kind: BannerKind, action: str = "") -> None:
        """Say something else, of another kind, with another way out."""
        self._kind = kind
        self._label.setText(text)
        self._label.set_tone(_TONES[kind])
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, edge, mark = self._colours()
        with smooth(self) as painter:
            paint_panel(painter, QRectF(self.rect()), fill=ground, edge=edge)
            icon = QRectF(SPACE_12, SPACE_8 + _TOP, _ICON, _ICON)
            self._theme.icons.paint(painter, _ICONS[self._kind], mark, icon)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and icon."""
        colours = self._theme.colours
        match self._kind:
            case BannerKind.NOTE:
                return colours.sunken, CLEAR, colours.ink2
            case BannerKind.CAUTION:
                return colours.attention_tint, CLEAR, colours.attention
            case BannerKind.ERROR:
                return colours.raised, colours.error, colours.error
