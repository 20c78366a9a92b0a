"""What is said to a command: typed in flags, or given as JSON, as a file of it, or as input."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from routine_player.core.language import tr
from routine_player.store.said import SaidError
from routine_player.store.values import shown
from routine_player.terminal.report import say

FROM_INPUT: Final = "-"
ONLY_TELL: Final = ""
"""`--json` alone: it is told as JSON; with nothing typed, what is said comes as input too."""

_MOST_BYTES: Final = 64 * 1024 * 1024
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Given:
    """What was said, entry by entry; `is_list` where JSON gave a list, be it of one."""

    entries: Sequence[Mapping[str, Any]]
    is_list: bool = False


def given_entries(typed: Mapping[str, Any], given: str | None) -> Given:
    """Put together what was typed and what was given as JSON; what was typed goes first.

    SaidError for what is no JSON, or other JSON than an object or a list of objects.
    """
    said = {name: value for name, value in typed.items() if value is not None}
    if given is None or (given == ONLY_TELL and said):
        return Given([said])
    values = _values_in(given)
    is_list = isinstance(values, list)
    entries = cast("list[object]", values) if is_list else [values]
    return Given([_entry(one) | said for one in entries], is_list)


def numbered(error: SaidError, number: int, given: Given) -> SaidError:
    """Say which entry of several a mistake is in; `number` counts from 1."""
    if not given.is_list:
        return error
    return SaidError(
        tr("entry {number} of {count}: {error} (nothing was stored)", number=number,
           count=len(given.entries), error=error)
    )  # fmt: skip


def _values_in(given: str) -> object:
    where, text = _text_of(given)
    if not text.strip():
        raise SaidError(tr("{where}: it is empty; a JSON object was expected", where=where))
    try:
        values: object = json.loads(
            text, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise SaidError(
            tr("{where}, line {line}, column {column}: this is no JSON ({why})", where=where,
               line=error.lineno, column=error.colno, why=error.msg)
        ) from error  # fmt: skip
    except SaidError as error:
        raise SaidError(f"{where}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise SaidError(tr("{where}: this is no JSON ({why})", where=where, why=error)) from error
    return values


def _entry(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SaidError(tr("a JSON object was expected, or a list of objects"))
    entry = cast("dict[str, Any]", value)
    if {"runs", "ratings"} <= entry.keys():
        raise SaidError(
            tr("this is a whole history: give log-run its list 'runs', or rate its list 'ratings'")
        )
    return entry


def _text_of(given: str) -> tuple[str, str]:
    """Give where the text of JSON is from, and the text."""
    if given.lstrip().startswith(("{", "[")):
        return "--json", given
    if given in {ONLY_TELL, FROM_INPUT}:
        where, content = tr("input"), _input()
    else:
        where, content = given, _content_of(given)
    if len(content) > _MOST_BYTES:
        raise SaidError(tr("{where}: this is more than 64 MiB", where=where))
    if content.startswith(_UTF_16):
        return where, content.decode("utf-16", "replace")
    try:
        return where, content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SaidError(
            tr("{where}, line {line}: this is not UTF-8", where=where, line=line)
        ) from error


def _input() -> bytes:
    # Read as bytes: what a terminal is set to says nothing about what another program writes.
    if sys.stdin.isatty():
        say(tr("Waiting for JSON. Ctrl+D on a line of its own ends it."), error=True)
    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        return sys.stdin.read().encode("utf-8", "surrogatepass")
    return cast("bytes", source.read(_MOST_BYTES + 1))


def _content_of(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise SaidError(
            tr("{path}: there is no such file, and it is no JSON", path=shown(name))
        ) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise SaidError(tr("{path}: {why}", path=shown(name), why=why)) from error


def _without_doubles(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise SaidError(tr("'{name}' is said twice", name=shown(name)))
        values[name] = value
    return values


def _refuse_constant(name: str) -> float:
    raise SaidError(tr("{name} is no number", name=name))
