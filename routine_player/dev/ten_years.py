"""Make up ten years of a runner, the same each time: for measuring, and for pictures of charts."""

import argparse
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Final
from uuid import UUID

from routine_player.core.choices import When
from routine_player.core.day import DayFactors
from routine_player.core.entry import Entry, EntryKind, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.pain import Course, Quality, Rating, RatingMoment
from routine_player.core.plan import Plan, PlanStep
from routine_player.core.routine import Hold
from routine_player.core.run import Run, RunKind, Source, SourceKind, Surface
from routine_player.core.shoes import Shoes
from routine_player.core.sites import ALL_SITES
from routine_player.store import (
    history_days,
    history_file,
    history_ratings,
    history_runs,
    history_ties,
    history_writing,
)
from routine_player.store.history_changes import Saying
from routine_player.store.history_opening import open_file
from routine_player.store.history_values import NewSession
from routine_player.store.paths import Places

DAYS: Final = 3650
_SEED: Final = 11
_STEPS: Final = 30  # two lines of the log each, so 60 a session and 438,000 in all
_ALONE: Final = 50
_SHOES_LAST: Final = 200  # days
_A_MONTH: Final = 30
_OFFSET_S: Final = 3600
_ROUTINES: Final = ("hips", "hamstrings", "core", "rolling", "glutes")


