"""An export as a file: written whole or not at all, and read line by line, packed or not."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from routine_player.core.language import tr
from routine_player.store.export_reading import NoExportError
from routine_player.store.history_errors import HistoryExportError, reason_of
from routine_player.store.sync import sync_file, sync_names

MOST_BYTES: Final = 2_000_000_000
"""What a file may hold unpacked, at most: ten years take some 80 million."""

_LONGEST: Final = 16_000_000  # bytes of a line that are read; the reader refuses what is longer
_GZIP: Final = b"\x1f\x8b"
_NEWLINE: Final = b"\n"


def write_export(lines: Iterable[str], path: Path) -> None:
    """Write lines into a file; HistoryExportError where there is no room.

    Whatever goes wrong, a file that was there before stays as it was.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
        sync_file(part)
        part.replace(path)
        sync_names(path.parent)
    except OSError as error:
        raise HistoryExportError.because(error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def export_lines_in(path: Path, tell: Callable[[int, int], None]) -> Iterator[str]:
    """Give the lines of a file; `tell` takes how many bytes of it are read, and how many it has.

    NoExportError where it cannot be read, is no text, or is damaged where it is packed.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            is_packed = file.read(len(_GZIP)) == _GZIP
            file.seek(0)
            unpacked: IO[bytes] | gzip.GzipFile = gzip.open(file) if is_packed else file  # noqa: SIM115 - it ends with `file`
            for line in _lines(unpacked):
                tell(min(file.tell(), size), size)
                yield line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise NoExportError(tr("This file is packed, and damaged or cut off.")) from error
    except OSError as error:
        reason = reason_of(error)
        raise NoExportError(
            tr("{file} can't be read: {reason}.", file=path.name, reason=reason)
        ) from error


def _lines(file: IO[bytes] | gzip.GzipFile) -> Iterator[str]:
    number = taken = 0
    while data := file.readline(_LONGEST):
        number += 1
        taken += len(data)
        if taken > MOST_BYTES:
            raise NoExportError(tr("This file is larger than any history."))
        try:
            # Nothing but this ends a line: a note may hold what Python takes for the end of one.
            yield data.removesuffix(_NEWLINE).decode("utf-8")
        except UnicodeDecodeError as error:
            raise NoExportError(
                tr("Line {number} is no text in UTF-8, so this is no export of a history.",
                   number=number)
            ) from error  # fmt: skip
