"""The page Log a run by itself: what is asked, what is said, and what cannot be read."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from routine_player.core.pain import Course, Quality, Spread
from routine_player.core.run import Activity, FormFocus, RunKind, Surface
from routine_player.store.paths import Places
from routine_player.ui.body_map.pictures import BodyMapPictures
from routine_player.ui.log_run.values import Details, Draft, Pain, Said, ShoesChoice
from routine_player.ui.log_run.words import hours_words, read_clock, read_hours
from routine_player.ui.views.log_run import LogRunView

TODAY = date(2026, 3, 4)
SHOES = ShoesChoice(UUID(int=1), "road shoes", "412 km")
TOLD = Said(
    Activity.RUN,
    5123.4,
    1900.4,
    RunKind.EASY,
    Pain(
        4,
        2,
        12.0,
        course=Course.EASED,
        qualities=(Quality.TIGHT, Quality.DULL),
        sites=("lower-back-right",),
        spread=Spread.LEFT_LEG,
        numbness=True,
    ),
    Details(
        TODAY, "8:12", Surface.GRASS, SHOES.id, "", (FormFocus.GAZE,), 6, 7.5, True, ("gym",), "ice"
    ),
    "calm",
)
DRAFT = Draft(TOLD, TODAY, last_now=2, shoes=(SHOES,), tags=("travel", "gym"))


@pytest.fixture
def view(theme, qtbot):
    made = LogRunView(theme, BodyMapPictures(Places().body_map))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_draft(DRAFT)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def saved(view, qtbot):
    with qtbot.waitSignal(view.save_wished, timeout=1000) as told:
        view.save()
    return told.args[0]


def fresh(view, **more):
    view.show_draft(replace(DRAFT, said=Said(details=Details(TODAY), **more)))


def test_what_is_shown_is_what_is_said(view, qtbot):
    assert view.said == TOLD
    assert saved(view, qtbot) == TOLD


@pytest.mark.parametrize(
    "pain",
    [
        Pain(),
        Pain(3),
        Pain(3, None, 0.0),
        Pain(3, 1, None, later=True),
        Pain(0, 0, spread=Spread.NONE, numbness=False),
    ],
)
def test_every_way_to_have_pain_comes_back_as_it_was(view, pain):
    view.show_draft(replace(DRAFT, said=replace(TOLD, pain=pain)))
    assert view.said.pain == pain


def test_a_distance_that_cannot_be_read_is_said_beside_it(view):
    view._form._distance.line.setText("five")
    view.save()
    assert view._form._distance._wrong.text() == "like 5.1 or 5,1"
    assert view._form._distance.line.hasFocus()
    view._form._distance.line.setText("5,2")
    assert view._form._distance._wrong.isHidden()
    view._form._duration.line.setText("soon")
    view.save()
    assert not view._form._duration._wrong.isHidden()


@pytest.mark.parametrize("name", ["_distance", "_duration"])
def test_nothing_is_no_distance_and_no_time(view, qtbot, name):
    field = getattr(view._form, name)
    field.line.setText("0")
    with qtbot.assertNotEmitted(view.save_wished):
        view.save()
    assert field._wrong.text() == "more than 0, or nothing"


def test_after_the_run_needs_to_know_when_that_was(view):
    fresh(view)
    view._form._worst.take_key(Qt.Key.Key_4)
    view._form._onset._later.click()
    view.save()
    assert view._form._duration.line.hasFocus()
    assert "needed" in view._form._duration._wrong.text()


def test_where_it_hurts_needs_how_much(view):
    fresh(view)
    view._where.map._toggle("calf-left")
    view.save()
    assert "How much" in view._foot._trouble.text()
    QTest.keyClick(view, Qt.Key.Key_5)
    assert view.said.pain.worst == 5
    assert view._foot._trouble.isHidden()


def test_nothing_at_all_is_not_saved(view):
    fresh(view)
    view.save()
    assert "Nothing is said yet" in view._foot._trouble.text()


def test_digits_answer_the_first_open_row_wherever_the_keyboard_is(view):
    fresh(view)
    for key in (Qt.Key.Key_4, Qt.Key.Key_X):
        QTest.keyClick(view, key)
    assert (view.said.pain.worst, view.said.pain.now) == (4, 10)


def test_tab_goes_on_from_an_answer_given_by_a_digit(view, qtbot):
    fresh(view)
    view._form._worst.take_focus()
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_4)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view._form._onset._first.hasFocus()


def test_tab_goes_from_question_to_question_as_one_reads(view):
    view.take_focus()
    view._form._distance.setFocus()
    met = []
    for _ in range(40):
        focused = view.window().focusWidget()
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if focused is view._foot._change:
            break
    where, form = view._where, view._form
    order = [form._distance, form._kinds, form._worst, form._now, form._onset, form._course]
    order += [
        form._felt,
        where.map,
        where._spread_chip,
        where._spread_row,
        view._foot._save,
        view._foot._note,
    ]
    stops = [
        next(at for at, one in enumerate(met) if one is part or part.isAncestorOf(one))
        for part in (*order, view._foot._change)
    ]
    assert stops == sorted(stops)


def test_tab_stops_at_the_first_answer_of_a_page_that_is_opened_anew(view):
    form = view._form
    view.show_draft(replace(DRAFT, said=Said(details=Details(TODAY))))
    for row in (form._kinds, form._felt, form._course):
        assert row.chips[0].focusPolicy() & Qt.FocusPolicy.TabFocus
    assert form._onset._chips[0].focusPolicy() & Qt.FocusPolicy.TabFocus
    assert form._onset._after.label == "After 10 min"


def test_the_question_that_a_key_answers_is_in_view(view):
    view.resize(640, 420)
    view.show_draft(replace(DRAFT, said=Said(details=Details(TODAY))))
    QApplication.processEvents()
    for key in (Qt.Key.Key_4, Qt.Key.Key_2):
        QTest.keyClick(view, key)
        QApplication.processEvents()
        row = view._form._now
        top = row.mapTo(view._page, QPoint()).y()
        assert 0 <= top <= view._page.height() - row.height()


def test_a_screen_reader_tells_the_unit_and_what_is_wrong(view):
    distance = view._form._distance
    assert distance.line.accessibleDescription() == "km"
    distance.line.setText("far")
    view.save()
    assert distance.line.accessibleDescription() == "like 5.1 or 5,1"
    distance.line.setText("5")
    assert distance.line.accessibleDescription() == "km"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7:40", (7, 40)), ("7.40", (7, 40)), ("7h40", (7, 40)), ("0740", (7, 40)), ("7", (7, 0)),
        ("7:40 pm", (19, 40)), ("12:05am", (0, 5)), ("12 p.m.", (12, 0)), ("7:4", (7, 4)),
        ("23:59", (23, 59)), ("24:00", None), ("7:60", None), ("13 pm", None), ("7:", None),
        ("", None), ("soon", None), ("\u0667:40", None),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_type_it(typed, read):
    assert read_clock(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7", 7.0), ("7,5", 7.5), ("7 h", 7.0), ("7:30", 7.5), ("7h20", 7.33), ("24", 24.0),
        ("24:30", None), ("25", None), ("-1", None), ("7:75", None), ("long", None), ("", None),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_type_them_and_shown_as_they_are_read(typed, read):
    assert read_hours(typed) == read
    assert read is None or read_hours(hours_words(read)) == read


def test_minutes_are_typed_and_stepped(view):
    row = view._form._onset
    row.show_onset(None, later=False)
    row._roving.focus(1)
    for keys in ("2", "5", "+", "-", "-"):
        QTest.keyClicks(row._after, keys)
    assert row.onset_min == 24
    QTest.keyClick(row._after, Qt.Key.Key_Right)
    QTest.keyClick(row._later, Qt.Key.Key_Space)
    assert (row.onset_min, row.is_later) == (None, True)
    QTest.keyClick(row._later, Qt.Key.Key_Space)
    assert not row.is_later
    row._more.click()
    assert row.onset_min == 25


def test_pain_alone_asks_for_nothing_of_a_run(view, qtbot):
    view._head._activity_row._choose("pain")
    assert view._head._title.text() == "Log pain"
    assert view._form._worst_part.isHidden()
    told = saved(view, qtbot)
    assert (told.activity, told.distance_m, told.pain.worst, told.pain.course) == (None,) * 4
    assert told.pain.now == 2


def test_each_activity_has_its_own_title(view):
    titles = {}
    for activity in Activity:
        view._head._activity_row._choose(activity.value)
        titles[activity] = view._head._title.text()
    assert len(set(titles.values())) == len(Activity)
    assert view.said.kind is None


def test_numbness_shows_where_to_read_on(view, qtbot):
    assert not view._form._advice.isHidden()
    with qtbot.waitSignal(view.advice_wished, timeout=1000):
        view._form._advice.click()
    fresh(view)
    assert view._form._advice.isHidden()


def test_that_it_spread_asks_where_to(view):
    fresh(view)
    view._where._spread_chip.click()
    assert view.said.pain.spread is Spread.ELSEWHERE
    view._where._spread_row.chips[0].click()
    assert view.said.pain.spread is Spread.ACROSS_BACK
    view._where._spread_chip.click()
    assert view.said.pain.spread is None


def test_a_correction_is_left_by_escape(view, qtbot):
    view.show_draft(replace(DRAFT, is_correction=True))
    assert view._head._title.text() == "Correct a run"
    with qtbot.waitSignal(view.cancel_wished, timeout=1000):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_what_is_remembered_stands_at_the_foot(view):
    assert view._foot._summary.text() == (
        "Grass, road shoes (412 km), gaze ahead, slept 7.5 h, sat 6 h, heavy lifting, gym, ice"
    )
    assert view._foot._memory.text() == "remembered from last time"
    view._head._activity_row._choose(Activity.SWIM.value)
    assert "Grass" not in view._foot._summary.text()


def test_the_rest_is_changed_in_a_sheet(view):
    view.open_details()
    sheet = view._sheet
    assert sheet.details == TOLD.details
    sheet._surface.set_values([Surface.TRAIL.value])
    sheet._slept.line.setText("6,5")
    sheet._new_tags.line.setText("wedding, gym")
    sheet._lifting.set_values(["no"])
    sheet.close_sheet()
    details = view.said.details
    assert (details.surface, details.sleep_h, details.lifting) == (Surface.TRAIL, 6.5, False)
    assert details.tags == ("gym", "wedding")
    assert view._foot._memory.text() == ""


def test_no_tags_have_no_caption_either(view):
    view.show_draft(replace(DRAFT, said=Said(details=Details(TODAY)), tags=()))
    view.open_details()
    assert not view._sheet._tags_part.isVisible()
    view._sheet.close_sheet()
    view.show_draft(DRAFT)
    view.open_details()
    assert view._sheet._tags_part.isVisible()


def test_new_shoes_are_named(view):
    view.open_details()
    sheet = view._sheet
    sheet._shoes.set_value("new")
    sheet._follow_shoes()
    sheet._new_shoes.line.setText("Trail pair")
    sheet.close_sheet()
    assert (view.said.details.shoes, view.said.details.new_shoes) == (None, "Trail pair")
    assert "Trail pair" in view._foot._summary.text()


def test_what_cannot_be_read_keeps_the_sheet_open(view):
    view.open_details()
    sheet = view._sheet
    sheet._slept.line.setText("25")
    sheet._start.line.setText("noonish")
    sheet.close_sheet()
    assert sheet.is_open
    assert not sheet._slept._wrong.isHidden()
    assert not sheet._start._wrong.isHidden()
    sheet._slept.line.setText("8")
    sheet._start.line.setText("7.40")
    sheet.close_sheet()
    assert view._head._when.label == "Today 07:40"


def test_an_old_day_can_be_corrected(view):
    old = replace(TOLD, details=replace(TOLD.details, day=date(2024, 2, 29), start=""))
    view.show_draft(replace(DRAFT, said=old))
    assert view._head._when.label == "Thu 29 Feb 2024"
    view.open_details()
    assert view._sheet.details.day == date(2024, 2, 29)


@pytest.mark.parametrize("size", [(640, 420), (900, 600), (1920, 1080)])
def test_save_is_seen_in_every_window(view, size):
    view.resize(*size)
    save = view._foot._save
    area = QRect(save.mapTo(view, QPoint()), save.size())
    assert view.rect().contains(area)


def test_ctrl_enter_saves_from_a_line_too(view, qtbot):
    view._foot._note.line.setFocus()
    with qtbot.waitSignal(view.save_wished, timeout=1000):
        QTest.keyClick(
            view._foot._note.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


def test_the_body_stays_as_large_as_it_was_when_it_is_asked_where_it_spread_to(view):
    view._where.show_where((), None)
    QApplication.processEvents()
    size = view._where.map.size()
    view._where._spread_chip.click()
    QApplication.processEvents()
    assert view._where._spread_row.isVisible()
    assert view._where.map.size() == size
