"""The body map that comes with the program: never out of date unseen, small, and whole."""

import json

from routine_player.core.sites import ALL_SITES, OFF_THE_MAP
from routine_player.dev import body_map
from routine_player.figure.body_regions import REGIONS


def shapes(folder):
    return json.loads((folder / body_map.NOTE).read_text(encoding="utf-8"))


def test_the_map_that_comes_with_the_program_is_that_of_the_body():
    assert body_map.main(["--check"]) == 0


def test_it_is_small():
    assert body_map.size_of(body_map.FOLDER) < body_map.MOST_BYTES


def test_every_site_on_the_body_can_be_pointed_at_and_every_region_is_a_site():
    views = shapes(body_map.FOLDER)["views"]
    sites = {site.name for site in ALL_SITES} - set(OFF_THE_MAP)

    assert {name for view in views.values() for name in view} == sites == set(REGIONS)


def test_a_stale_map_is_told_and_drawn_again(tmp_path, capsys):
    folder = tmp_path / "map"
    assert body_map.main(["--check"], folder) == 1
    assert "stale" in capsys.readouterr().out
    assert not folder.exists()

    assert body_map.main([], folder) == 0
    assert shapes(folder) == shapes(body_map.FOLDER)
    assert body_map.main(["--check"], folder) == 0

    note = folder / body_map.NOTE
    note.write_text(note.read_text().replace(shapes(folder)["hash"], "of another body"))
    assert body_map.main(["--check"], folder) == 1

    note.write_text((body_map.FOLDER / body_map.NOTE).read_text())
    body_map.picture_of(folder, "back").unlink()
    assert body_map.main(["--check"], folder) == 1