class TenYears:
    """A session before and one after each day's run, the run, and what was said of it."""

    def __init__(self, last: date, days: int = DAYS) -> None:
        self._last = last
        self._days = days
        self._chance = random.Random(_SEED)  # noqa: S311 - made-up data, the same each time
        self._number = 0
        self._shoes = self._new_shoes()

    def fill(self, places: Places) -> None:
        """Store all of it in a new history in `places`, a month in a transaction."""
        opening = open_file(places, _at(self._last, 9 * 60))
        db = opening.db
        for first in range(self._days, 0, -_A_MONTH):
            with history_file.transaction(db):
                for days_ago in range(first, max(0, first - _A_MONTH), -1):
                    self._fill_day(db, days_ago)
                history_writing.count_commit(db)
        with history_file.transaction(db):
            history_ties.retie_all(db)
            history_writing.count_commit(db)
        db.close()

    def _fill_day(self, db: history_writing.Database, days_ago: int) -> None:
        day = self._last - timedelta(days=days_ago)
        minute = 6 * 60 + self._chance.randrange(600)
        if days_ago % _SHOES_LAST == self._days % _SHOES_LAST:
            self._shoes = self._new_shoes()
            history_days.put_shoes(db, self._shoes, self._saying(_at(day, minute)))
        run = self._run(_at(day, minute + 40))
        self._play(db, _at(day, minute), When.BEFORE_RUN)
        history_runs.put_run(db, run, self._saying(run.ended))
        digest = run.id.bytes
        source = Source(SourceKind.FIT, f"{day.isoformat()}.fit", digest)
        history_runs.add_source(db, run.id, source)
        self._play(db, run.ended.after(600.0), When.AFTER_RUN)
        for rating in self._ratings(run, days_ago):
            history_ratings.put_rating(db, rating, self._saying(rating.at))
        if self._chance.random() < _SHARE_OF_DAYS:
            history_days.put_day(db, self._day(day), self._saying(run.ended))

    def _play(self, db: history_writing.Database, started: Instant, when: When) -> None:
        name = self._chance.choice(_ROUTINES)
        plan = Plan(
            tuple(PlanStep(f"{name}-{n}", f"{name} {n}", (Hold(30.0),)) for n in range(_STEPS))
        )
        new = NewSession(name, name.title(), plan, 35.0 * _STEPS, started, 1.0, self._id(), when)
        history_writing.add_session(db, new)
        history_writing.add_entries(db, new.id, self._log(started))
        ended = started.after(35.0 * _STEPS)
        history_writing.end_session(db, new.id, SessionOutcome.FINISHED, ended, 30.0 * _STEPS)

    def _log(self, started: Instant) -> Iterator[Entry]:
        for step in range(_STEPS):
            at_s = 35.0 * step + 5.0
            yield Entry(EntryKind.STEP_STARTED, started.after(at_s), at_s, step)
            is_done = self._chance.random() < _SHARE_DONE
            outcome = Outcome.DONE if is_done else Outcome.SKIPPED
            at_s += 30.0
            done = int(is_done)
            yield Entry(
                EntryKind.STEP_ENDED, started.after(at_s), at_s, step, 1, outcome, done, 1, 30.0
            )

    def _run(self, started: Instant) -> Run:
        distance_m = round(self._chance.lognormvariate(8.9, 0.35), 1)
        duration_s = round(distance_m / self._chance.uniform(2.4, 3.4), 1)
        return Run(
            started,
            duration_s,
            distance_m,
            kind=self._chance.choice(list(RunKind)),
            elapsed_s=duration_s + 60.0,
            climb_m=float(self._chance.randrange(200)),
            cadence_spm=float(self._chance.randrange(156, 182)),
            surface=self._chance.choice(list(Surface)),
            shoes=self._shoes.id,
            id=self._id(),
        )

    def _ratings(self, run: Run, days_ago: int) -> Iterator[Rating]:
        usual = 2.0 + 3.0 * days_ago / self._days
        for moment, after_s in (
            (RatingMoment.WORST_IN_RUN, 120.0),
            (RatingMoment.AFTER_RUN, 130.0),
            (RatingMoment.NEXT_MORNING, 14 * 3600.0),
        ):
            yield Rating(
                moment,
                self._score(usual),
                run.ended.after(after_s),
                (self._chance.choice(ALL_SITES).name,),
                (self._chance.choice(list(Quality)),),
                course=self._chance.choice(list(Course)),
                run=run.id,
                id=self._id(),
            )
        if days_ago % (self._days // min(_ALONE, self._days)) == 0 and days_ago <= self._days:
            at = run.started.after(-3600.0)
            yield Rating(RatingMoment.ALONE, self._score(usual), at, id=self._id())

    def _day(self, day: date) -> DayFactors:
        tags = ("desk",) if self._chance.random() < _SHARE_OF_DAYS else ()
        return DayFactors(
            day, self._chance.randrange(12), self._chance.uniform(5.0, 9.0), tags=tags
        )

    def _new_shoes(self) -> Shoes:
        return Shoes(f"Pair {self._number}", id=self._id())

    def _score(self, usual: float) -> int:
        return max(0, min(10, round(self._chance.gauss(usual, 1.3))))

    def _saying(self, at: Instant) -> Saying:
        return Saying(at, edit=self._id())

    def _id(self) -> UUID:
        """Give another id each time, and the same ones in each making; as random as they come."""
        self._number += 1
        return UUID(bytes=blake2b(self._number.to_bytes(8, "big"), digest_size=16).digest())


_SHARE_DONE = 0.92
_SHARE_OF_DAYS = 0.4


def main(argv: list[str]) -> int:
    """Fill the folder that `argv` names, and say how large the history is."""
    parser = argparse.ArgumentParser(
        prog="python -m routine_player.dev ten_years", description=__doc__
    )
    parser.add_argument("home", type=Path, help="a folder without a history")
    home: Path = parser.parse_args(argv).home
    places = Places(home)
    if places.history.exists():
        parser.error(f"{places.history} is there already")
    TenYears(date(2026, 3, 28)).fill(places)
    with history_file.reading(places.history) as db:
        for table in ("session", "event", "run", "pain_rating", "day", "change"):
            count = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - of ours
            print(f"{table:<12} {count:>9,}")
    print(f"{places.history.stat().st_size / 1e6:.1f} MB")
    return 0


def _at(day: date, minute: int) -> Instant:
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
    return Instant.of(round(at.timestamp() * 1000) - _OFFSET_S * 1000, _OFFSET_S, "Europe/Berlin")
