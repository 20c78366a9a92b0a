"""The page after a session: what it is filled with, and what it keeps."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from routine_player.app.desk import Desk
from routine_player.app.ending import Ending
from routine_player.app.late_saving import LateSaving
from routine_player.core.entry import Effort, PainMoment
from routine_player.core.events import Outcome
from routine_player.core.session import Command, Session
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryReadError, HistoryWriteError
from routine_player.store.history_values import PainRating
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.session_summary import SessionSummary
from routine_player.store.settings import FirstSide
from routine_player.ui.end.foot import Foot
from routine_player.ui.end.offer_card import OfferCard
from routine_player.ui.end.step_list import StepLine
from routine_player.ui.pictures import Pictures
from routine_player.ui.views.advice import AdviceView
from routine_player.ui.window import MainWindow


class Disk:
    """Stands between the program and its history, and refuses while it is full."""

    def __init__(self, history: History) -> None:
        self._history = history
        self.is_full = False

    def __getattr__(self, name: str) -> Any:
        known = getattr(self._history, name)
        if not callable(known) or name in {"close", "played", "unfinished"}:
            return known

        def ask(*values: object, **named: object) -> object:
            if self.is_full:
                reading = name in {"session", "sessions"}
                raise (HistoryReadError if reading else HistoryWriteError)("The disk is full.")
            return known(*values, **named)

        return ask


@dataclass
class Told:
    """What the page told."""

    closed: int = 0
    played: tuple[str, ...] = ()
    routines: int = 0

    def note_closed(self) -> None:
        self.closed += 1

    def note_play(self, slug: str) -> None:
        self.played = (*self.played, slug)

    def note_routines(self) -> None:
        self.routines += 1


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    made = make_desk()
    made._history = Disk(made.history)
    return made


@pytest.fixture
def window(theme, desk: Desk, places, qtbot) -> MainWindow:
    made = MainWindow(theme, (), places.icons / "app.svg")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def play(desk: Desk, clock):
    """Play a routine to its end, or until `stop_s`, skipping some steps; give its keeper."""

    def go(slug="short-one", *, pain=None, stop_s=None, skip=(), speed=1.0) -> SessionKeeper:
        timeline = timeline_for(desk.library.routine(slug).routine, FirstSide.LEFT, 0)
        keeper = SessionKeeper(desk.history, new_session(timeline, clock.instant(), speed))
        if pain is not None:
            keeper.rate(PainRating(PainMoment.BEFORE, pain, clock.instant()))
        session = Session(timeline)
        now = 0.0
        keeper.follow(session.handle(Command.START, now), now, clock.instant())
        while session.phase is not None and session.allows(Command.STOP):
            if stop_s is not None and now >= stop_s:
                told = session.handle(Command.STOP, now)
            elif session.planned.index in skip:
                told = session.handle(Command.SKIP, now)
            elif session.deadline is None:
                told = session.handle(Command.DONE, now)
            else:
                now = session.deadline
                told = session.advance(now)
            keeper.follow(told, now, clock.instant())
        return keeper

    return go


@pytest.fixture
def end(theme, desk: Desk, window: MainWindow):
    """Show the page after a session; give it and what it tells."""

    def show(keeper: SessionKeeper) -> tuple[Ending, Told]:
        ending, told = Ending(theme, Pictures(), desk, keeper, window), Told()
        ending.closed.connect(told.note_closed)
        ending.play_wished.connect(told.note_play)
        ending.routines_wished.connect(told.note_routines)
        window.take_over(ending.view)
        window.show()
        return ending, told

    return show


def lines(ending: Ending) -> list[tuple[str, Outcome | None]]:
    return [(one.step.name, one.step.outcome) for one in ending.view.findChildren(StepLine)]


def offers(ending: Ending) -> list[str]:
    return [card.offer.action for card in ending.view.findChildren(OfferCard)]


def said(ending: Ending) -> str:
    return ending.view.findChild(Foot).said


def stored(desk: Desk, keeper: SessionKeeper) -> SessionSummary:
    past = desk.history.session(keeper.id)
    assert past is not None
    return past.summary


def test_what_was_done_is_shown_in_order(play, end):
    ending, _ = end(play(skip={1}))
    assert lines(ending) == [
        ("Half-kneeling hip-flexor stretch", Outcome.DONE),
        ("Front plank", Outcome.SKIPPED),
        ("Reverse hyper", Outcome.DONE),
    ]
    assert ending.view.accessibleName() == "That's it for today."
    assert said(ending) == "Everything is saved."


def test_a_session_that_was_stopped_says_what_was_not_reached(play, end):
    ending, _ = end(play(stop_s=80.0))
    assert [outcome for _, outcome in lines(ending)] == [Outcome.DONE, Outcome.STOPPED, None]
    assert ending.view.accessibleName() == "That's enough for today."


def test_each_answer_is_stored_when_it_is_given(play, end, desk, qtbot):
    keeper = play(pain=4)
    ending, _ = end(keeper)
    qtbot.keyClick(ending.view, Qt.Key.Key_3)
    qtbot.keyClick(ending.view, Qt.Key.Key_F)
    ending.view.note_written.emit("warm room")
    summary = stored(desk, keeper)
    assert (summary.pain_before, summary.pain_after) == (4, 3)
    assert (summary.effort, summary.note) == (Effort.FINE, "warm room")


def test_an_effort_can_be_taken_back(play, end, desk, qtbot):
    keeper = play()
    ending, _ = end(keeper)
    qtbot.keyClick(ending.view, Qt.Key.Key_E)
    qtbot.keyClick(ending.view, Qt.Key.Key_E)
    assert stored(desk, keeper).effort is None


def test_what_was_typed_last_is_kept_when_the_page_is_closed(play, end, desk):
    keeper = play()
    ending, told = end(keeper)
    ending.view._questions.note.setPlainText("tight on the right")
    ending.view.close_wished.emit()
    assert stored(desk, keeper).note == "tight on the right"
    assert told.closed == 1


def test_half_characters_in_a_note_do_no_harm(play, end, desk):
    keeper = play()
    ending, _ = end(keeper)
    ending.view.note_written.emit("a\ud83db")
    assert stored(desk, keeper).note == "ab"


def test_undo_removes_the_session_and_can_be_undone_itself(play, end, desk, window):
    keeper = play()
    ending, told = end(keeper)
    ending.view.undo_wished.emit()
    assert not desk.history.sessions()
    assert told.closed == 1
    window.undo()
    assert [one.id for one in desk.history.sessions()] == [keeper.id]


def test_undo_that_fails_says_so_and_stays(play, end, desk):
    ending, told = end(play())
    desk.history.is_full = True
    ending.view.undo_wished.emit()
    assert said(ending) == "The disk is full."
    assert told.closed == 0


def test_after_a_warm_up_the_cool_down_is_offered(play, end, qtbot):
    ending, told = end(play("quick-warm-up"))
    assert offers(ending) == ["play:after-run-cool-down"]
    qtbot.keyClick(ending.view, Qt.Key.Key_Return)
    assert told.played == ("after-run-cool-down",)
    assert told.closed == 0


def test_between_a_warm_up_and_its_cool_down_any_other_routine_leads_there_too(play, end):
    play("quick-warm-up")
    ending, _ = end(play("core-foundation"))
    assert offers(ending) == ["play:after-run-cool-down"]


@pytest.mark.parametrize("slug", ["short-one", "core-foundation"])
def test_with_no_run_in_sight_nothing_is_offered(play, end, slug, qtbot):
    ending, told = end(play(slug))
    assert offers(ending) == []
    qtbot.keyClick(ending.view, Qt.Key.Key_Return)
    assert told.closed == 1


def test_after_a_session_that_was_stopped_nothing_is_offered(play, end):
    ending, _ = end(play("quick-warm-up", stop_s=10.0))
    assert offers(ending) == []


def test_a_trial_at_speed_still_leads_to_the_cool_down(play, end):
    ending, _ = end(play("quick-warm-up", speed=20.0))
    assert offers(ending) == ["play:after-run-cool-down"]


def test_the_demo_asks_nothing_and_shows_the_way_on(play, end, desk, qtbot):
    keeper = play("demo")
    ending, told = end(keeper)
    assert offers(ending) == ["look-round", "play:pre-run-warm-up"]
    qtbot.keyClick(ending.view, Qt.Key.Key_3)
    assert stored(desk, keeper).pain_after is None
    qtbot.keyClick(ending.view, Qt.Key.Key_Return)
    assert told.routines == 1


def test_without_a_routine_for_the_occasion_none_is_offered(play, end, desk, monkeypatch):
    keeper = play("quick-warm-up")
    only = tuple(file for file in desk.library.entries if file.slug == "quick-warm-up")
    monkeypatch.setattr(desk._shelf, "_library", replace(desk.library, entries=only))
    ending, _ = end(keeper)
    assert offers(ending) == []


def test_a_routine_whose_file_is_gone_is_still_shown(play, end, desk, monkeypatch):
    keeper = play()
    monkeypatch.setattr(desk._shelf, "_library", replace(desk.library, entries=()))
    ending, _ = end(keeper)
    assert len(lines(ending)) == 3


def test_what_the_disk_refused_is_shown_all_the_same(play, end, desk):
    desk.history.is_full = True
    ending, _ = end(play(skip={1}))
    assert [outcome for _, outcome in lines(ending)] == [
        Outcome.DONE,
        Outcome.SKIPPED,
        Outcome.DONE,
    ]
    assert said(ending) == "The disk is full."
    assert ending.view._foot.undo.isHidden()


def test_a_routine_done_before_the_disk_was_full_counts_as_done(play, end, desk):
    keeper = play()
    desk.history.is_full = True
    keeper.set_note("x", keeper.begun.started)
    desk.history.is_full = False
    ending, _ = end(keeper)
    assert {outcome for _, outcome in lines(ending)} == {Outcome.DONE}


def test_what_the_disk_refused_is_tried_again(play, end, desk):
    keeper = play()
    ending, _ = end(keeper)
    desk.history.is_full = True
    ending.view.pain_rated.emit(2)
    assert said(ending) == "The disk is full."
    assert ending._retry.isActive()
    ending.try_again()
    assert said(ending) == "The disk is full."
    desk.history.is_full = False
    ending.try_again()
    assert said(ending) == "Everything is saved."
    assert not ending._retry.isActive()
    assert stored(desk, keeper).pain_after == 2


def test_it_is_tried_again_when_the_page_is_closed_already(play, end, desk, qtbot):
    keeper = play()
    ending, _ = end(keeper)
    desk.history.is_full = True
    ending.view.pain_rated.emit(2)
    ending.close()
    (late,) = desk.findChildren(LateSaving)
    late.try_again()
    assert keeper.trouble
    desk.history.is_full = False
    with qtbot.waitSignal(desk.history_changed):
        late.try_again()
    assert stored(desk, keeper).pain_after == 2
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.findChildren(LateSaving) == []


def test_a_page_that_is_closed_with_all_saved_leaves_nothing_behind(play, end, desk):
    ending, _ = end(play())
    ending.close()
    assert desk.findChildren(LateSaving) == []


def test_a_history_that_cannot_be_written_says_so(play, end, desk, monkeypatch):
    monkeypatch.setattr(Disk, "unsaved_reason", "Nothing you do is saved: no room.", raising=False)
    ending, _ = end(play())
    assert said(ending) == "Nothing you do is saved: no room."


def test_much_pain_leads_to_whom_to_see_and_back(play, end, window, qtbot):
    ending, _ = end(play())
    qtbot.keyClick(ending.view, Qt.Key.Key_8)
    qtbot.keyClick(ending.view, Qt.Key.Key_W)
    advice = window._stack.currentWidget()
    assert isinstance(advice, AdviceView)
    qtbot.keyClick(advice, Qt.Key.Key_Escape)
    assert window._stack.currentWidget() is ending.view
