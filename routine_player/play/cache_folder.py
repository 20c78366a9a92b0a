"""A folder of files that could be made again: each whole or absent, and not too many."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """Holds at most `most_bytes` after each `prune`; files are named after what they are made of.

    Losing any of it costs only the time to make it again, so nothing is synced to the disk.
    """

    folder: Path
    most_bytes: int

    def path(self, *made_of: object, suffix: str) -> Path:
        """Name the file for what it is made of; it need not be there."""
        # repr() keeps parts apart: ("ab", "c") and ("a", "bc") are two things.
        key = hashlib.sha256(repr(made_of).encode("utf-8", "backslashreplace")).hexdigest()
        return self.folder / f"{key[:32]}{suffix}"

    def find(self, path: Path) -> bool:
        """Tell whether the file is there, and note that it is of use."""
        try:
            os.utime(path)
        except OSError:
            # A folder that cannot be written to may still hold the file.
            return path.is_file()
        return True

    def write(self, path: Path, data: bytes) -> None:
        """Put `data` at `path`, all or nothing. OSError where that fails."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            part.write_bytes(data)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def prune(self) -> None:
        """Delete what was of no use for longest until the rest fits."""
        with suppress(OSError):  # no such folder, or not ours: nothing to delete
            files = sorted(((file.stat(), file) for file in self.folder.iterdir()), key=_used_last)
            surplus = sum(status.st_size for status, _ in files) - self.most_bytes
            for status, file in files:
                if surplus <= 0:
                    break
                file.unlink()
                surplus -= status.st_size


def _used_last(entry: tuple[os.stat_result, Path]) -> float:
    return entry[0].st_mtime
