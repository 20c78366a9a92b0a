"""What only charts ask of the history: its first day, and what became of every step of sessions."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from routine_player.core.entry import EntryKind
from routine_player.core.plan import PlanStep, plan_from
from routine_player.core.series.played import PlayedStep
from routine_player.store.history_cells import Cells
from routine_player.store.history_codes import KINDS, OUTCOMES
from routine_player.store.history_errors import HistoryDamagedError, damaged_text

Database = sqlite3.Connection
_Exercises = Mapping[int, tuple[str, str]]


def first_day(db: Database) -> date | None:
    """Give the first day of which anything is told; None where nothing is."""
    query = """
        SELECT min(day) AS day FROM (
            SELECT min(started_date) AS day FROM session WHERE NOT deleted
            UNION ALL SELECT min(started_date) FROM run WHERE NOT deleted
            UNION ALL SELECT min(rated_date) FROM pain_rating WHERE NOT deleted
        )
    """
    row = Cells(db.execute(query).fetchone())
    return row.day_or_none("day")


def steps_between(db: Database, first: date, last: date) -> Mapping[UUID, Sequence[PlayedStep]]:
    """Give each end of a step in the sessions of some days, by the session's id.

    A step that was begun again ends more than once. What has no slug goes by its name.
    """
    # One row a session: a row a step would take four times as long to fetch.
    query = """
        SELECT session.uuid, session.plan,
            group_concat(step || ',' || event.outcome || ',' || coalesce(exercise, 0), ';') AS ends
        FROM session JOIN event ON event.session = session.id
        WHERE NOT deleted AND speed = 1.0 AND started_date BETWEEN ? AND ?
            AND kind = ? AND step IS NOT NULL AND event.outcome IS NOT NULL
        GROUP BY session.id
    """
    kind = KINDS.number(EntryKind.STEP_ENDED)
    rows = [Cells(row) for row in db.execute(query, (first.isoformat(), last.isoformat(), kind))]
    exercises = _exercises(db)
    plans: dict[int, _Ends] = {}
    try:
        return {row.uuid("uuid"): _steps(db, row, exercises, plans) for row in rows}
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error


class _Ends:
    """How the steps of one plan can end, each kind of end made once."""

    def __init__(self, plan: Sequence[PlanStep], exercises: _Exercises) -> None:
        self._plan = plan
        self._exercises = exercises
        self._known: dict[str, PlayedStep | None] = {}

    def step(self, end: str) -> PlayedStep | None:
        """Give the end of a step; None where the plan has no such step."""
        if end not in self._known:
            self._known[end] = self._made(*map(int, end.split(",")))
        return self._known[end]

    def _made(self, at: int, outcome: int, exercise: int) -> PlayedStep | None:
        if not 0 <= at < len(self._plan):
            return None
        planned = self._plan[at]
        slug, name = self._exercises.get(exercise, (planned.slug, planned.name))
        return PlayedStep(slug or name, name, OUTCOMES.word(outcome))


def _steps(
    db: Database, row: Cells, exercises: _Exercises, plans: dict[int, _Ends]
) -> tuple[PlayedStep, ...]:
    key = row.whole("plan")
    if key not in plans:
        plans[key] = _Ends(_plan(db, key), exercises)
    steps = map(plans[key].step, row.text("ends").split(";"))
    return tuple(step for step in steps if step is not None)


def _exercises(db: Database) -> _Exercises:
    rows = map(Cells, db.execute("SELECT id, slug, name FROM exercise"))
    return {row.whole("id"): (row.text("slug"), row.text("name")) for row in rows}


def _plan(db: Database, key: int) -> Sequence[PlanStep]:
    for row in db.execute("SELECT steps FROM plan WHERE id = ?", (key,)):
        return plan_from(Cells(row).text("steps")).steps
    raise ValueError(f"there is no plan {key}")
