"""What began when, as far as there is room to say it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from routine_player.core.language import tr
from routine_player.ui.charts.content import Marker
from routine_player.ui.charts.scale import Scale

_AS_ONE_PX: Final = 14.0


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """Markers that are drawn as one line at a pixel, and the words that there is room for."""

    x: float
    words: str
    of: Sequence[Marker]


def placed_markers(
    markers: Sequence[Marker], across: Scale, width_of: Callable[[str], float]
) -> tuple[PlacedMarker, ...]:
    """Place the markers in view; words that would run into those to their left are left out."""
    groups: list[list[Marker]] = []
    for marker in sorted(markers, key=lambda one: one.x):
        x = across.px(marker.x)
        if not across.at_low <= x <= across.at_high:
            continue
        if groups and x - across.px(groups[-1][0].x) < _AS_ONE_PX:
            groups[-1].append(marker)
        else:
            groups.append([marker])
    placed: list[PlacedMarker] = []
    free = across.at_low
    for number, group in enumerate(groups):
        x = across.px(group[0].x)
        after = groups[number + 1] if number + 1 < len(groups) else None
        room = (across.at_high if after is None else across.px(after[0].x)) - x - _AS_ONE_PX
        words = next((one for one in _ways(group) if width_of(one) <= room), "")
        words = words if x >= free else ""
        placed.append(PlacedMarker(x, words, tuple(group)))
        free = max(free, x + width_of(words) + _AS_ONE_PX)
    return tuple(placed)


def _ways(group: Sequence[Marker]) -> tuple[str, ...]:
    """Say what a line stands for, the longest way first."""
    if len(group) == 1:
        return (group[0].words,)
    more = tr("{first} and {count} more", first=group[0].words, count=len(group) - 1)
    return more, tr("{count} new", count=len(group))
