"""From paths to bytes: folders, and what is packed, without following a bomb to its end."""

import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from routine_player.core.language import tr
from routine_player.store.run_import.content import read_content
from routine_player.store.run_import.found import (
    FileReading,
    Manner,
    Refused,
    UnreadableError,
)

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one file at the most, unpacked: a day's run with a point a second has half of that."""

LARGEST_ZIP: Final = 4 * 1024 * 1024 * 1024
"""Bytes that a zip file may unpack to in all."""

_MOST_IN_A_ZIP: Final = 100_000
_KINDS: Final = (".fit", ".gpx", ".tcx", ".fit.gz", ".gpx.gz", ".tcx.gz")
_CHUNK: Final = 1 << 20
_GZIP: Final = b"\x1f\x8b"
_DEEPEST: Final = 2
"""How often something may be packed: an export of Garmin's holds zip files."""

_ZIP_ERRORS: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError)


def read_paths(paths: Iterable[Path], manner: Manner) -> Iterator[FileReading]:
    """Read files and folders one by one; of a folder and a zip file all that may hold runs.

    Lists come after recordings, which know more of a run than they do.
    """
    for path in paths:
        if _is_folder(path):
            yield from _read_folder(path, manner)
        else:
            yield from _read_file(path, path.name or str(path), manner)


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to read; a zip file counts as one."""
    return sum(len(_files_in(path)[0]) if _is_folder(path) else 1 for path in paths)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what is wrong with it is told when it is to be read
        return False


def _read_folder(folder: Path, manner: Manner) -> Iterator[FileReading]:
    files, errors = _files_in(folder)
    for inner in files:
        yield from _read_file(inner, str(inner.relative_to(folder)), manner)
    for error in errors:
        yield _refused(str(error.filename), _cannot_be_read(error))
    if not files and not errors:
        yield _refused(folder.name or str(folder), tr("there are no runs in it"))


def _files_in(folder: Path) -> tuple[list[Path], list[OSError]]:
    """Give what may hold runs in a folder and all below it, and what could not be looked into."""
    found: list[Path] = []
    errors: list[OSError] = []
    for root, _, names in os.walk(folder, onerror=errors.append):
        found += [Path(root, name) for name in names if _may_hold_runs(name, or_zip=True)]
    return sorted(found, key=lambda path: _order(str(path))), errors


def _read_file(path: Path, name: str, manner: Manner) -> Iterator[FileReading]:
    try:
        if not path.is_file():
            reason = tr("it is no file") if path.exists() else tr("there is no such file")
            yield _refused(name, reason)
            return
        with path.open("rb") as file:
            yield from _read_open(file, name, manner)
    except OSError as error:
        yield _refused(name, _cannot_be_read(error))


def _read_stream(stream: IO[bytes], name: str, manner: Manner) -> FileReading:
    try:
        data = _all_of(stream)
        for _ in range(_DEEPEST):
            if data.startswith(_GZIP):
                data = _unpacked(data)
    except UnreadableError as error:
        return _refused(name, str(error))
    return read_content(data, Path(name).name, manner)


def _read_open(file: IO[bytes], name: str, manner: Manner, depth: int = 0) -> Iterator[FileReading]:
    is_zip = file.read(4) == b"PK\3\4"
    file.seek(0)
    if not is_zip:
        yield _read_stream(file, name, manner)
    elif depth < _DEEPEST:
        yield from _read_zip(file, name, manner, depth)
    else:
        yield _refused(name, tr("it is packed too many times"))


def _read_zip(file: IO[bytes], name: str, manner: Manner, depth: int) -> Iterator[FileReading]:
    try:
        with zipfile.ZipFile(file) as packed:
            members = [each for each in packed.infolist() if _is_member(each)]
            size = sum(each.file_size for each in members)
            if len(members) > _MOST_IN_A_ZIP or size > LARGEST_ZIP:
                yield _refused(name, tr("it unpacks to more than can be"))
                return
            if not members:
                yield _refused(name, tr("there are no runs in it"))
            for each in sorted(members, key=lambda member: _order(member.filename)):
                yield from _read_member(packed, each, manner, depth)
    except _ZIP_ERRORS:
        yield _refused(name, tr("it is a broken zip file"))


def _is_member(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and _may_hold_runs(member.filename, or_zip=True)


def _read_member(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, manner: Manner, depth: int
) -> Iterator[FileReading]:
    try:
        with packed.open(member) as stream:
            yield from _read_open(stream, member.filename, manner, depth + 1)
    except _ZIP_ERRORS:
        yield _refused(member.filename, tr("it is broken, or has a password"))


def _all_of(stream: IO[bytes]) -> bytes:
    """Read a stream as far as it is of a size that can be."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(tr("it is too large for a run"))
    return data


def _unpacked(data: bytes) -> bytes:
    """Unpack gzip; of what is cut off, the good part, for the reader to judge."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    parts: list[bytes] = []
    size = 0
    try:
        while data:
            part = unpacker.decompress(data, _CHUNK)
            data = unpacker.unconsumed_tail
            parts.append(part)
            size += len(part)
            if size > LARGEST:
                raise UnreadableError(tr("it unpacks to more than can be"))
            if unpacker.eof:  # some programs write a file as several, one behind another
                data = unpacker.unused_data
                unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
                if not data.startswith(_GZIP):
                    break
    except zlib.error as error:
        if not any(parts):
            raise UnreadableError(tr("it is a broken gzip file")) from error
    parts.append(unpacker.flush())
    return b"".join(parts)


def _may_hold_runs(name: str, *, or_zip: bool = False) -> bool:
    plain = name.casefold()
    if plain.endswith(".csv"):
        return "activities" in plain.rpartition("/")[2]
    return plain.endswith(_KINDS) or (or_zip and plain.endswith(".zip"))


def _order(name: str) -> tuple[bool, str]:
    return name.casefold().endswith(".csv"), name


def _cannot_be_read(error: OSError) -> str:
    return tr("it cannot be read: {why}", why=error.strerror or str(error))


def _refused(name: str, reason: str) -> FileReading:
    return FileReading(name, refused=(Refused(name, reason),))
