"""One run that two laptops know under two ids is one run after they merge."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run, RunId, Source, SourceKind
from routine_player.store.history import History
from routine_player.store.history_changes import SaidBy, Saying
from routine_player.store.history_taking import Offer, Taking
from routine_player.store.paths import Places

FILE = Source(SourceKind.FIT, "morning.fit", bytes(range(16)))
Open = Callable[[str], History]


@pytest.fixture
def laptop(tmp_path: Path, noon: Instant) -> Iterator[Open]:
    """Open a history of its own for each name."""
    opened: list[History] = []

    def open_one(name: str) -> History:
        opened.append(History.open(Places(tmp_path / name), noon))
        return opened[-1]

    yield open_one
    for history in opened:
        history.close()


def take(history: History, run: Run, at: Instant, source: Source = FILE) -> RunId:
    ((_, taken),) = history.diary.take_runs([Offer(run, source)], Saying(at, SaidBy.PERSON))
    return taken


def merge(into: History, other: History, at: Instant) -> int:
    return into.diary.merge_lines(other.diary.export_lines(at)).joined


def seen(history: History) -> object:
    """What a person sees of runs and of what was said of them."""
    runs = history.diary.runs()
    return runs, [history.diary.ratings_of_run(one.run.id) for one in runs]


def test_one_file_that_was_imported_on_two_laptops_is_one_run(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    mine = take(one, Run(start, 1800.0, 5000.0), noon)
    theirs = take(other, Run(start, 1800.0, 5000.0), noon.after(60.0))
    said = [Rating(RatingMoment.WORST_IN_RUN, 4, noon, run=mine)]
    one.diary.put_rating(said[0], noon)
    said.append(Rating(RatingMoment.AFTER_RUN, 2, noon.after(9.0), run=theirs))
    other.diary.put_rating(said[1], noon)
    assert (merge(one, other, noon), merge(other, one, noon)) == (1, 0)
    assert seen(one) == seen(other)
    (logged,) = one.diary.runs()
    assert logged.run.id == mine
    assert [one.id for one in one.diary.ratings_of_run(mine)] == [rating.id for rating in said]
    assert merge(one, other, noon) == 0
    assert sorted(one.diary.export_lines(noon)) == sorted(other.diary.export_lines(noon))


def test_a_watch_and_a_phone_on_two_laptops_told_of_one_run(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    typed = Run(start, 1800.0, 5000.0, note="Windy")
    one.diary.put_run(typed, noon)
    take(other, Run(start.after(70.0), 1790.0, 5100.0, climb_m=80.0), noon.after(5.0))
    merge(one, other, noon)
    (logged,) = one.diary.runs()
    assert logged.run == replace(typed, climb_m=80.0)
    assert {source.kind for source in logged.sources} == {SourceKind.TYPED, SourceKind.FIT}
    ((taking, _),) = one.diary.take_runs([Offer(replace(typed), FILE)], Saying(noon))
    assert taking is Taking.KNOWN


def test_two_runs_that_one_laptop_keeps_apart_stay_two(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    for _ in range(2):
        one.diary.put_run(Run(start, 1800.0), noon)
    merge(other, one, noon)
    merge(one, other, noon)
    assert len(one.diary.runs()) == len(other.diary.runs()) == 2
    other.diary.put_run(Run(start, 1800.0), noon)  # one more there, which is one of the two here
    assert merge(one, other, noon) == 0


def test_each_run_is_joined_once_with_the_nearest(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    near = one.diary.put_run(Run(start, 1800.0, 5000.0), noon)
    one.diary.put_run(Run(start.after(100.0), 1800.0, 5000.0), noon)
    other.diary.put_run(Run(start.after(10.0), 1800.0, 5000.0, note="Which"), noon.after(1.0))
    assert merge(one, other, noon) == 1
    notes = {logged.run.id: logged.run.note for logged in one.diary.runs()}
    assert len(notes) == 2
    assert notes[near] == "Which"


def test_a_run_that_was_deleted_is_joined_with_none(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    one.diary.delete(take(one, Run(start, 1800.0, 5000.0), noon), noon)
    kept = take(other, Run(start, 1800.0, 5000.0), noon)
    assert merge(one, other, noon) == 0
    assert [logged.run.id for logged in one.diary.runs()] == [kept]
    assert one.diary.take_runs([Offer(Run(start), FILE)], Saying(noon)) == [(Taking.KNOWN, kept)]


def test_runs_that_somebody_parted_are_not_joined_again(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    mine = take(one, Run(start, 1800.0, 5000.0), noon)
    theirs = take(other, Run(start, 1800.0, 5000.0, note="There"), noon.after(60.0))
    rating = Rating(RatingMoment.AFTER_RUN, 2, noon, run=theirs)
    other.diary.put_rating(rating, noon)
    merge(one, other, noon)
    (_, join) = one.diary.edits(theirs)
    one.diary.undo(join.id, noon.after(99.0))
    assert {logged.run.id: logged.run.note for logged in one.diary.runs()} == {
        mine: "",
        theirs: "There",
    }
    assert one.diary.ratings_of_run(theirs) == (rating,)
    assert merge(one, other, noon) == 0
    assert merge(other, one, noon) == 0
    assert len(one.diary.runs()) == len(other.diary.runs()) == 2


def test_what_is_said_later_of_the_hidden_run_goes_to_the_one_that_stays(
    laptop: Open, noon: Instant
):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    mine = take(one, Run(start, 1800.0, 5000.0), noon)
    theirs = take(other, Run(start, 1800.0, 5000.0), noon.after(60.0))
    merge(one, other, noon)
    rating = Rating(RatingMoment.WORST_IN_RUN, 7, noon, run=theirs)
    other.diary.put_rating(rating, noon.after(70.0))
    other.diary.put_run(Run(start, 1800.0, 5000.0, note="Later", id=theirs), noon.after(80.0))
    merge(one, other, noon)
    (logged,) = one.diary.runs()
    assert (logged.run.id, logged.run.note) == (mine, "Later")
    assert [one.id for one in one.diary.ratings_of_run(mine)] == [rating.id]
    before = one.diary.export_lines(noon)
    merge(one, other, noon)
    assert one.diary.export_lines(noon) == before


def test_what_a_person_says_of_the_run_that_stays_is_never_replaced(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    mine = take(one, Run(start, 1800.0, 5000.0), noon)
    take(other, Run(start, 1800.0, 5000.0, note="Theirs"), noon.after(60.0))
    merge(one, other, noon)
    one.diary.put_run(Run(start, 1800.0, 5000.0, id=mine), noon.after(70.0))  # the note is cleared
    merge(one, other, noon)
    assert one.diary.runs()[0].run.note == ""


def test_three_laptops_come_to_the_same_in_whichever_order(laptop: Open, noon: Instant):
    start = noon.after(-7200.0)
    words = {"a": "climb_m", "b": "cadence_spm", "c": "note"}
    values: dict[str, float | str] = {"climb_m": 80.0, "cadence_spm": 170.0, "note": "From c"}
    laptops: dict[str, History] = {}
    for number, (name, word) in enumerate(words.items()):
        history = laptops[name] = laptop(name)
        run = replace(Run(start, 1800.0, 5000.0), **{word: values[word]})
        taken = take(history, run, noon.after(60.0 * number))
        rating = Rating(RatingMoment.AFTER_RUN, number, noon.after(number), run=taken)
        history.diary.put_rating(rating, noon.after(300.0))
    ends: list[object] = []
    for order in permutations(words):
        history = laptop("".join(order))
        for name in order:
            merge(history, laptops[name], noon)
        ends.append(seen(history))
    assert all(end == ends[0] for end in ends)
    ((logged,), (ratings,)) = ends[0]  # type: ignore[misc] - what is seen of one run
    assert (logged.run.climb_m, logged.run.cadence_spm, logged.run.note) == (80.0, 170.0, "From c")
    assert [rating.score for rating in ratings] == [0, 1, 2]
    for first, second in permutations(words, 2):
        merge(laptops[first], laptops[second], noon)
    assert seen(laptops["a"]) == seen(laptops["b"]) == seen(laptops["c"]) == ends[0]


def test_joined_runs_are_parted_and_joined_again(laptop: Open, noon: Instant):
    one, other = laptop("one"), laptop("other")
    start = noon.after(-7200.0)
    mine = take(one, Run(start, 1800.0, 5000.0), noon)
    there = Run(start.after(60.0), 1800.0, 5000.0, note="There")
    theirs = take(other, there, noon.after(60.0), replace(FILE, digest=bytes(16)))
    other.diary.put_rating(Rating(RatingMoment.AFTER_RUN, 2, noon, run=theirs), noon)
    alone = take(one, Run(start.after(-80_000.0), 1800.0, 5000.0), noon, Source(SourceKind.GPX))
    assert one.diary.parts(mine) == ()
    merge(one, other, noon)
    (part,) = one.diary.parts(mine)
    assert part.run == replace(there, id=theirs)
    assert one.diary.parts(alone) == one.diary.parts(theirs) == ()
    joined = seen(one)

    parted = one.diary.undo(part.edit, noon.after(99.0))
    assert one.diary.parts(mine) == ()
    assert len(one.diary.runs()) == 3
    again = one.diary.undo(parted, noon.after(100.0))
    assert seen(one) == joined
    assert [found.run.id for found in one.diary.parts(mine)] == [theirs]
    merge(other, one, noon.after(101.0))
    assert seen(other) == joined

    one.diary.undo(again, noon.after(102.0))
    merge(other, one, noon.after(103.0))
    assert one.diary.parts(mine) == other.diary.parts(mine) == ()
    assert len(other.diary.runs()) == 3


def test_a_run_that_was_deleted_beside_another_is_no_part_of_it(laptop: Open, noon: Instant):
    one = laptop("one")
    kept = take(one, Run(noon, 1800.0, 5000.0), noon)
    beside = Run(noon.after(30.0), 1800.0, 9000.0)
    one.diary.delete(take(one, beside, noon, replace(FILE, digest=bytes(16))), noon)
    assert one.diary.parts(kept) == ()
    assert one.diary.parts(beside.id) == ()
    assert one.diary.parts(RunId(int=7)) == ()
