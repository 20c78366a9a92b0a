"""Whoever merges histories, how often and in whichever order: all come to the same."""

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest

from routine_player.core.day import DayFactors
from routine_player.core.entry import Effort
from routine_player.core.instant import Instant
from routine_player.core.pain import OF_A_RUN, Rating, RatingMoment
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.run import Run, Source, SourceKind
from routine_player.core.shoes import Shoes
from routine_player.store.history import History
from routine_player.store.history_changes import Saying
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_taking import Offer
from routine_player.store.paths import Places

SAMPLE = Path(__file__).resolve().parents[1] / "reference" / "history-v2.db"
SESSION = UUID(int=2)
LAPTOPS = 3


class Laptop:
    """A history on which somebody does things by chance; its clock may be set back."""

    def __init__(self, folder: Path, noon: Instant) -> None:
        self.places = Places(folder)
        self.noon = noon
        self.places.data.mkdir(parents=True)
        shutil.copyfile(SAMPLE, self.places.history)
        self.history = History.open(self.places, noon)

    def copied(self, folder: Path) -> "Laptop":
        other = Laptop.__new__(Laptop)
        other.places, other.noon = Places(folder), self.noon
        other.places.data.mkdir(parents=True)
        self.history.copy_to(other.places.history)
        other.history = History.open(other.places, self.noon)
        return other

    def live(self, rng: random.Random, files: Sequence[bytes]) -> None:
        for _ in range(rng.randrange(3, 12)):
            at = self.noon.after(rng.randrange(-3000, 3000))
            rng.choice(
                (self.edit_run, self.edit_run, self.rate, self.say_of_a_day, self.edit_session,
                 self.delete, self.tie, self.undo, self.buy, lambda *a: self.take(*a, files))
            )(rng, at)  # fmt: skip

    def edit_run(self, rng: random.Random, at: Instant) -> None:
        run = rng.choice(self.history.diary.runs() or [None])
        if run is not None:
            words = {"note": f"note {rng.random()}", "started": run.run.started.after(60.0)}
            words |= {"tags": (f"tag {rng.randrange(9)}",), "distance_m": 9.0 + rng.random()}
            name = rng.choice(sorted(words))
            self.history.diary.put_run(replace(run.run, **{name: words[name]}), at)

    def rate(self, rng: random.Random, at: Instant) -> None:
        run = rng.choice(self.history.diary.runs() or [None])
        moment = rng.choice((RatingMoment.AFTER_RUN, RatingMoment.ALONE))
        is_tied = run is not None and moment is RatingMoment.AFTER_RUN and rng.random() < 0.7
        tied = run.run.id if run is not None and is_tied else None
        rating = Rating(moment, rng.randrange(11), at, note=f"{rng.random()}", run=tied)
        self.history.diary.put_rating(rating, at)
        answers = {"saddle": rng.random() < 0.5}
        self.history.diary.put_check(RedFlagCheck(at, answers, rating.id), at)

    def say_of_a_day(self, rng: random.Random, at: Instant) -> None:
        day = at.local_date + timedelta(days=rng.randrange(3))
        said = next(iter(self.history.diary.days(day, day)), DayFactors(day))
        words = {"hours_sat": float(rng.randrange(12)), "note": f"{rng.random()}",
                 "tags": (f"tag {rng.randrange(9)}",)}  # fmt: skip
        name = rng.choice(sorted(words))
        self.history.diary.put_day(replace(said, **{name: words[name]}), at)

    def edit_session(self, rng: random.Random, at: Instant) -> None:
        self.history.set_note(SESSION, f"{rng.random()}", at)
        self.history.set_effort(SESSION, rng.choice(list(Effort)), at)

    def delete(self, rng: random.Random, at: Instant) -> None:
        diary = self.history.diary
        subjects = [one.run.id for one in diary.runs()] + [one.id for one in diary.ratings()]
        if subjects:
            diary.delete(rng.choice(subjects), at)

    def tie(self, rng: random.Random, at: Instant) -> None:
        runs = [None, *(one.run.id for one in self.history.diary.runs())]
        self.history.diary.tie_session(SESSION, rng.choice(runs), at)

    def undo(self, _rng: random.Random, at: Instant) -> None:
        edit = self.history.diary.last_edit()
        if edit is not None:
            self.history.diary.undo(edit.id, at)

    def buy(self, rng: random.Random, at: Instant) -> None:
        self.history.diary.put_shoes(Shoes(f"shoes {rng.randrange(99)}"), at)

    def take(self, rng: random.Random, at: Instant, files: Sequence[bytes]) -> None:
        number = rng.randrange(len(files))
        started = self.noon.after(-86_400.0 * (number + 3))
        run = Run(started, 1800.0, 5000.0 + number)
        if not any(one.run.started == started for one in self.history.diary.runs()):
            source = Source(SourceKind.FIT, f"{number}.fit", files[number])
            self.history.diary.take_runs([Offer(run, source)], Saying(at))

    def take_in(self, other: "Laptop") -> None:
        self.history.diary.merge_lines(other.history.diary.export_lines(self.noon))

    def tables(self, *, with_log: bool = True) -> list[str]:
        """Every row of every table, in an order that does not tell what came first."""
        _, *lines = self.history.diary.export_lines(self.noon)
        return sorted(line for line in lines if with_log or '"table": "change"' not in line)


