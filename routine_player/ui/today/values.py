"""What Today shows, as values."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from routine_player.core.choices import When
from routine_player.core.glance import Glance
from routine_player.store.session_summary import SessionSummary

if TYPE_CHECKING:
    # These are seldom shown, and never with the first picture.
    from routine_player.ui.today.questions import LogPrompt, MorningQuestion
    from routine_player.ui.today.resumption import Resumption


class Offer(NamedTuple):
    """The routine for now. `when` says what for: before a run, after it, or whenever."""

    when: When
    glance: Glance


class PastLine(NamedTuple):
    """A session in the list; `when` says in words what its routine is for, empty if unknown."""

    session: SessionSummary
    when: str = ""


@dataclass(frozen=True, slots=True)
class TodayValues:
    """The page. A resumption stands in the offer's place; the latest session comes first.

    `sentence` stands under the date. `others` are all routines that can be played. The question
    about this `morning` stands above all, in its place the reminder to `log` a run.
    """

    day: date
    offer: Offer | None = None
    resumption: "Resumption | None" = None
    sentence: str = ""
    others: tuple[Glance, ...] = ()
    past: tuple[PastLine, ...] = ()
    morning: "MorningQuestion | None" = None
    log: "LogPrompt | None" = None
