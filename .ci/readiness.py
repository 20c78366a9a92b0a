"""Knows whether .venv holds exactly what the lock files say.

It runs before every start of the app, in the interpreter of .venv itself, so it imports next to
nothing: `check LEVEL` answers with its exit code, `stamp LEVEL` notes that .venv is ready.
"""

import os
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
"""Each level's lock file; the one for tests holds every pin of the other."""


def main(arguments: list[str]) -> int:
    """Check or stamp one level; return the exit code."""
    wish, level = arguments
    if wish == "stamp":
        stamp_of(ROOT, level).write_text(key_of(ROOT, level), encoding="utf-8")
    return 0 if is_ready(ROOT, level) else 1


def is_ready(root: Path, level: str) -> bool:
    """Whether the .venv whose interpreter runs this holds what `level` needs."""
    try:
        return stamp_of(root, level).read_text(encoding="utf-8") == key_of(root, level)
    except OSError:
        return False


def stamp_of(root: Path, level: str) -> Path:
    """Return the file that stands in a .venv only while it is whole for `level`."""
    return root / ".venv" / f"ready-{level}"


def key_of(root: Path, level: str) -> str:
    """Return what a .venv is made from: when any of it changes, it is made anew.

    The checkout's own place belongs to it, since a .venv cannot be moved.
    """
    recipe = [root / LOCKS[level], *sorted((root / ".ci").glob("*.py"))]
    sums = [f"{path.name} {zlib.crc32(path.read_bytes()):08x}" for path in recipe]
    python = f"{os.path.realpath(sys.executable)} {sys.version}"
    return "\n".join([*sums, python, str(root), ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
