"""Write the reference page and the JSON Schemas of the file formats from their declaration."""

import argparse
from pathlib import Path

from routine_player.dev.json_schema import exercise_schema, routine_schema
from routine_player.dev.reference_page import reference_page

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str], root: Path = ROOT) -> int:
    """Write the files that are stale; with --check only name them, and return 1 if there is one."""
    parser = argparse.ArgumentParser(prog="routine_player.dev reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if stale")
    options = parser.parse_args(argv)
    stale = [(name, text) for name, text in generated().items() if _text_of(root / name) != text]
    for name, text in stale:
        if options.check:
            print(f"{name} is stale. Run: python -m routine_player.dev reference")
        else:
            (root / name).write_text(text, encoding="utf-8")
            print(f"{name} written")
    return 1 if options.check and stale else 0


def generated() -> dict[str, str]:
    """Return what each generated file should hold, by its path in the checkout."""
    return {
        "routines/reference.md": reference_page(),
        "assets/routine.schema.json": routine_schema(),
        "assets/exercise.schema.json": exercise_schema(),
    }


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
