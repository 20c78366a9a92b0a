"""Where it hurts: the sites of the body, by the names under which they are stored."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Site:
    """A site. `name` is stored and never changes, `words` are shown, `key` chooses it.

    A site that "it hurts" has no room for has no key.
    """

    name: str
    words: str
    key: str


SITES: Final = (
    Site("lower-back-left", "Lower back, left", "1"),
    Site("lower-back-middle", "Lower back, middle", "2"),
    Site("lower-back-right", "Lower back, right", "3"),
    Site("buttock-left", "Buttock, left", "4"),
    Site("buttock-right", "Buttock, right", "5"),
    Site("thigh-back-left", "Back of thigh, left", "6"),
    Site("thigh-back-right", "Back of thigh, right", "7"),
    Site("calf-left", "Calf, left", "8"),
    Site("calf-right", "Calf, right", "9"),
    Site("front", "Front of the body", "f"),
    Site("elsewhere", "Somewhere else", "0"),
)
"""The sites that "it hurts" offers, in order, each with its key."""

ALL_SITES: Final = (
    *SITES[:5],
    Site("hip-left", "Hip, left", ""),
    Site("hip-right", "Hip, right", ""),
    Site("groin-left", "Groin, left", ""),
    Site("groin-right", "Groin, right", ""),
    *SITES[5:7],
    Site("thigh-front-left", "Front of thigh, left", ""),
    Site("thigh-front-right", "Front of thigh, right", ""),
    Site("knee-left", "Knee, left", ""),
    Site("knee-right", "Knee, right", ""),
    *SITES[7:9],
    Site("shin-left", "Shin, left", ""),
    Site("shin-right", "Shin, right", ""),
    Site("outer-lower-leg-left", "Outer lower leg, left", ""),
    Site("outer-lower-leg-right", "Outer lower leg, right", ""),
    Site("foot-left", "Foot, left", ""),
    Site("foot-right", "Foot, right", ""),
    Site("upper-back", "Upper back", ""),
    Site("neck", "Neck", ""),
    Site("shoulder-left", "Shoulder, left", ""),
    Site("shoulder-right", "Shoulder, right", ""),
    Site("arm-left", "Arm, left", ""),
    Site("arm-right", "Arm, right", ""),
    Site("chest", "Chest", ""),
    Site("abdomen", "Belly", ""),
    *SITES[9:],
)
"""Every site a rating may name, from the back down to the feet, then upward; some have no key."""

OFF_THE_MAP: Final = ("front", "elsewhere")
"""The sites that are no place on the body."""

_BY_NAME: Final = {site.name: site for site in ALL_SITES}


def site_for(key: str) -> Site | None:
    """Give the site that a key chooses; None for other keys."""
    return next((site for site in SITES if site.key == key), None)


def site_words(name: str) -> str:
    """Say a stored site; one from a newer version is said by its name."""
    site = _BY_NAME.get(name)
    return name.replace("-", " ") if site is None else site.words
