"""A session that nobody did, to show what a line of the list says."""

from datetime import date
from uuid import UUID

from routine_player.core.entry import SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.today.values import PastLine

_ACTIVE_S = 720.0
_STEPS = 9


def example_line(today: date) -> PastLine:
    """Give a cool-down that was finished today, with pain before and after."""
    began = Instant(0, 0, "", today)
    session = SessionSummary(
        id=UUID(int=0),
        routine="",
        routine_name=tr("After-run cool-down"),
        started=began,
        ended=began,
        outcome=SessionOutcome.FINISHED,
        steps_done=_STEPS,
        steps_planned=_STEPS,
        planned_s=_ACTIVE_S,
        active_s=_ACTIVE_S,
        speed=1.0,
        pain_before=4,
        pain_after=3,
        effort=None,
        note="",
    )
    return PastLine(session, tr("After run"))
