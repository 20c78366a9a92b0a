"""The sessions of a history as JSON, put together by SQLite: ten years of them in seconds.

Python would take several times as long, and would hold up whatever plays meanwhile.
"""

import json
import sqlite3
from collections.abc import Iterator
from enum import Enum
from typing import Any

from routine_player.core.instant import Instant
from routine_player.store.history_cells import Cells
from routine_player.store.history_codes import (
    EFFORTS,
    KINDS,
    MOMENTS,
    OUTCOMES,
    SESSION_OUTCOMES,
    Codes,
)

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
_PAIN = """
    SELECT json_group_array(json(line)) AS text FROM (
        SELECT json_object(
            'moment', json_extract(:moments, '$."' || moment || '"'),
            'score', score,
            'sites', CASE WHEN json_valid(sites) THEN json(sites) END,
            'step', step,
            'rated', json_object(
                'utc_ms', rated_ms, 'offset_s', rated_offset_s, 'zone', rated_zone,
                'day', rated_date
            ),
            'withdrawn', json(iif(deleted, 'true', 'false'))
        ) AS line
        FROM pain_rating WHERE session = :uuid ORDER BY id
    )
"""
_EDITS = """
    SELECT json_group_array(json(line)) AS text FROM (
        SELECT json_object(
            'field', field,
            'was', CASE WHEN json_valid(was) THEN json(was) END,
            'became', CASE WHEN json_valid(became) THEN json(became) END,
            'edited', json_object(
                'utc_ms', changed_ms, 'offset_s', changed_offset_s, 'zone', changed_zone,
                'day', changed_date
            )
        ) AS line
        FROM change WHERE subject = :uuid
            OR subject IN (SELECT uuid FROM pain_rating WHERE session = :uuid)
        ORDER BY id
    )
"""


def session_lines(db: Database) -> Iterator[str]:
    """Every session whole, deleted ones too, oldest first: a JSON object each, on one line."""
    query = """
        SELECT session.*, iif(json_valid(plan.steps), json(plan.steps), 'null') AS planned
        FROM session LEFT JOIN plan ON plan.id = session.plan ORDER BY session.id
    """
    words = {"kinds": _words(KINDS), "outcomes": _words(OUTCOMES), "moments": _words(MOMENTS)}
    for row in map(Cells, db.execute(query)):
        values = {"session": row.whole("id"), "uuid": row.uuid("uuid").bytes} | words
        parts = {
            "plan": row.text("planned"),
            "log": _text(db, _LOG, values),
            "pain": _text(db, _PAIN, values),
            "edits": _text(db, _EDITS, values),
        }
        head = json.dumps(_head(row), ensure_ascii=False)
        yield head[:-1] + "".join(f', "{name}": {part}' for name, part in parts.items()) + "}"


def instant_values(at: Instant) -> dict[str, Any]:
    """Give an instant as the export has it."""
    return {
        "utc_ms": at.utc_ms,
        "offset_s": at.offset_s,
        "zone": at.zone,
        "day": at.local_date.isoformat(),
    }


def _head(row: Cells) -> dict[str, Any]:
    started, ended = row.instant("started"), row.instant_or_none("ended")
    effort = row.word_or_none("effort", EFFORTS)
    return {
        "id": str(row.uuid("uuid")),
        "routine": row.text("routine"),
        "routine_name": row.text("routine_name"),
        "started_at": started.iso(),
        "started": instant_values(started),
        "ended": None if ended is None else instant_values(ended),
        "outcome": row.word("outcome", SESSION_OUTCOMES).value,
        "planned_s": row.seconds("planned_ms"),
        "active_s": row.seconds("active_ms"),
        "speed": row.number("speed"),
        "effort": None if effort is None else effort.value,
        "note": row.text("note"),
        "deleted": row.flag("deleted"),
    }


def _words(codes: Codes[Any]) -> str:
    """Give the words of numbers, as JSON that SQLite looks them up in."""
    return json.dumps({str(number): _word(word) for number, word in codes.words.items()})


def _word(word: Enum) -> str:
    """Give the word that stands for a member: its value, or its name where that is a number."""
    value = word.value
    return value if isinstance(value, str) else word.name.lower().replace("_", "-")


def _text(db: Database, query: str, values: dict[str, Any]) -> str:
    return Cells(db.execute(query, values).fetchone()).text("text")
