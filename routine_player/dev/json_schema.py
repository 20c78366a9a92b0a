"""JSON Schemas of the file formats, for editors. Draft 7, which editors of YAML know best.

A schema says less than the checker: it knows no library and sees no pictures.
"""

import json
from typing import Any

from routine_player.core.limits import MAX_DURATION_S
from routine_player.dev.json_schema_pose import pose_definitions, pose_schemas
from routine_player.store.declaration import EXERCISE, REPEAT, REST, ROUTINE, STEP
from routine_player.store.dose import CLASHES
from routine_player.store.kinds import (
    NAME_LIMIT,
    TEXT_LIMIT,
    Alternatives,
    Apart,
    Choice,
    Count,
    Counts,
    Duration,
    Flag,
    Group,
    ImageName,
    Keyframes,
    Kind,
    Seconds,
    Shape,
    Slug,
    StepList,
    TempoText,
    Text,
    TextList,
)

Schema = dict[str, Any]

_NUMBER = r"[0-9]{1,6}(\.[0-9]{1,3})?"
DURATION = (
    rf"^({_NUMBER}|(?=[0-9])([0-9]{{1,6}}h)?([0-9]{{1,6}}m)?({_NUMBER}s)?"
    r"|([0-9]{1,3}:(?=[0-9]{2}:))?[0-9]{1,3}:[0-9]{2})$"
)
TEMPO = rf"^{_NUMBER}-{_NUMBER}-{_NUMBER}$"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def routine_schema() -> str:
    """Return the schema of routine files."""
    step = _object(STEP) | {
        "allOf": [
            {"anyOf": [{"required": ["exercise"]}, {"required": ["name"]}]},
            {"anyOf": [{"required": [dose]} for dose in ("hold", "reps", "time")]},
            *({"not": {"required": [first, second]}} for first, second, _ in CLASHES),
        ]
    }
    definitions = {"step": step, "rest": _object(REST), "repeat": _object(REPEAT)}
    return _written({"$schema": _DRAFT} | _object(ROUTINE) | {"definitions": definitions})


def exercise_schema() -> str:
    """Return the schema of exercise files."""
    definitions = {"definitions": pose_definitions()}
    return _written({"$schema": _DRAFT} | _object(EXERCISE) | definitions)


def _written(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _object(shape: Shape) -> Schema:
    required = [field.name for field in shape.fields if field.required]
    return {
        "type": "object",
        "description": shape.about,
        "additionalProperties": False,
        "properties": {
            field.name: {"description": field.about} | _value(field.kind) for field in shape.fields
        },
    } | ({"required": required} if required else {})


def _value(kind: Kind) -> Schema:
    match kind:
        case Text(limit=limit):
            schema = _text(limit)
        case TextList(limit=limit):
            schema = {"type": "array", "items": _text(limit)}
        case Choice(options=options):
            schema = {"enum": [option.value for option in options]}
        case Count(most=most):
            schema = _count(most)
        case Counts(most=most, most_sets=most_sets):
            counts = {"type": "array", "items": _count(most), "minItems": 1, "maxItems": most_sets}
            schema = {"anyOf": [_count(most), counts]}
        case Duration(zero=zero):
            schema = _seconds(0, MAX_DURATION_S, zero=zero)
        case _:
            schema = _nested(kind)
    return schema


def _nested(kind: Kind) -> Schema:
    match kind:
        case Group(shape=shape) | Apart(shape=shape):
            return _object(shape)
        case Seconds(least=least, most=most):
            return _seconds(least, most)
        case Keyframes(shape=shape, most=most):
            return {"type": "array", "minItems": 1, "maxItems": most, "items": _object(shape)}
        case _:
            return _PLAIN[type(kind)]


def _text(limit: int) -> Schema:
    # A name such as 90 is a number to an editor, and text to the checker.
    return {"type": ["string", "number"], "minLength": 1, "maxLength": limit}


def _seconds(least: float, most: float, *, zero: bool = True) -> Schema:
    """Allow a number of seconds, and text in the form of a duration."""
    seconds = {"type": "number", "maximum": most, "minimum" if zero else "exclusiveMinimum": least}
    return {"anyOf": [seconds, {"type": "string", "pattern": DURATION}]}


def _count(most: int) -> Schema:
    return {"type": "integer", "minimum": 1, "maximum": most}


_SLUG: Schema = {"type": "string", "minLength": 1, "maxLength": NAME_LIMIT, "pattern": r"^[^/\\]+$"}
_PLAIN: dict[type[Kind], Schema] = {
    TempoText: {"type": "string", "pattern": TEMPO},
    Flag: {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]},
    Slug: _SLUG,
    ImageName: {"type": "string", "minLength": 1, "maxLength": TEXT_LIMIT},
    Alternatives: {
        "type": "object",
        "propertyNames": {"pattern": "^(hurts|no-[a-z0-9]+(-[a-z0-9]+)*)$"},
        "additionalProperties": _SLUG,
    },
    StepList: {
        "type": "array",
        "minItems": 1,
        "items": {
            "anyOf": [{"$ref": f"#/definitions/{name}"} for name in ("step", "rest", "repeat")]
        },
    },
    **pose_schemas(),
}
