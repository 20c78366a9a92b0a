import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from routine_player.core.choices import Position, When
from routine_player.core.problem import Problem, Severity
from routine_player.core.routine import Exercise, Hold, Step
from routine_player.core.scene import Picture
from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.routine_details import RoutineDetails
from routine_player.ui.routines.routine_row import RoutineRow
from routine_player.ui.routines.step_table import StepTable
from routine_player.ui.routines.values import Origin, RoutineEntry
from routine_player.ui.theme import Theme
from routine_player.ui.views.routines import RoutinesView
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.chip import ChoiceChip
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.search_input import SearchInput
from routine_player.ui.widgets.stage import StageImage, Still

WIDE, NARROW = (1192, 800), (584, 420)

ERRORS = (
    Problem("/home/me/mix.yaml", 2, 7, Severity.ERROR, "Expected one of before-run, after-run."),
    Problem("/home/me/mix.yaml", 4, 15, Severity.ERROR, "There is no exercise `brige`."),
)
WARNING = Problem("/home/me/two.yaml", 5, 12, Severity.WARNING, "The file does not exist.")


@pytest.fixture
def entries(make_preview) -> tuple[RoutineEntry, ...]:
    march = Step(Exercise("march", "March", Position.STANDING), (Hold(700.0),))
    return (
        RoutineEntry("one", "One", "/a/one.yaml", make_preview("one", "One"), times_played=1),
        RoutineEntry(
            "two",
            "Two",
            "/a/two.yaml",
            make_preview("two", "Two", When.AFTER_RUN, (march,)),
            When.AFTER_RUN,
            Origin.EDITED,
            (WARNING,),
            3,
        ),
        RoutineEntry("mix", "Mix", "/home/me/mix.yaml", None, problems=ERRORS, origin=Origin.OWN),
    )


@pytest.fixture
def view(theme: Theme, pictures: Pictures, entries) -> RoutinesView:
    made = RoutinesView(theme, pictures)
    made.show_routines(entries)
    return made


def press(qtbot: QtBot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def rows(view: RoutinesView) -> list[str]:
    return [row.entry.slug for row in view.findChildren(RoutineRow) if row.isVisible()]


def texts(view: RoutinesView) -> list[str]:
    return [one.text() for one in view.findChildren(PlainLabel) if one.isVisible()]


def button(view: RoutinesView, label: str) -> Button:
    return next(one for one in view.findChildren(Button) if one.label == label)


def chip(view: RoutinesView, label: str) -> ChoiceChip:
    return next(one for one in view.findChildren(ChoiceChip) if one.label == label)


def test_the_list_says_of_each_what_it_asks_for(view: RoutinesView, open_page):
    open_page(view, *WIDE)
    said = {row.entry.slug: row for row in view.findChildren(RoutineRow)}

    assert said["one"].accessibleName() == "One, Any time · 2 min · mat"
    assert said["one"].accessibleDescription() == "done once"
    assert said["two"].accessibleName() == "Two, After run · 12 min · no equipment"
    assert said["two"].accessibleDescription() == "edited by you · done 3 times · 1 warning"
    assert said["mix"].accessibleName() == "Mix, Expected one of before-run, after-run."
    assert said["mix"].accessibleDescription() == "made by you · 2 problems"


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin.BUNDLED, "new"),
        (Origin.OWN, "made by you · new"),
        (Origin.ADDED, "from your folder · new"),
        (Origin.OPENED, "opened from a file · new"),
    ],
)
def test_a_row_says_where_the_routine_comes_from(
    theme: Theme, pictures: Pictures, make_preview, origin: Origin, words: str
):
    entry = RoutineEntry("one", "One", "", make_preview(), origin=origin)

    assert RoutineRow(theme, pictures, entry).accessibleDescription() == words


def test_the_first_is_chosen_and_shown_whole(view: RoutinesView, open_page):
    open_page(view, *WIDE)

    shown = texts(view)
    for words in ("One", "Stands, then lies down.", "2:15", "3", "positions", "mat"):
        assert words in shown
    assert view.findChild(StepTable).accessibleDescription().splitlines() == [
        "Standing, 1, High-knee march, 30 s, 35 seconds",
        "On your back, 2, Glute bridge, 20 s, 2 sets, optional, 55 seconds",
        "Kneeling, 3, Child's pose, 40 s, 45 seconds",
    ]


