"""The sound check: what works, what is missing and how to get it, and how late it is heard."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.settings.listening import Listening
from routine_player.ui.settings.values import (
    CheckLine,
    CheckState,
    Measuring,
    SoundCheck,
    unknown_check,
)
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    READING,
    SECTION,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.label import PlainLabel, Tone
from routine_player.ui.widgets.painting import smooth

_ICON = 24
_ICONS: dict[CheckState, tuple[str, Tone]] = {
    CheckState.UNKNOWN: ("circle", "ink3"),
    CheckState.BUSY: ("clock", "ink2"),
    CheckState.WORKING: ("check-circle-fill", "accent"),
    CheckState.TROUBLE: ("warning-circle", "attention_ink"),
}
_STATES = {
    CheckState.UNKNOWN: "not tried",
    CheckState.BUSY: "being tried",
    CheckState.WORKING: "works",
    CheckState.TROUBLE: "needs attention",
}


class _Line(QWidget):
    """One line of the check with its button. `copy_wished` carries the line to type."""

    copy_wished = Signal(str)

    def __init__(self, theme: Theme, line: CheckLine, button: Button) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self._title = PlainLabel(theme, "", READING)
        self._text = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._help = QWidget()
        self._install = PlainLabel(theme, "", BODY, wraps=True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(BODY.size_px - 1)
        self._install.setFont(fixed)
        self._copy = Button(
            theme,
            tr("Copy the line"),
            kind=Kind.QUIET,
            size=Size.ROW,
            icon="copy",
            icon_only=True,
        )
        self._copy.clicked.connect(self._wish_copy)
        self._lay_out(button)
        self.show_line(line)

    def show_line(self, line: CheckLine) -> None:
        """Say how it is now."""
        self._line = line
        self._title.setText(line.title)
        self._text.setText(line.text)
        self._install.setText(line.install)
        self._help.setVisible(bool(line.install))
        self.setAccessibleName(
            tr(
                "{title}: {state}. {text}",
                title=line.title,
                state=tr(_STATES[line.state]),
                text=line.text,
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, tone = _ICONS[self._line.state]
        colour = getattr(self._theme.colours, tone)
        with smooth(self) as painter:
            place = QRectF(0, SPACE_12 + SPACE_4, _ICON, _ICON)
            self._theme.icons.paint(painter, icon, colour, place)

    def _lay_out(self, button: Button) -> None:
        install = QHBoxLayout(self._help)
        install.setContentsMargins(0, 0, 0, 0)
        install.setSpacing(SPACE_4)
        install.addWidget(self._install, 1)
        install.addWidget(self._copy)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ICON + SPACE_16, SPACE_12, 0, SPACE_12)
        row.setSpacing(SPACE_16)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _wish_copy(self) -> None:
        self.copy_wished.emit(self._line.install)


class SoundCheckCard(Card):
    """Shows a `SoundCheck` and emits wishes: each of its buttons has one.

    While the delay is measured it listens: `heard` is emitted for Space, `measuring_left` for Esc.
    """

    check_wished = Signal()
    beep_wished = Signal()
    sentence_wished = Signal()
    measure_wished = Signal()
    heard = Signal()
    measuring_left = Signal()
    copy_wished = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=SPACE_24)
        self._theme = theme
        check = unknown_check()
        self.all_button = Button(
            theme, tr("Check everything"), kind=Kind.PRIMARY, icon="play-fill", key="C"
        )
        beep = Button(theme, tr("Beep"), icon="speaker-high")
        sentence = Button(theme, tr("Say a sentence"), icon="chat-circle")
        self._measure = Button(theme, tr("Measure"), icon="timer")
        self._cues = _Line(theme, check.cues, beep)
        self._voice = _Line(theme, check.voice, sentence)
        self._delay = _Line(theme, check.delay, self._measure)
        self._listening = Listening(theme)
        self._listening.hide()
        self.all_button.clicked.connect(self.check_wished)
        beep.clicked.connect(self.beep_wished)
        sentence.clicked.connect(self.sentence_wished)
        self._measure.clicked.connect(self.measure_wished)
        self._listening.heard.connect(self.heard)
        self._listening.left.connect(self.measuring_left)
        self._lay_out()

    @property
    def is_listening(self) -> bool:
        """Whether the delay is being measured."""
        return self._listening.isVisibleTo(self)

    def show_check(self, check: SoundCheck) -> None:
        """Say what works."""
        self._cues.show_line(check.cues)
        self._voice.show_line(check.voice)
        self._delay.show_line(check.delay)

    def show_measuring(self, measuring: Measuring | None) -> None:
        """Listen for the key, or stop listening."""
        was_listening = self.is_listening
        is_listening = measuring is not None
        self._delay.setVisible(not is_listening)
        self._listening.setVisible(is_listening)
        if is_listening:
            self.all_button.disable(tr("Not while the delay is measured."))
        else:
            self.all_button.enable()
        if measuring is not None:
            self._listening.show_progress(measuring)
            if not was_listening:
                self._listening.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_listening:
            self._measure.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def wish_check(self) -> None:
        """Ask for everything to be checked, unless something is being measured."""
        if not self.is_listening:
            self.check_wished.emit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self._theme, tr("Sound check"), SECTION))
        lie_down = tr("Lie down where you will lie, and listen.")
        words.addWidget(PlainLabel(self._theme, lie_down, BODY, "ink2", wraps=True))
        head = QHBoxLayout()
        head.setSpacing(SPACE_16)
        head.addLayout(words, 1)
        head.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignTop)
        self.content.setContentsMargins(SPACE_24, SPACE_16 + SPACE_4, SPACE_24, SPACE_8)
        self.content.addLayout(head)
        self.content.addSpacing(SPACE_8)
        lines = (self._cues, self._voice, self._delay)
        for number, line in enumerate(lines):
            if number:
                self.content.addWidget(Hairline(self._theme))
            self.content.addWidget(line)
            line.copy_wished.connect(self.copy_wished)
        self.content.addWidget(self._listening)
