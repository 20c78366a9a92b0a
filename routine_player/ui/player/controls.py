"""The buttons at the foot of the player, and the tools in its corner."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from routine_player.core.keys import asked_for
from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.key_buttons import ControlButton, stands_for
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.pressable import Pressable
from routine_player.ui.widgets.round_button import LARGE, MEDIUM, SMALL


class Controls(QWidget):
    """Ten seconds less, back, pause, skip, ten seconds more; `key_meant` carries the key."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._less = ControlButton(theme, tr("10 seconds less"), "minus", tr("10 s"), "↓")
        back = tr("Back: begin the step again, twice for the step before")
        self._back = ControlButton(theme, back, "skip-back", tr("Back"), "←")
        self._pause = ControlButton(
            theme, tr("Pause"), "pause-fill", tr("Pause"), tr("Space"), primary=True
        )
        self._skip = ControlButton(theme, tr("Skip"), "skip-forward", tr("Skip"), "→")
        self._more = ControlButton(theme, tr("10 seconds more"), "plus", tr("10 s"), "↑")
        names = ("down", "left", "space", "right", "up")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._row = row
        for button, name in zip(self.buttons, names, strict=True):
            stands_for(button, name, self.key_meant.emit)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[ControlButton, ...]:
        """In reading order."""
        return self._less, self._back, self._pause, self._skip, self._more

    @property
    def pause(self) -> ControlButton:
        return self._pause

    def fit(self, fit: Fit) -> None:
        """Be as large as the window allows."""
        small = fit.is_compact
        self._row.setSpacing(SPACE_12 if small else SPACE_16 + SPACE_8)
        self._pause.set_diameter(MEDIUM if small else LARGE)
        for button in (self._back, self._skip):
            button.set_diameter(SMALL if small else MEDIUM)
        for button in (self._less, self._more):
            button.set_diameter(SMALL)
            button.setVisible(fit.shows_ten_seconds)
        for button in self.buttons:
            button.show_words(shown=not small)
            bottom = Qt.AlignmentFlag.AlignVCenter if small else Qt.AlignmentFlag.AlignBottom
            self._row.setAlignment(button, bottom)

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        """Offer what may be done now; what Space does follows from that too."""
        meant = asked_for("space", allowed.__contains__)
        if meant is Command.PAUSE:
            self._pause.set_action(tr("Pause"), "pause-fill", tr("Pause"))
        else:
            self._pause.set_action(tr("Go on"), "play-fill", tr("Go on"))
        self._pause.allow(allowed=meant is not None, otherwise=tr("Nothing to pause now"))
        self._back.allow(allowed=Command.RESTART in allowed, otherwise=tr("Not just now"))
        self._skip.allow(allowed=Command.SKIP in allowed, otherwise=tr("Not just now"))
        untimed = tr("Nothing is timed now")
        self._less.allow(allowed=Command.SHORTEN in allowed, otherwise=untimed)
        self._more.allow(allowed=Command.EXTEND in allowed, otherwise=untimed)

    def leave_first_place(self, *, left: bool) -> None:
        """Let Done be the one thing to press, instead of pause."""
        self._pause.set_primary(primary=not left)


class _HurtButton(Button):
    """The one button whose key is named in every window, however small."""

    def _shows_key(self) -> bool:
        return True


class HurtRow(QWidget):
    """In the lower left corner: "It hurts", always, and "Say again" where there is room."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._hurt = _HurtButton(
            theme,
            tr("It hurts"),
            kind=Kind.ATTENTION,
            size=Size.LARGE,
            icon="hand-palm",
            key=tr("H"),
            parent=self,
        )
        self._again = Button(
            theme, tr("Say again"), kind=Kind.QUIET, icon="chat-circle", key=tr("R"), parent=self
        )
        stands_for(self._hurt, "h", self.key_meant.emit)
        stands_for(self._again, "r", self.key_meant.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._hurt)
        row.addWidget(self._again)
        row.addStretch()

    @property
    def buttons(self) -> tuple[Pressable, ...]:
        """In reading order."""
        return self._hurt, self._again

    def fit(self, fit: Fit) -> None:
        self._again.setVisible(fit.shows_say_again)

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        self._hurt.setEnabled(Command.HURT in allowed)


class Tools(QWidget):
    """Sound, full screen, keys, stop: in the upper right corner, or the lower in a small window."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._mute = self._tool(theme, tr("Mute"), "speaker-high", tr("M"), "m")
        self._screen = self._tool(theme, tr("Full screen"), "arrows-out", tr("F"), "f")
        self._keys = self._tool(theme, tr("Keys"), "keyboard", "?", "?")
        self._stop_icon = self._tool(theme, tr("Stop"), "x", tr("Esc"), "escape")
        self._stop = Button(theme, tr("Stop"), icon="x", key=tr("Esc"), parent=self)
        stands_for(self._stop, "escape", self.key_meant.emit)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            self._row.addWidget(button)
        self._row.insertSpacing(self._row.count() - 1, SPACE_12)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """In reading order."""
        return self._mute, self._screen, self._keys, self._stop_icon, self._stop

    def fit(self, fit: Fit) -> None:
        small = fit.is_compact
        self._row.setSpacing(SPACE_8 if small else SPACE_4)
        self._keys.setVisible(not small)
        self._stop.setVisible(not small)
        self._stop_icon.setVisible(small)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether anything can be heard."""
        self._mute.set_icon("speaker-x" if muted else "speaker-high")
        self._mute.set_label(tr("Sound on") if muted else tr("Mute"))

    def _tool(self, theme: Theme, label: str, icon: str, key: str, name: str) -> Button:
        button = Button(
            theme, label, kind=Kind.QUIET, icon=icon, key=key, icon_only=True, parent=self
        )
        stands_for(button, name, self.key_meant.emit)
        return button


class VoiceLine(QWidget):
    """In the lower right corner: what can be heard. A press mutes, or lets it be heard again."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._muted = False
        self._button = Button(
            theme, "", kind=Kind.QUIET, icon="speaker-high", key=tr("M"), parent=self
        )
        stands_for(self._button, "m", self.key_meant.emit)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tool does the same
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self._button)
        self._show()

    @property
    def button(self) -> Button:
        return self._button

    def show_voice(self, words: str) -> None:
        """Say what the voice does, such as "Voice: key moments"; nothing is shown for no words."""
        self._words = words
        self._show()

    def show_muted(self, *, muted: bool) -> None:
        self._muted = muted
        self._show()

    def _show(self) -> None:
        self._button.set_label(tr("Muted") if self._muted else self._words)
        self._button.set_icon("speaker-x" if self._muted else "speaker-high")
        self._button.setVisible(self._muted or bool(self._words))
