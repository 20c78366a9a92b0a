import json

import pytest

from routine_player.core.choices import Position, Side, When
from routine_player.core.glance import Glance
from routine_player.core.picture import Picture
from routine_player.store import glances
from routine_player.store.glances import read_glances, write_glances

NOTED = (
    Glance(
        slug="mine",
        name="Mine \ud83e",
        when=When.AFTER_RUN,
        summary="",
        seconds=91.5,
        step_count=2,
        positions=("On your back",),
        equipment=("Mat",),
        picture=Picture("curl-up", "Curl-up", Position.SUPINE, Side.LEFT),
    ),
    Glance(
        slug="own",
        name="Own",
        when=When.ANY,
        summary="Short.",
        seconds=30,
        step_count=1,
        picture=Picture("own-idea", "Own idea", image="/home/me/idea.png"),
    ),
    Glance("demo", "Demo", When.ANY, "Short.", 60.0, 0),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "glances.json"


@pytest.fixture
def notes(path):
    """Notes as they stand in the file, to be spoilt and written back."""
    write_glances(path, "as it is", NOTED)
    return json.loads(path.read_text())


def test_what_is_noted_is_read_again(path):
    write_glances(path, "as it is", NOTED)
    assert read_glances(path, "as it is") == NOTED


def test_without_notes_there_is_nothing_to_read(path):
    assert read_glances(path, "as it is") is None


def test_notes_on_other_files_are_of_no_use(path):
    write_glances(path, "as it was", NOTED)
    assert read_glances(path, "as it is") is None


def test_notes_of_another_version_are_of_no_use(path, monkeypatch):
    write_glances(path, "as it is", NOTED)
    monkeypatch.setattr(glances, "__version__", "999")
    assert read_glances(path, "as it is") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"of": 1}', "[" * 100_000, "\xff"])
def test_a_file_that_is_something_else_is_no_notes(path, text):
    path.write_bytes(text.encode("latin-1"))
    assert read_glances(path, "as it is") is None


SPOILT = {
    "no purpose": lambda one: one.pop("for"),
    "an unknown purpose": lambda one: one.update({"for": "never"}),
    "no name": lambda one: one.pop("name"),
    "a name that is a number": lambda one: one.update(name=1),
    "a time that is a text": lambda one: one.update(seconds="91"),
    "a position that is a number": lambda one: one.update(positions=[1]),
    "no number of steps": lambda one: one.update(step_count=None),
    "a picture that is a text": lambda one: one.update(picture="picture"),
    "no word of a picture": lambda one: one.pop("picture"),
    "a picture in no known position": lambda one: one["picture"].update(position=""),
    "a picture of no known side": lambda one: one["picture"].update(side="up"),
    "a path that is a number": lambda one: one["picture"].update(image=1),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_one_wrong_value_makes_all_notes_worthless(path, notes, spoil):
    spoil(notes["glances"][0])
    path.write_text(json.dumps(notes))
    assert read_glances(path, "as it is") is None


def test_notes_that_cannot_be_written_leave_nothing_behind(path):
    path.mkdir()
    with pytest.raises(OSError, match=r"glances\.json"):
        write_glances(path, "as it is", NOTED)
    assert list(path.parent.iterdir()) == [path]
