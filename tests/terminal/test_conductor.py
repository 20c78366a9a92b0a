from contextlib import contextmanager

import pytest

from routine_player.core.entry import EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.session import Session
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide
from routine_player.terminal import conductor as conductor_module
from routine_player.terminal.conductor import INTERRUPTED_BY_HAND, Conductor


@pytest.fixture
def timeline(table):
    return timeline_for(table.library.routine("short-one").routine, FirstSide.LEFT, 0)


@pytest.fixture
def lead(table, outfit, clock, timeline):
    """Play the short routine; give the exit code and what the history then says."""

    def play(listen, speed=1.0):
        new = new_session(timeline, clock.instant(), speed)
        keeper = SessionKeeper(table.history, new)
        code = Conductor(table, outfit, listen).lead(Session(timeline), keeper, speed)
        return code, table.history.session(new.id)

    return play


@pytest.fixture
def nobody(monkeypatch, clock):
    """Turn the clock while nobody presses anything."""

    def read(self, timeout_s):
        clock.pass_s(max(timeout_s, 0.001))

    monkeypatch.setattr(conductor_module._Nobody, "read", read)


def test_with_nobody_there_it_asks_nothing_and_plays_through(lead, nobody, capsys):
    code, past = lead(None)
    assert code == 0
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert (past.summary.steps_done, past.summary.steps_planned) == (3, 3)
    told = capsys.readouterr().out
    assert "How is your back" not in told
    assert "Short one: 3 of 3 steps" in told
    assert told.rstrip().endswith("Saved.")


def test_with_nobody_there_a_sleep_of_the_computer_is_gone_on_from(lead, clock, monkeypatch):
    slept = []

    def read(self, timeout_s):
        clock.pass_s(max(timeout_s, 0.001))
        if not slept and clock.monotonic_s > 1020:
            slept.append(True)
            clock.sleep_s(3600)

    monkeypatch.setattr(conductor_module._Nobody, "read", read)
    code, past = lead(None)
    assert (code, past.summary.outcome) == (0, SessionOutcome.FINISHED)
    assert EntryKind.INTERRUPTED in [entry.kind for entry in past.entries]
    assert past.summary.active_s < 200


def test_pain_before_and_after_is_one_key_each(lead, press):
    keys = [(0.1, "4"), *[(1.0, "right")] * 3, (1.0, "3")]
    code, past = lead(press(*keys))
    assert code == 0
    assert (past.summary.pain_before, past.summary.pain_after) == (4, 3)
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert [step.outcome for step in past.steps] == [Outcome.SKIPPED] * 3


def test_a_question_about_pain_may_be_left_out(lead, press):
    _, past = lead(press((0.1, "enter"), *[(1.0, "right")] * 3, (1.0, "enter")))
    assert (past.summary.pain_before, past.summary.pain_after) == (None, None)


def test_ctrl_c_stops_and_keeps_what_was_done(lead, press, outfit):
    code, past = lead(press((0.1, "enter"), (80.0, "interrupt")))
    assert code == INTERRUPTED_BY_HAND
    assert past.summary.outcome is SessionOutcome.STOPPED
    assert past.steps[0].outcome is Outcome.DONE
    assert outfit.closed


def test_esc_asks_and_stops_when_told_so(lead, press):
    _, past = lead(press((0.1, "enter"), (10.0, "escape"), (5.0, "enter"), (1.0, "enter")))
    assert past.summary.outcome is SessionOutcome.STOPPED


def test_esc_twice_goes_on(lead, press):
    keys = [(0.1, "enter"), (10.0, "escape"), (5.0, "escape"), *[(9.0, "right")] * 3, (1.0, "2")]
    _, past = lead(press(*keys))
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert EntryKind.RESUMED in [entry.kind for entry in past.entries]


def test_it_hurts_notes_where_and_how_much_and_goes_to_the_next_step(lead, press):
    keys = [(0.1, "1"), (10.0, "h"), (1.0, "3"), (1.0, "5"), (1.0, "z"), (1.0, "n")]
    _, past = lead(press(*keys, *[(9.0, "right")] * 2, (1.0, "2")))
    assert past.steps[0].outcome is Outcome.HURT
    (rating,) = [one for one in past.ratings if one.moment is PainMoment.DURING]
    assert (rating.score, rating.sites, rating.step_index) == (5, ("lower-back-right",), 0)


