"""YAML as a small tree of nodes, built from libyaml's events.

PyYAML's own loaders leak half a dozen kinds of exceptions, and the C one crashes the process on
deep nesting. Events do not recurse, so the limits here hold before anything can grow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from routine_player.core.language import tr
from routine_player.store.values import shown
from routine_player.store.yaml_wording import plain_words

MAX_DEPTH = 20
MAX_EVENTS = 50_000
MAX_ANCHORS = 50

_MERGE = "<<"
# The parser in C where it was built, else the one in Python: the same events, more slowly.
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
# What PyYAML is known to raise on hostile text.
_LEAKS = (
    yaml.YAMLError,
    ValueError,
    IndexError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)


class _Mark(Protocol):
    """A place as PyYAML gives it; `line` counts from 0, `index` is in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...


# `start` and `end` of nodes are characters from the start of the text. Numbers and not marks, for
# a thousand marks a file would keep the garbage collector busy.
# Nodes are not frozen, because building frozen ones takes three times as long and building nodes
# is most of the work of reading a file. Nothing changes them once the tree is there.
@dataclass(slots=True)
class Scalar:
    """Text as it was typed, quotes and escapes resolved, never converted."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Sequence:
    """Nodes in order.

    `height` counts the levels of sequences and mappings in it, itself included; `size` counts the
    nodes in it, with what aliases stand for.
    """

    items: "list[Node]"
    start: int
    end: int
    height: int
    size: int


@dataclass(slots=True)
class Mapping:
    """Keys, each with its start and its node. `height` and `size` are as in a sequence.

    `line` is where it starts, counted from 1.
    """

    entries: "dict[str, tuple[int, Node]]"
    start: int
    end: int
    line: int
    height: int
    size: int


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class YamlMistake:
    """What is wrong with a text as YAML, at the character `start`."""

    start: int
    text: str


class _RefusedError(Exception):
    """Reading cannot go on."""

    def __init__(self, mark: _Mark, text: str) -> None:
        super().__init__(text)
        self.mistake = YamlMistake(mark.index, text)


def read_tree(text: str) -> tuple[Node | None, list[YamlMistake]]:
    """Build the tree of a text with one document.

    Gives None and the last mistake where reading had to stop: at bad syntax, a nesting over 20, or
    more than 50,000 events. Refused but read past: tags, merge keys and keys given twice.
    """
    tree = _Tree(_events(text))
    try:
        return tree.document(), tree.mistakes
    except _RefusedError as refused:
        stop = refused.mistake
    except _LEAKS as error:
        stop = _explained(error)
    return None, [*tree.mistakes, stop]


def _events(text: str) -> Iterator[Event]:
    # The stub of PyYAML gives `parse` no types.
    return cast("Iterator[Event]", yaml.parse(text, Loader=_LOADER))  # pyright: ignore[reportUnknownMemberType]


def _explained(error: Exception) -> YamlMistake:
    """Say an exception of PyYAML in words, at its own mark where it has one."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlMistake(0, plain_words("")[0])
    words, at_context = plain_words(error.problem or "")
    mark = (error.context_mark if at_context else None) or error.problem_mark
    return YamlMistake(0 if mark is None else mark.index, words)


