import os
from dataclasses import replace

import pytest

from routine_player.store.collection import fingerprint
from routine_player.store.paths import Places
from routine_player.store.settings import Settings


@pytest.fixture
def places(tmp_path):
    """Places of somebody who has one routine, with little that comes with the program."""
    package = tmp_path / "program" / "package"
    places = Places(tmp_path / "home", package)
    for folder in (places.bundled_routines, places.bundled_exercises):
        folder.mkdir(parents=True)
        (folder / "one.yaml").write_text("one")
    places.routines.mkdir(parents=True)
    places.exercises.mkdir()
    (places.routines / "mine.yaml").write_text("mine")
    return places


@pytest.fixture
def look(places):
    """Take the fingerprint, with some folders added."""
    return lambda *added: fingerprint(places, Settings(routine_folders=tuple(map(str, added))))


def _rewrite(path, text):
    path.write_text(text)


CHANGES = {
    "a file is changed": lambda folder: _rewrite(folder / "mine.yaml", "mine too"),
    "only its time is changed": lambda folder: os.utime(folder / "mine.yaml", ns=(1, 1)),
    "a file is added": lambda folder: _rewrite(folder / "more.yaml", ""),
    "a file is deleted": lambda folder: (folder / "mine.yaml").unlink(),
    "a file is renamed": lambda folder: (folder / "mine.yaml").rename(folder / "ours.yaml"),
    "a link to nothing is added": lambda folder: (folder / "gone.yaml").symlink_to("nowhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("which", ["routines", "bundled_routines", "bundled_exercises"])
def test_it_tells_when_any_folder_is_not_what_it_was(places, look, change, which):
    folder = getattr(places, which)
    if not (folder / "mine.yaml").exists():
        (folder / "mine.yaml").write_text("mine")
    before = look()
    assert look() == before
    change(folder)
    assert look() != before


def test_a_folder_that_is_missing_is_told_from_an_empty_one(places, look):
    before = look()
    places.exercises.rmdir()
    assert look() != before


def test_a_file_that_changes_beside_a_link_to_nothing_is_noticed(places, look):
    (places.routines / "gone.yaml").symlink_to("nowhere")
    before = look()
    (places.routines / "mine.yaml").write_text("mine too")
    assert look() != before


def test_added_folders_count_in_their_order(tmp_path, look):
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    assert len({look(), look(folders[0]), look(*folders), look(*reversed(folders))}) == 4


def test_other_settings_do_not_count(places):
    settings = Settings()
    assert fingerprint(places, settings) == fingerprint(places, replace(settings, volume=1))
