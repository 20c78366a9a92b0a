"""What the documents for developers name is there."""

import re
from pathlib import Path

import pytest

from routine_player.__main__ import build_parser
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import LoggedRun, Run
from routine_player.dev.__main__ import commands_in
from routine_player.store.diary_json import rating_values, run_values
from routine_player.store.diary_said import RATING_FIELDS, RUN_FIELDS

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


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_every_field_of_a_run_and_of_a_rating() -> None:
    now = Instant.of(0, 0)
    told = run_values(LoggedRun(Run(now), ())).keys()
    told |= rating_values(Rating(RatingMoment.ALONE, 1, now)).keys()
    said = {"distance", "duration", "worst", "now", "signs"}
    assert said <= RUN_FIELDS | RATING_FIELDS
    for field in told | said:
        assert f"`{field}`" in readme(), field


def test_the_readme_names_every_command() -> None:
    shown = re.findall(r"^routine-player ([a-z][a-z-]+)", readme(), re.MULTILINE)
    offered = re.findall(r"^    ([a-z-]+)  ", build_parser([]).format_help(), re.MULTILINE)
    assert len(offered) > 5
    assert set(offered) <= set(shown)
    assert set(shown) <= set(offered)


def test_a_file_that_the_documents_link_to_is_there() -> None:
    for document in (*ROOT.glob("*.md"), *(ROOT / "routines").glob("*.md")):
        links = re.findall(r"\]\((?!https:)([^)#]+)", document.read_text(encoding="utf-8"))
        for link in links:
            assert (document.parent / link).exists(), (document.name, link)
