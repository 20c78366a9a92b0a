"""What the player shows in a window of a given size, and how large it writes."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

from routine_player.ui.tokens import (
    BODY,
    CUE,
    DISPLAY,
    PAGE,
    READING,
    RING_OF_COMPACT_WINDOW,
    RING_OF_WINDOW,
    SECTION,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    Lettering,
)

_DESIGN = QSize(1280, 800)
_LARGEST_SCALE = 2.0
_COMPACT_BELOW = QSize(800, 540)
_TALL_FROM = 1.1  # a window narrower than this share of its height has one column
_RING_OF_TALL_WINDOW = 0.33
_LEAST_RING = 0.36
_LEAST_RING_OF_TALL_WINDOW = 0.28
_TEMPO_FROM_TALL_HEIGHT = 1160
_VOICE_FROM_WIDTH = 1120
_SAY_AGAIN_FROM_WIDTH = 1000
_TEN_SECONDS_FROM_WIDTH = 760
_SECOND_LINE_FROM_HEIGHT = 560
_NEXT_PICTURE_FROM_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Fit:
    """A window's size in logical pixels, and all that follows from it alone.

    As a window shrinks, these go in order: the voice line, "Say again", the buttons for ten
    seconds, the second line, the picture of what is next. Numeral, side, pause and "It hurts"
    never go.
    """

    width: int = _DESIGN.width()
    height: int = _DESIGN.height()

    @property
    def is_compact(self) -> bool:
        """Whether the tools have no line of their own and words are as small as they get."""
        return self.width < _COMPACT_BELOW.width() or self.height < _COMPACT_BELOW.height()

    @property
    def is_tall(self) -> bool:
        """Whether the ring stands below the picture instead of beside it."""
        return self.width < self.height * _TALL_FROM

    @property
    def scale(self) -> float:
        """How much larger than in the design words are: they are read from the mat too."""
        wide = self.width / _DESIGN.width()
        share = wide * 1.5 if self.is_tall else wide
        return max(1.0, min(_LARGEST_SCALE, share, self.height / _DESIGN.height()))

    @property
    def margin(self) -> int:
        if self.is_compact:
            return SPACE_16
        return SPACE_32 if self.width >= _VOICE_FROM_WIDTH else SPACE_24

    @property
    def gap(self) -> int:
        """Between blocks, one above the other."""
        return SPACE_12 if self.is_compact else SPACE_24

    @property
    def headline(self) -> Lettering:
        """Of a name that has room on one line."""
        return PAGE if self.is_compact else self.scaled(DISPLAY)

    @property
    def long_headline(self) -> Lettering:
        """Of a name that needs two lines."""
        return SECTION if self.is_compact else self.scaled(PAGE)

    @property
    def cues(self) -> tuple[Lettering, ...]:
        """Of the instructions: the first with which they all have room."""
        if self.is_compact:
            return (READING, BODY)
        return tuple(self.scaled(one) for one in (CUE, Lettering(24), Lettering(SECTION.size_px)))

    @property
    def lines(self) -> int:
        """How many instructions are shown."""
        return 1 if self.is_compact or self.height < _SECOND_LINE_FROM_HEIGHT else 2

    @property
    def ring(self) -> int:
        """The diameter of the ring where nothing is in its way."""
        if self.is_tall:
            return round(min(self.height * _RING_OF_TALL_WINDOW, self.width * 0.9))
        share = RING_OF_COMPACT_WINDOW if self.is_compact else RING_OF_WINDOW
        return round(min(self.height * share, self.width * 0.42))

    @property
    def least_ring(self) -> float:
        """How small the ring may become: its numeral has to be read from the mat."""
        share = _LEAST_RING_OF_TALL_WINDOW if self.is_tall else _LEAST_RING
        return self.height * share

    @property
    def shows_tempo(self) -> bool:
        """Whether the line that goes up and down has room under the ring."""
        return not self.is_compact and (not self.is_tall or self.height >= _TEMPO_FROM_TALL_HEIGHT)

    @property
    def shows_voice(self) -> bool:
        return not self.is_compact and self.width >= _VOICE_FROM_WIDTH

    @property
    def shows_say_again(self) -> bool:
        return not self.is_compact and self.width >= _SAY_AGAIN_FROM_WIDTH

    @property
    def shows_ten_seconds(self) -> bool:
        return not self.is_compact and self.width >= _TEN_SECONDS_FROM_WIDTH

    @property
    def shows_next_picture(self) -> bool:
        return not self.is_compact and self.height >= _NEXT_PICTURE_FROM_HEIGHT

    def scaled(self, lettering: Lettering) -> Lettering:
        """A size of type, larger in a window larger than the design's."""
        return Lettering(round(lettering.size_px * self.scale), lettering.weight)
