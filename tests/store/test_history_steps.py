from collections.abc import Callable

from routine_player.core.entry import Entry, EntryKind
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan
from routine_player.store.history import History
from routine_player.store.history_steps import active_s, past_steps
from routine_player.store.history_values import NewSession

Make = Callable[..., Entry]


def test_a_step_that_was_never_reached_has_no_outcome(plan: Plan, step_ended: Make, noon: Instant):
    done, *others = past_steps(plan, [step_ended(0)])
    assert (done.slug, done.name, done.outcome) == ("curl-up", "Curl-up", Outcome.DONE)
    assert (done.works_done, done.works_planned, done.active_s) == (1, 1, 30.0)
    assert (done.attempt, done.at, done.index) == (1, noon.after(30.0), 0)
    assert [(step.outcome, step.at, step.attempt) for step in others] == [(None, None, 0)] * 2
    assert [step.planned for step in (done, *others)] == list(plan.steps)


def test_a_step_that_only_began_has_no_outcome(plan: Plan, step_started: Make):
    assert past_steps(plan, [step_started(0)])[0].outcome is None


def test_the_latest_attempt_counts(plan: Plan, step_ended: Make):
    first = step_ended(0, 10.0, outcome=Outcome.SKIPPED, works_done=0, length_s=5.0)
    second = step_ended(0, 50.0, attempt=2, length_s=31.0)
    step = past_steps(plan, [first, second])[0]
    assert (step.outcome, step.attempt, step.active_s) == (Outcome.DONE, 2, 31.0)


def test_what_was_done_stays_done(plan: Plan, step_ended: Make):
    first = step_ended(0, 30.0)
    second = step_ended(0, 50.0, attempt=2, outcome=Outcome.STOPPED, length_s=3.0)
    step = past_steps(plan, [first, second])[0]
    assert (step.outcome, step.attempt, step.active_s) == (Outcome.DONE, 1, 30.0)


def test_an_easier_exercise_that_was_done_is_named(plan: Plan, step_ended: Make):
    hurt = step_ended(1, 10.0, outcome=Outcome.HURT)
    easier = step_ended(1, 50.0, attempt=2, slug="side-plank-knees", name="Side plank, knees")
    step = past_steps(plan, [hurt, easier])[1]
    assert (step.slug, step.name) == ("side-plank-knees", "Side plank, knees")
    assert step.planned.name == "Side plank"


def test_time_of_attempts_that_were_given_up_counts_for_the_session(
    step_started: Make, step_ended: Make, noon: Instant
):
    gap = Entry(EntryKind.INTERRUPTED, noon, 9.0, length_s=28_800.0)
    lines = [step_started(0), step_started(0, 12.0, length_s=12.0), gap, step_ended(0)]
    assert active_s(lines) == 42.0


def _left_off(history: History, new: NewSession, lines: list[Entry]) -> tuple[int, int]:
    history.append(history.begin(new), lines)
    unfinished = history.unfinished()
    assert unfinished is not None
    return unfinished.step_index, unfinished.attempt


def test_a_session_breaks_off_in_its_first_step_before_any_line(
    history: History, new_session: Callable[..., NewSession]
):
    assert _left_off(history, new_session(), []) == (0, 1)


def test_a_session_breaks_off_in_the_step_that_began_last(
    history: History,
    new_session: Callable[..., NewSession],
    step_started: Make,
    step_ended: Make,
    noon: Instant,
):
    back = [step_started(0), step_ended(0), step_started(1), step_ended(1), step_started(2)]
    again = step_started(1, 80.0, attempt=2)
    extended = Entry(EntryKind.EXTENDED, noon, 81.0, 1, attempt=2, length_s=10.0)
    paused = Entry(EntryKind.PAUSED, noon, 82.0)
    assert _left_off(history, new_session(), [*back, again, extended, paused]) == (1, 3)
    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.earlier == {0: Outcome.DONE}


def test_a_session_breaks_off_before_the_step_after_one_that_ended(
    history: History, new_session: Callable[..., NewSession], step_started: Make, step_ended: Make
):
    assert _left_off(history, new_session(), [step_started(0), step_ended(0)]) == (1, 1)


def test_a_session_that_breaks_off_at_its_end_has_no_step_left(
    history: History, new_session: Callable[..., NewSession], step_ended: Make, plan: Plan
):
    lines = [step_ended(index) for index in range(len(plan.steps))]
    assert _left_off(history, new_session(), lines) == (3, 1)
