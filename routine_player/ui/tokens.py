"""The values of the look: colours for light and dark, letterings, spaces, sizes, breakpoints.

Nothing else in the window names a colour or a size of its own. Contrast is WCAG 2's ratio; text
has at least 4.5 on the grounds it stands on, marks 3 (a test holds every pair to it).
"""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QColor

_DARKEST_SCORE_WITH_LIGHT_GROUND = 5


@dataclass(frozen=True, slots=True, eq=False)
class Colours:
    """All colours of one appearance.

    Grounds: `paper` (window), `raised` (cards, inputs, sheets), `sunken` (neutral chips),
    `stage` (behind a figure), `floor` (ellipse under a figure), `mat` and `mat_edge` (what it lies
    on), `clay` (tints the body of the body map), `tint` (chosen row).
    Marks: `line` (hairlines), `strong` (edges of inputs and buttons), `track` (rest of a ring).
    Text: `ink`, `ink2`, `ink3`. Teal (`accent`) means do or chosen, `attention` take care,
    `plum` pain. `pain` is the scale from 0 to 10 in one hue.
    """

    paper: QColor
    raised: QColor
    sunken: QColor
    stage: QColor
    floor: QColor
    mat: QColor
    mat_edge: QColor
    clay: QColor
    line: QColor
    strong: QColor
    track: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_hover: QColor
    tint: QColor
    on_accent: QColor
    attention: QColor
    attention_ink: QColor
    attention_tint: QColor
    error: QColor
    plum: QColor
    plum_ink: QColor
    plum_tint: QColor
    scrim: QColor
    shadow: QColor
    pain: tuple[QColor, ...]
    on_mild_pain: QColor
    on_strong_pain: QColor

    def on_pain(self, score: int) -> QColor:
        """The colour of a digit that stands on the scale's colour for `score`."""
        mild = score <= _DARKEST_SCORE_WITH_LIGHT_GROUND
        return self.on_mild_pain if mild else self.on_strong_pain


def _clear(hue: str, share: float) -> QColor:
    colour = QColor(hue)
    colour.setAlphaF(share)
    return colour


def _scale(hues: str) -> tuple[QColor, ...]:
    return tuple(QColor(f"#{hue}") for hue in hues.split())


LIGHT = Colours(
    paper=QColor("#F5F7F6"),
    raised=QColor("#FFFFFF"),
    sunken=QColor("#E9EEEC"),
    stage=QColor("#E6EDEB"),
    floor=QColor("#D7DFDD"),
    mat=QColor("#C3D6D2"),
    mat_edge=QColor("#A3BCB7"),
    clay=QColor("#FFFFFF"),
    line=QColor("#D5DDDB"),
    strong=QColor("#768480"),
    track=QColor("#D3DCDA"),
    ink=QColor("#14201F"),
    ink2=QColor("#44524F"),
    ink3=QColor("#5C6A67"),
    accent=QColor("#0E6A64"),
    accent_hover=QColor("#0A544F"),
    tint=QColor("#DBECE9"),
    on_accent=QColor("#FFFFFF"),
    attention=QColor("#B26A00"),
    attention_ink=QColor("#7A4700"),
    attention_tint=QColor("#FCEFD8"),
    error=QColor("#A3341F"),
    plum=QColor("#7A4A99"),
    plum_ink=QColor("#4E2470"),
    plum_tint=QColor("#EEE6F3"),
    scrim=_clear("#14201F", 0.46),
    shadow=_clear("#14201F", 0.20),
    pain=_scale(
        "F0E9F4 E6D8EE DCC8E7 CAACDB B98FCF A374BE 8D58AC 784398 622E85 4C1C6C 360B52",
    ),
    on_mild_pain=QColor("#1B0A28"),
    on_strong_pain=QColor("#FFFFFF"),
)

DARK = Colours(
    paper=QColor("#131819"),
    raised=QColor("#1C2325"),
    sunken=QColor("#262F31"),
    stage=QColor("#212B2D"),
    floor=QColor("#2B3638"),
    mat=QColor("#456160"),
    mat_edge=QColor("#324948"),
    clay=QColor("#5A6668"),
    line=QColor("#323D3F"),
    strong=QColor("#78878A"),
    track=QColor("#364244"),
    ink=QColor("#EAF0EE"),
    ink2=QColor("#B6C2BF"),
    ink3=QColor("#95A39F"),
    accent=QColor("#62C7BB"),
    accent_hover=QColor("#7AD6CB"),
    tint=QColor("#1C3A39"),
    on_accent=QColor("#06201E"),
    attention=QColor("#E5A93F"),
    attention_ink=QColor("#F2C26B"),
    attention_tint=QColor("#38290F"),
    error=QColor("#F08A72"),
    plum=QColor("#B990D6"),
    plum_ink=QColor("#DCC0F0"),
    plum_tint=QColor("#33273D"),
    scrim=_clear("#06090A", 0.66),
    shadow=_clear("#000000", 0.55),
    pain=_scale(
        "352B3D 43364E 51405F 624C74 745788 8766A0 9A74B7 B28DCD CAA6E3 DFC6F1 F4E6FF",
    ),
    on_mild_pain=QColor("#FFFFFF"),
    on_strong_pain=QColor("#1B0A28"),
)


class Lettering(NamedTuple):
    """A size of type, in pixels, with a weight that Qt knows (400 or 600)."""

    size_px: int
    weight: int = 400

    def strong(self) -> "Lettering":
        """The same size, semibold."""
        return Lettering(self.size_px, SEMIBOLD)


SEMIBOLD = 600

CAPTION = Lettering(12)  # axes, rail words, key hints
BODY = Lettering(14)  # body, buttons, chips
TITLE = Lettering(16, SEMIBOLD)  # list titles, questions
READING = Lettering(16)  # instructions
SECTION = Lettering(20, SEMIBOLD)  # section titles, player chips, time left
PAGE = Lettering(28, SEMIBOLD)  # page titles
CUE = Lettering(28)  # cues in the player, where nothing competes
DISPLAY = Lettering(44, SEMIBOLD)  # name of the exercise, end, first start
NUMERAL_SPACING_PERCENT = 95.0

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
PAGE_TOP, PAGE_SIDE = 24, 32

RADIUS = 8
RADIUS_HINT = 4
RADIUS_BAR = 3

FOCUS_WIDTH = 2
FOCUS_DISTANCE = 2

SHADOW_DROP = 8
SHADOW_BLUR = 28

MOTION_MS = 160
DISABLED_OPACITY = 0.45

RING_OF_WINDOW = 0.47
RING_OF_COMPACT_WINDOW = 0.52
RING_STROKE = 0.053  # of the diameter
NUMERAL_OF_WINDOW = 0.225
LEAST_NUMERAL_OF_WINDOW = 1 / 7  # readable from the mat, 3 m away
NUMERAL_OF_INNER_RING = 0.72

HINTS_FROM_WIDTH = 900
TWO_COLUMNS_FROM_WIDTH = 900
RAIL_WORDS_FROM_WIDTH = 720


class Room(NamedTuple):
    """How much room the window has, in pixels, and what it has room for."""

    width: int = 1280
    height: int = 800

    @property
    def shows_key_hints(self) -> bool:
        return self.width >= HINTS_FROM_WIDTH

    @property
    def has_two_columns(self) -> bool:
        return self.width >= TWO_COLUMNS_FROM_WIDTH

    @property
    def shows_rail_words(self) -> bool:
        return self.width >= RAIL_WORDS_FROM_WIDTH
