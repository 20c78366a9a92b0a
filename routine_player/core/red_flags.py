"""Signs that somebody who knows should look at: whom to see, never what it might be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Urgency(StrEnum):
    """How soon a sign should be looked at."""

    AT_ONCE = "at once"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One sign. `name` is what the program calls it and never changes, `words` are shown."""

    name: str
    words: str
    urgency: Urgency


RED_FLAGS: Final = (
    RedFlag("bladder-bowel", "New trouble with bladder or bowel", Urgency.AT_ONCE),
    RedFlag("saddle", "Numbness around the genitals or where a saddle touches", Urgency.AT_ONCE),
    RedFlag("leg-weakness", "A leg that quickly gets weaker", Urgency.AT_ONCE),
    RedFlag("sexual-function", "New sexual problems together with the back pain", Urgency.AT_ONCE),
    RedFlag("both-legs", "Pain that goes down both legs", Urgency.AT_ONCE),
    RedFlag("accident", "It began after a fall or an accident", Urgency.SOON),
    RedFlag("fever", "Fever, or you feel ill", Urgency.SOON),
    RedFlag("cancer", "You have or had cancer", Urgency.SOON),
    RedFlag("weight-loss", "You are losing weight and don't know why", Urgency.SOON),
    RedFlag("night-pain", "Pain at night that never lets up", Urgency.SOON),
    RedFlag("steroids", "Long use of steroids, or a weak immune system", Urgency.SOON),
    RedFlag("severe", "The pain is severe", Urgency.SOON),
    RedFlag("leg-numbness", "Numbness or tingling down a leg", Urgency.SOON),
    RedFlag("no-better", "No better after one to two weeks of rest and care", Urgency.SOON),
)
"""The signs in the order in which they are asked for, the urgent ones first."""

WHOM_TO_SEE: Final[Mapping[Urgency, str]] = {
    Urgency.AT_ONCE: (
        "Call your country's emergency number, or go to an emergency department. Don't wait."
    ),
    Urgency.SOON: "A doctor or a physiotherapist, in the next days.",
}
"""Who should look at a sign."""