def test_arrows_choose_and_enter_starts(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)

    with qtbot.waitSignal(view.routine_chosen, timeout=500) as told:
        press(qtbot, Qt.Key.Key_Down)
    assert told.args == ["two"]
    with qtbot.waitSignal(view.start_wished, timeout=500) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == ["two"]


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        (Qt.Key.Key_End, "mix"),
        (Qt.Key.Key_PageDown, "mix"),
        (Qt.Key.Key_PageUp, "one"),
        (Qt.Key.Key_Right, "one"),
    ],
)
def test_other_keys_of_a_list_work_too(
    view: RoutinesView, open_page, qtbot: QtBot, key: Qt.Key, slug: str
):
    open_page(view, *WIDE)
    press(qtbot, key)

    assert view.chosen == slug


def test_a_click_chooses_without_starting(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)
    row = view.findChildren(RoutineRow)[1]

    with qtbot.assertNotEmitted(view.start_wished):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert view.chosen == "two"
    assert row.isChecked()


def test_ctrl_f_finds_and_enter_starts_what_was_found(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = view.findChild(SearchInput)
    assert search.hasFocus()

    qtbot.keyClicks(search, "tw")
    assert rows(view) == ["two"]
    with qtbot.waitSignal(view.start_wished, timeout=500) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == ["two"]
    press(qtbot, Qt.Key.Key_Escape)
    assert rows(view) == ["one", "two", "mix"]
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.findChildren(RoutineRow)[1]


def test_filters_combine_and_all_takes_them_back(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)

    chip(view, "After run").click()
    assert rows(view) == ["two"]
    chip(view, "Any time").click()
    assert rows(view) == ["one", "two"]
    chip(view, "Under 10 min").click()
    assert rows(view) == ["one"]
    assert not chip(view, "All 3").isChecked()
    chip(view, "All 3").click()
    assert rows(view) == ["one", "two", "mix"]
    assert chip(view, "All 3").isChecked()
    assert not chip(view, "After run").isChecked()


def test_equipment_is_chosen_from_a_menu(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)
    equipment = chip(view, "Equipment...")
    for _ in range(2):
        equipment.click()
    menu = view._chips.menu
    assert not equipment.isChecked()

    menu.actions()[0].trigger()
    assert [action.text() for action in menu.actions()] == ["mat"]
    assert rows(view) == ["one"]
    assert (equipment.label, equipment.isChecked()) == ("mat", True)
    menu.actions()[0].trigger()
    assert rows(view) == ["one", "two", "mix"]


def test_where_nothing_is_found_the_filters_can_be_cleared(
    view: RoutinesView, open_page, qtbot: QtBot
):
    open_page(view, *WIDE)
    chip(view, "No equipment").click()
    view.findChild(SearchInput).setText("child")

    assert rows(view) == []
    assert not view.findChild(RoutineDetails).isVisible()
    assert view.chosen == ""
    button(view, "Clear filters").click()
    assert rows(view) == ["one", "two", "mix"]
    assert view.findChild(SearchInput).hasFocus()
    assert view.findChild(RoutineDetails).isVisible()


def test_a_broken_file_shows_every_problem_with_its_place(
    view: RoutinesView, open_page, qtbot: QtBot
):
    view.choose("mix")
    open_page(view, *WIDE)

    shown = texts(view)
    for words in ("mix.yaml:2:7", "mix.yaml:4:15", *(one.text for one in ERRORS)):
        assert words in shown
    assert "/home/me/mix.yaml" in shown
    assert not button(view, "Start").isVisible()
    with qtbot.assertNotEmitted(view.start_wished):
        press(qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.show_folder_wished, timeout=500) as told:
        button(view, "Show in folder").click()
    assert told.args == ["mix"]


def test_a_warning_stands_above_the_steps_and_the_routine_plays(
    view: RoutinesView, open_page, qtbot: QtBot
):
    view.choose("two")
    open_page(view, *WIDE)

    assert {"two.yaml:5:12", "The file does not exist."} <= set(texts(view))
    assert button(view, "Start").isVisible()


def test_very_many_problems_are_counted_not_listed(theme: Theme, pictures: Pictures, open_page):
    many = tuple(Problem("x.yaml", line, 1, Severity.ERROR, "Wrong.") for line in range(1, 60))
    view = RoutinesView(theme, pictures)
    view.show_routines([RoutineEntry("x", "X", "/x.yaml", None, problems=many)])
    open_page(view, *WIDE)

    assert texts(view).count("Wrong.") == 40
    assert "And 19 more." in texts(view)


@pytest.mark.parametrize(
    ("slug", "offered"),
    [("one", ["&Copy to my routines", "&Show in folder"]), ("two", ["&Show in folder"])],
)
def test_more_offers_a_copy_of_what_is_not_the_persons_own(
    view: RoutinesView, open_page, qtbot: QtBot, slug: str, offered: list[str]
):
    view.choose(slug)
    open_page(view, *WIDE)
    for _ in range(2):
        press(qtbot, Qt.Key.Key_M)
        menu = view.findChild(RoutineDetails).menu
        menu.close()

    assert [action.text() for action in menu.actions()] == offered
    wish = view.copy_wished if slug == "one" else view.show_folder_wished
    with qtbot.waitSignal(wish, timeout=500) as told:
        menu.actions()[0].trigger()
    assert told.args == [slug]


def test_ctrl_o_opens_a_file(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *WIDE)

    with qtbot.waitSignal(view.open_file_wished, timeout=500):
        press(qtbot, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_in_a_narrow_window_the_routine_is_a_page_of_its_own(
    view: RoutinesView, open_page, qtbot: QtBot
):
    open_page(view, *NARROW)
    details = view.findChild(RoutineDetails)
    assert not details.isVisible()

    with qtbot.assertNotEmitted(view.start_wished):
        press(qtbot, Qt.Key.Key_Return)
    assert details.isVisible()
    assert rows(view) == []
    with qtbot.waitSignal(view.start_wished, timeout=500):
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert not details.isVisible()
    assert rows(view) == ["one", "two", "mix"]
    assert view.findChildren(RoutineRow)[0].hasFocus()


@pytest.mark.parametrize(("slug", "label"), [("one", "Start"), ("mix", "Show in folder")])
def test_a_page_of_its_own_has_the_focus_on_what_comes_next(
    view: RoutinesView, open_page, slug: str, label: str
):
    view.choose(slug)
    open_page(view, *NARROW)

    assert QApplication.focusWidget() is button(view, label)


def test_a_page_that_is_filled_after_it_was_shown_takes_the_focus_then(
    theme: Theme, pictures: Pictures, entries, open_page
):
    view = RoutinesView(theme, pictures)
    open_page(view, *WIDE)
    view.show_routines(entries)
    first = view.findChildren(RoutineRow)[0]
    assert first.hasFocus()

    view.findChild(SearchInput).setFocus()
    view.show_routines(entries[1:])
    assert view.findChild(SearchInput).hasFocus()


def test_the_page_passes_the_focus_on_to_the_list(view: RoutinesView, open_page):
    open_page(view, *WIDE)
    view.findChild(SearchInput).setFocus()
    view.setFocus()

    assert view.findChildren(RoutineRow)[0].hasFocus()


def test_words_can_be_looked_for_from_outside(view: RoutinesView, open_page):
    view.search("tw")
    open_page(view, *WIDE)

    assert rows(view) == ["two"]


def test_ctrl_f_leads_back_from_the_page_to_the_list(view: RoutinesView, open_page, qtbot: QtBot):
    open_page(view, *NARROW)
    press(qtbot, Qt.Key.Key_Space)
    assert view.findChild(RoutineDetails).isVisible()

    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.findChild(SearchInput).hasFocus()


def test_the_page_of_its_own_goes_back_beside_the_list_when_there_is_room(
    view: RoutinesView, open_page, qtbot: QtBot
):
    window = open_page(view, *NARROW)
    press(qtbot, Qt.Key.Key_Return)
    window.resize(*WIDE)

    qtbot.waitUntil(lambda: rows(view) == ["one", "two", "mix"], timeout=1000)
    assert view.findChild(RoutineDetails).isVisible()
    assert not button(view, "All routines").isVisible()


def test_a_reload_keeps_what_is_chosen_and_the_rows_of_unchanged_files(
    view: RoutinesView, entries, open_page, make_preview
):
    view.choose("two")
    open_page(view, *WIDE)
    kept = view.findChildren(RoutineRow)[0]
    mended = RoutineEntry("mix", "Mix", "/home/me/mix.yaml", make_preview("mix", "Mix"))
    view.show_routines([entries[0], mended])

    assert rows(view) == ["one", "mix"]
    assert view.findChildren(RoutineRow)[0] is kept
    assert view.chosen == "one"
    view.show_routines(entries)
    view.choose("two")
    view.show_routines(entries[1:])
    assert view.chosen == "two"


class LaterPictures(Pictures):
    """Has a picture of nothing until `picture` is set."""

    picture: QPixmap | None = None

    def stage_image(self, picture: Picture, *, shows_name: bool = False) -> StageImage:
        return StageImage(name=picture.name, picture=self.picture, shows_name=shows_name)


def test_a_row_that_stays_shows_a_picture_that_was_drawn_since(theme: Theme, entries):
    pictures = LaterPictures()
    view = RoutinesView(theme, pictures)
    view.show_routines(entries)
    row = view.findChildren(RoutineRow)[0]
    assert row.findChild(Still).image.picture is None

    pictures.picture = QPixmap(20, 10)
    view.show_routines(entries)

    assert view.findChildren(RoutineRow)[0] is row
    assert row.findChild(Still).image.picture is pictures.picture


def test_choosing_a_routine_that_is_filtered_out_clears_the_filters(view: RoutinesView, open_page):
    open_page(view, *WIDE)
    view.findChild(SearchInput).setText("tw")
    view.choose("one")
    assert rows(view) == ["one", "two", "mix"]
    assert view.chosen == "one"

    view.choose("nowhere")
    assert view.chosen == "one"


def test_without_any_file_there_is_nothing_to_clear(theme: Theme, pictures: Pictures, open_page):
    view = RoutinesView(theme, pictures)
    view.show_routines(())
    open_page(view, *WIDE)

    assert "Nothing found" not in texts(view)


def test_the_chosen_row_is_scrolled_into_view(
    theme: Theme, pictures: Pictures, open_page, make_preview
):
    view = RoutinesView(theme, pictures)
    many = [RoutineEntry(f"r{i}", f"R{i}", "", make_preview(f"r{i}")) for i in range(30)]
    view.show_routines(many)
    view.choose("r15")
    open_page(view, *WIDE)
    area = view._list
    row = area.findChildren(RoutineRow)[15]

    assert isinstance(area, QScrollArea)
    for corner in (row.rect().topLeft(), row.rect().bottomRight()):
        assert area.viewport().rect().contains(row.mapTo(area.viewport(), corner))


def test_small_columns_have_small_pictures(view: RoutinesView, open_page):
    open_page(view, 800, 600)
    still = view.findChildren(RoutineRow)[0].findChild(Still)

    assert (still.width(), still.height()) == (64, 44)
    assert not view.grab().isNull()


def test_steps_that_wait_for_done_and_own_pictures_are_painted(
    theme: Theme, pictures: Pictures, open_page, make_preview, tmp_path
):
    from PySide6.QtGui import QPixmap

    from routine_player.core.routine import CountedReps

    path = tmp_path / "own.png"
    red = QPixmap(300, 200)
    red.fill(Qt.GlobalColor.red)
    red.save(str(path))
    step = Step(Exercise("", "My own thing"), (CountedReps(8),), self_paced=True, image=str(path))
    table = StepTable(theme, pictures)
    table.show_steps(make_preview(steps=(step,)).steps)
    open_page(table, 500, 100)
    image = table.grab().toImage()
    assert any(image.pixelColor(x, 26) == Qt.GlobalColor.red for x in range(image.width()))
