"""Saves a file that a person owns so that it is either the old one or the new one, never half."""

import errno
import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from routine_player.core.language import tr
from routine_player.store.text_file import open_regular, reason

_REASONS = {
    errno.ENOENT: "The folder does not exist.",
    errno.ENOTDIR: "A part of the path is not a folder.",
    errno.EACCES: "The folder may not be written to: permission denied.",
    errno.EPERM: "The folder may not be written to: permission denied.",
    errno.EROFS: "The disk is read-only.",
    errno.ENOSPC: "The disk is full.",
}


class SaveOutcome(StrEnum):
    """How saving went."""

    SAVED = "saved"
    CHANGED_ON_DISK = "changed-on-disk"  # by someone else since it was opened: ask
    FAILED = "failed"  # what is there is whole, as a rule the old file


@dataclass(frozen=True, slots=True)
class SaveResult:
    """How saving went; `text` says why where it did not."""

    outcome: SaveOutcome
    text: str = ""


def save(path: Path, data: bytes, expected: bytes | None) -> SaveResult:
    """Put `data` into the file at `path`, all of it or nothing; symbolic links are followed.

    `expected` is what the file held when it was opened, None when there should be no file yet. If
    it holds anything else by now, nothing is written. The file keeps its permissions.
    """
    try:
        return _save(Path(os.path.realpath(path)), data, expected)
    except (OSError, ValueError) as error:
        return SaveResult(SaveOutcome.FAILED, _reason(error))


def _save(path: Path, data: bytes, expected: bytes | None) -> SaveResult:
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        _write(temporary, data)
        # Looked at as late as can be, for the time between is the time in which another's change
        # would be lost.
        current = _current(path, len(expected or b""))
        if isinstance(current, str):
            return SaveResult(SaveOutcome.FAILED, current)
        found, mode = current
        if found != expected:
            return SaveResult(SaveOutcome.CHANGED_ON_DISK, _changed(found, expected))
        if mode is not None:
            if not os.access(path, os.W_OK):
                return SaveResult(SaveOutcome.FAILED, tr("The file is write-protected."))
            temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return SaveResult(SaveOutcome.SAVED)


def _reason(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError):
        return reason(error)
    known = _REASONS.get(error.errno or 0)
    if known is not None:
        return tr(known)
    return tr("The file cannot be saved: {why}.", why=error.strerror or type(error).__name__)


def _changed(found: bytes | None, expected: bytes | None) -> str:
    if found is None:
        return tr("The file was deleted since it was opened.")
    if expected is None:
        return tr("There is a file of this name already.")
    return tr("The file was changed since it was opened.")


def _write(path: Path, data: bytes) -> None:
    """Make a new file and see that all of it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _current(path: Path, size: int) -> tuple[bytes | None, int | None] | str:
    """Give what the file holds and its permissions, None and None where there is none.

    Text says why it cannot be written over. Of a file larger than `size` bytes one byte more is
    given, which is enough to tell.
    """
    try:
        opened = open_regular(path)
    except FileNotFoundError:
        return None, None
    if isinstance(opened, str):
        return opened
    with os.fdopen(opened[0], "rb") as stream:
        return stream.read(size + 1), stat.S_IMODE(os.fstat(stream.fileno()).st_mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name last too. Windows cannot open folders, and does this by itself."""
    only_folders = getattr(os, "O_DIRECTORY", None)
    if only_folders is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | only_folders)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
