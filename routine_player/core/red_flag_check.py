"""When to ask for red flags, and what the answers call for: whom to see, and how soon."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid4

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, Spread
from routine_player.core.red_flags import RED_FLAGS, RedFlag, Urgency

SEVERE_SCORE: Final = 8
"""From this score on pain is asked about as severe; an editable default of ours, no source."""

_LEGS: Final = {Spread.LEFT_LEG, Spread.RIGHT_LEG, Spread.BOTH_LEGS}
_OF_NERVES: Final = ("bladder-bowel", "saddle", "leg-weakness", "sexual-function", "both-legs")
_OF_THE_LEGS: Final = (*_OF_NERVES, "leg-numbness")
_OF_SEVERE_PAIN: Final = (*_OF_NERVES, "accident", "night-pain", "severe")
_OF_THE_BACK: Final = ("lower-back-", "buttock-")
_BELOW_THE_KNEE: Final = ("calf-", "shin-", "outer-lower-leg-", "foot-")


@dataclass(frozen=True, slots=True)
class RedFlagCheck:
    """What a person answered, by the name of each sign that was asked for."""

    at: Instant
    answers: Mapping[str, bool]
    rating: UUID | None = None
    id: UUID = field(default_factory=uuid4)

    @property
    def urgency(self) -> Urgency | None:
        """How soon somebody should look at it; None where no sign was found."""
        found = [flag.urgency for flag in RED_FLAGS if self.answers.get(flag.name)]
        if Urgency.AT_ONCE in found:
            return Urgency.AT_ONCE
        return Urgency.SOON if found else None


def flags_to_ask(rating: Rating, *, is_first: bool) -> Sequence[RedFlag]:
    """Give the signs to ask for after a rating: all after the first one, later what it calls for.

    Numbness and pain that goes down a leg call for the signs of nerves, and so do sites in the
    back and below both knees at once; severe pain calls for others too.
    """
    if is_first:
        return RED_FLAGS
    wanted: set[str] = set()
    if rating.numbness or rating.spread in _LEGS or _reaches_both_legs(rating.sites):
        wanted.update(_OF_THE_LEGS)
    if rating.score >= SEVERE_SCORE:
        wanted.update(_OF_SEVERE_PAIN)
    return tuple(flag for flag in RED_FLAGS if flag.name in wanted)


def flags_said(rating: Rating) -> Collection[str]:
    """Give the names of the signs that were said with the rating itself."""
    return {"both-legs"} if rating.spread is Spread.BOTH_LEGS else set()


def _reaches_both_legs(sites: Sequence[str]) -> bool:
    """Sore calves after a run are nothing rare: it is the back together with both that counts."""
    sides = {site.rpartition("-")[2] for site in sites if site.startswith(_BELOW_THE_KNEE)}
    return sides == {"left", "right"} and any(site.startswith(_OF_THE_BACK) for site in sites)