def test_it_hurts_offers_the_easier_exercise(lead, press):
    keys = [(0.1, "1"), (10.0, "right"), (5.0, "h"), (1.0, "2"), (1.0, "x"), (1.0, "e")]
    _, past = lead(press(*keys, *[(9.0, "right")] * 2, (1.0, "2")))
    assert past.steps[1].slug == "front-plank-knees"
    assert [one.score for one in past.ratings if one.moment is PainMoment.DURING] == [10]


def test_esc_in_it_hurts_goes_back_to_the_step(lead, press):
    keys = [(0.1, "1"), (10.0, "h"), (1.0, "escape"), *[(9.0, "right")] * 3, (1.0, "2")]
    _, past = lead(press(*keys))
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert past.steps[0].outcome is Outcome.SKIPPED


def test_stop_for_today_ends_the_session_where_it_hurt(lead, press):
    keys = [(0.1, "1"), (10.0, "h"), (1.0, "z"), (1.0, "enter"), (1.0, "q"), (1.0, "2")]
    _, past = lead(press(*keys))
    assert past.summary.outcome is SessionOutcome.STOPPED
    assert not [one for one in past.ratings if one.moment is PainMoment.DURING]


def test_keys_that_are_not_the_sessions_business_do_their_work(lead, press, outfit, capsys):
    keys = [(0.1, "1"), (3.0, "m"), (1.0, "r"), (1.0, "f"), (1.0, "?"), (1.0, "space")]
    _, past = lead(press(*keys, *[(9.0, "right")] * 3, (1.0, "2")))
    assert outfit.muted
    assert "There is no keyboard here." in capsys.readouterr().out
    assert past.summary.outcome is SessionOutcome.FINISHED


def test_after_a_sleep_one_may_do_the_hold_again(lead, clock):
    class Sleeper:
        def __init__(self):
            self.script = (
                [(0.1, "1"), (15.0, "SLEEP"), (2.0, "d"), (9.0, "right")]
                + [(9.0, "right")] * 2
                + [(1.0, "enter")]
            )

        def read(self, timeout_s):
            if not self.script:
                clock.pass_s(timeout_s)
                return None
            after_s, key = self.script[0]
            if after_s > timeout_s:
                clock.pass_s(timeout_s)
                self.script[0] = (after_s - timeout_s, key)
                return None
            self.script.pop(0)
            if key == "SLEEP":
                clock.sleep_s(60.0)
                return None
            clock.pass_s(after_s)
            return key

    @contextmanager
    def opened():
        yield Sleeper()

    _, past = lead(opened)
    kinds = [entry.kind for entry in past.entries]
    assert EntryKind.INTERRUPTED in kinds
    assert past.summary.outcome is SessionOutcome.FINISHED


def test_a_session_that_was_cut_off_is_offered_again(table, outfit, clock, timeline, press, lead):
    keeper = SessionKeeper(table.history, new_session(timeline, clock.instant(), 1.0))
    offered = Conductor(table, outfit, press((0.1, "enter"))).ask_to_go_on(timeline)
    assert offered is not None
    assert offered.begun.id == keeper.id
    assert Conductor(table, outfit, press((0.1, "escape"))).ask_to_go_on(timeline) is None
    assert Conductor(table, outfit, None).ask_to_go_on(timeline) is None


def test_a_session_of_other_steps_is_not_offered(table, outfit, clock, timeline, press):
    other = timeline_for(table.library.routine("demo").routine, FirstSide.LEFT, 0)
    SessionKeeper(table.history, new_session(other, clock.instant(), 1.0))
    assert Conductor(table, outfit, press((0.1, "enter"))).ask_to_go_on(timeline) is None


def test_a_session_whose_steps_were_all_over_is_not_offered(
    table, outfit, timeline, press, lead, monkeypatch
):
    monkeypatch.setattr(table.history.__class__, "finish", lambda *_: None)
    lead(press((0.1, "enter"), *[(1.0, "right")] * 3, (1.0, "enter")))
    assert table.history.unfinished() is not None
    assert Conductor(table, outfit, press((0.1, "enter"))).ask_to_go_on(timeline) is None
