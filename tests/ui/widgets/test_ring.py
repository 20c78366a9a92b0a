from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QRegion
from pytestqt.qtbot import QtBot

from routine_player.core.scene import RingKind
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.arcs import arcs_of, circumference
from routine_player.ui.widgets.ring import Ring, RingState

HOLD = RingState(RingKind.ARC, 0.6, 1, "18", "", "seconds")
REPS = RingState(RingKind.REPS, 0.5, 12, "7", "", "of 12")
SQUARE = QRectF(0, 0, 376, 376)


@pytest.fixture
def ring(theme: Theme, show) -> Ring:
    made = Ring(theme)
    made.setFixedSize(376, 376)
    made.reference_height = 800
    made.window_kept = show(made)
    made.show_state(HOLD)
    return made


def test_the_same_state_again_paints_nothing(ring: Ring, repaints):
    asked = repaints(ring)

    ring.show_state(replace(HOLD))

    assert asked == []


def test_less_than_a_pixel_paints_nothing_and_a_pixel_does(ring: Ring, repaints):
    asked = repaints(ring)
    pixel = 1 / ring.pixels_per_share()

    for tenth in range(1, 5):
        ring.show_state(replace(HOLD, share=0.6 - tenth * pixel / 10))
    few = len(asked)
    ring.show_state(replace(HOLD, share=0.6 - 2 * pixel))

    assert few <= 1
    assert len(asked) == few + 1


def test_a_whole_hold_is_painted_once_a_pixel_at_most(ring: Ring, repaints):
    ring.show_state(replace(HOLD, share=1.0))
    asked = repaints(ring)

    for step in range(6000):
        ring.show_state(replace(HOLD, share=1 - step / 6000))

    assert 1000 < len(asked) <= round(ring.pixels_per_share()) + 1


def test_only_the_end_of_the_arc_is_painted_again(ring: Ring, repaints):
    asked = repaints(ring)

    ring.show_state(replace(HOLD, share=0.597))

    (region,) = asked
    assert region is not None
    area = region.boundingRect()
    assert area.width() < 60
    assert area.height() < 60
    assert area.contains(295, 336)  # three fifths back from 12 o'clock, on the middle line


@pytest.mark.parametrize("state", [HOLD, REPS, replace(REPS, kind=RingKind.SECONDS, parts=5)])
def test_what_is_painted_again_looks_as_if_all_had_been(ring: Ring, repaints, state: RingState):
    ring.show_state(replace(state, share=0.45))
    patched = ring.grab().toImage()
    asked = repaints(ring)

    for share in (0.448, 0.43, 0.417, 0.416, 0.41, 0.398, 0.42, 0.415, 0.6, 0.602, 0.58, 0.001, 0):
        ring.show_state(replace(state, share=share))
        if asked:
            region = asked.pop() or QRegion(ring.rect())
            corner = region.boundingRect().topLeft()
            with QPainter(patched) as painter:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                ring.render(painter, corner, region)

    assert len(asked) == 0
    assert patched == ring.grab().toImage()


def test_another_numeral_paints_the_whole(ring: Ring, repaints):
    asked = repaints(ring)

    ring.show_state(replace(HOLD, numeral="17"))

    assert asked == [None]


def test_a_leap_paints_the_whole_ring(ring: Ring, repaints):
    asked = repaints(ring)

    ring.show_state(replace(HOLD, share=0.1))

    assert asked[0] is not None
    assert asked[0].boundingRect().width() == 376


def test_the_rest_of_a_hold_ends_at_twelve(ring: Ring):
    image = ring.grab().toImage()

    assert image.pixelColor(10, 188) == LIGHT.accent  # nine o'clock: still to come
    assert image.pixelColor(366, 188) == LIGHT.track  # three o'clock: gone


def test_reps_fill_from_twelve_on(ring: Ring):
    ring.show_state(REPS)
    image = ring.grab().toImage()
    slot = 360 / 12

    assert image.pixelColor(363, 146) == LIGHT.accent
    assert image.pixelColor(13, 146) == LIGHT.track
    assert len(arcs_of(RingKind.REPS, 0.5, 12, SQUARE).track) == round(360 / slot)


