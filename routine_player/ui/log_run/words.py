"""What Log a run says about days, times, and what is remembered."""

import re
from collections.abc import Sequence

from routine_player.core.date_words import relative_day
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.core.typed import typed_number
from routine_player.ui.log_run.values import Details, Draft, ShoesChoice

_HOURS, _MINUTES, _NOON = 24, 60, 12
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.h]?([0-9]{2})|[:.h]([0-9]))?(?:\s*([ap])\.?m\.?)?")
_HOURS_MINUTES = re.compile(r"([0-9]{1,2})\s*[:h]\s*([0-9]{1,2})\s*(?:m|min)?")


def read_clock(text: str) -> tuple[int, int] | None:
    """Read a time of day as people type it: 7:40, 7.40, 7h40, 0740, 7, 7:40 pm; None for none."""
    match = _CLOCK.fullmatch(text.strip().lower())
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or match[3] or 0), match[4]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else None


def read_hours(text: str) -> float | None:
    """Read hours of a day as people type them: 7, 7.5, 7,5, 7 h, 7:30, 7 h 30; None for none."""
    plain = text.strip().lower()
    hours = typed_number(plain.removesuffix("h"))
    match = _HOURS_MINUTES.fullmatch(plain)
    if match is not None and int(match[2]) < _MINUTES:
        hours = round(int(match[1]) + int(match[2]) / _MINUTES, 2)
    return hours if hours is not None and hours <= _HOURS else None


def hours_words(hours: float | None) -> str:
    """Write hours so that they are read as they were: 7, 7.5; empty for nothing."""
    return "" if hours is None else f"{hours:.2f}".rstrip("0").rstrip(".")


def when_words(details: Details, draft: Draft) -> str:
    """Say when it was: `Today 08:12, from a file`, or `Today, just now`."""
    day = relative_day(details.day, draft.today)
    clock = read_clock(details.start)
    if clock is None:
        return tr("{day}, just now", day=day) if details.day == draft.today else day
    words = tr("{day} {clock}", day=day, clock=f"{clock[0]:02}:{clock[1]:02}")
    return tr("{when}, from a file", when=words) if draft.is_first else words


def details_words(details: Details, draft: Draft, activity: Activity | None) -> str:
    """Sum up what is remembered: `Grass, road shoes (412 km), slept 7 h, sat 6 h`."""
    parts: list[str] = []
    if activity in {Activity.RUN, Activity.WALK}:
        if details.surface is not None:
            parts.append(said(details.surface))
        parts += _shoes_words(details, draft.shoes)
        parts += [said(focus) for focus in details.focus]
    if details.sleep_h is not None:
        parts.append(tr("slept {hours} h", hours=hours_words(details.sleep_h)))
    if details.hours_sat is not None:
        parts.append(tr("sat {hours} h", hours=hours_words(details.hours_sat)))
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
