"""Days, weekdays and months in words."""

from datetime import date

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


def long_day(day: date) -> str:
    """Say a day as in `Saturday 14 June`."""
    return tr(
        "{weekday} {day} {month}",
        weekday=_WEEKDAYS[day.weekday()],
        day=day.day,
        month=_MONTHS[day.month - 1],
    )


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
