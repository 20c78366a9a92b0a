"""Draw the states of a session into ARCHITECTURE.md, or check that the drawing is up to date."""

import argparse
import sys
from pathlib import Path

from routine_player.core.transitions import state_diagram

ARCHITECTURE = Path(__file__).resolve().parents[2] / "ARCHITECTURE.md"
BEGIN = "<!-- diagram -->"
END = "<!-- /diagram -->"


def main(argv: list[str]) -> int:
    """Rewrite what stands between the markers; with --check only tell whether it would change."""
    parser = argparse.ArgumentParser(prog="routine_player.dev diagram", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if stale")
    parser.add_argument("file", nargs="?", type=Path, default=ARCHITECTURE)
    options = parser.parse_args(argv)
    old = options.file.read_text(encoding="utf-8")
    try:
        new = with_diagram(old)
    except ValueError as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 1
    if options.check and old != new:
        print(f"{options.file}: the diagram is stale. Run: python -m routine_player.dev diagram")
        return 1
    if old != new:
        options.file.write_text(new, encoding="utf-8")
    return 0


def with_diagram(text: str) -> str:
    """Give `text` with the present diagram between its markers; ValueError where they lack."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no {BEGIN} with a {END} after it")
    return f"{before}{BEGIN}\n\n```mermaid\n{state_diagram()}```\n\n{END}{after}"