class _Tree:
    """One walk over the events of one text."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.mistakes: list[YamlMistake] = []
        self._events = islice(events, MAX_EVENTS)
        self._anchors: dict[str, Node] = {}
        self._references = 0

    def document(self) -> Node | None:
        """Read the whole stream: the one document's node, or None for an empty stream."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, NodeEvent):
                root = self._node(event, 1)
            elif isinstance(event, DocumentStartEvent) and root is not None:
                text = tr("A second document starts here. A file holds one.")
                raise _RefusedError(event.start_mark, text)
        return root

    def _node(self, event: Event, depth: int) -> Node:
        """Read the node that starts with `event`."""
        if isinstance(event, AliasEvent):
            return self._aliased(event, depth)
        if not isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            raise TypeError(f"{event!r} starts no node")  # the parser's grammar forbids it
        if event.tag is not None:
            self._mistaken(event.start_mark, tr("Tags such as `!x` are not used here. Delete it."))
        node = self._content(event, depth)
        if event.anchor is not None:
            self._refer(event.start_mark)
            self._anchors[event.anchor] = node
        return node

    def _content(
        self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, depth: int
    ) -> Node:
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, event.start_mark.index, event.end_mark.index)
        if depth > MAX_DEPTH:
            raise _too_deep(event.start_mark)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event.start_mark, depth)
        return self._mapping(event.start_mark, depth)

    def _sequence(self, start: _Mark, depth: int) -> Sequence:
        items: list[Node] = []
        height, below = 0, 0
        for event in self._events:
            if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
                items.append(Scalar(event.value, event.start_mark.index, event.end_mark.index))
            elif isinstance(event, SequenceEndEvent):
                size = _bounded(len(items) + below, start)
                return Sequence(items, start.index, event.end_mark.index, height + 1, size)
            else:
                node = self._node(event, depth + 1)
                if not isinstance(node, Scalar):
                    height, below = max(height, node.height), below + node.size
                items.append(node)
        raise _too_large(start)

    def _mapping(self, start: _Mark, depth: int) -> Mapping:
        entries: dict[str, tuple[int, Node]] = {}
        height, below = 0, 0
        for event in self._events:
            if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
                key = event.value
            elif isinstance(event, MappingEndEvent):
                size = _bounded(2 * len(entries) + below, start)
                end = event.end_mark.index
                return Mapping(entries, start.index, end, start.line + 1, height + 1, size)
            else:
                key = self._odd_key(event, depth + 1)
            node = self._value(depth + 1)
            if node is None:
                break
            if not isinstance(node, Scalar):
                height, below = max(height, node.height), below + node.size
            if key is None or key in entries or key == _MERGE:
                self._refuse_key(key, event.start_mark)
            else:
                entries[key] = (event.start_mark.index, node)
        raise _too_large(start)

    def _value(self, depth: int) -> Node | None:
        """Read the node of a key; None where there are too many events."""
        event = next(self._events, None)
        if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
            return Scalar(event.value, event.start_mark.index, event.end_mark.index)
        return None if event is None else self._node(event, depth)

    def _odd_key(self, event: Event, depth: int) -> str | None:
        """Read a key that is no bare scalar; None for one that is no word at all."""
        node = self._node(event, depth)
        return node.text if isinstance(node, Scalar) else None

    def _refuse_key(self, key: str | None, mark: _Mark) -> None:
        if key is None:
            text = tr("A key has to be a word, not a list or a mapping.")
        elif key == _MERGE:
            text = tr("Merge keys (`<<`) are not used here. Write the keys out.")
        else:
            text = tr("`{key}` stands here a second time.", key=shown(key))
        self._mistaken(mark, text)

    def _aliased(self, event: AliasEvent, depth: int) -> Node:
        self._refer(event.start_mark)
        node = self._anchors.get(event.anchor)
        if node is None:
            text = tr("`*{name}` points to no `&{name}` above it.", name=shown(event.anchor))
            raise _RefusedError(event.start_mark, text)
        if not isinstance(node, Scalar) and depth + node.height - 1 > MAX_DEPTH:
            raise _too_deep(event.start_mark)
        # A problem in it is told where the alias stands.
        return replace(node, start=event.start_mark.index, end=event.end_mark.index)

    def _refer(self, mark: _Mark) -> None:
        self._references += 1
        if self._references > MAX_ANCHORS:
            text = tr("More than {most} anchors and aliases.", most=MAX_ANCHORS)
            raise _RefusedError(mark, text)

    def _mistaken(self, mark: _Mark, text: str) -> None:
        self.mistakes.append(YamlMistake(mark.index, text))


def _bounded(size: int, start: _Mark) -> int:
    if size > MAX_EVENTS:
        raise _too_large(start)
    return size


def _too_deep(mark: _Mark) -> _RefusedError:
    return _RefusedError(mark, tr("More than {most} levels are nested here.", most=MAX_DEPTH))


def _too_large(mark: _Mark) -> _RefusedError:
    text = tr("The file is too large: more than {most} parts, aliases included.", most="50,000")
    return _RefusedError(mark, text)
