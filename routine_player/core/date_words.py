"""Days, weekdays and months in words."""

from collections.abc import Callable
from datetime import date, timedelta

from routine_player.core.language import tr


def month_short(month: int) -> str:
    """Name a month, 1 to 12, in three letters."""
    return _MONTHS[month - 1][:3]


def weekday_short(weekday: int) -> str:
    """Name a weekday, 0 for Monday to 6 for Sunday, in three letters."""
    return _WEEKDAYS[weekday][:3]


def short_day(day: date) -> str:
    """Say a day as in `Thu 8 May`."""
    return tr(
        "{weekday} {day} {month}",
        weekday=weekday_short(day.weekday()),
        day=day.day,
        month=month_short(day.month),
    )


def exact_day(day: date) -> str:
    """Say a day with its year, as in `8 May 2026`."""
    return tr("{day} {month} {year}", day=day.day, month=month_short(day.month), year=day.year)


def days_words(first: date, last: date) -> str:
    """Say a stretch of days, both ends too: `8 May 2026 to 9 Jun 2026`."""
    return tr("{first} to {last}", first=exact_day(first), last=exact_day(last))


def long_day(day: date) -> str:
    """Say a day as in `Saturday 14 June`."""
    return tr(
        "{weekday} {day} {month}",
        weekday=_WEEKDAYS[day.weekday()],
        day=day.day,
        month=_MONTHS[day.month - 1],
    )


def with_year(day: date, today: date, say: Callable[[date], str] = short_day) -> str:
    """Say a day as `say` does, and its year where it is not this one."""
    words = say(day)
    return words if day.year == today.year else tr("{day} {year}", day=words, year=day.year)


def relative_day(day: date, today: date, say: Callable[[date], str] = short_day) -> str:
    """Say a day as it is called today: `Today`, `Yesterday`, else as `with_year` does."""
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return with_year(day, today, say)


_WEEKDAYS = (
    tr("Monday"),
    tr("Tuesday"),
    tr("Wednesday"),
    tr("Thursday"),
    tr("Friday"),
    tr("Saturday"),
    tr("Sunday"),
)
_MONTHS = (
    tr("January"),
    tr("February"),
    tr("March"),
    tr("April"),
    tr("May"),
    tr("June"),
    tr("July"),
    tr("August"),
    tr("September"),
    tr("October"),
    tr("November"),
    tr("December"),
)
