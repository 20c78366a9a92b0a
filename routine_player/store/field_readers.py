"""One reader for each kind of value: a node in, and a value out or a finding."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from routine_player.core.language import tr
from routine_player.store.findings import Findings
from routine_player.store.kinds import (
    NAME_LIMIT,
    TEXT_LIMIT,
    Alternatives,
    Choice,
    Count,
    Counts,
    Duration,
    Flag,
    ImageName,
    Kind,
    Slug,
    StepList,
    TempoText,
    Text,
    TextList,
)
from routine_player.store.values import (
    NotUnderstoodError,
    count,
    duration_s,
    flag,
    near,
    plain_text,
    shown,
    tempo,
)
from routine_player.store.yaml_events import Mapping, Node, Scalar, Sequence

Reader = Callable[[Node, Findings], Any]
"""Gives the value of a node, or None after it has told what is wrong."""

Convert = Callable[[str], Any]
"""Gives the value of a scalar's text; raises NotUnderstoodError."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One entry of `instead`: why, and the slug of what to do then."""

    reason: str
    slug: str
    reason_start: int
    slug_start: int


_REASON = re.compile(r"hurts|no-[a-z0-9]+(?:-[a-z0-9]+)*")


def reader_of_field(name: str, kind: Kind, example: str) -> Reader:
    """Build the reader of one field; groups have a reader of their own."""
    many = _MANY.get(type(kind))
    if many is not None:
        return many(name, kind, example)
    return _scalar_reader(name, _CONVERTERS[type(kind)](kind))


def _scalar_reader(name: str, convert: Convert) -> Reader:
    def read(node: Node, findings: Findings) -> Any:
        if isinstance(node, Scalar):
            try:
                return convert(node.text)
            except NotUnderstoodError as error:
                _tell(name, node, error, findings)
        else:
            _tell_kind(name, tr("expected one value"), node, findings)
        return None

    return read


def _tell(name: str, node: Scalar, error: NotUnderstoodError, findings: Findings) -> None:
    what = error.text if node.text else tr("a value is missing")
    findings.error(node.start, tr("`{name}`: {what}.", name=name, what=what), error.suggestion)


def _tell_kind(name: str, expected: str, node: Node, findings: Findings) -> None:
    found = tr("a single value")
    if not isinstance(node, Scalar):
        found = tr("a list") if isinstance(node, Sequence) else tr("keys and values")
    text = tr("`{name}`: {expected}, not {found}.", name=name, expected=expected, found=found)
    findings.error(node.start, text)


# Scalars


def _text(kind: Text) -> Convert:
    limit, lines = kind.limit, kind.lines
    return lambda text: plain_text(text, limit, lines=lines)


def _choice(kind: Choice) -> Convert:
    words: dict[str, StrEnum] = {option.value: option for option in kind.options}

    def convert(text: str) -> StrEnum:
        chosen = words.get(text)
        if chosen is not None:
            return chosen
        expected = tr("expected `{only}`", only=next(iter(words)))
        if len(words) > 1:
            expected = tr("expected one of {words}", words=", ".join(words))
        what = tr("{expected}, not `{text}`", expected=expected, text=shown(text))
        raise NotUnderstoodError(what, near(text, words))

    return convert


def _count(kind: Count) -> Convert:
    most = kind.most
    return lambda text: count(text, most)


def _duration(kind: Duration) -> Convert:
    if kind.zero:
        return duration_s

    def convert(text: str) -> float:
        seconds = duration_s(text)
        if seconds == 0:
            raise NotUnderstoodError(tr("expected more than 0 seconds"))
        return seconds

    return convert


def _slug(_: Slug) -> Convert:
    def convert(text: str) -> str:
        slug = plain_text(text, NAME_LIMIT, lines=False)
        if "/" in slug or "\\" in slug:
            raise NotUnderstoodError(
                tr("expected a name without folders, not `{text}`", text=shown(text))
            )
        return slug

    return convert


_CONVERTERS: dict[type[Kind], Callable[[Any], Convert]] = {
    Text: _text,
    Choice: _choice,
    Count: _count,
    Duration: _duration,
    TempoText: lambda _: tempo,
    Flag: lambda _: flag,
    Slug: _slug,
    ImageName: lambda _: _text(Text(TEXT_LIMIT)),
}


# Lists and mappings


def _text_list(name: str, kind: TextList, example: str) -> Reader:
    read_one = _scalar_reader(name, _text(Text(kind.limit)))

    def read(node: Node, findings: Findings) -> tuple[str, ...] | None:
        if isinstance(node, Sequence):
            texts = tuple(read_one(item, findings) for item in node.items)
            return None if None in texts else texts
        expected = tr("expected a list such as `{example}`", example=example)
        _tell_kind(name, expected, node, findings)
        return None

    return read


def _counts(name: str, kind: Counts, _: str) -> Reader:
    read_one = _scalar_reader(name, _count(Count(kind.most)))

    def read(node: Node, findings: Findings) -> int | tuple[int, ...] | None:
        if not isinstance(node, Sequence):
            return read_one(node, findings)
        if not 1 <= len(node.items) <= kind.most_sets:
            text = tr(
                "`{name}`: expected 1 to {most} sets in the list, not {count}.",
                name=name,
                most=kind.most_sets,
                count=len(node.items),
            )
            findings.error(node.start, text)
            return None
        numbers = tuple(read_one(item, findings) for item in node.items)
        return None if None in numbers else numbers

    return read


def _step_list(name: str, _: StepList, __: str) -> Reader:
    def read(node: Node, findings: Findings) -> tuple[Mapping, ...] | None:
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and not node.text:
                findings.error(node.start, tr("`{name}`: no step is given.", name=name))
            else:
                _tell_kind(name, tr("expected a list of steps, each after `- `"), node, findings)
            return None
        if not node.items:
            findings.error(node.start, tr("`{name}`: no step is given.", name=name))
        for item in node.items:
            if not isinstance(item, Mapping):
                text = tr("A step is made of keys and values, such as `exercise: glute-bridge`.")
                findings.error(item.start, text)
        return tuple(item for item in node.items if isinstance(item, Mapping))

    return read


def _alternatives(name: str, _: Alternatives, example: str) -> Reader:
    read_slug = _scalar_reader(name, _slug(Slug("exercise")))

    def read(node: Node, findings: Findings) -> tuple[Alternative, ...] | None:
        if not isinstance(node, Mapping):
            expected = tr("expected keys and values such as `{example}`", example=example)
            _tell_kind(name, expected, node, findings)
            return None
        good: list[Alternative] = []
        for reason, (start, value) in node.entries.items():
            slug = read_slug(value, findings)
            if not _REASON.fullmatch(reason):
                text = tr(
                    "`{name}`: expected `hurts`, or `no-` and a piece of equipment such as"
                    " `no-bench`, not `{key}`.",
                    name=name,
                    key=shown(reason),
                )
                findings.error(start, text, near(reason, ("hurts",)))
            elif slug is not None:
                good.append(Alternative(reason, slug, start, value.start))
        return tuple(good)

    return read


_MANY: dict[type[Kind], Callable[[str, Any, str], Reader]] = {
    TextList: _text_list,
    Counts: _counts,
    StepList: _step_list,
    Alternatives: _alternatives,
}
