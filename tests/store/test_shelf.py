import pytest

from routine_player.store import shelf as shelves
from routine_player.store.library import Library
from routine_player.store.settings import Settings
from routine_player.store.shelf import Shelf

MINE = """\
routine: {name}
when: after-run
steps:
  - {{exercise: front-plank, hold: 20s}}
"""


@pytest.fixture
def write(places):
    """Put a routine of the person's own on the disk."""
    assert places.ensure() is None

    def written(slug, text):
        (places.routines / f"{slug}.yaml").write_text(text)

    written("mine", MINE.format(name="Mine"))
    return written


@pytest.fixture
def make(places, write):
    """Begin anew, as a start does."""
    return lambda: Shelf(places, Settings())


@pytest.fixture
def reads(monkeypatch):
    """How often all files were read."""
    reads = []
    load = shelves.load_collection
    monkeypatch.setattr(
        shelves, "load_collection", lambda *given: reads.append(given) or load(*given)
    )
    return reads


def names(shelf):
    return {glance.slug: glance.name for glance in shelf.glances}


def test_nothing_is_read_before_it_is_asked_for(make, reads):
    shelf = make()
    assert reads == []
    assert not shelf.is_read
    assert names(shelf)
    assert shelf.is_read


def test_without_notes_the_files_are_read_once(make, reads):
    shelf = make()
    assert names(shelf)["mine"] == "Mine"
    assert isinstance(shelf.library, Library)
    assert len(reads) == 1


def test_the_next_start_goes_by_what_was_noted(make, reads):
    first = make()
    assert first.take_stock() is False
    second = make()
    assert second.glances == first.glances
    assert len(reads) == 1


def test_a_file_that_changed_since_is_read(make, write, reads):
    make().take_stock()
    write("mine", MINE.format(name="Mine, but better"))
    assert names(make())["mine"] == "Mine, but better"
    assert len(reads) == 2


def test_once_the_files_are_read_they_speak_for_themselves(make, places):
    make().take_stock()
    shelf = make()
    assert shelf.library.routine("mine") is not None
    places.glances.write_text("no notes any more")
    assert "mine" in names(shelf)


def test_notes_that_were_wrong_are_put_right(make, places):
    make().take_stock()
    places.glances.write_text(places.glances.read_text().replace('"Mine"', '"Yours"'))
    shelf = make()
    assert names(shelf)["mine"] == "Yours"
    assert shelf.take_stock() is True
    assert names(shelf)["mine"] == "Mine"
    assert names(make())["mine"] == "Mine"


def test_right_notes_are_left_as_they_are(make, places):
    make().take_stock()
    before = places.glances.stat()
    shelf = make()
    assert names(shelf)["mine"] == "Mine"
    assert shelf.take_stock() is False
    assert places.glances.stat() == before


def test_a_broken_routine_is_in_the_library_and_not_at_a_glance(make, write):
    write("broken", "routine: Broken\nsteps: []\n")
    shelf = make()
    file = shelf.library.routine("broken")
    assert file is not None
    assert shelf.preview(file) is None
    assert "broken" not in names(shelf)


def test_reading_again_finds_what_was_added_and_the_folders_that_were(make, write, tmp_path):
    shelf = make()
    assert "more" not in names(shelf)
    write("more", MINE.format(name="More"))
    added = tmp_path / "added"
    added.mkdir()
    (added / "club.yaml").write_text(MINE.format(name="Club"))
    shelf.reload(Settings(routine_folders=(str(added),)))
    assert {"more", "club"} <= names(shelf).keys()


def test_a_preview_follows_its_file(make, write):
    shelf = make()
    write("mine", MINE.format(name="Mine, but better"))
    shelf.reload(Settings())
    file = shelf.library.routine("mine")
    preview = None if file is None else shelf.preview(file)
    assert preview is not None
    assert preview.name == "Mine, but better"


def test_where_nothing_can_be_noted_every_start_reads_the_files(make, places, reads):
    places.glances.mkdir()
    assert make().take_stock() is False
    assert names(make())["mine"] == "Mine"
    assert len(reads) == 2
