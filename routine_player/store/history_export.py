"""The sessions of a history as JSON, put together by SQLite: ten years of them in seconds.

Python would take several times as long, and would hold up whatever plays meanwhile.
"""

import json
import sqlite3
from collections.abc import Iterator
from enum import Enum
from typing import Any

from routine_player.store.history_cells import Cells
from routine_player.store.history_codes import KINDS, OUTCOMES, Codes
from routine_player.store.history_rows import values_of

Database = sqlite3.Connection

# A merge patch leaves out what is NULL, and so what is as usual.
_LOG = """
    SELECT json_group_array(json(line)) AS text FROM (
        SELECT json_patch('{}', json_object(
            'what', json_extract(:kinds, '$."' || kind || '"'),
            'after_s', after_ms / 1000.0,
            'session_s', at_ms / 1000.0,
            'step', step,
            'attempt', attempt,
            'outcome', json_extract(:outcomes, '$."' || outcome || '"'),
            'works_done', works_done,
            'works_planned', works_planned,
            'length_s', length_ms / 1000.0,
            'exercise', exercise.slug,
            'name', exercise.name
        )) AS line
        FROM event LEFT JOIN exercise ON exercise.id = event.exercise
        WHERE session = :session ORDER BY seq
    )
"""

FORMAT = "routine-player history 2"
"""What an export says of itself in its first line."""


def session_lines(db: Database) -> Iterator[str]:
    """Every session whole, deleted ones too, oldest first: a JSON object each, on one line."""
    query = """
        SELECT session.*, iif(json_valid(plan.steps), json(plan.steps), 'null') AS planned
        FROM session LEFT JOIN plan ON plan.id = session.plan ORDER BY session.id
    """
    words = {"kinds": _words(KINDS), "outcomes": _words(OUTCOMES)}
    for row in db.execute(query):
        cells = Cells(row)
        log = Cells(db.execute(_LOG, {"session": cells.whole("id")} | words).fetchone())
        head = json.dumps(_head(row), ensure_ascii=False)
        yield f'{head[:-1]}, "plan": {cells.text("planned")}, "log": {log.text("text")}}}'


def _head(row: sqlite3.Row) -> dict[str, Any]:
    values = values_of("session", row)
    del values["planned"], values["plan"]
    return {"table": "session", "started_at": Cells(row).instant("started").iso()} | values


def _words(codes: Codes[Any]) -> str:
    """Give the words of numbers, as JSON that SQLite looks them up in."""
    return json.dumps({str(number): word_of(word) for number, word in codes.words.items()})


def word_of(word: Enum) -> str:
    """Give the word that stands for a member: its value, or its name where that is a number."""
    value = word.value
    return value if isinstance(value, str) else word.name.lower().replace("_", "-")
