"""A way to go on, as a card with its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_12, SPACE_16, TITLE
from routine_player.ui.widgets.key_hint import key_width, paint_key
from routine_player.ui.widgets.painting import blend, middle_square, paint_panel, smooth
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.stage import StageImage, Still

_PICTURE = QSize(96, 64)
_ICON = 28
_TITLE_LINE, _DETAIL_LINE = 24, 20
_EDGE_OF_OFFERED = 2.0


class AnswerCard(Pressable):
    """A picture or an icon, what it does, more about it, and its key.

    The one that is `offered` first is tinted. Without a picture the card is as low as its words.
    """

    def __init__(  # noqa: PLR0913 - each is a word or a mark of its own
        self,
        theme: Theme,
        title: str,
        *,
        icon: str,
        key: str,
        detail: str = "",
        offered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent)
        self._detail = detail
        self._icon = icon
        self._key = key
        self._offered = offered
        self._pictured = True
        self._detailed = True
        self._still = Still(theme, StageImage(), _PICTURE, self)
        self._still.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._still.move(SPACE_12, SPACE_12)
        self._still.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def detail(self) -> str:
        return self._detail

    @property
    def is_offered(self) -> bool:
        return self._offered

    def say(self, title: str, detail: str, *, offered: bool) -> None:
        """Offer something else."""
        self._label, self._detail, self._offered = title, detail, offered
        self._name()
        self.update()

    def show_image(self, image: StageImage) -> None:
        """Show a picture in the place of the icon."""
        self._still.show_image(image)
        self._still.setVisible(self._pictured and bool(image.name))
        self.update()

    def set_pictured(self, *, pictured: bool) -> None:
        """Keep the picture, or go without where there is no room."""
        self._pictured = pictured
        self._still.setVisible(pictured and bool(self._still.image.name))
        self.updateGeometry()
        self.update()

    def set_detailed(self, *, detailed: bool) -> None:
        """Keep the second line, or go without where there is no room."""
        self._detailed = detailed
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._pictured:
            return QSize(320, _PICTURE.height() + 2 * SPACE_12)
        lines = _TITLE_LINE + (_DETAIL_LINE if self._detailed else 0)
        return QSize(280, lines + SPACE_16)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if self._offered:
                ground = blend(colours.tint, colours.sunken, self.hover_level / 2)
                paint_panel(painter, area, fill=ground, edge=colours.accent, width=_EDGE_OF_OFFERED)
            else:
                ground = blend(colours.raised, colours.sunken, self.hover_level)
                paint_panel(painter, area, fill=ground, edge=colours.line)
            self._paint_words(painter, area)
            keyed = area.adjusted(0, 0, -SPACE_12, 0)
            paint_key(painter, self.theme, keyed, self._key, colours.ink2)
            if self._pictured and self._still.isHidden():
                frame = QRectF(self._still.geometry())
                paint_panel(painter, frame, fill=colours.stage)
                icon = middle_square(frame, _ICON)
                self.theme.icons.paint(painter, self._icon, colours.ink2, icon)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        colours = self.theme.colours
        left = SPACE_12 + _PICTURE.width() + SPACE_16 if self._pictured else SPACE_16
        width = area.width() - left - key_width(self.theme, self._key) - 2 * SPACE_12
        detail = self._detail if self._detailed else ""
        height = _TITLE_LINE + (_DETAIL_LINE if detail else 0)
        top = (area.height() - height) / 2
        for text, lettering, colour, line in (
            (self._label, TITLE, colours.ink, _TITLE_LINE),
            (detail, BODY, colours.ink2, _DETAIL_LINE),
        ):
            font = self.theme.font(lettering)
            fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            painter.setFont(font)
            painter.setPen(colour)
            words = QRectF(left, top, width, line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), fitted)
            top += line

    def _name(self) -> None:
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(self._detail)
        self.setToolTip(tr("Key {key}", key=self._key))
