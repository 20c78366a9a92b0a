"""Where the arcs of a ring begin and end.

Angles are Qt's: sixteenths of a degree, 0 at three o'clock, positive against the clock.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF

from routine_player.core.ring_kind import RingKind
from routine_player.ui.tokens import RING_STROKE

_FULL = 360 * 16
_TOP = 90 * 16
_GAP_PX = 6.0
_LEAST_ARC_PX = 4.0
_FAR = 0.05
_SMOOTH_EDGE_PX = 2.0


@dataclass(frozen=True, slots=True)
class Arc:
    """One stroke along the ring."""

    start_16th: int
    span_16th: int


@dataclass(frozen=True, slots=True)
class Arcs:
    """The strokes of a ring: what it runs on, and what is lit of it."""

    track: tuple[Arc, ...]
    live: tuple[Arc, ...]


def stroke_of(square: QRectF) -> float:
    """How wide the ring is that fills `square`, in pixels."""
    return square.width() * RING_STROKE


def circumference(square: QRectF) -> float:
    """The length of the ring's middle line, in pixels."""
    return math.pi * (square.width() - stroke_of(square))


def arcs_of(kind: RingKind, share: float, parts: int, square: QRectF) -> Arcs:
    """Give the strokes for `share`, 0 to 1; parts that would be too short become one arc."""
    share = max(0.0, min(1.0, share))
    whole = (Arc(_TOP, _FULL),)
    if kind is RingKind.TRACK:
        return Arcs(whole, ())
    if kind is RingKind.ARC:
        return Arcs(whole, _lit(_TOP, round(_FULL * share)))
    count = _parts_with_room(parts, square)
    if count == 1:
        return Arcs(whole, _lit(_TOP, -round(_FULL * share)))
    slot = _FULL / count
    gap = slot * (stroke_of(square) + _GAP_PX) * count / circumference(square)
    starts = [_TOP - slot * number - gap / 2 for number in range(count)]
    track = tuple(Arc(round(start), -round(slot - gap)) for start in starts)
    done = share * count
    live: list[Arc] = []
    for number, start in enumerate(starts):
        filled = max(0.0, min(1.0, done - number))
        live.extend(_lit(round(start), -round((slot - gap) * filled)))
    return Arcs(track, tuple(live))


def around(kind: RingKind, parts: int, shares: tuple[float, float], square: QRectF) -> QRect:
    """Give what must be painted again when the share goes from the first to the second."""
    old, new = shares
    count = 1 if kind is RingKind.ARC else _parts_with_room(parts, square)
    if abs(new - old) > _FAR or math.floor(old * count) != math.floor(new * count):
        return square.toAlignedRect()
    ends = [_end(kind, share, parts, square) for share in shares]
    reach = stroke_of(square) + _SMOOTH_EDGE_PX
    touched = QRectF(ends[0], ends[1]).normalized()
    return touched.adjusted(-reach, -reach, reach, reach).toAlignedRect()


def _lit(start_16th: int, span_16th: int) -> tuple[Arc, ...]:
    """A stroke, or none where nothing is lit: a round end would still leave a dot."""
    return (Arc(start_16th, span_16th),) if span_16th else ()


def _parts_with_room(parts: int, square: QRectF) -> int:
    slot_px = circumference(square) / max(1, parts)
    room = slot_px >= stroke_of(square) + _GAP_PX + _LEAST_ARC_PX
    return parts if parts > 1 and room else 1


def _end(kind: RingKind, share: float, parts: int, square: QRectF) -> QPointF:
    """The point on the middle line that the lit part has reached."""
    live = arcs_of(kind, share, parts, square).live
    sixteenths = live[-1].start_16th + live[-1].span_16th if live else _TOP
    angle = math.radians(sixteenths / 16)
    radius = (square.width() - stroke_of(square)) / 2
    middle = square.center()
    return QPointF(middle.x() + radius * math.cos(angle), middle.y() - radius * math.sin(angle))
