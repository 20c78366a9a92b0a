import json
from pathlib import PurePath

import pytest

from routine_player.dev.coverage_floors import (
    FLOORS,
    Reach,
    layer_of,
    reach_of_each_layer,
    table,
)


def entry(lines: tuple[int, int], branches: tuple[int, int]) -> dict:
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        }
    }


@pytest.fixture
def report(tmp_path):
    def write(files: dict) -> object:
        path = tmp_path / "coverage.json"
        path.write_text(json.dumps({"files": files}))
        return path

    return write


def test_files_of_a_layer_are_summed_with_their_branches(report):
    path = report(
        {
            "routine_player/ui/window.py": entry((8, 10), (1, 2)),
            "routine_player/ui/views/player.py": entry((9, 10), (2, 2)),
            "routine_player/core/session.py": entry((5, 5), (0, 0)),
        }
    )

    assert reach_of_each_layer(path) == [Reach("core", 5, 5), Reach("ui", 20, 24)]


@pytest.mark.parametrize(
    ("file", "layer"),
    [
        ("routine_player/app.py", "app"),
        ("/somewhere/routine_player/core/session.py", "core"),
        ("routine_player/ui/views/today.py", "ui"),
    ],
)
def test_what_stands_beside_the_folders_is_the_app(file, layer):
    assert layer_of(PurePath(file)) == layer


def test_one_branch_of_many_missed_in_core_is_too_little():
    assert Reach("core", 99_999, 100_000).is_enough is False
    assert Reach("core", 100_000, 100_000).is_enough is True


def test_a_layer_without_a_floor_must_be_reached_whole():
    assert "new" not in FLOORS
    assert Reach("new", 99, 100).is_enough is False


def test_an_empty_layer_asks_for_nothing():
    assert Reach("core", 0, 0).is_enough is True


def test_the_table_never_rounds_up_to_a_full_hundred():
    lines = table([Reach("core", 99_999, 100_000), Reach("ui", 9, 10)]).splitlines()

    assert "99.99 %" in lines[1]
    assert lines[1].endswith("too little")
    assert lines[2].split() == ["ui", "90.00", "%", "85", "%"]
