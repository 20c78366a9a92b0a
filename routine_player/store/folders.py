"""Finds our files in folders."""

import os
from collections.abc import Iterator
from pathlib import Path

from routine_player.core.problem import Problem, Severity
from routine_player.store.text_file import reason, shown_path

ENDINGS = (".yaml", ".yml")


def files_in(folder: Path) -> tuple[list[Path], Problem | None]:
    """List the YAML files right in a folder by name; a missing folder has none.

    Hidden files are left out: editors and other systems keep notes of their own in them.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_ours(entry)]
    except (FileNotFoundError, NotADirectoryError) as error:
        return [], None if isinstance(error, FileNotFoundError) else _problem(folder, error)
    except OSError as error:
        return [], _problem(folder, error)
    return [folder / name for name in sorted(names)], None


def files_below(folder: Path) -> Iterator[Path | Problem]:
    """Walk a folder and the folders in it, by name; hidden ones and links to folders are left."""
    refused: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for file in sorted(files):
            if file.endswith(ENDINGS) and not file.startswith("."):
                yield Path(name, file)
    for error in refused:
        yield _problem(Path(error.filename), error)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    named = entry.name.endswith(ENDINGS) and not entry.name.startswith(".")
    return named and not entry.is_dir()


def _problem(folder: Path, error: OSError) -> Problem:
    return Problem(shown_path(folder), 1, 1, Severity.ERROR, reason(error))
