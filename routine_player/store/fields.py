"""Reads mappings by their declaration: what is there, what it should be, and what was meant."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any

from routine_player.core.language import tr
from routine_player.store.field_readers import Reader, reader_of_field
from routine_player.store.findings import Findings
from routine_player.store.kinds import Apart, Field, Group, Shape
from routine_player.store.values import near, shown
from routine_player.store.yaml_events import Mapping, Node


@dataclass(slots=True)
class Given:
    """What a mapping says: the keys as written, and the values of those that could be read.

    `meant` are the keys that misspelt ones were taken for.
    """

    node: Mapping
    values: dict[str, Any]
    meant: frozenset[str]

    def has(self, name: str) -> bool:
        """Whether the key was written, with a good value or a bad one."""
        return name in self.node.entries

    def has_or_meant(self, name: str) -> bool:
        """Whether the key was written, be it misspelt: then nothing is to be said of its lack."""
        return name in self.node.entries or name in self.meant

    def is_wrong(self, name: str) -> bool:
        """Whether the key was written, or meant, and there is no value to work with."""
        return name not in self.values and self.has_or_meant(name)

    def get(self, name: str) -> Any:
        """The value of a key, None where it is missing or wrong."""
        return self.values.get(name)

    def key_start(self, name: str) -> int:
        """Where a written key stands."""
        return self.node.entries[name][0]

    def start(self, name: str) -> int:
        """Where the value of a written key stands."""
        return self.node.entries[name][1].start


_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ShapeReader:
    """Reads mappings of one shape. Built once, for there are a hundred steps to a shape."""

    shape: Shape
    readers: MappingOf[str, Reader]
    required: tuple[str, ...]

    def read(self, node: Mapping, findings: Findings) -> Given:
        """Read every key; unknown and missing keys and wrong values are findings."""
        readers = self.readers
        values: dict[str, Any] = {}
        unknown: list[str] = []
        for name, (_, value) in node.entries.items():
            reader = readers.get(name)
            if reader is None:
                unknown.append(name)
            else:
                read = reader(value, findings)
                if read is not None:
                    values[name] = read
        meant = _NOTHING
        if unknown:
            meant = frozenset(self._meant(key, node, findings) for key in unknown)
        for name in self.required:
            if name not in values and name not in node.entries and name not in meant:
                text = tr("This {shape} needs the key `{name}`.", shape=self.shape.title, name=name)
                findings.error(node.start, text)
        return Given(node, values, meant)

    def _meant(self, key: str, node: Mapping, findings: Findings) -> str:
        """Tell of an unknown key, and give the one it was taken for, or nothing."""
        start = node.entries[key][0]
        if findings.is_full:
            findings.error(start, "")
            return ""
        names = self.shape.names()
        meant = dict(self.shape.slips).get(key) or near(key, names)
        text = tr("No {shape} has the key `{key}`.", shape=self.shape.title, key=shown(key))
        if meant is None:
            text = tr("{text} The keys are {names}.", text=text, names=", ".join(names))
        findings.error(start, text, meant)
        return meant or ""


def reader_of(shape: Shape) -> ShapeReader:
    """Build the reader of a shape, and of the groups in it."""
    return ShapeReader(
        shape,
        {field.name: _reader(field) for field in shape.fields},
        tuple(field.name for field in shape.fields if field.required),
    )


def _reader(field: Field) -> Reader:
    if isinstance(field.kind, Apart):
        return lambda node, _: node  # read by those who need it
    if not isinstance(field.kind, Group):
        return reader_of_field(field.name, field.kind, field.example)
    inner = reader_of(field.kind.shape)

    def read(node: Node, findings: Findings) -> Given | None:
        if isinstance(node, Mapping):
            return inner.read(node, findings)
        text = tr(
            "`{name}`: expected keys and values such as `{example}`.",
            name=field.name,
            example=field.example,
        )
        findings.error(node.start, text)
        return None

    return read