@pytest.fixture
def opened() -> Iterator[list[Laptop]]:
    laptops: list[Laptop] = []
    yield laptops
    for laptop in laptops:
        laptop.history.close()


def _lived(seed: int, tmp_path: Path, noon: Instant, opened: list[Laptop]) -> list[Laptop]:
    """Three laptops that began with the same history, and then went their own ways."""
    rng = random.Random(seed)
    laptops = [Laptop(tmp_path / f"{seed}-{number}", noon) for number in range(LAPTOPS)]
    for number, laptop in enumerate(laptops):
        # What comes out of the same file on two laptops is tried elsewhere.
        laptop.live(rng, [bytes([number, file] * 8) for file in range(number, 9, LAPTOPS)])
    opened += laptops
    return laptops


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_merges_is_all_the_same(
    seed: int, tmp_path: Path, noon: Instant, opened: list[Laptop]
):
    laptops = _lived(seed, tmp_path, noon, opened)
    ends: list[list[str]] = []
    for order in permutations(range(LAPTOPS)):
        first, second, third = (laptops[number] for number in order)
        one = first.copied(tmp_path / f"{order}")
        opened.append(one)
        one.take_in(second)
        one.take_in(third)
        ends.append(one.tables())
        assert one.history.check() == ()
        one.take_in(second)
        assert one.tables() == ends[-1]
    pair = laptops[1].copied(tmp_path / "pair")
    opened.append(pair)
    pair.take_in(laptops[2])
    last = laptops[0].copied(tmp_path / "last")
    opened.append(last)
    last.take_in(pair)
    ends.append(last.tables())
    assert all(end == ends[0] for end in ends)


@pytest.mark.parametrize("seed", range(12))
def test_what_went_out_comes_back_row_by_row(
    seed: int, tmp_path: Path, noon: Instant, opened: list[Laptop]
):
    (laptop, *_) = _lived(seed, tmp_path, noon, opened)
    empty = History.open(Places(tmp_path / "empty"), noon)
    merged = empty.diary.merge_lines(laptop.history.diary.export_lines(noon))
    assert sorted(empty.diary.export_lines(noon)[1:]) == laptop.tables()
    again = empty.diary.merge_lines(laptop.history.diary.export_lines(noon))
    assert not merged.is_nothing
    assert again.is_nothing
    empty.close()


