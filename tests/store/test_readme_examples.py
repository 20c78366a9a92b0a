"""What the pages for people show has to be true."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.problem import Problem
from routine_player.store.check import check
from routine_player.store.library import Library

PROJECT = Path(__file__).parents[2]
PAGES = [PROJECT / "README.md", PROJECT / "routines" / "README.md"]
BLOCK = re.compile(r"^```yaml *(?P<kind>.*)\n(?P<text>(?:.*\n)*?)```", re.MULTILINE)


def examples(page: Path) -> list[tuple[str, str]]:
    """Every YAML block: a whole file, or steps made into one."""
    found: list[tuple[str, str]] = []
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        text = match["text"]
        if match["kind"] == "fragment":
            text = "routine: Fragment\nsteps:\n" + textwrap.indent(text, "  ")
        line = page.read_text(encoding="utf-8")[: match.start()].count("\n") + 1
        found.append((f"{page.parent.name}/{page.name}:{line}", text))
    return found


EXAMPLES = [example for page in PAGES for example in examples(page)]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load([PROJECT / "routines"], [PROJECT / "assets" / "exercises"])


@pytest.fixture
def problems_of(tmp_path: Path, png: bytes, library: Library) -> Callable[[str], list[Problem]]:
    def look(text: str) -> list[Problem]:
        for named in re.findall(r"image: (\S+)", text):
            picture = tmp_path / named
            picture.parent.mkdir(exist_ok=True)
            picture.write_bytes(png)
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        return check([tmp_path], library.exercises)

    return look


def test_there_are_examples_of_both_kinds() -> None:
    assert sum(text.startswith("routine: Fragment") for _, text in EXAMPLES) >= 3
    assert sum(text.startswith("routine:") for _, text in EXAMPLES) >= 6


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES], ids=[name for name, _ in EXAMPLES])
def test_an_example_has_no_problem(problems_of: Callable[[str], list[Problem]], text: str) -> None:
    assert problems_of(text) == []
