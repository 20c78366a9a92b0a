"""What Log a run says about days, times, and what is remembered."""

from collections.abc import Sequence
from datetime import date

from routine_player.core.date_words import relative_day
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.ui.log_run.values import Details, Draft, ShoesChoice

_HOURS, _MINUTES = 24, 60
_CLOCK_PARTS = 2


def read_clock(text: str) -> tuple[int, int] | None:
    """Read a time of day as people type it: 7:40, 7.40, 07:40, 7; None for what is none."""
    parts = text.strip().replace(".", ":").split(":")
    if len(parts) > _CLOCK_PARTS or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) == _CLOCK_PARTS else 0
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else None


def when_words(details: Details, today: date) -> str:
    """Say when it was: `Today 08:12`, or `Today, just now`."""
    day = relative_day(details.day, today)
    clock = read_clock(details.start)
    if clock is not None:
        return tr("{day} {clock}", day=day, clock=f"{clock[0]:02}:{clock[1]:02}")
    return tr("{day}, just now", day=day) if details.day == today else day


def details_words(details: Details, draft: Draft, activity: Activity | None) -> str:
    """Sum up what is remembered: `Grass, road shoes (412 km), slept 7 h, sat 6 h`."""
    parts: list[str] = []
    if activity in {Activity.RUN, Activity.WALK}:
        if details.surface is not None:
            parts.append(said(details.surface))
        parts += _shoes_words(details, draft.shoes)
        parts += [said(focus) for focus in details.focus]
    if details.sleep_h is not None:
        parts.append(tr("slept {hours:g} h", hours=details.sleep_h))
    if details.hours_sat is not None:
        parts.append(tr("sat {hours:g} h", hours=details.hours_sat))
    if details.lifting:
        parts.append(tr("heavy lifting"))
    parts += details.tags
    if details.medication:
        parts.append(details.medication)
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def _shoes_words(details: Details, shoes: Sequence[ShoesChoice]) -> list[str]:
    if details.new_shoes:
        return [details.new_shoes]
    worn = next((one for one in shoes if one.id == details.shoes), None)
    if worn is None:
        return []
    return [f"{worn.name} ({worn.worn})" if worn.worn else worn.name]
