"""Opening a text file that anyone may have written: bounded, never blocking, never a traceback."""

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.lines import Lines

MAX_BYTES = 1024 * 1024

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would wait for ever
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_BOM = b"\xef\xbb\xbf"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
# What YAML forbids, and three characters that YAML takes for line ends and editors do not:
# with them, the line numbers in messages would be wrong.
_FORBIDDEN = (
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_PLAIN_BYTES = bytes([*b"\t\n\r", *range(0x20, 0x7F)])

_REASONS = {
    errno.ENOENT: "The file does not exist.",
    errno.EACCES: "The file may not be read: permission denied.",
    errno.EPERM: "The file may not be read: permission denied.",
    errno.ELOOP: "The file is a symbolic link that leads back to itself.",
    errno.ENAMETOOLONG: "The name of the file is too long.",
    errno.ENOTDIR: "A part of the path is not a folder.",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """What stands in a file. `data` is its bytes as they were, `text` is them without a BOM."""

    path: Path
    data: bytes
    text: str


def shown_path(path: Path) -> str:
    """Give a path as text that can be printed and stored, whatever bytes its name is made of."""
    return printable(str(path))


def printable(name: str) -> str:
    """Give a file's name as text: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def read_text(path: Path) -> TextFile | Problem:
    """Read a regular file of at most 1 MiB of UTF-8; symbolic links are followed.

    A problem of the whole file stands at 1:1, one of a byte at the line and column of that byte.
    """
    try:
        data = _read_bytes(path)
    except (OSError, ValueError) as error:
        return _problem(path, reason(error))
    if isinstance(data, str):
        return _problem(path, data)
    return _decoded(path, data)


def reason(error: OSError | ValueError) -> str:
    """Say in a plain sentence why the system refused a file."""
    if not isinstance(error, OSError):
        return tr("The path holds a character that no file name can have.")
    known = _REASONS.get(error.errno or 0)
    if known is not None:
        return tr(known)
    return tr("The file cannot be read: {why}.", why=error.strerror or type(error).__name__)


def open_regular(path: Path) -> tuple[int, int] | str:
    """Open a regular file without ever waiting: its descriptor and size, or why it is refused.

    Raises OSError and, for a path with a NUL, ValueError.
    """
    # Looked at before it is opened, for opening a device can have effects, and once more after,
    # for the name may point elsewhere by then.
    unfit = _unfit(path.stat().st_mode)
    if unfit is not None:
        return unfit
    descriptor = os.open(path, _FLAGS)
    status = os.fstat(descriptor)
    unfit = _unfit(status.st_mode)
    if unfit is not None:
        os.close(descriptor)
        return unfit
    return descriptor, status.st_size


def _unfit(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return tr("This is a folder, not a file.")
    return tr("This is not a regular file, but a device, a pipe or a socket.")


def _read_bytes(path: Path) -> bytes | str:
    opened = open_regular(path)
    if isinstance(opened, str):
        return opened
    descriptor, size = opened
    data = b""
    try:
        # One byte more than there should be; more still only where the file is growing.
        while len(data) <= MAX_BYTES:
            part = os.read(descriptor, min(size, MAX_BYTES) + 1)
            data += part
            if not part:
                return data
    finally:
        os.close(descriptor)
    return tr("The file is larger than 1 MiB.")


def _decoded(path: Path, data: bytes) -> TextFile | Problem:
    if data.startswith(_UTF_16_BOMS):
        return _problem(path, tr("The file is UTF-16. Save it as UTF-8."))
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        byte = body[error.start]
        message = tr("Byte 0x{byte:02X} is not valid UTF-8. Save the file as UTF-8.", byte=byte)
        return _problem(path, message, before)
    # Nearly every file is plain ASCII, which this shows ten times faster than the pattern; and the
    # pattern takes 4 ms to compile, which re does once, and no start has to wait for.
    bad = re.search(_FORBIDDEN, text) if body.translate(None, _PLAIN_BYTES) else None
    if bad is not None:
        return _problem(path, _forbidden(bad.group()), text[: bad.start()])
    return TextFile(path, data, text)


def _forbidden(character: str) -> str:
    if character == "\0":
        return tr("A NUL byte stands here: this is not a text file.")
    if character == "\ufeff":
        return tr("A byte order mark stands here. It may only be the first thing in a file.")
    code = f"{ord(character):04X}"
    return tr("Character U+{code} cannot stand in a YAML file. Delete it.", code=code)


def _problem(path: Path, text: str, before: str = "") -> Problem:
    """Build an error at the place that `before` leads up to."""
    line, column = Lines(before).place(len(before))
    return Problem(shown_path(path), line, column, Severity.ERROR, text)
