"""An invented year that shows a newcomer what the calendar will tell; it is labelled as such."""

from datetime import date, timedelta

from routine_player.store.history_values import Day

_ACTIVE_S = 720.0
_WEEKS = 30
_WEEKDAYS = ((0, 2, 5), (1, 3, 6))  # in turn
_PAINS = (3, 5, 2, 4, 4, 1, 3, 6, 2, 0, 4, 3, 5)  # neither better nor worse: it promises nothing
_LEFT_OUT = 7  # every seventh of these days nothing was done
_UNRATED = 5  # every fifth session has no rating


def example_year(today: date) -> tuple[Day, ...]:
    """Give the days of a runner who began half a year ago; the same pattern for every `today`."""
    monday = today - timedelta(days=today.weekday(), weeks=_WEEKS)
    days = (
        monday + timedelta(weeks=week, days=weekday)
        for week in range(_WEEKS + 1)
        for weekday in _WEEKDAYS[week % 2]
    )
    past = [day for day in days if day <= today]
    return tuple(
        Day(day, sessions=1, trials=0, active_s=_ACTIVE_S, worst_pain=_pain(number))
        for number, day in enumerate(past)
        if number % _LEFT_OUT
    )


def _pain(number: int) -> int | None:
    return _PAINS[number % len(_PAINS)] if number % _UNRATED else None
