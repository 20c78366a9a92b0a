"""What the page after a session shows, as values."""

from dataclasses import dataclass

from routine_player.core.entry import Effort
from routine_player.core.events import Outcome
from routine_player.core.scene import Picture


@dataclass(frozen=True, slots=True)
class EndStep:
    """One step as it went. `outcome` is None for one that was never reached.

    `dose` says in words what was asked for, `planned_s` about how long that takes.
    """

    name: str
    dose: str
    outcome: Outcome | None
    planned_s: float


@dataclass(frozen=True, slots=True)
class NextOffer:
    """Something that may come next. `action` is what the view tells when it is taken.

    `label` stands on its button; `key` is the letter that takes it: any but E, F, D, T, N, U, W
    and X, which mean something else on the page. The first offer is taken by Enter too.
    """

    action: str
    title: str
    detail: str
    icon: str
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class EndValues:
    """A session that is over. `active_s` is all time that ran, pauses left out.

    `asks` is False for a session that asks nothing: then pain, effort and note are left out. Pain
    is 0 to 10, None where nobody said. `unsaved_reason` says why not all of it is saved; empty
    where all of it is. `can_undo` is False for a session that is in no log.
    """

    routine_name: str
    steps: tuple[EndStep, ...]
    active_s: float
    finished: bool
    picture: Picture | None = None
    asks: bool = True
    pain_before: int | None = None
    pain_now: int | None = None
    effort: Effort | None = None
    note: str = ""
    offers: tuple[NextOffer, ...] = ()
    unsaved_reason: str = ""
    can_undo: bool = True
