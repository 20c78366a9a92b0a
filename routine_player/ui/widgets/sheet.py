"""A panel above the page that is answered before one goes on."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    FOCUS_DISTANCE,
    FOCUS_WIDTH,
    PAGE,
    READING,
    SECTION,
    SPACE_8,
    SPACE_16,
    SPACE_32,
)
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.shadow import paint_shadow

_RING = FOCUS_WIDTH + FOCUS_DISTANCE  # or the scrolled area would cut the focus ring off
_COMPACT_BELOW_WIDTH, _COMPACT_BELOW_HEIGHT = 720, 560


class Sheet(QWidget):
    """A modal panel in the window, over a scrim: the page behind hears neither key nor mouse.

    Put things into `content`, a vertical layout under the title; what does not fit is scrolled.
    What has to be seen always goes into `foot`, below it.
    `open_sheet()` takes the focus, `close_sheet()` gives it back. Esc and the button at the top
    close it, and `closed` tells so. Keys that nothing in the sheet takes are told by
    `key_pressed`; shortcuts of the window rest meanwhile, but F1 is left to it. Sheets may lie
    above each other. `scrolled` follows when more or less of the content is seen than before.
    """

    closed = Signal()
    key_pressed = Signal(int)
    scrolled = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        *,
        lead: str = "",
        close_label: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._wanted_width = width
        self._focus_before: QWidget | None = None
        self._panel = _Panel(theme, title, lead, close_label or tr("Close"), self)
        self._panel.close_button.clicked.connect(self.close_sheet)
        self._panel.body.installEventFilter(self)
        self._panel.bar.valueChanged.connect(self.scrolled)
        self._panel.bar.rangeChanged.connect(self.scrolled)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def content(self) -> QVBoxLayout:
        return self._panel.content

    @property
    def foot(self) -> QVBoxLayout:
        return self._panel.foot

    @property
    def is_open(self) -> bool:
        return self.isVisibleTo(self.window())

    @property
    def panel_area(self) -> QRect:
        """Where the panel is, in the window."""
        return self._panel.geometry()

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the content is in view."""
        return self._panel.bar.value() >= self._panel.bar.maximum()

    @property
    def shows_all(self) -> bool:
        """Whether all of the content is in view."""
        return self._panel.bar.maximum() == 0

    def scroll_on(self) -> None:
        """Bring what comes next into view."""
        self._panel.bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def say(self, title: str, lead: str = "") -> None:
        """Change the title and the line under it."""
        self._panel.say(title, lead)
        self.setAccessibleName(title)
        self.place()

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Cover the window; `first` gets the focus, else the first thing that can have it."""
        self._focus_before = QApplication.focusWidget()
        self.window().installEventFilter(self)
        self._panel.bar.setValue(0)
        self.place()
        self.show()
        self.raise_()
        target = first or next(self._stops(), self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        """Uncover the window, and put the focus back to where it was."""
        if not self.is_open:
            return
        self.window().removeEventFilter(self)
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @Slot()
    def place(self) -> None:
        """Cover the window, with the panel in the middle, as high as what is in it."""
        host = self.window()
        self.setGeometry(host.rect())
        compact = host.width() < _COMPACT_BELOW_WIDTH or host.height() < _COMPACT_BELOW_HEIGHT
        margin = SPACE_8 if compact else SPACE_32
        self._panel.set_compact(compact=compact)
        width = min(self._wanted_width, host.width() - 2 * margin)
        height = min(self._panel.height_for(width), host.height() - 2 * margin)
        left, top = (host.width() - width) // 2, (host.height() - height) // 2
        place = QRect(left, top, width, height)
        if place != self._panel.geometry():  # else each word that changes paints the whole window
            self._panel.setGeometry(place)
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the page's own shortcuts would act behind the sheet
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = event.type() == QEvent.Type.Resize and watched is self.window()
        filled = event.type() == QEvent.Type.LayoutRequest and watched is self._panel.body
        if self.is_open and (resized or filled):
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            event.ignore()  # help is one key away everywhere
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            self.key_pressed.emit(event.key())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        stops = list(self._stops())
        if stops:
            now = QApplication.focusWidget()
            step = 1 if next else -1
            at = stops.index(now) + step if now in stops else (0 if next else -1)
            reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
            stop = stops[at % len(stops)]
            stop.setFocus(reason)
            self._panel.scroll_to(stop)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        with smooth(self) as painter:
            painter.fillRect(self.rect(), colours.scrim)
            paint_shadow(painter, QRectF(self._panel.geometry()), colours.shadow)

    def _stops(self) -> Iterator[QWidget]:
        """All in the sheet that Tab may stop at, in their order; the close button comes last.

        Not by `nextInFocusChain`: PySide takes what that gives for a child of what it was asked
        of, page and window in the end, and lets go of all of them when the sheet goes.
        """
        last = self._panel.close_button
        inside = [one for one in self._panel.findChildren(QWidget) if one is not last]
        for one in (*inside, last):
            takes_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and one.isVisible() and one.isEnabled():
                yield one


class _Panel(QWidget):
    """The panel itself: title, a line under it, the way out, and what is scrolled."""

    def __init__(
        self, theme: Theme, title: str, lead: str, close_label: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(theme, title, PAGE, wraps=True)
        self._lead = PlainLabel(theme, lead, READING, "ink2", wraps=True)
        self.close_button = Button(theme, close_label, kind=Kind.QUIET, icon="x", key=tr("Esc"))
        self.body = QWidget()
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(_RING, _RING, _RING, _RING)
        self.content.setSpacing(0)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(_RING, 0, _RING, _RING)
        self.foot.setSpacing(0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.body)
        # Qt would keep room for scroll bars, and take it from the words above a low content.
        self._area.setMinimumHeight(1)
        self._lay_out()
        self._lead.setVisible(bool(lead))  # once it has a parent: before, it would be a window

    @property
    def bar(self) -> QScrollBar:
        return self._area.verticalScrollBar()

    def say(self, title: str, lead: str) -> None:
        """Change the title and the line under it."""
        self._title.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def set_compact(self, *, compact: bool) -> None:
        """Give the words and the margins the size that the window has room for."""
        self._title.set_lettering(SECTION if compact else PAGE)
        side = (SPACE_16 if compact else SPACE_32) - _RING
        self._outer.setContentsMargins(side, side, side, side)
        self._outer.setSpacing((SPACE_8 if compact else SPACE_16) - _RING)

    def height_for(self, width: int) -> int:
        """How high the panel would be if it were that wide and nothing had to be scrolled."""
        margins = self._outer.contentsMargins()
        inner = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom() + self._outer.spacing()
        whole = around + _height_of(self._head, inner) + _height_of(self.content, inner)
        if self.foot.isEmpty():  # it has margins all the same
            return whole + self.foot.contentsMargins().bottom()
        return whole + self._outer.spacing() + _height_of(self.foot, inner)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring something in the panel into view."""
        if self.body.isAncestorOf(widget):
            self._area.ensureWidgetVisible(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth(self) as painter:
            paint_panel(painter, QRectF(self.rect()), fill=self._theme.colours.raised)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_16)
        self._head.setContentsMargins(_RING, _RING, _RING, 0)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._head)
        self._outer.addWidget(self._area, 1)
        self._outer.addLayout(self.foot)


def _height_of(layout: QLayout, width: int) -> int:
    """How high a layout is that wide: text wraps, so its own wish for a height says little."""
    wraps = layout.hasHeightForWidth()
    height = layout.totalHeightForWidth(width) if wraps else layout.sizeHint().height()
    return max(height, layout.minimumSize().height())
