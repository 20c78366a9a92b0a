"""A small player to look at: the real parts, with a countdown that runs by itself."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core.choices import Position
from routine_player.core.language import tr
from routine_player.core.motion import Elapsed, Manner
from routine_player.core.picture import Picture
from routine_player.core.ring_kind import RingKind
from routine_player.core.step_progress import StepProgress, StepStatus
from routine_player.core.wording import position_words
from routine_player.ui.first_start.pin import DIAMETER, Pin
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    PAGE,
    SECTION,
    SHADOW_BLUR,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    Lettering,
)
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.chip import Chip
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import paint_panel, smooth
from routine_player.ui.widgets.ring import Ring, RingState
from routine_player.ui.widgets.session_bar import COMPACT, SessionBar
from routine_player.ui.widgets.shadow import paint_shadow
from routine_player.ui.widgets.stage import Stage, StageImage

if TYPE_CHECKING:
    from routine_player.ui.figure.moving_stage import MovingStage

_HIGH = 0.68  # of the panel's width
_WIDEST, _USUAL, _LEAST = 880, 680, 356
_COMPACT_BELOW, _LINE_FROM = 460, 400
_LINE = Lettering(20)
_RING_OF_WIDTH = 0.31
_FRAME_MS = 50
_ALIVE_AFTER_MS = 400
_HOLD_S = 30.0
_BEGINS_AT_S = 21.0
_BAR_S = (20.0, 30.0, 20.0, 40.0, 30.0)


class PlayerPicture(QWidget):
    """A small player on a panel with a shadow, with pins 1 to 3 where the facts are.

    Nothing in it takes the mouse or the keyboard. The countdown stands still where less motion
    was asked for, and rests while the picture is hidden.
    """

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left_s = _BEGINS_AT_S
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("What a session looks like"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._player = _SmallPlayer(theme, pictures, self)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self.run_on)
        self._coming_alive = QTimer(self)
        self._coming_alive.setSingleShot(True)
        self._coming_alive.setInterval(_ALIVE_AFTER_MS)
        self._coming_alive.timeout.connect(self._player.come_alive)
        self._player.show_left(self._left_s)

    @property
    def is_running(self) -> bool:
        """Whether the countdown runs by itself now."""
        return self._frames.isActive()

    @Slot()
    def run_on(self) -> None:
        """Let a frame of the countdown pass; it begins again after its end."""
        self._left_s -= _FRAME_MS / 1000
        if self._left_s <= 0:
            self._left_s = _HOLD_S
        self._player.show_left(self._left_s)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        panel = min(width - 2 * SHADOW_BLUR, _WIDEST)
        return round(panel * _HIGH) + 2 * SHADOW_BLUR

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._theme.moves:
            self._frames.start()
            self._coming_alive.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()
        self._coming_alive.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.rect().adjusted(SHADOW_BLUR, SHADOW_BLUR, -SHADOW_BLUR, -SHADOW_BLUR)
        width = min(room.width(), _WIDEST, round(room.height() / _HIGH))
        panel = QRect(0, 0, width, round(width * _HIGH))
        panel.moveCenter(room.center())
        self._player.setGeometry(panel)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self._player.geometry())
        with smooth(self) as painter:
            paint_shadow(painter, area, colours.shadow)
            paint_panel(painter, area, fill=colours.paper, edge=colours.line)


class _SmallPlayer(QWidget):
    """Session bar, name, side, figure, ring and "It hurts", as the player has them."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._moving: MovingStage | None = None
        self._bar = SessionBar(theme, COMPACT)
        self._name = PlainLabel(theme, tr("Cat-cow"), PAGE)
        self._position = Chip(theme, position_words(Position.QUADRUPED), stressed=True)
        self._dose = Chip(theme, tr("30 s, slowly"))
        self._stage = Stage(theme, framed=False)
        self._stage.show_image(self._image)
        self._ring = Ring(theme)
        self._line = PlainLabel(theme, tr("Round up, breathe out."), _LINE)
        self._hurts = Button(theme, tr("It hurts"), kind=Kind.ATTENTION, icon="hand-palm", key="H")
        self._hurts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._pins = [Pin(theme, number, self, filled=True) for number in (1, 2, 3)]

    def show_left(self, left_s: float) -> None:
        """Show the moment at which so many seconds of the hold are left."""
        share = left_s / _HOLD_S
        numeral = str(math.ceil(left_s))
        self._ring.show_state(RingState(RingKind.ARC, share, numeral=numeral))
        status = (StepStatus.DONE, StepStatus.RUNNING, *[StepStatus.COMING] * 3)
        done = (1.0, 1.0 - share, 0.0, 0.0, 0.0)
        steps = zip(status, done, _BAR_S, strict=True)
        self._bar.show_steps([StepProgress(*step) for step in steps])
        if self._moving is not None:
            self._moving.show_elapsed(Manner.FREE, Elapsed(_HOLD_S - left_s))

    def come_alive(self) -> None:
        """Let the figure move, which the first picture of a start has no time for."""
        from routine_player.ui.figure.moving_stage import MovingStage

        if self._moving is None:
            self._moving = MovingStage(self._theme, self._pictures.figures)
            self._left.replaceWidget(self._stage, self._moving)
            self._stage.hide()
            self._moving.show()
            self._place_pins()
        self._pictures.figures.expect([self._shown])
        self._moving.show_picture(self._shown, self._image)

    @property
    def _shown(self) -> Picture:
        return Picture("cat-cow", tr("Cat-cow"), Position.QUADRUPED)

    @property
    def _image(self) -> StageImage:
        """The still, without the arrows that tell apart what stands still."""
        image = self._pictures.stage_image(self._shown)
        if image.figure is None:
            return image
        return replace(image, figure=replace(image.figure, has_arrows=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < _COMPACT_BELOW
        side = SPACE_12 if compact else SPACE_24
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(SPACE_8 if compact else SPACE_16)
        self._name.set_lettering(SECTION if compact else PAGE)
        self._line.set_lettering(BODY if compact else _LINE)
        self._dose.setVisible(not compact)
        for part in (self._line, self._position):
            part.setVisible(self.width() >= _LINE_FROM)  # below that, the figure needs the room
        ring = round(self.width() * _RING_OF_WIDTH)
        self._ring.setFixedSize(ring, ring)
        self._ring.reference_height = self.height()
        self._column.activate()
        self._place_pins()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(SPACE_8)
        chips.addWidget(self._position)
        chips.addWidget(self._dose)
        chips.addStretch(1)
        self._left = left = QVBoxLayout()
        left.setSpacing(SPACE_8)
        left.addWidget(self._name)
        left.addLayout(chips)
        left.addWidget(self._stage, 1)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_8)
        middle.addLayout(left, 1)
        middle.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.addWidget(self._line)
        below.addStretch(1)
        below.addSpacing(DIAMETER + SPACE_16)
        below.addWidget(self._hurts)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._bar)
        self._column.addLayout(middle, 1)
        self._column.addLayout(below)

    def _place_pins(self) -> None:
        """Pin the facts to the figure, to the ring, and beside "It hurts"."""
        figure, numbers, hurts = self._pins
        shown = self._moving or self._stage
        stage, ring, button = (part.geometry() for part in (shown, self._ring, self._hurts))
        figure.move(stage.left() + stage.width() // 5, stage.top() + stage.height() // 6)
        numbers.move(ring.left() - SPACE_8, ring.top() - SPACE_8)
        middle = button.center().y() - DIAMETER // 2 + 1
        hurts.move(button.left() - DIAMETER - SPACE_8, middle)
