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
from routine_player.store.yaml_wording import plain_words

MAX_DEPTH = 20
MAX_EVENTS = 50_000
MAX_ANCHORS = 50

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


class Mark(Protocol):
    """A place in a text; all three count from 0, `index` in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


# Nodes are not frozen, because building frozen ones takes three times as long and building nodes
# is most of the work of reading a file. Nothing changes them once the tree is there.
@dataclass(slots=True)
class Scalar:
    """Text as it was typed, quotes and escapes resolved, never converted."""

    text: str
    start: Mark
    end: Mark


@dataclass(slots=True)
class Sequence:
    """Nodes in order. `height` counts the levels of nodes in it, itself included."""

    items: "list[Node]"
    start: Mark
    end: Mark
    height: int


@dataclass(slots=True)
class Mapping:
    """Keys, which are all scalars, and the node of each."""

    entries: "dict[str, tuple[Scalar, Node]]"
    start: Mark
    end: Mark
    height: int


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class YamlMistake:
    """What is wrong with a text as YAML; `line` and `column` count from 1."""

    line: int
    column: int
    text: str


class _RefusedError(Exception):
    """Reading cannot go on."""

    def __init__(self, mark: Mark, text: str) -> None:
        super().__init__(text)
        self.mistake = YamlMistake(mark.line + 1, mark.column + 1, text)


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
        stop = _explained(error, tree.last)
    return None, [*tree.mistakes, stop]


def _events(text: str) -> Iterator[Event]:
    # The stub of PyYAML gives `parse` no types.
    return cast("Iterator[Event]", yaml.parse(text, Loader=_LOADER))  # pyright: ignore[reportUnknownMemberType]


def _explained(error: Exception, last: Mark | None) -> YamlMistake:
    """Say an exception of PyYAML in words, at its own mark or the last one that was read."""
    mark: Mark | None = last
    if isinstance(error, yaml.MarkedYAMLError):
        words, at_context = plain_words(error.problem or "")
        mark = (error.context_mark if at_context else None) or error.problem_mark or last
    else:
        words, _ = plain_words("")
    if mark is None:
        return YamlMistake(1, 1, words)
    return YamlMistake(mark.line + 1, mark.column + 1, words)


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    events: int  # what the node costs, with what its own aliases stand for


class _Tree:
    """One walk over the events of one text."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.mistakes: list[YamlMistake] = []
        self.last: Mark | None = None
        self._numbered = enumerate(islice(events, MAX_EVENTS), start=1)
        self._expanded = 0  # events that aliases stand for
        self._anchors: dict[str, _Anchored] = {}
        self._references = 0

    def document(self) -> Node | None:
        """Read the whole stream: the one document's node, or None for an empty stream."""
        root: Node | None = None
        number = 0
        for number, event in self._numbered:
            self.last = event.start_mark
            if isinstance(event, NodeEvent):
                root = self._node(number, event, 1)
            elif isinstance(event, DocumentStartEvent) and root is not None:
                raise _RefusedError(
                    event.start_mark, tr("A second document starts here. A file holds one.")
                )
        if self.last is not None and number + self._expanded >= MAX_EVENTS:
            raise _too_large(self.last)
        return root

    def _node(self, number: int, event: Event, depth: int) -> Node:
        """Read the node that starts with `event`, which is number `number` of the stream."""
        if isinstance(event, AliasEvent):
            return self._aliased(number, event, depth)
        if not isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            raise TypeError(f"{event!r} starts no node")  # the parser's grammar forbids it
        if event.tag is not None:
            self._mistaken(event.start_mark, tr("Tags such as `!x` are not used here. Delete it."))
        before = number + self._expanded
        node, last = self._content(number, event, depth)
        if event.anchor is not None:
            self._refer(event.start_mark)
            cost = last + self._expanded - before + 1
            self._anchors[event.anchor] = _Anchored(node, cost)
        return node

    def _content(
        self, number: int, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, depth: int
    ) -> tuple[Node, int]:
        """Give the node and the number of its last event."""
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, event.start_mark, event.end_mark), number
        if depth > MAX_DEPTH:
            raise _too_deep(event.start_mark)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event.start_mark, depth)
        return self._mapping(event.start_mark, depth)

    def _sequence(self, start: Mark, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        height = 0
        for number, event in self._numbered:
            if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
                items.append(Scalar(event.value, event.start_mark, event.end_mark))
            elif isinstance(event, SequenceEndEvent):
                return Sequence(items, start, event.end_mark, height + 1), number
            else:
                node = self._node(number, event, depth + 1)
                height = max(height, height_of(node))
                items.append(node)
        raise _too_large(start)

    def _mapping(self, start: Mark, depth: int) -> tuple[Mapping, int]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        height = 0
        key: Node | None = None
        for number, event in self._numbered:
            if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
                node = Scalar(event.value, event.start_mark, event.end_mark)
            elif isinstance(event, MappingEndEvent):
                return Mapping(entries, start, event.end_mark, height + 1), number
            else:
                node = self._node(number, event, depth + 1)
                height = max(height, height_of(node))
            if key is None:
                key = node
                continue
            if isinstance(key, Scalar) and key.text not in entries and key.text != "<<":
                entries[key.text] = (key, node)
            else:
                self._refuse_key(key, entries)
            key = None
        raise _too_large(start)

    def _refuse_key(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> None:
        if not isinstance(key, Scalar):
            text = tr("A key has to be a word, not a list or a mapping.")
        elif key.text == "<<":
            text = tr("Merge keys (`<<`) are not used here. Write the keys out.")
        else:
            line = entries[key.text][0].start.line + 1
            text = tr("`{key}` stands twice; the first is on line {line}.", key=key.text, line=line)
        self._mistaken(key.start, text)

    def _aliased(self, number: int, event: AliasEvent, depth: int) -> Node:
        self._refer(event.start_mark)
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            text = tr("`*{name}` points to no `&{name}` above it.", name=event.anchor)
            raise _RefusedError(event.start_mark, text)
        if depth + height_of(anchored.node) - 1 > MAX_DEPTH:
            raise _too_deep(event.start_mark)
        self._expanded += anchored.events
        if number + self._expanded > MAX_EVENTS:
            raise _too_large(event.start_mark)
        # A problem in it is told where the alias stands.
        return replace(anchored.node, start=event.start_mark, end=event.end_mark)

    def _refer(self, mark: Mark) -> None:
        self._references += 1
        if self._references > MAX_ANCHORS:
            text = tr("More than {most} anchors and aliases.", most=MAX_ANCHORS)
            raise _RefusedError(mark, text)

    def _mistaken(self, mark: Mark, text: str) -> None:
        self.mistakes.append(YamlMistake(mark.line + 1, mark.column + 1, text))


def height_of(node: Node) -> int:
    """Levels of sequences and mappings in a node; a scalar has none."""
    return 0 if isinstance(node, Scalar) else node.height


def _too_deep(mark: Mark) -> _RefusedError:
    return _RefusedError(mark, tr("More than {most} levels are nested here.", most=MAX_DEPTH))


def _too_large(mark: Mark) -> _RefusedError:
    text = tr("The file is too large: more than {most} parts, aliases included.", most="50,000")
    return _RefusedError(mark, text)
