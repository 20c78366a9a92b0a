"""The window: a rail, the pages beside it, and what takes the whole window for a while."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.shell.place import LEAST_SIZE, PlaceNote, usual_size
from routine_player.ui.shell.values import Announcement, Page
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_24
from routine_player.ui.widgets.rail import Rail, RailEntry

if TYPE_CHECKING:
    from routine_player.ui.shell.announcements import Announcements
    from routine_player.ui.shell.foot_line import FootLine
    from routine_player.ui.shell.overlay import Overlay
    from routine_player.ui.shell.window_keys import WindowKeys
    from routine_player.ui.widgets.notice import Notice


class MainWindow(QWidget):
    """Navigation, and nothing else: pages come as factories and are built when first shown.

    `page_shown` tells which page is seen now, each time; `geometry_changed` carries a text for
    `geometry` of the next start. An announcement's button is told by `announcement_acted` with its
    name, its cross by `announcement_closed`. While closing is guarded, a wish to close is told.
    `paths_dropped` carries files and folders that were dropped on a page. `help_wished` is F1 where
    it opens no page: over sheets, and where something has the whole window. `came_back` tells that
    a person turned to the window again.
    """

    page_shown = Signal(str)
    geometry_changed = Signal(str)
    full_screen_changed = Signal(bool)
    announcement_acted = Signal(str)
    announcement_closed = Signal(str)
    close_wished = Signal()
    closed = Signal()
    paths_dropped = Signal(object)
    help_wished = Signal()
    came_back = Signal()

    def __init__(
        self,
        theme: Theme,
        pages: Sequence[Page],
        icon: Path,
        *,
        geometry: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the frame without a page; `show_page` brings the first. `icon` is a picture.

        What the first picture does not show comes with `settle_in`.
        """
        super().__init__(parent)
        self._theme = theme
        self._pages = {page.name: page for page in pages}
        self._built: dict[str, QWidget] = {}
        self._is_guarded = False
        self._overlays: dict[QWidget, Overlay] = {}
        self._guards: list[Callable[[], bool]] = []
        self._board: Announcements | None = None
        self._foot: FootLine | None = None
        self._keys: WindowKeys | None = None
        self.setWindowTitle(tr("Routine Player"))
        self._icon = icon
        self.setMinimumSize(LEAST_SIZE)
        self.setAcceptDrops(True)
        self._build()
        self._place = PlaceNote(self)
        self._place.noted.connect(self.geometry_changed)
        if not self._place.go_to(geometry):
            self.resize(usual_size(self))

    def settle_in(self) -> None:
        """Take the icon and the keys, once the window is seen."""
        from PySide6.QtGui import QIcon  # with keys, 2 ms that no start has to wait for

        from routine_player.ui.shell.window_keys import WindowKeys

        self.setWindowIcon(QIcon(str(self._icon)))
        deeds = (self.toggle_full_screen, self.undo)
        self._keys = WindowKeys(self, self._pages.values(), deeds, self.show_page)
        self._keys.rest(resting=self.is_taken_over)

    # What is shown

    @property
    def page(self) -> str:
        """The page that is open, behind what takes the whole window too; empty before the first."""
        return self._rail.page

    @property
    def is_taken_over(self) -> bool:
        """Whether something hides the rail."""
        return self._stack.currentIndex() > 0

    def page_widget(self, name: str) -> QWidget | None:
        """The page of that name, if it has been shown yet."""
        return self._built.get(name)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Open a page, and build it the first time; a name that no page has is a KeyError.

        The page gets the focus, so that its keys work at once; it may pass it on by a proxy.
        """
        widget = self._built.get(name)
        if widget is None:
            widget = self._built[name] = self._pages[name].build()
            self._pages_stack.addWidget(widget)
        self._pages_stack.setCurrentWidget(widget)
        self._rail.show_page(name)
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._foot is not None:
            self._foot.make_way()
        self.page_shown.emit(name)

    def take_over(self, widget: QWidget) -> None:
        """Give `widget` the whole window, over what is there; it is the window's from now on."""
        self.hush()
        self._stack.addWidget(widget)
        self._show_top()

    def hand_over(self, widget: QWidget) -> None:
        """Give the whole window to `widget` in place of what has it now, which is deleted."""
        before = self._stack.currentWidget() if self.is_taken_over else None
        self.take_over(widget)
        self._drop(before)

    @Slot()
    def give_back(self) -> None:
        """End what took the window last, and delete it; what was under it is seen again."""
        if self.is_taken_over:
            top = self._stack.currentWidget()
            self._stack.setCurrentIndex(self._stack.count() - 2)
            self._drop(top)
            self._show_top()
            overlay = None if top is None else self._overlays.pop(top, None)
            if overlay is not None:
                overlay.uncover()

    def lay_over(self, widget: QWidget) -> None:
        """Give `widget` the whole window, over sheets too: they wait for its end."""
        from routine_player.ui.shell.overlay import Overlay

        overlay = Overlay(self, {self._stack, self.notice})
        self.take_over(widget)
        self._overlays[widget] = overlay

    @Slot()
    def come_to_front(self) -> None:
        """Let a person see the window, wherever it was."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the screen the window is on, or go back to what it was before."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.full_screen_changed.emit(self.isFullScreen())

    # What is said

    @property
    def notice(self) -> "Notice | None":
        """The line at the lower edge, once anything was said there."""
        return None if self._foot is None else self._foot.notice

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        """What the top of the pages says now."""
        return () if self._board is None else self._board.shown

    def announce(self, announcement: Announcement) -> None:
        """Say something at the top of every page, until it is closed or withdrawn."""
        if self._board is None:
            from routine_player.ui.shell.announcements import Announcements

            self._board = Announcements(self._theme, self)
            self._board.acted.connect(self.announcement_acted)
            self._board.closed.connect(self.announcement_closed)
            self._column.insertWidget(0, self._board)
            self.setTabOrder(self._rail, self._board)
        self._board.put(announcement)

    def withdraw(self, name: str) -> None:
        """Say it no longer."""
        if self._board is not None:
            self._board.take_away(name)

    def say(self, text: str) -> None:
        """Say something for a moment at the lower edge."""
        self._foot_line().say(text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and call `undo` should the person want it taken back.

        Ctrl Z takes things back in reverse order also when their words are gone.
        """
        self._foot_line().offer_undo(text, undo)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last; nothing happens when there is nothing."""
        if self._foot is not None:
            self._foot.undo(only_offered=self.is_taken_over)

    def hush(self) -> None:
        """Take away what is said at the lower edge, as for a page that needs the place."""
        if self._foot is not None:
            self._foot.hush()

    def forget_undos(self) -> None:
        """Offer nothing back any longer, as after a whole history was replaced."""
        if self._foot is not None:
            self._foot.forget_undos()

    # Closing

    def guard_close(self, *, guarded: bool) -> None:
        """While `guarded`, a wish to close is told by `close_wished`, and the window stays."""
        self._is_guarded = guarded

    def guard_close_by(self, guard: Callable[[], bool]) -> None:
        """Let `guard` keep the window open: true where it asks the person first."""
        self._guards.append(guard)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_guarded:
            event.ignore()
            self.close_wished.emit()
            return
        if any(guard() for guard in self._guards):
            event.ignore()
            return
        self._place.note_now()
        event.accept()
        self.closed.emit()

    # Files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) and not self.is_taken_over:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event.mimeData())
        if paths and not self.is_taken_over:
            event.acceptProposedAction()
            self.paths_dropped.emit(paths)

    # Size, place and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._theme.fit(self.size())
        if self._board is not None:
            self._board.make_room()
        if self._foot is not None:
            self._foot.set_inset(self._inset)
            self._foot.make_way()
        self._place.note_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place.note_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen() and not self.is_taken_over:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_F1:
            self.help_wished.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _build(self) -> None:
        entries = {
            is_last: [
                RailEntry(page.name, page.label, page.icon, page.key.replace("+", " "))
                for page in self._pages.values()
                if page.last is is_last
            ]
            for is_last in (False, True)
        }
        self._stack = QStackedWidget(self)
        home = QWidget()
        self._rail = Rail(self._theme, entries[False], entries[True], home)
        self._rail.page_chosen.connect(self.show_page)
        self._pages_stack = QStackedWidget(home)
        row = QHBoxLayout(home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._pages_stack, 1)
        row.addLayout(self._column, 1)
        self._stack.addWidget(home)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _show_top(self) -> None:
        self._stack.setCurrentIndex(self._stack.count() - 1)
        if self._keys is not None:
            self._keys.rest(resting=self.is_taken_over)

    def _drop(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def _foot_line(self) -> "FootLine":
        if self._foot is None:
            from routine_player.ui.shell.foot_line import FootLine

            self._foot = FootLine(self._theme, self, self.undo)
        self._foot.set_inset(self._inset)
        return self._foot

    @property
    def _inset(self) -> int:
        """How far from the left edge a line at the foot stands: beside the rail, if it is seen."""
        return SPACE_24 if self.is_taken_over else self._rail.width() + SPACE_24


def _dropped(data: QMimeData) -> list[Path]:
    """Give the files and folders of this computer that something dragged stands for."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
