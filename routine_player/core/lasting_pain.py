"""Whether the log shows pain that goes on for more than two weeks and gets no better."""

from collections.abc import Iterable
from datetime import date
from statistics import median
from typing import Final

from routine_player.core.pain import Rating, RatingMoment

LOOK_BACK_DAYS: Final = 28
ASK_AGAIN_DAYS: Final = 30
"""At most this often it is asked whether pain gets no better."""

_SINCE_DAYS, _THEN_DAYS = 7, 14
_LEAST_DAYS: Final = 2
_MATTERS: Final = 3
"""From this score on the amber band begins (Thomeé 1997, Silbernagel 2007; not of back pain)."""

_BETTER_POINTS: Final = 2
_BETTER_SHARE: Final = 0.3
"""A change that matters: 2 points, or 30 % (Farrar 2001; Ostelo 2008)."""


def is_no_better(ratings: Iterable[Rating], today: date) -> bool:
    """Tell whether the last week is no better than the two weeks that ended two weeks ago.

    Of each day the worst counts, but for what hurt in an exercise. Two days of either stretch are
    needed, and pain in both that is more than slight; so is it in the week between, if anything
    was said then. Who says little is told nothing: what is not known is no pain and no cure.
    """
    worst: dict[int, int] = {}
    for rating in ratings:
        ago = (today - rating.at.local_date).days
        if rating.moment is not RatingMoment.IN_SESSION and 0 <= ago < LOOK_BACK_DAYS:
            worst[ago] = max(rating.score, worst.get(ago, 0))
    since = [score for ago, score in worst.items() if ago < _SINCE_DAYS]
    between = [score for ago, score in worst.items() if _SINCE_DAYS <= ago < _THEN_DAYS]
    then = [score for ago, score in worst.items() if ago >= _THEN_DAYS]
    if min(len(since), len(then)) < _LEAST_DAYS:
        return False
    if any(median(scores) < _MATTERS for scores in (then, between or then, since)):
        return False
    better = median(then) - median(since)
    return better < min(_BETTER_POINTS, _BETTER_SHARE * median(then))
