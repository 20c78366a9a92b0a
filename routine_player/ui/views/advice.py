"""When to see a professional, and how soon. Never a diagnosis."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.red_flags import RED_FLAGS, WHOM_TO_SEE, Urgency
from routine_player.ui.advice.sign_card import SignCard
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    PAGE,
    PAGE_SIDE,
    PAGE_TOP,
    READING,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    TWO_COLUMNS_FROM_WIDTH,
)
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.scroll_page import ScrollPage

_WIDEST = 1080
_ROOMY_FROM = 720

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class AdviceView(QWidget):
    """The page, to be read. Esc closes it; arrows and page keys scroll."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._close = Button(theme, tr("Close"), key=tr("Esc"))
        self._close.clicked.connect(self.closed)
        self._page = ScrollPage(bare=True)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(SPACE_16)
        self._cards.addWidget(_urgent_card(theme), 1)
        self._cards.addWidget(_calm_card(theme), 1)
        self._lay_out(theme)
        self.setAccessibleName(tr("When to see a professional"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        two = self.width() >= TWO_COLUMNS_FROM_WIDTH
        self._cards.setDirection(way.LeftToRight if two else way.TopToBottom)
        roomy = self.width() >= _ROOMY_FROM
        side = PAGE_SIDE if roomy else SPACE_16
        side += max(0, (self.width() - 2 * side - _WIDEST) // 2)
        top = PAGE_TOP if roomy else SPACE_16
        self._column.setContentsMargins(side, top, side, SPACE_16)
        self._foot.setContentsMargins(side, SPACE_12, side, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scroll = _SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif scroll is not None:
            self._page.verticalScrollBar().triggerAction(scroll)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        lead = tr("Signs that somebody who can examine you should look at. They name no cause.")
        rest = tr(
            "Until then, leave out what makes it worse. No session has to be finished: one key "
            "stops it, and what you did is kept."
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_8)
        title = PlainLabel(theme, tr("When to see a professional"), PAGE, wraps=True)
        self._column.addWidget(title)
        self._column.addWidget(PlainLabel(theme, lead, READING, "ink2", wraps=True))
        self._column.addSpacing(SPACE_12)
        self._column.addLayout(self._cards)
        self._column.addSpacing(SPACE_12)
        self._column.addWidget(PlainLabel(theme, rest, READING, "ink2", wraps=True))
        device = tr("Routine Player is no medical device and cannot tell what you have.")
        self._column.addWidget(PlainLabel(theme, device, BODY, "ink3", wraps=True))
        self._page.content.addStretch(1)
        self._page.content.addLayout(self._column)
        self._page.content.addStretch(2)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._close)
        self._foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addLayout(self._foot)


def _urgent_card(theme: Theme) -> SignCard:
    return SignCard(
        theme,
        icon="warning",
        tone="error",
        title=tr("Get help at once"),
        whom=tr(WHOM_TO_SEE[Urgency.AT_ONCE]),
        signs=[flag for flag in RED_FLAGS if flag.urgency is Urgency.AT_ONCE],
    )


def _calm_card(theme: Theme) -> SignCard:
    return SignCard(
        theme,
        icon="info",
        tone="accent",
        title=tr("See somebody soon"),
        whom=tr(WHOM_TO_SEE[Urgency.SOON]),
        signs=[flag for flag in RED_FLAGS if flag.urgency is Urgency.SOON],
    )
