"""What the app works with, before and after all files were read."""

import pytest


@pytest.fixture
def noted(make_desk, places):
    """Leave notes as an earlier start does; what they say of the person's routine is wrong."""
    desk = make_desk()
    desk.take_stock()
    desk.history.close()
    notes = places.glances.read_text(encoding="ascii")
    assert '"Short one"' in notes
    places.glances.write_text(notes.replace('"Short one"', '"Long one"'), encoding="ascii")


def name_of(desk):
    return next(glance.name for glance in desk.glances if glance.slug == "short-one")


@pytest.mark.usefixtures("noted")
def test_notes_that_were_wrong_are_put_right_and_told(make_desk, qtbot):
    desk = make_desk()
    assert name_of(desk) == "Long one"
    with qtbot.waitSignal(desk.library_changed):
        desk.take_stock()
    assert name_of(desk) == "Short one"


def test_notes_that_were_right_change_nothing(make_desk, qtbot):
    desk = make_desk()
    assert name_of(desk) == "Short one"
    with qtbot.assertNotEmitted(desk.library_changed):
        desk.take_stock()


@pytest.mark.usefixtures("noted")
def test_what_is_played_comes_out_of_the_file_and_not_out_of_notes(make_desk):
    file = make_desk().entry("short-one")
    assert file is not None
    assert file.name == "Short one"
