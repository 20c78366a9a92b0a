from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import Effort, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import plan_of
from routine_player.core.routine import Exercise, Hold, Routine, Step
from routine_player.core.session import Command, Session
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryWriteError
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper

PLANK = Step(Exercise("plank", "Plank"), (Hold(30.0),), prepare_s=0.0)
TIMELINE = compile_timeline(Routine("core", "Core", (PLANK, PLANK, PLANK)))


@pytest.fixture
def new(noon: Instant) -> NewSession:
    return NewSession("core", "Core", plan_of(TIMELINE), TIMELINE.duration_s, noon)


@dataclass
class FullDisk:
    """Stands between a keeper and its history, and refuses while it is full."""

    history: History
    is_full: bool = False
    asked: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., object]:
        def write(*values: object) -> object:
            self.asked.append(name)
            if self.is_full:
                raise HistoryWriteError("The disk is full.")
            return getattr(self.history, name)(*values)

        return write


@pytest.fixture
def disk(history: History) -> FullDisk:
    return FullDisk(history)


def _play(keeper: SessionKeeper, session: Session, until_s: float, noon: Instant) -> None:
    """Play on to a second of the session's clock, waking up each second."""
    for second in range(int(until_s) + 1):
        keeper.follow(session.advance(float(second)), float(second), noon.after(second))


def _start(keeper: SessionKeeper, noon: Instant, **options: int) -> Session:
    session = Session(TIMELINE, **options)
    keeper.follow(session.handle(Command.START, 0.0), 0.0, noon)
    return session


def test_each_finished_step_is_stored_when_it_ends(
    history: History, new: NewSession, noon: Instant
):
    keeper = SessionKeeper(history, new)
    session = _start(keeper, noon)
    _play(keeper, session, 29.0, noon)
    assert history.sessions()[0].steps_done == 0
    _play(keeper, session, 30.0, noon)
    assert history.sessions()[0].steps_done == 1
    assert keeper.trouble == ""
    assert history.sessions()[0].id == keeper.id


def test_a_session_played_to_its_end_is_finished(history: History, new: NewSession, noon: Instant):
    keeper = SessionKeeper(history, new)
    _play(keeper, _start(keeper, noon), 90.0, noon)
    (summary,) = history.sessions()
    assert summary.outcome is SessionOutcome.FINISHED
    assert (summary.steps_done, summary.active_s) == (3, 90.0)
    assert summary.ended == noon.after(90.0)
    assert keeper.is_finished
    assert (keeper.active_s, [step.outcome for step in keeper.steps]) == (90.0, [Outcome.DONE] * 3)


def test_a_session_that_is_stopped_keeps_what_was_done(
    history: History, new: NewSession, noon: Instant
):
    keeper = SessionKeeper(history, new)
    session = _start(keeper, noon)
    _play(keeper, session, 40.0, noon)
    keeper.follow(session.handle(Command.STOP, 41.0), 41.0, noon.after(41.0))
    past = history.session(keeper.id)
    assert past is not None
    assert past.summary.outcome is SessionOutcome.STOPPED
    assert (past.summary.active_s, keeper.active_s) == (41.0, 41.0)
    assert not keeper.is_finished
    assert keeper.steps == past.steps
    assert [step.outcome for step in past.steps] == [Outcome.DONE, Outcome.STOPPED, None]


def test_what_comes_after_the_end_is_stored_with_the_session(
    history: History, new: NewSession, noon: Instant
):
    keeper = SessionKeeper(history, new)
    keeper.rate(PainRating(PainMoment.BEFORE, 4, noon))
    keeper.rate(PainRating(PainMoment.AFTER, 2, noon))
    keeper.set_effort(Effort.HARD, noon)
    keeper.set_note("warm room", noon)
    (summary,) = history.sessions()
    assert (summary.pain_before, summary.pain_after) == (4, 2)
    assert (summary.effort, summary.note) == (Effort.HARD, "warm room")


def test_a_session_whose_process_died_is_gone_on_with(
    history: History, places: Places, new: NewSession, noon: Instant
):
    keeper = SessionKeeper(history, new)
    _play(keeper, _start(keeper, noon), 45.0, noon)
    history.close()
    reopened = History.open(places, noon)
    unfinished = reopened.unfinished()
    assert unfinished is not None
    assert (unfinished.step_index, unfinished.attempt) == (1, 2)
    assert unfinished.earlier == {0: Outcome.DONE}
    assert unfinished.begun == new
    again = SessionKeeper(reopened, unfinished.begun, unfinished.active_s)
    later = noon.after(3600.0)
    session = _start(again, later, start_step=1, attempt=2)
    _play(again, session, 60.0, later)
    (summary,) = reopened.sessions()
    assert summary.id == new.id
    assert summary.outcome is SessionOutcome.FINISHED
    assert (summary.steps_done, summary.active_s) == (3, 90.0)
    assert (summary.started, summary.ended) == (noon, later.after(60.0))
    reopened.close()


def test_what_a_full_disk_refuses_is_kept_and_stored_in_order_when_there_is_room(
    disk: FullDisk, new: NewSession, noon: Instant
):
    disk.is_full = True
    keeper = SessionKeeper(disk, new)  # type: ignore[arg-type]
    session = _start(keeper, noon)
    _play(keeper, session, 90.0, noon)
    keeper.set_note("hot", noon)
    assert keeper.trouble == "The disk is full."
    assert not keeper.retry()
    assert disk.history.sessions() == ()
    assert set(disk.asked) == {"begin"}
    disk.is_full = False
    assert keeper.retry()
    assert keeper.trouble == ""
    (summary,) = disk.history.sessions()
    assert (summary.outcome, summary.steps_done) == (SessionOutcome.FINISHED, 3)
    assert summary.note == "hot"


def test_the_next_step_stores_what_the_one_before_it_could_not(
    disk: FullDisk, new: NewSession, noon: Instant
):
    keeper = SessionKeeper(disk, new)  # type: ignore[arg-type]
    session = _start(keeper, noon)
    disk.is_full = True
    _play(keeper, session, 30.0, noon)
    assert keeper.trouble
    disk.is_full = False
    _play(keeper, session, 60.0, noon)
    assert keeper.trouble == ""
    assert disk.history.sessions()[0].steps_done == 2


def test_what_was_done_is_known_also_where_nothing_could_be_stored(
    disk: FullDisk, new: NewSession, noon: Instant
):
    disk.is_full = True
    keeper = SessionKeeper(disk, new, earlier_s=20.0)
    keeper.rate(PainRating(PainMoment.BEFORE, 4, noon))
    _play(keeper, _start(keeper, noon), 40.0, noon)
    assert keeper.begun == new
    assert [step.outcome for step in keeper.steps] == [Outcome.DONE, None, None]
    assert not keeper.is_finished
    assert keeper.active_s == 50.0
    assert keeper.rated(PainMoment.BEFORE) == 4
    assert keeper.rated(PainMoment.AFTER) is None
