"""Three devices told of one run, and it is one in whichever order their files come."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import FormFocus, Run, Source, SourceKind
from routine_player.store.history import History
from routine_player.store.history_changes import Saying
from routine_player.store.history_taking import Offer, Taking
from routine_player.store.paths import Places

Take = Callable[..., tuple[Taking, UUID]]

STARTS = {"watch": -60.0, "phone": 0.0, "pod": 100.0}


@pytest.fixture
def told(noon: Instant) -> dict[str, Run]:
    """What three devices say of a run: the first and the last began too far apart."""
    start = noon.after(-7200.0)
    return {name: Run(start.after(apart), 1800.0, 5000.0) for name, apart in STARTS.items()}


@pytest.fixture
def take(history: History, noon: Instant) -> Take:
    """Take a run as a file of its own; give what became of it."""

    def taking(name: str, run: Run, saying: Saying | None = None) -> tuple[Taking, UUID]:
        source = Source(SourceKind.FIT, f"{name}.fit", name.encode().ljust(16))
        ((fate, found),) = history.diary.take_runs([Offer(run, source)], saying or Saying(noon))
        return fate, found

    return taking


def runs(history: History) -> list[Run]:
    return [logged.run for logged in history.diary.runs()]


@pytest.mark.parametrize("order", list(permutations(STARTS)))
def test_three_devices_are_one_run_in_every_order(
    history: History, take: Take, told: dict[str, Run], order: tuple[str, ...]
):
    for name in order:
        take(name, told[name])
    (logged,) = history.diary.runs()
    assert {source.file for source in logged.sources} == {f"{name}.fit" for name in STARTS}
    assert all(take(name, told[name])[0] is Taking.KNOWN for name in order)


@pytest.mark.parametrize("order", list(permutations((5000.0, 5200.0, 5400.0))))
def test_so_they_are_where_lengths_are_too_far_apart(
    history: History, take: Take, told: dict[str, Run], order: tuple[float, ...]
):
    for metres in order:
        take(str(metres), replace(told["phone"], distance_m=metres))
    assert len(runs(history)) == 1


def test_what_was_said_of_both_is_kept(
    history: History, take: Take, told: dict[str, Run], noon: Instant
):
    diary = history.diary
    _, watch = take("watch", replace(told["watch"], note="Morning", climb_m=12.0))
    _, pod = take("pod", replace(told["pod"], note="Morning\nWith Jo", climb_m=80.0))
    at_pod = diary.run(pod)
    assert at_pod is not None
    by_hand = replace(at_pod.run, distance_m=5100.0, tags=("rain",), focus=(FormFocus.GAZE,))
    diary.put_run(by_hand, noon.after(1.0))
    at_watch = diary.run(watch)
    assert at_watch is not None
    diary.put_run(replace(at_watch.run, tags=("dark",)), noon.after(2.0))
    for run, score in ((watch, 3), (pod, 5)):
        diary.put_rating(Rating(RatingMoment.WORST_IN_RUN, score, noon, run=run), noon)
    take("phone", told["phone"], Saying(noon.after(9.0)))
    (one,) = runs(history)
    assert one.id == watch
    assert (one.note, one.climb_m, one.distance_m) == ("Morning\nWith Jo", 12.0, 5100.0)
    assert (one.tags, one.focus) == (("dark", "rain"), (FormFocus.GAZE,))
    assert sorted(said.score for said in diary.ratings_of_run(watch)) == [3, 5]


def test_undoing_the_import_takes_them_apart_again(
    history: History, take: Take, told: dict[str, Run], noon: Instant
):
    diary = history.diary
    _, watch = take("watch", told["watch"])
    _, pod = take("pod", replace(told["pod"], climb_m=80.0))
    diary.put_rating(Rating(RatingMoment.WORST_IN_RUN, 5, noon, run=pod), noon)
    before = runs(history)
    saying = Saying(noon.after(9.0))
    take("phone", replace(told["phone"], cadence_spm=170.0), saying)
    assert len(runs(history)) == 1
    diary.undo(saying.edit, noon.after(60.0))
    assert runs(history) == before
    assert len(diary.ratings_of_run(pod)) == 1
    assert not diary.ratings_of_run(watch)
    fate, found = take("phone", replace(told["phone"], cadence_spm=170.0), Saying(noon.after(90.0)))
    assert (fate, found) == (Taking.JOINED, watch)
    (one,) = runs(history)
    assert (one.cadence_spm, one.climb_m) == (170.0, 80.0)
    assert take("phone", told["phone"])[0] is Taking.KNOWN


def test_runs_that_were_parted_by_hand_stay_so_when_the_file_comes_again(
    history: History, take: Take, told: dict[str, Run], noon: Instant
):
    history.diary.put_run(told["pod"], noon)
    for name in ("watch", "phone"):
        take(name, told[name])
    (logged,) = history.diary.runs()
    (part,) = history.diary.parts(logged.run.id)
    history.diary.undo(part.edit, noon.after(60.0))
    assert len(runs(history)) == 2
    assert take("phone", told["phone"])[0] is Taking.KNOWN
    assert len(runs(history)) == 2


@pytest.mark.parametrize("strange", ['"no list"', '"[1, 2]"', '"[1e999, 2, 3]"', '"[9, -1, 2]"'])
def test_what_a_strange_export_says_that_was_heard_is_not_believed(
    history: History, take: Take, told: dict[str, Run], strange: str
):
    take("watch", told["watch"])
    take("phone", told["phone"])
    with history._writing() as db:
        db.execute("UPDATE change SET became = ? WHERE field = 'heard'", (strange,))
    assert take("pod", told["pod"])[0] is Taking.TAKEN
    assert len(runs(history)) == 2


def test_another_computer_comes_to_the_same_and_goes_on_from_there(
    history: History, take: Take, told: dict[str, Run], noon: Instant, tmp_path: Path
):
    take("watch", told["watch"])
    take("phone", told["phone"])
    other = History.open(Places(tmp_path / "other"), noon)
    other.diary.merge_lines(history.diary.export_lines(noon))
    pod = Source(SourceKind.FIT, "pod.fit", b"pod".ljust(16))
    ((fate, _),) = other.diary.take_runs([Offer(told["pod"], pod)], Saying(noon.after(5.0)))
    assert fate is Taking.JOINED
    history.diary.merge_lines(other.diary.export_lines(noon))
    lines = (sorted(one.diary.export_lines(noon)) for one in (history, other))
    assert next(lines) == next(lines)
    assert len(runs(history)) == 1
    other.close()


def test_a_join_through_a_third_is_the_same_on_both_computers(
    history: History, take: Take, told: dict[str, Run], noon: Instant, tmp_path: Path
):
    for name in ("watch", "pod", "phone"):
        take(name, told[name])
    other = History.open(Places(tmp_path / "other"), noon)
    for one, source in ((other, history), (history, other)):
        one.diary.merge_lines(source.diary.export_lines(noon))
    assert other.diary.runs() == history.diary.runs()
    assert len(runs(history)) == 1
    other.close()
