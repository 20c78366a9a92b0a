"""What is found in a file: runs, and what could not be taken, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from routine_player.core.instant import Instant
from routine_player.core.run import Activity, Run, Source, SourceKind
from routine_player.core.typed import METRES_A_MILE
from routine_player.store.run_import.zone import Zone


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are to be read.

    `wanted` are the activities that are kept, `in_miles` says what the lists of programs count in
    that write distances as they show them.
    """

    now: Instant
    zone: Zone
    wanted: frozenset[Activity] = frozenset({Activity.RUN})
    in_miles: bool = False

    @property
    def unit_m(self) -> float:
        """Metres in the unit that distances are shown in."""
        return METRES_A_MILE if self.in_miles else 1000.0


@dataclass(frozen=True, slots=True)
class Found:
    """A run in a file; `remark` is for the person, such as that the file was broken midway.

    `recording` is the name of the file that a list says the run was recorded in.
    """

    run: Run
    source: Source
    name: str
    remark: str = ""
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is not taken. `failed` where the person would have wanted it."""

    name: str
    reason: str
    failed: bool = True


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that one file told."""

    name: str
    found: Sequence[Found] = field(default=())
    refused: Sequence[Refused] = field(default=())


class UnreadableError(Exception):
    """A file cannot be read; the text says why, for the person."""


class NoActivityError(UnreadableError):
    """A file is sound, and holds no activity."""


def source_of(kind: SourceKind, name: str, data: bytes, number: int = 0) -> Source:
    """Describe the run of that number in a file: the same whenever this is read again."""
    digest = blake2b(data, digest_size=16, salt=number.to_bytes(4, "big")).digest()
    return Source(kind, name, digest)