def test_a_pause_greys_the_arc_and_says_so(ring: Ring, count_of):
    assert count_of(ring, LIGHT.accent) > 1000

    ring.show_state(replace(HOLD, is_paused=True))

    assert count_of(ring, LIGHT.accent) == 0
    assert count_of(ring, LIGHT.strong) > 1000
    assert ring.accessibleName() == "18 Paused"


def test_the_last_seconds_are_in_accent(ring: Ring, count_of):
    ring.show_state(RingState(numeral="3"))
    assert count_of(ring, LIGHT.accent) == 0

    ring.show_state(RingState(numeral="3", is_urgent=True))

    assert count_of(ring, LIGHT.accent) > 1000


def test_waiting_for_done_shows_the_track_alone(ring: Ring, count_of):
    ring.show_state(RingState(RingKind.TRACK, 0.7, numeral="12"))

    assert count_of(ring, LIGHT.accent) == 0
    assert count_of(ring, LIGHT.track) > 5000


def test_words_stand_above_and_below(ring: Ring, count_of):
    ring.show_state(replace(HOLD, kind=RingKind.TRACK, above="Starts in"))

    assert count_of(ring, LIGHT.accent) > 50
    assert count_of(ring, LIGHT.ink2) > 50
    assert ring.accessibleName() == "Starts in 18 seconds"


@pytest.mark.parametrize("numeral", ["7", "18", "2:45", "59:59"])
@pytest.mark.parametrize("height", [420, 800, 1440])
def test_a_numeral_can_be_read_from_the_mat_and_never_leaves_the_ring(
    theme: Theme, qtbot: QtBot, numeral: str, height: int
):
    ring = Ring(theme)
    qtbot.addWidget(ring)
    side = round(height * 0.47)
    ring.resize(side, side)
    ring.reference_height = height
    ring.show_state(RingState(numeral=numeral))

    font = theme.numeral_font(ring.numeral_px())
    inner = side * (1 - 2 * 0.053)
    assert QFontMetricsF(font).horizontalAdvance(numeral) <= inner * 0.77
    if len(numeral) <= 2:
        assert ring.numeral_px() >= height / 7


def test_the_numeral_follows_the_window_it_stands_in(theme: Theme, show):
    ring = Ring(theme)
    ring.setFixedSize(500, 500)
    window = show(ring, height=700)
    ring.show_state(RingState(numeral="7"))

    assert ring.numeral_px() == round(window.height() * 0.225)


@pytest.mark.parametrize("share", [-1.0, 0.0])
def test_nothing_left_lights_nothing(share: float):
    assert arcs_of(RingKind.ARC, share, 1, SQUARE).live == ()
    assert arcs_of(RingKind.REPS, share, 12, SQUARE).live == ()


def test_all_of_it_lights_all():
    (arc,) = arcs_of(RingKind.ARC, 1.5, 1, SQUARE).live
    assert arc.span_16th == 360 * 16

    arcs = arcs_of(RingKind.SECONDS, 1.0, 5, SQUARE)
    assert arcs.live == arcs.track


def test_arcs_of_reps_keep_their_gap():
    arcs = arcs_of(RingKind.REPS, 1.0, 12, SQUARE).track
    per_16th = circumference(SQUARE) / (360 * 16)
    ends = [(arc.start_16th, arc.start_16th + arc.span_16th) for arc in arcs]

    for before, after in pairwise(ends):
        assert (before[1] - after[0]) * per_16th == pytest.approx(376 * 0.053 + 6, abs=0.5)


def test_more_reps_than_there_is_room_for_become_one_arc():
    arcs = arcs_of(RingKind.REPS, 0.25, 500, SQUARE)

    assert len(arcs.track) == len(arcs.live) == 1
    assert arcs.live[0].span_16th == -360 * 4


def test_a_ring_is_as_high_as_wide(ring: Ring):
    assert ring.hasHeightForWidth()
    assert ring.heightForWidth(240) == 240
    assert ring.state == HOLD
