"""Damaged files are kept, out of the way and under a name of their own: never deleted."""

import os
from contextlib import suppress
from pathlib import Path


def set_aside(path: Path, folder: Path, companions: tuple[str, ...] = ()) -> Path:
    """Move `path` into `folder` and give its new name: `history-1.db`, `history-2.db`, ...

    Files beside it whose names end in one of `companions` (`history.db-wal`) go along under the
    same number. OSError where it cannot be moved.
    """
    folder.mkdir(parents=True, exist_ok=True)
    new = _claimed(path, folder)
    path.replace(new)
    for ending in companions:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(new.with_name(new.name + ending))
    return new


def bring_back(kept: Path, path: Path, companions: tuple[str, ...] = ()) -> None:
    """Move what was set aside to where it was, as far as the disk lets it."""
    for ending in ("", *companions):
        with suppress(OSError):
            kept.with_name(kept.name + ending).replace(path.with_name(path.name + ending))


def _claimed(path: Path, folder: Path) -> Path:
    """Make an empty file of a free name, so that two processes never choose the same."""
    number = 1
    while True:
        new = folder / f"{path.stem}-{number}{path.suffix}"
        try:
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        else:
            return new
