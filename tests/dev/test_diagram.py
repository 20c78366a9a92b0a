from pathlib import Path

import pytest

from routine_player.core.transitions import state_diagram
from routine_player.dev.diagram import main, with_diagram

PAGE = "Before.\n\n<!-- diagram -->\nold\n<!-- /diagram -->\n\nAfter.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "PAGE.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_the_diagram_is_drawn_between_its_markers(page: Path) -> None:
    assert main([str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n\n<!-- diagram -->\n\n```mermaid\nstateDiagram-v2\n")
    assert text.endswith("```\n\n<!-- /diagram -->\n\nAfter.\n")
    assert state_diagram() in text


def test_drawing_it_again_changes_nothing(page: Path) -> None:
    main([str(page)])
    text = page.read_text(encoding="utf-8")
    assert with_diagram(text) == text


def test_a_stale_diagram_is_told_and_left_alone(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", str(page)]) == 1
    assert "the diagram is stale" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_fresh_diagram_passes(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(page)])
    assert main(["--check", str(page)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["", "<!-- diagram -->", "<!-- /diagram --> <!-- diagram -->"])
def test_a_page_without_markers_is_told_and_left_alone(
    page: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(text, encoding="utf-8")
    assert main([str(page)]) == 1
    assert "there is no <!-- diagram -->" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == text


def test_the_diagram_of_the_architecture_is_fresh() -> None:
    assert main(["--check"]) == 0
