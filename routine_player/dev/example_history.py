"""A year of a made-up runner: sessions of the bundled routines, for pictures and trials."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import Effort, Entry, EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan, plan_of
from routine_player.core.sites import SITES
from routine_player.store.history import History
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.library import Library
from routine_player.store.paths import Places

_SEED = 7
_DAYS = 430
_BERLIN_OFFSET_S = 3600
_PAUSE = (60, 100)  # days ago: nothing was done then
_NOTES = (
    "Left side stiffer than right, eased after the second set.",
    "After a long day at the desk.",
    "Easy 6 km afterwards, felt loose.",
)
_STEPS_BEFORE_PAIN = 2


class ExampleHistory:
    """Fills a history with sessions up to `today`; the same ones each time."""

    def __init__(self, history: History, library: Library, today: date) -> None:
        self._history = history
        self._routines = [entry.routine for entry in library.entries if entry.routine is not None]
        self._today = today
        self._chance = random.Random(_SEED)  # noqa: S311 - made-up data, the same each time

    def fill(self) -> None:
        """Store a year and two months, ending this morning."""
        for days_ago in range(_DAYS, -1, -1):
            for hour in self._hours(days_ago):
                day = self._today - timedelta(days=days_ago)
                self._play(_instant(day, hour, self._chance.randrange(60)), days_ago)

    def _hours(self, days_ago: int) -> Iterator[int]:
        if days_ago == 0:
            yield 7
            return
        if _PAUSE[0] < days_ago < _PAUSE[1]:
            return
        if self._happens(0.34):
            yield 7
            if self._happens(0.3):
                yield 18

    def _play(self, started: Instant, days_ago: int) -> None:
        routine = self._chance.choice(self._routines)
        timeline = compile_timeline(routine)
        plan = plan_of(timeline)
        speed = 20.0 if self._happens(0.04) else 1.0
        session = NewSession(routine.slug, routine.name, plan, timeline.duration_s, started, speed)
        self._history.begin(session)
        outcome = self._outcome()
        hurt = self._hurt_step(plan, days_ago)
        lines = self._lines(plan, started, outcome, hurt)
        self._history.append(session.id, lines)
        active_s = sum(line.length_s for line in lines)
        ended = started.after(active_s * 1.2 + 40)
        self._rate(session, ended, hurt, days_ago)
        self._history.finish(session.id, outcome, ended, active_s)
        if self._happens(0.5):
            self._history.set_effort(session.id, self._chance.choice(list(Effort)[:3]), ended)
        if days_ago == 0 or self._happens(0.2):
            self._history.set_note(session.id, self._chance.choice(_NOTES), ended)

    def _outcome(self) -> SessionOutcome:
        (outcome,) = self._chance.choices(
            (SessionOutcome.FINISHED, SessionOutcome.STOPPED, SessionOutcome.INTERRUPTED),
            (88, 9, 3),
        )
        return outcome

    def _hurt_step(self, plan: Plan, days_ago: int) -> int | None:
        is_hurting = days_ago == 0 or self._happens(0.08)
        return _STEPS_BEFORE_PAIN if is_hurting and len(plan.steps) > _STEPS_BEFORE_PAIN else None

    def _lines(
        self, plan: Plan, started: Instant, outcome: SessionOutcome, hurt: int | None
    ) -> list[Entry]:
        """Each step's end; a session that was not finished ends at two thirds."""
        count = len(plan.steps)
        reached = count if outcome is SessionOutcome.FINISHED else max(1, count * 2 // 3)
        at_s = 0.0
        lines: list[Entry] = []
        for index in range(reached):
            ending = self._ending(index, hurt, is_last_of_part=index == reached - 1 < count - 1)
            length_s = self._chance.uniform(35.0, 160.0) * (1 if ending is Outcome.DONE else 0.4)
            at_s += length_s
            lines.append(
                Entry(
                    EntryKind.STEP_ENDED,
                    started.after(at_s),
                    at_s,
                    index,
                    attempt=2 if self._happens(0.05) else 1,
                    outcome=ending,
                    works_done=4 if ending is Outcome.DONE else 1,
                    works_planned=4,
                    length_s=length_s,
                )
            )
        return lines

    def _ending(self, index: int, hurt: int | None, *, is_last_of_part: bool) -> Outcome:
        if index == hurt:
            return Outcome.HURT
        if is_last_of_part:
            return Outcome.STOPPED
        return Outcome.SKIPPED if self._happens(0.06) else Outcome.DONE

    def _rate(self, session: NewSession, ended: Instant, hurt: int | None, days_ago: int) -> None:
        """Pain that slowly gets less over the year, with good and bad days."""
        usual = 2.0 + 3.0 * days_ago / _DAYS
        before = self._score(usual)
        if self._happens(0.85):
            site = self._chance.choice(SITES[:5]).name
            rating = PainRating(PainMoment.BEFORE, before, session.started, (site,))
            self._history.rate(session.id, rating)
        if hurt is not None:
            site = self._chance.choice(SITES[:7]).name
            score = min(10, before + 2)
            rating = PainRating(PainMoment.DURING, score, session.started, (site,), hurt)
            self._history.rate(session.id, rating)
        if self._happens(0.8):
            rating = PainRating(PainMoment.AFTER, self._score(before - 0.7), ended)
            self._history.rate(session.id, rating)

    def _happens(self, share: float) -> bool:
        """Let something be so in `share` of all cases."""
        return self._chance.random() < share

    def _score(self, usual: float) -> int:
        return max(0, min(10, round(self._chance.gauss(usual, 1.3))))


def example_history(places: Places, today: date) -> History:
    """Make a history in `places` that has a year of sessions in it."""
    history = History.open(places, _instant(today, 9, 0))
    library = Library.load([places.bundled_routines], [places.bundled_exercises])
    ExampleHistory(history, library, today).fill()
    return history


def _instant(day: date, hour: int, minute: int) -> Instant:
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    utc_ms = round(at.timestamp() * 1000) - _BERLIN_OFFSET_S * 1000
    return Instant.of(utc_ms, _BERLIN_OFFSET_S, "Europe/Berlin")
