"""A history of every format that was ever written opens, and says what it said then."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from routine_player.core.choices import Sides
from routine_player.core.day import DayFactors
from routine_player.core.entry import Effort, EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Tempo,
)
from routine_player.core.run import Activity, FormFocus, Run, RunKind, SourceKind, Surface
from routine_player.store.history import History
from routine_player.store.history_diary import Diary
from routine_player.store.history_schema import newest_version
from routine_player.store.history_values import PastSession
from routine_player.store.paths import MIGRATIONS, Places

REFERENCE = Path(__file__).resolve().parents[1] / "reference"

SAMPLES = sorted(REFERENCE.glob("history-v*.db"))


def test_there_is_a_sample_of_every_format():
    names = [f"history-v{version}.db" for version in range(1, newest_version(MIGRATIONS) + 1)]
    assert [sample.name for sample in SAMPLES] == names


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.stem)
def sample(request: pytest.FixtureRequest, places: Places, noon: Instant) -> Iterator[History]:
    places.data.mkdir(parents=True)
    shutil.copyfile(request.param, places.history)
    history = History.open(places, noon)
    yield history
    history.close()


@pytest.fixture
def first(sample: History) -> PastSession:
    past = sample.session(UUID(int=1))
    assert past is not None
    return past


def test_an_old_history_opens_whole(sample: History):
    assert sample.saved
    assert not sample.was_damaged
    assert sample.check() == ()


def test_an_old_history_lists_its_sessions(sample: History):
    listed = [(summary.id.int, summary.outcome) for summary in sample.sessions()]
    assert listed == [
        (5, SessionOutcome.OPEN),
        (4, SessionOutcome.INTERRUPTED),
        (2, SessionOutcome.FINISHED),
        (1, SessionOutcome.STOPPED),
    ]
    assert [day.day for day in sample.days(date(2026, 1, 1), date(2026, 12, 31))] == [
        date(2026, 3, 28),
        date(2026, 3, 29),
    ]


def test_an_old_session_says_what_it_said(first: PastSession, noon: Instant):
    summary = first.summary
    assert (summary.routine, summary.routine_name) == ("core-foundation", "Core foundation")
    assert (summary.started, summary.ended) == (noon, noon.after(3850.0))
    assert (summary.planned_s, summary.active_s, summary.speed) == (412.5, 212.0, 1.0)
    assert (summary.steps_done, summary.steps_planned) == (2, 5)
    assert (summary.pain_before, summary.pain_after) == (3, 2)
    assert (summary.effort, summary.note) == (Effort.HARD, "Tight on the right, warm room 🏃")


def test_an_old_plan_has_every_kind_of_dose(first: PastSession):
    assert [step.sets for step in first.plan.steps] == [
        (HeldReps(5, 10.0, 2.0), HeldReps(3, 10.0, 2.0)),
        (Hold(20.0),),
        (Continuous(30.0),),
        (PacedReps(12, Tempo(2.0, 1.0, 2.0)),),
        (CountedReps(15),),
    ]
    assert first.plan.steps[1].sides is Sides.BOTH
    assert first.plan.steps[3].round_number == 2


def test_old_steps_say_what_became_of_them(first: PastSession):
    assert [(step.name, step.outcome) for step in first.steps] == [
        ("Curl-up", Outcome.DONE),
        ("Side plank, on the knees", Outcome.DONE),
        ("Shake it out 🏃", Outcome.SKIPPED),
        ("Glute bridge", Outcome.STOPPED),
        ("Calf raise", None),
    ]
    assert first.steps[1].attempt == 2


def test_an_old_log_has_every_kind_of_line(first: PastSession, noon: Instant):
    assert {entry.kind for entry in first.entries} == set(EntryKind)
    interrupted = [entry for entry in first.entries if entry.kind is EntryKind.INTERRUPTED]
    assert [(line.at, line.at_s, line.length_s) for line in interrupted] == [
        (noon.after(210.0), 210.0, 3600.0)
    ]


def test_old_pain_ratings_say_when_and_where(first: PastSession):
    said = [(each.moment, each.score, each.sites, each.step_index) for each in first.ratings]
    assert said == [
        (PainMoment.BEFORE, 3, (), None),
        (PainMoment.DURING, 6, ("lower-back-left",), 1),
        (PainMoment.AFTER, 2, (), None),
    ]


def test_old_edits_are_still_known(sample: History):
    edits = [(edit.field, edit.was, edit.became) for edit in sample.changes(UUID(int=1))]
    assert edits == [
        ("score", 4, 2),
        ("effort", None, 3),
        ("note", "", "Tight on the right, warm room 🏃"),
    ]


def test_an_old_open_session_can_be_gone_on_with(sample: History, noon: Instant):
    unfinished = sample.unfinished()
    assert unfinished is not None
    assert (unfinished.past.summary.id, unfinished.step_index) == (UUID(int=5), 0)
    sample.keep_unfinished(UUID(int=5), noon)
    assert sample.unfinished() is None


def test_an_old_deleted_session_can_be_restored(sample: History, noon: Instant):
    sample.restore(UUID(int=3), noon)
    assert UUID(int=3) in {summary.id for summary in sample.sessions()}


@pytest.fixture(params=[sample for sample in SAMPLES if sample.stem != "history-v1"], ids=str)
def diary(request: pytest.FixtureRequest, places: Places, noon: Instant) -> Iterator[Diary]:
    """What is said beside sessions, out of every format that had room for it."""
    places.data.mkdir(parents=True)
    shutil.copyfile(request.param, places.history)
    history = History.open(places, noon)
    yield history.diary
    history.close()


def test_an_old_run_says_what_it_said(diary: Diary, noon: Instant):
    (logged,) = diary.runs()
    assert logged.run == Run(
        noon.after(-7200.0),
        3001.5,
        10_123.5,
        Activity.RUN,
        RunKind.HILLS,
        3120.25,
        84.5,
        172.5,
        Surface.TRAIL,
        UUID(int=20),
        (FormFocus.GAZE, FormFocus.LANDING),
        ("new insoles",),
        "Along the river 🏃",
        UUID(int=21),
    )
    assert [(source.kind, source.file) for source in logged.sources] == [
        (SourceKind.FIT, "morning.fit"),
        (SourceKind.STRAVA, "activities.csv"),
    ]
    (worn,) = diary.shoes()
    assert (worn.shoes.name, worn.worn_m) == ("Road ones", 130_123.5)


def test_old_ratings_of_runs_say_what_they_said(diary: Diary, noon: Instant):
    worst = diary.rating(UUID(int=30))
    assert worst == Rating(
        RatingMoment.WORST_IN_RUN,
        7,
        noon.after(-3000.0),
        ("buttock-right", "lower-back-left"),
        (Quality.TIGHT, Quality.DEEP),
        12.5,
        Course.CAME_AND_WENT,
        Spread.LEFT_LEG,
        True,
        "ibuprofen 400",
        "Hills",
        run=UUID(int=21),
        id=UUID(int=30),
    )
    moments = {rating.moment: rating.run for rating in diary.ratings() if rating.session is None}
    assert moments == {
        RatingMoment.WORST_IN_RUN: UUID(int=21),
        RatingMoment.AFTER_RUN: UUID(int=21),
        RatingMoment.NEXT_MORNING: UUID(int=21),
        RatingMoment.ALONE: None,
    }


def test_old_days_and_answers_say_what_they_said(diary: Diary, noon: Instant):
    (day,) = diary.days(date(2026, 1, 1), date(2026, 12, 31))
    assert day == DayFactors(date(2026, 3, 28), 8.5, 7.25, True, ("desk",), "none", "Long drive")
    (check,) = diary.checks()
    assert check.answers == {"saddle": False, "leg-numbness": True}
    assert (check.at, check.rating) == (noon, UUID(int=30))


def test_an_old_edit_can_still_be_undone(diary: Diary, noon: Instant):
    edit = diary.last_edit()
    assert edit is not None
    assert edit.fields == ("run", "run_by_hand")
    assert edit.subject == UUID(int=2)
    diary.undo(edit.id, noon)
    earlier = diary.last_edit()
    assert earlier is not None
    assert earlier.subject == UUID(int=40)
    diary.undo(UUID(int=60), noon)
    assert diary.runs() == ()
