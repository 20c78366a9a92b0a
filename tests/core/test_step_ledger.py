import pytest

from routine_player.core.events import Outcome
from routine_player.core.step_ledger import StepProgress, StepStatus, past_progress


@pytest.mark.parametrize(
    ("outcome", "status", "fraction"),
    [
        (Outcome.DONE, StepStatus.DONE, 1.0),
        (Outcome.SKIPPED, StepStatus.SKIPPED, 0.0),
        (Outcome.STOPPED, StepStatus.SKIPPED, 0.0),
        (Outcome.HURT, StepStatus.HURT, 0.0),
        (None, StepStatus.COMING, 0.0),
    ],
)
def test_a_step_of_a_session_that_is_over_shows_how_it_ended(
    outcome: Outcome | None, status: StepStatus, fraction: float
) -> None:
    assert past_progress(outcome, 60.0) == StepProgress(status, fraction, 60.0)


def test_a_step_that_was_planned_to_take_no_time_can_still_be_seen() -> None:
    assert past_progress(Outcome.DONE, 0.0).estimate_s == 1.0
