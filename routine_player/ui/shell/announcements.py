"""What is to be known on every page, at its top, the gravest first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from routine_player.ui.shell.values import Announcement, Gravity
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4, SPACE_8
from routine_player.ui.widgets.banner import Banner, BannerKind

_KINDS = {
    Gravity.NOTE: BannerKind.NOTE,
    Gravity.CAUTION: BannerKind.CAUTION,
    Gravity.ERROR: BannerKind.ERROR,
}
_ALL_FROM_HEIGHT = 600


class Announcements(QWidget):
    """Banners below each other; in a low window only the gravest.

    `acted` names the one whose button was pressed, `closed` one that was taken away by its cross.
    """

    acted = Signal(str)
    closed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[str, tuple[Announcement, Banner]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        self._column.setSpacing(SPACE_4)
        self.hide()

    @property
    def shown(self) -> tuple[Announcement, ...]:
        """What there is to say, the gravest first, of equals the first said."""
        said = [announcement for announcement, _ in self._lines.values()]
        return tuple(sorted(said, key=lambda one: -one.gravity.value))

    def put(self, announcement: Announcement) -> None:
        """Say something, in place of what was said under the same name."""
        if announcement in self.shown:
            return
        self._forget(announcement.name)
        name = announcement.name
        banner = Banner(
            self._theme,
            announcement.text,
            _KINDS[announcement.gravity],
            action=announcement.action,
            can_go=not announcement.stays,
            parent=self,
        )
        banner.action_wished.connect(lambda: self.acted.emit(name))
        banner.dismissed.connect(lambda: self._close(name))
        self._lines[name] = (announcement, banner)
        self._column.insertWidget(self.shown.index(announcement), banner)
        self.make_room()

    def take_away(self, name: str) -> None:
        """Say it no longer; nothing happens where it was not said."""
        self._forget(name)
        self.make_room()

    @Slot()
    def make_room(self) -> None:
        """Show as many as the window is high enough for."""
        most = len(self._lines) if self._theme.room.height >= _ALL_FROM_HEIGHT else 1
        for number, announcement in enumerate(self.shown):
            self._lines[announcement.name][1].setVisible(number < most)
        self.setVisible(bool(self._lines))

    def _forget(self, name: str) -> None:
        if name in self._lines:
            _, banner = self._lines.pop(name)
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def _close(self, name: str) -> None:
        self.take_away(name)
        self.closed.emit(name)
