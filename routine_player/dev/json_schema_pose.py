"""The parts of the JSON Schema of exercises that poses are made of."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from routine_player.figure.muscles import MUSCLES
from routine_player.figure.postures import POSTURES
from routine_player.figure.props.kinds import PROP_KINDS, OptionKind, PropKind, PropOption
from routine_player.figure.views import VIEWS
from routine_player.figure.vocabulary import (
    BODY,
    HAND,
    JOINT_SYNONYMS,
    JOINTS,
    both_sides,
    plural_of,
)
from routine_player.store.kinds import (
    Angles,
    Camera,
    Contacts,
    Kind,
    Parts,
    Posture,
    Props,
    Reaches,
    Targets,
)
from routine_player.store.pose_names import LANDMARK_NAMES, TOUCHABLE
from routine_player.store.pose_props import ELEVATIONS, MOST_AZIMUTH

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_PHRASES_THEMSELVES: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_PHRASES: Schema = {"$ref": "#/definitions/phrases"}
# In braces a comma makes a key of its own of what goes on with the list before it.
_REST: Schema = {"type": "null"}


def pose_schemas() -> dict[type[Kind], Schema]:
    """Give the schema of each kind of value that only poses have."""
    return {
        Posture: {"enum": list(POSTURES)},
        Targets: {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _muscle()}]},
        Camera: _camera(),
        Parts: _PHRASES,
        **{kind: {"$ref": f"#/definitions/{name}"} for name, (kind, _) in _DEFINED.items()},
    }


def pose_definitions() -> Schema:
    """Give what these schemas refer to."""
    return {"phrases": _PHRASES_THEMSELVES} | {
        name: schema() for name, (_, schema) in _DEFINED.items()
    }


def _words(midline: Iterable[str], sided: Iterable[str]) -> list[str]:
    both = [word for name in sided for word in (plural_of(name), *both_sides(name))]
    return [*midline, *both]


def _muscle() -> Schema:
    return {"enum": [word for name in MUSCLES for word in (name, *both_sides(name))]}


def _joint_words() -> list[str]:
    names = {word: JOINTS[name] for word, name in JOINT_SYNONYMS.items()} | JOINTS
    sided = [word for word, joint in names.items() if joint.plural]
    midline = [word for word, joint in names.items() if not joint.plural]
    return _words(midline, (*sided, HAND))


def _mapping(words: Iterable[str], value: Schema) -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(words, value),
        "additionalProperties": _REST,
    }


def _camera() -> Schema:
    azimuth: Schema = {
        "anyOf": [
            {"enum": list(VIEWS)},
            {"type": "number", "minimum": -MOST_AZIMUTH, "maximum": MOST_AZIMUTH},
        ]
    }
    elevation = {"type": "number", "minimum": ELEVATIONS[0], "maximum": ELEVATIONS[1]}
    both = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"azimuth": azimuth, "elevation": elevation},
    }
    return {"anyOf": [*azimuth["anyOf"], both]}


def _props() -> Schema:
    names = list(PROP_KINDS)
    with_options = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {name: _prop(kind) for name, kind in PROP_KINDS.items()},
    }
    items = {"anyOf": [{"enum": names}, with_options]}
    return {"anyOf": [_TEXT, with_options, {"type": "array", "items": items}]}


def _prop(kind: PropKind) -> Schema:
    options: Schema = {
        "type": "object",
        "description": kind.meaning,
        "additionalProperties": False,
        "properties": {option.name: _option(option) for option in kind.options},
    }
    short = None if kind.short is None else kind.option(kind.short)
    return {"anyOf": [options, _REST, *([] if short is None else [_option(short)])]}


def _option(option: PropOption) -> Schema:
    if option.kind is OptionKind.LENGTH:
        bounds = {"type": "number", "minimum": option.least, "maximum": option.most}
        return bounds | {"description": option.meaning}
    return {"enum": list(option.choices), "description": option.meaning}


def _reaches() -> Schema:
    point = {"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3}
    return {
        "type": "object",
        "propertyNames": {"enum": list(LANDMARK_NAMES.words())},
        "additionalProperties": {"anyOf": [_TEXT, point]},
    }


_DEFINED: Final[dict[str, tuple[type[Kind], Callable[[], Schema]]]] = {
    "props": (Props, _props),
    "angles": (Angles, lambda: _mapping([*_joint_words(), BODY], _PHRASES)),
    "contacts": (Contacts, lambda: _mapping(TOUCHABLE, _PHRASES)),
    "reaches": (Reaches, _reaches),
}
"""What poses say in several places, by the name it is referred to with."""
