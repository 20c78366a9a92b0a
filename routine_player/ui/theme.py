"""The look of the window, passed to every widget: colours, letterings, icons, motion, room."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from routine_player.store import settings
from routine_player.ui.icons import Icons
from routine_player.ui.stylesheet import palette_of, sheet_of
from routine_player.ui.tokens import (
    BODY,
    DARK,
    LIGHT,
    NUMERAL_SPACING_PERCENT,
    SEMIBOLD,
    Colours,
    Lettering,
    Room,
)

STYLE_WORDS: Final = ("-style", "fusion")
"""What the application's arguments have to end with, for the style that the palette is made for.

Asked of the application later, it costs several milliseconds: to hand its style to Python, Qt for
Python first makes all that there is to know about styles.
"""


class Theme(QObject):
    """What is worn now. Widgets read it when they paint, so a change needs no rebuilding.

    `changed` follows a change of colours or motion; Qt repaints all widgets by itself, as their
    palette has changed, so only what keeps coloured pictures needs the signal. `room_changed`
    follows a change of `room` that hides or shows something.
    """

    changed = Signal()
    room_changed = Signal()

    def __init__(
        self,
        application: QApplication,
        icons: Icons,
        choice: settings.Theme = settings.Theme.SYSTEM,
        motion: settings.Motion = settings.Motion.SYSTEM,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._icons = icons
        self._choice = choice
        self._motion = motion
        self._room = Room()
        self._colours = LIGHT
        self._is_worn = False
        self._fonts: dict[Lettering, QFont] = {}
        self._family = application.font()
        application.setFont(self.font(BODY))
        self._system = application.styleHints()
        self._tell_system()
        self._apply(self._wanted())
        self._system.colorSchemeChanged.connect(self.follow_system)

    @property
    def colours(self) -> Colours:
        """The colours of the appearance that is worn now."""
        return self._colours

    @property
    def icons(self) -> Icons:
        return self._icons

    @property
    def is_dark(self) -> bool:
        return self._colours is DARK

    @property
    def choice(self) -> settings.Theme:
        """What the person chose; `is_dark` tells what came of it."""
        return self._choice

    @property
    def room(self) -> Room:
        """How much room the window has."""
        return self._room

    @property
    def moves(self) -> bool:
        """Whether colours and knobs may glide; False where less motion was asked for."""
        if self._motion is not settings.Motion.SYSTEM:
            return self._motion is settings.Motion.FULL
        from PySide6.QtWidgets import QStyle  # 4 ms that no start has to wait for

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._application.style().styleHint(hint) > 0

    def font(self, lettering: Lettering) -> QFont:
        """The system's own family in one of the sizes, with figures of equal width."""
        font = self._fonts.get(lettering)
        if font is None:
            font = QFont(self._family)
            font.setPixelSize(lettering.size_px)
            font.setWeight(QFont.Weight(lettering.weight))
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[lettering] = font
        return font

    def numeral_font(self, size_px: int) -> QFont:
        """The lettering of the player's large numerals."""
        font = QFont(self.font(Lettering(size_px, SEMIBOLD)))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, NUMERAL_SPACING_PERCENT)
        return font

    @Slot()
    def follow_system(self) -> None:
        """Look again at what the system wants; without effect where the person chose."""
        self._apply(self._wanted())

    def wear(self, choice: settings.Theme) -> None:
        """Change to light, dark, or whatever the system has."""
        self._choice = choice
        self._tell_system()
        self._apply(self._wanted())

    def move(self, motion: settings.Motion) -> None:
        """Allow motion, forbid it, or do as the system says."""
        self._motion = motion
        self.changed.emit()

    def fit(self, size: QSize) -> None:
        """Take note of the window's size, in logical pixels."""
        before, self._room = self._room, Room(size.width(), size.height())
        if _hides(before) != _hides(self._room):
            self.room_changed.emit()

    def _wanted(self) -> Colours:
        match self._choice:
            case settings.Theme.LIGHT:
                return LIGHT
            case settings.Theme.DARK:
                return DARK
            case settings.Theme.SYSTEM:
                dark = self._system.colorScheme() is Qt.ColorScheme.Dark
                return DARK if dark else LIGHT

    def _tell_system(self) -> None:
        """Have the title bar and the system's own dialogs look the same."""
        match self._choice:
            case settings.Theme.LIGHT:
                self._system.setColorScheme(Qt.ColorScheme.Light)
            case settings.Theme.DARK:
                self._system.setColorScheme(Qt.ColorScheme.Dark)
            case settings.Theme.SYSTEM:
                self._system.unsetColorScheme()

    def _apply(self, colours: Colours) -> None:
        if colours is self._colours and self._is_worn:
            return
        self._is_worn = True
        self._colours = colours
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(sheet_of(colours))
        self.changed.emit()


def _hides(room: Room) -> tuple[bool, bool, bool]:
    return room.shows_key_hints, room.has_two_columns, room.shows_rail_words
