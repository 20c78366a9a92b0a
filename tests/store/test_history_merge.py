"""An export comes back whole, and two histories become one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from routine_player.core.day import DayFactors
from routine_player.core.entry import SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run, RunId, Source, SourceKind
from routine_player.store.history import History
from routine_player.store.history_changes import Saying
from routine_player.store.history_taking import Offer, Taking
from routine_player.store.paths import Places

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def two(tmp_path: Path, noon: Instant, sample: History) -> Iterator[tuple[History, History]]:
    """The same history on two laptops."""
    other = History.open(Places(tmp_path / "other"), noon)
    other.diary.merge_lines(sample.diary.export_lines(noon))
    yield sample, other
    other.close()


def _lines(history: History, noon: Instant) -> list[str]:
    """What a history says of itself, in an order that does not tell what came first."""
    return sorted(history.diary.export_lines(noon))


def _run_of(history: History, rating: UUID) -> RunId | None:
    found = history.diary.rating(rating)
    return None if found is None else found.run


def test_an_export_gives_the_identical_history(history: History, sample: History, noon: Instant):
    lines = sample.diary.export_lines(noon)
    history.diary.merge_lines(lines)
    assert history.diary.export_lines(noon) == lines
    assert history.sessions() == sample.sessions()
    assert history.diary.runs() == sample.diary.runs()
    assert history.diary.ratings() == sample.diary.ratings()
    for summary in sample.sessions():
        assert history.session(summary.id) == sample.session(summary.id)
        assert history.changes(summary.id) == sample.changes(summary.id)
    assert history.diary.last_edit() == sample.diary.last_edit()
    assert history.check() == ()


def test_taking_in_the_same_again_changes_nothing(two: tuple[History, History], noon: Instant):
    one, other = two
    before = one.diary.export_lines(noon)
    one.diary.merge_lines(other.diary.export_lines(noon))
    assert one.diary.export_lines(noon) == before


def test_what_either_laptop_has_both_have_afterwards(two: tuple[History, History], noon: Instant):
    one, other = two
    one.diary.put_run(Run(noon.after(86_400.0), 3000.0, 9_000.0), noon)
    other.diary.put_rating(Rating(RatingMoment.ALONE, 4, noon), noon)
    other.set_note(UUID(int=2), "From the other one", noon)
    one.diary.merge_lines(other.diary.export_lines(noon))
    other.diary.merge_lines(one.diary.export_lines(noon))
    assert _lines(one, noon) == _lines(other, noon)
    assert len(one.diary.runs()) == 2
    past = one.session(UUID(int=2))
    assert past is not None
    assert past.summary.note == "From the other one"


def test_where_both_were_edited_the_last_word_stays(two: tuple[History, History], noon: Instant):
    one, other = two
    (logged,) = one.diary.runs()
    one.diary.put_run(replace(logged.run, note="First", shoes=None), noon.after(10.0))
    other.diary.put_run(replace(logged.run, note="Last", distance_m=9.0), noon.after(20.0))
    one.diary.put_day(DayFactors(date(2026, 3, 28), hours_sat=2.0), noon.after(30.0))
    for first, second in ((one, other), (other, one)):
        first.diary.merge_lines(second.diary.export_lines(noon))
    assert _lines(one, noon) == _lines(other, noon)
    (merged,) = one.diary.runs()
    assert (merged.run.note, merged.run.distance_m, merged.run.shoes) == ("Last", 9.0, None)
    assert other.diary.days(*YEAR)[0].hours_sat == 2.0


def test_what_was_deleted_on_one_stays_deleted(two: tuple[History, History], noon: Instant):
    one, other = two
    (logged,) = one.diary.runs()
    one.diary.delete(logged.run.id, noon)
    one.diary.merge_lines(other.diary.export_lines(noon))
    assert one.diary.runs() == ()


def test_a_session_that_went_on_on_one_is_whole_on_both(
    two: tuple[History, History], noon: Instant, step_started: Callable, step_ended: Callable
):
    one, other = two
    session = UUID(int=5)
    other.append(session, [step_started(1), step_ended(1, name="Easy one", slug="easy")])
    other.finish(session, SessionOutcome.FINISHED, noon.after(900.0), 600.0)
    for first, second in ((one, other), (other, one)):
        first.diary.merge_lines(second.diary.export_lines(noon))
    assert one.session(session) == other.session(session)
    past = one.session(session)
    assert past is not None
    assert past.summary.outcome is SessionOutcome.FINISHED
    assert past.steps[1].name == "Easy one"


def test_a_run_finds_its_ties_among_what_was_taken_in(
    history: History, sample: History, noon: Instant
):
    morning = Rating(RatingMoment.NEXT_MORNING, 1, noon.after(68_500.0))
    history.diary.put_rating(morning, noon)
    history.diary.merge_lines(sample.diary.export_lines(noon))
    stored = history.diary.rating(morning.id)
    assert stored is not None
    assert stored.run == UUID(int=21)


def test_a_tie_that_only_the_other_laptop_still_has_is_no_news(
    two: tuple[History, History], noon: Instant
):
    one, other = two
    then = noon.after(-20 * 86_400.0)
    run = Run(then.after(-3600.0), 1800.0, 5000.0)
    for laptop in two:
        laptop.diary.put_run(run, noon)
    rating = one.diary.put_rating(Rating(RatingMoment.AFTER_RUN, 3, then), noon)
    other.diary.merge_lines(one.diary.export_lines(noon))
    one.diary.delete(run.id, noon.after(60.0))
    assert _run_of(one, rating) is None
    one.diary.merge_lines(other.diary.export_lines(noon))
    assert one.diary.merge_lines(other.diary.export_lines(noon)).is_nothing


def test_a_tie_that_comes_with_a_merge_is_told(two: tuple[History, History], noon: Instant):
    one, other = two
    then = noon.after(-20 * 86_400.0)
    run = Run(then.after(-3600.0), 1800.0, 5000.0)
    rating = one.diary.put_rating(Rating(RatingMoment.AFTER_RUN, 3, then), noon)
    other.diary.merge_lines(one.diary.export_lines(noon))
    other.diary.put_run(run, noon)
    assert one.diary.merge_lines(other.diary.export_lines(noon)).changed == 1
    assert _run_of(one, rating) == run.id


def test_the_last_edit_is_the_latest_on_either_laptop(two: tuple[History, History], noon: Instant):
    one, other = two
    run = Run(noon.after(86_400.0), 3000.0, 9_000.0)
    other.diary.put_run(run, noon.after(60.0))
    one.diary.put_rating(Rating(RatingMoment.ALONE, 4, noon), noon.after(120.0))
    mine = one.diary.last_edit()
    one.diary.merge_lines(other.diary.export_lines(noon))
    other.diary.merge_lines(one.diary.export_lines(noon))
    assert one.diary.last_edit() == other.diary.last_edit() == mine


def test_which_word_was_last_does_not_follow_from_the_order_of_merges(
    two: tuple[History, History], noon: Instant
):
    one, other = two
    watch = Source(SourceKind.FIT, "watch.fit", bytes(16))
    offer = Offer(Run(noon.after(-5 * 86_400.0), 1800.0, 5000.0), watch)
    one.diary.take_runs([offer], Saying(noon))
    (added,) = one.diary.edits(offer.run.id)
    other.diary.merge_lines(one.diary.export_lines(noon))
    other.diary.delete(offer.run.id, noon.after(60.0))
    one.diary.undo(added.id, noon.after(120.0))
    one.diary.merge_lines(other.diary.export_lines(noon))
    ((fate, _),) = one.diary.take_runs([offer], Saying(noon.after(180.0)))
    assert fate is Taking.TAKEN


def test_fields_that_were_taken_back_last_are_filled_again_after_a_merge(
    two: tuple[History, History], noon: Instant
):
    one, other = two
    typed = Run(noon.after(-5 * 86_400.0), 1800.0, 5000.0)
    offer = Offer(
        replace(typed, id=UUID(int=9), climb_m=30.0), Source(SourceKind.FIT, "", bytes(16))
    )
    one.diary.put_run(typed, noon)
    other.diary.merge_lines(one.diary.export_lines(noon))
    other.diary.put_run(replace(typed, climb_m=20.0), noon.after(30.0))
    one.diary.take_runs([offer], Saying(noon.after(60.0)))
    one.diary.undo(one.diary.edits(typed.id)[-1].id, noon.after(120.0))
    one.diary.merge_lines(other.diary.export_lines(noon))
    ((fate, _),) = one.diary.take_runs([offer], Saying(noon.after(180.0)))
    assert fate is Taking.JOINED
    assert one.diary.runs()[-1].run.climb_m == 30.0
