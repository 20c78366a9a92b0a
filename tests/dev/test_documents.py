"""What the documents for developers name is there."""

import re
from pathlib import Path

import pytest

from routine_player.dev.__main__ import commands_in

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "routine_player"
ROOMS = re.compile(r"## The rooms of the app\n(.*?)\n## ", re.DOTALL)
QUOTED = re.compile(r"`([a-z_/*.-]+)`")


def named_paths(text: str) -> list[str]:
    return [one for one in QUOTED.findall(text) if "/" in one or one.endswith((".py", ".md"))]


def architecture() -> str:
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(named_paths(architecture()))))
def test_a_path_that_the_architecture_names_is_there(name: str) -> None:
    folders = (ROOT, PACKAGE, PACKAGE / "app")
    assert any(found.exists() for folder in folders for found in folder.glob(name.rstrip("/")))


def test_every_room_of_the_app_is_named() -> None:
    (told,) = ROOMS.findall(architecture())
    rooms = {path.name for path in (PACKAGE / "app").glob("*.py")} - {"__init__.py"}
    assert rooms <= set(named_paths(told))


def test_every_command_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", text, re.MULTILINE)
    named = [one for row in rows for one in re.findall(r"`([a-z-]+)`", row)]
    assert len(named) > 5
    known = {name.replace("_", "-") for name in commands_in(PACKAGE / "dev")}
    assert set(named) <= known
