"""The ring with what belongs to it: Done inside, tempo or "I'm ready" below, what comes next."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.moment import Moment
from routine_player.core.scene import Scene
from routine_player.core.session import Command, State
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.key_buttons import InnerButton, ReadyRow
from routine_player.ui.player.next_card import NextCard
from routine_player.ui.player.tempo import parts_of, word_at
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import RING_STROKE, SPACE_8, SPACE_16, SPACE_24
from routine_player.ui.widgets.button import Button, Size
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.ring import Ring, RingState
from routine_player.ui.widgets.tempo_line import TempoLine

_CAP_OF_NUMERAL = 0.73
_GAP_OF_CAP = 0.18
_STILL = frozenset({State.PAUSED, State.INTERRUPTED, State.HURTING})


class Below(Enum):
    """What stands under the ring."""

    NOTHING = auto()
    TEMPO = auto()
    READY = auto()
    NEXT = auto()


class RingColumn(QWidget):
    """Shows how far the phase is, and the buttons for ending it early.

    `key_meant` carries the name of the key that a button stands for.
    """

    key_meant = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._fit = Fit()
        self._scene: Scene | None = None
        self._moment: Moment | None = None
        self._can_be_done = False
        self._below = Below.NOTHING
        self._ring = Ring(theme, self)
        self._inner = InnerButton(theme, self)
        self._tempo = TempoLine(theme, self)
        self._ready = ReadyRow(theme, self)
        self._line = Hairline(theme, self)
        self._next = NextCard(theme, pictures, self)
        self._inner.key_meant.connect(self.key_meant)
        self._ready.key_meant.connect(self.key_meant)
        self._choose()

    @property
    def ring(self) -> Ring:
        return self._ring

    @property
    def inner(self) -> InnerButton:
        return self._inner

    @property
    def below(self) -> Below:
        return self._below

    @property
    def buttons(self) -> tuple[Button, ...]:
        """In reading order."""
        return *self._inner.buttons, *self._ready.buttons

    def fit(self, fit: Fit) -> None:
        self._fit = fit
        self._next.fit(fit)
        self.place_all()

    def wished_height(self) -> int:
        """How high the column would be with a ring as large as meant and all that is below it."""
        return self._fit.ring + self._height_of(self._wished_below())

    def show_scene(self, scene: Scene) -> None:
        """Prepare for another phase; its first moment follows."""
        self._scene = scene
        self._moment = None
        self._tempo.show_parts(parts_of(scene))
        self._next.show_next(scene.next_up)
        self.place_all()

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        """Offer what may be done now."""
        self._can_be_done = Command.DONE in allowed
        self._inner.show_allowed(allowed)
        self._ready.show_allowed(allowed)
        self._choose()

    def show_moment(self, moment: Moment) -> None:
        """Show how far it is; only what changes by a pixel is drawn."""
        scene, self._moment = self._scene, moment
        if scene is None:
            return
        is_still = moment.state in _STILL
        above, below = moment.above, moment.below
        if scene.waits_for_done and not is_still:
            above, below = below, ""  # the button takes the place below
        elif moment.tempo is not None and self._below is not Below.TEMPO:
            above = above or word_at(scene, moment.tempo)
        self._ring.show_state(
            RingState(
                kind=scene.ring,
                share=moment.ring,
                parts=scene.ring_parts,
                numeral=moment.numeral,
                above=above,
                below=below,
                is_urgent=moment.urgent,
                is_paused=is_still,
            )
        )
        if moment.tempo is not None:
            self._tempo.show_progress(moment.tempo, is_paused=is_still)
        self._put_inner_under_numeral()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_all()

    def place_all(self) -> None:
        """Put ring, buttons, tempo and what comes next where they have room."""
        wished = self._wished_below()
        has_room = self.height() - self._height_of(wished) >= self._least_ring(wished)
        self._below = wished if has_room else Below.NOTHING
        room = self.height() - self._height_of(self._below)
        side = max(0, min(self._fit.ring, self.width(), room))
        hangs = self._below is not Below.NOTHING and not self._fit.is_tall
        top = 0 if hangs else max(0, (room - side) // 2)
        self._ring.setGeometry((self.width() - side) // 2, top, side, side)
        top += side + SPACE_24
        self._tempo.setGeometry(0, top, self.width(), self._tempo.sizeHint().height())
        self._ready.setGeometry(0, top, self.width(), int(Size.LARGE))
        self._line.setGeometry(0, top + SPACE_8, self.width(), 1)
        top += SPACE_8 + SPACE_16
        self._next.setGeometry(0, top, self.width(), self._next.needed_height())
        self._choose()
        if self._moment is not None:
            self.show_moment(self._moment)

    def _choose(self) -> None:
        """Show what the phase has use for."""
        scene = self._scene
        waits = scene is not None and scene.waits_for_done
        may_be_ready = scene is not None and scene.may_be_ready and not waits
        self._inner.say(waits_for_done=waits)
        is_inside = waits or (may_be_ready and self._below is not Below.READY)
        self._inner.setVisible(is_inside and self._can_be_done)
        self._ready.setVisible(self._below is Below.READY)
        self._tempo.setVisible(self._below is Below.TEMPO)
        self._line.setVisible(self._below is Below.NEXT)
        self._next.setVisible(self._below is Below.NEXT)
        self._put_inner_under_numeral()

    def _put_inner_under_numeral(self) -> None:
        if self._inner.isHidden():
            return
        cap = round(self._ring.numeral_px() * _CAP_OF_NUMERAL)
        gap = max(SPACE_8, round(cap * _GAP_OF_CAP))
        inset = round(self._ring.width() * RING_STROKE)
        circle = self._ring.geometry().adjusted(inset, inset, -inset, -inset)
        self._inner.put_into(circle, cap // 2 + gap)

    def _wished_below(self) -> Below:
        scene = self._scene
        if scene is None:
            return Below.NOTHING
        if scene.tempo:
            return Below.TEMPO if self._fit.shows_tempo else Below.NOTHING
        if scene.may_be_ready and not scene.waits_for_done:
            return Below.READY if self._ready.least_width <= self.width() else Below.NOTHING
        has_next = scene.next_up is not None and self._fit.shows_next_picture
        return Below.NEXT if has_next and not self._fit.is_tall else Below.NOTHING

    def _least_ring(self, below: Below) -> float:
        """How small the ring may become for what is wished below it."""
        if below is Below.TEMPO:
            return self._fit.least_ring
        return min(self._fit.ring, self.width())  # the others have another place to go to

    def _height_of(self, below: Below) -> int:
        match below:
            case Below.NOTHING:
                return 0
            case Below.TEMPO:
                return SPACE_24 + self._tempo.sizeHint().height()
            case Below.READY:
                return SPACE_24 + int(Size.LARGE)
            case Below.NEXT:
                return SPACE_24 + SPACE_8 + SPACE_16 + self._next.needed_height()