def test_the_last_word_is_told_even_where_a_clock_was_set_back(
    tmp_path: Path, noon: Instant, opened: list[Laptop]
):
    one = Laptop(tmp_path / "one", noon)
    other = one.copied(tmp_path / "other")
    opened += [one, other]
    (logged,) = one.history.diary.runs()
    for laptop in (one, other):
        laptop.history.diary.put_run(replace(logged.run, note="First"), noon)
    one.history.diary.put_run(replace(logged.run, note="Last"), noon.after(-7200.0))
    one.take_in(other)
    other.take_in(one)
    assert one.history.diary.runs()[0].run.note == "Last"
    assert other.history.diary.runs()[0].run.note == "Last"


def test_the_hour_of_one_edit_never_meets_the_date_of_another(
    tmp_path: Path, noon: Instant, opened: list[Laptop]
):
    one = Laptop(tmp_path / "one", noon)
    other = one.copied(tmp_path / "other")
    opened += [one, other]
    (logged,) = one.history.diary.runs()
    started = logged.run.started
    moved = Instant.of(started.utc_ms - 86_400_000, -18_000, "America/New_York")
    one.history.diary.put_run(replace(logged.run, started=moved), noon)
    other.history.diary.put_run(replace(logged.run, started=started.after(60.0)), noon.after(9.0))
    one.take_in(other)
    assert one.history.diary.runs()[0].run.started == started.after(60.0)


def test_what_two_laptops_say_of_one_day_comes_together(
    tmp_path: Path, noon: Instant, opened: list[Laptop]
):
    day = noon.local_date + timedelta(days=1)
    laptops = [Laptop(tmp_path / name, noon) for name in ("one", "other")]
    opened += laptops
    one, other = laptops
    one.history.diary.put_day(DayFactors(day, hours_sat=9.0, note="Train"), noon)
    other.history.diary.put_day(DayFactors(day, sleep_h=6.0, note="Late"), noon.after(60.0))
    one.take_in(other)
    other.take_in(one)
    expected = (DayFactors(day, 9.0, 6.0, None, (), "", "Late"),)
    assert one.history.diary.days(day, day) == other.history.diary.days(day, day) == expected


def test_a_first_word_about_a_day_can_be_taken_back(history: History, noon: Instant):
    day = DayFactors(noon.local_date, hours_sat=9.0, tags=("desk",))
    history.diary.put_day(day, noon)
    edit = history.diary.last_edit()
    assert edit is not None
    history.diary.undo(edit.id, noon)
    assert history.diary.days(noon.local_date, noon.local_date) == ()
    undoing = history.diary.edits(day.id)[-1]
    history.diary.undo(undoing.id, noon)
    assert history.diary.days(noon.local_date, noon.local_date) == (day,)


def test_a_merge_tells_what_it_brought(tmp_path: Path, noon: Instant, opened: list[Laptop]):
    one = Laptop(tmp_path / "one", noon)
    other = one.copied(tmp_path / "other")
    opened += [one, other]
    (logged,) = one.history.diary.runs()
    one.history.diary.put_run(replace(logged.run, note="Mine"), noon)
    other.history.diary.put_run(replace(logged.run, note="Theirs"), noon.after(5.0))
    other.history.diary.put_run(Run(noon.after(90_000.0)), noon)
    other.history.set_note(SESSION, "Only there", noon)
    merged = one.history.diary.merge_lines(other.history.diary.export_lines(noon))
    assert (dict(merged.new), merged.changed, merged.settled) == ({"run": 1}, 2, 1)
    fields = [json.loads(line).get("became") for line in one.tables() if '"change"' in line]
    assert {"Mine", "Theirs"} <= {one for one in fields if isinstance(one, str)}


def test_what_an_edit_was_of_is_counted_by_table(history: History, noon: Instant):
    run = Run(noon)
    ratings = [Rating(moment, 3, noon, run=run.id) for moment in OF_A_RUN[:2]]
    history.diary.put_entry(DiaryEntry(run, tuple(ratings)), noon)
    edit = history.diary.last_edit()
    assert edit is not None
    assert history.diary.rows_of_edit(edit.id) == {"run": 1, "pain_rating": 2}
