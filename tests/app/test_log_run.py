"""Log a run, from what is typed to what is stored, and back."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from routine_player.core.day import DayFactors
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.red_flags import Urgency
from routine_player.core.run import Activity, FormFocus, Run, RunKind, Surface
from routine_player.core.shoes import Shoes
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.settings import Units
from routine_player.ui.views.advice import AdviceView
from routine_player.ui.widgets.label import PlainLabel

TODAY = date(2026, 3, 4)


@pytest.fixture
def log_page(open_app):
    """Open the app at the page; give both."""

    def opened(**chosen):
        rooms = open_app(**chosen)
        rooms.window.resize(1280, 800)
        rooms.window.show_page("log-run")
        return rooms, rooms.window.page_widget("log-run")

    return opened


def diary_of(rooms):
    return rooms._desk.history.diary


def type_into(field, text):
    field.line.clear()
    QTest.keyClicks(field.line, text)


def test_a_run_is_logged_by_keyboard_alone(log_page, qtbot):
    rooms, _ = log_page()
    window = rooms.window
    with qtbot.waitActive(window):
        window.activateWindow()
    for keys in ("5,1", Qt.Key.Key_Tab, "31:40", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "4", "2"):
        focused = window.focusWidget()
        if isinstance(keys, str):
            QTest.keyClicks(focused, keys)
        else:
            QTest.keyClick(focused, keys)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, control)
    (logged,) = diary_of(rooms).runs()
    assert (logged.run.distance_m, logged.run.duration_s) == (5100.0, 1900.0)
    assert logged.run.ended.iso() == "2026-03-04T12:00:00+00:00"
    told = {rating.moment: rating.score for rating in diary_of(rooms).ratings_of_run(logged.run.id)}
    assert told == {RatingMoment.WORST_IN_RUN: 4, RatingMoment.AFTER_RUN: 2}
    assert window.page == "today"


def test_what_was_logged_can_be_taken_back_as_one(log_page):
    rooms, page = log_page()
    type_into(page._form._distance, "5")
    page._form._worst.take_key(Qt.Key.Key_4)
    page.save()
    assert diary_of(rooms).runs()
    rooms.window.undo()
    assert not diary_of(rooms).runs()
    assert not diary_of(rooms).ratings()


def test_nothing_lies_over_the_button_that_saves(log_page):
    rooms, page = log_page()
    type_into(page._form._distance, "5")
    page.save()
    assert rooms.window.notice.text
    rooms.window.show_page("log-run")
    assert not rooms.window.notice.text
    rooms.window.undo()
    assert not diary_of(rooms).runs()


def test_miles_are_typed_and_shown_where_they_were_chosen(log_page):
    rooms, page = log_page(units=Units.MILES)
    type_into(page._form._distance, "6")
    page.save()
    (logged,) = diary_of(rooms).runs()
    assert logged.run.distance_m == pytest.approx(6 * 1609.344)
    assert "6 mi" in rooms.window.notice.text


def test_pain_stands_alone_after_a_day_at_the_desk(log_page):
    rooms, page = log_page()
    page._head._activity_row._choose("pain")
    page._form.take_key(Qt.Key.Key_3)
    page._where.map._toggle("lower-back-left")
    page.save()
    (rating,) = diary_of(rooms).ratings()
    assert (rating.moment, rating.score, rating.run) == (RatingMoment.ALONE, 3, None)
    assert rating.sites == ("lower-back-left",)
    assert not diary_of(rooms).runs()


def test_surface_shoes_and_hours_are_remembered(log_page, clock):
    rooms, page = log_page()
    shoes = Shoes("Road", earlier_m=400_000.0)
    diary, now = diary_of(rooms), clock.instant()
    diary.put_shoes(shoes, now)
    worn = Run(now.after(-90_000), surface=Surface.GRASS, shoes=shoes.id, focus=(FormFocus.GAZE,))
    diary.put_run(worn, now)
    diary.put_day(DayFactors(date(2026, 3, 3), hours_sat=6, sleep_h=7, medication="ibuprofen"), now)
    rooms._desk.history_changed.emit()
    details = page.said.details
    assert (details.surface, details.shoes) == (Surface.GRASS, shoes.id)
    assert details.focus == (FormFocus.GAZE,)
    assert (details.hours_sat, details.sleep_h) == (6, 7)
    assert details.medication == ""  # it is offered, not taken for granted
    assert page.draft.medication == "ibuprofen"
    assert page.draft.shoes[0].worn == "400 km"


def test_a_run_is_corrected_without_losing_what_is_not_asked(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    run = Run(now.after(-7200), 1900.4, 5123.4, kind=RunKind.EASY, climb_m=80.0)
    worst = Rating(RatingMoment.WORST_IN_RUN, 5, now, qualities=(Quality.DULL,), run=run.id)
    diary_of(rooms).put_entry(DiaryEntry(run, (worst,)), now)
    rooms._diary.correct(run.id)
    assert page.said.pain.worst == 5
    page._form._now.take_key(Qt.Key.Key_1)
    page._form._course.set_values([Course.EASED])
    page.save()
    stored = diary_of(rooms).run(run.id).run
    assert stored == run
    told = diary_of(rooms).ratings_of_run(run.id)
    assert [(one.moment, one.score) for one in told] == [
        (RatingMoment.WORST_IN_RUN, 5),
        (RatingMoment.AFTER_RUN, 1),
    ]
    assert told[0].course is Course.EASED
    assert told[0].qualities == (Quality.DULL,)
    assert rooms.window.page == "history"


def test_a_correction_that_makes_it_pain_alone_takes_the_run_back(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    run = Run(now.after(-3600), 1800.0)
    after = Rating(RatingMoment.AFTER_RUN, 2, now, run=run.id)
    diary_of(rooms).put_entry(DiaryEntry(run, (after,)), now)
    rooms._diary.correct(run.id)
    page._head._activity_row._choose("pain")
    page.save()
    assert not diary_of(rooms).runs()
    (rating,) = diary_of(rooms).ratings()
    assert rating.moment is RatingMoment.ALONE
    rooms.window.undo()
    assert [one.run for one in diary_of(rooms).runs()] == [run]


def test_a_run_far_longer_than_others_is_told_with_what_is_known_of_it(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    diary_of(rooms).put_run(Run(now.after(-3 * 86_400), 1800.0, 5000.0), now)
    type_into(page._form._distance, "10")
    page.save()
    told = {one.name: one.text for one in rooms.window.announcements}
    assert "100 % longer" in told["load"]


def test_a_page_left_open_over_night_logs_on_the_day_it_is(log_page, clock):
    rooms, page = log_page()
    page.open_details()
    page._sheet._lifting.set_values(["yes"])
    page._sheet._slept.set_text("7")
    page._sheet.close_sheet()
    type_into(page._form._distance, "5")
    page.save()
    rooms.window.show_page("log-run")
    type_into(page._form._distance, "6")
    type_into(page._form._duration, "30")
    clock.pass_s(20 * 3600)
    page.save()
    first, _ = diary_of(rooms).runs()
    assert first.run.ended.iso() == "2026-03-05T08:00:00+00:00"
    (day,) = diary_of(rooms).days(date(2026, 3, 5), date(2026, 3, 5))
    assert (day.sleep_h, day.lifting) == (7.0, None)  # lifting was yesterday's

    rooms.window.show_page("log-run")
    clock.pass_s(24 * 3600)
    rooms.window.show_page("today")
    rooms.window.show_page("log-run")
    assert page.draft.today == date(2026, 3, 6)


@pytest.mark.parametrize("size", [(640, 420), (1280, 800)])
def test_the_sheet_for_the_rest_lies_within_the_window(log_page, size):
    rooms, page = log_page()
    rooms.window.resize(*size)
    page.open_details()
    sheet = page._sheet
    panel = sheet.panel_area.translated(sheet.mapTo(rooms.window, QPoint()))
    assert rooms.window.rect().contains(panel)
    assert abs(panel.center().x() - rooms.window.rect().center().x()) <= 1


def test_help_is_one_key_away_from_a_sheet_which_comes_back_as_it_was(log_page, qtbot):
    rooms, page = log_page()
    window = rooms.window
    with qtbot.waitActive(window):
        window.activateWindow()
    page.open_details()
    sheet = page._sheet
    sheet._slept.setFocus()
    QTest.keyClicks(window.focusWidget(), "7")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    help_page = window._stack.currentWidget()
    assert isinstance(help_page, AdviceView)
    assert not sheet.isVisible()
    QTest.keyClick(help_page, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet._slept.text == "7"
    assert window.focusWidget() is sheet._slept.line
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.said.details.sleep_h == 7.0


def test_what_is_half_said_waits_while_another_run_is_corrected(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    old = Run(now.after(-86_400), 1800.0, 5000.0)
    diary_of(rooms).put_run(old, now)
    type_into(page._form._distance, "9")
    page._form._worst.take_key(Qt.Key.Key_3)
    rooms._diary.correct(old.id)
    assert page.said.distance_m == 5000.0
    type_into(page._form._distance, "5,5")
    page.save()
    assert (page.said.distance_m, page.said.pain.worst) == (9000.0, 3)
    assert not page.draft.is_correction
    page.save()
    assert {one.run.distance_m for one in diary_of(rooms).runs()} == {5500.0, 9000.0}


def test_a_correction_that_was_left_can_be_gone_on_with(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    old = Run(now.after(-86_400), 1800.0, 5000.0)
    diary_of(rooms).put_run(old, now)
    rooms._diary.correct(old.id)
    type_into(page._form._distance, "5,5")
    page.cancel_wished.emit()
    assert not page.draft.is_correction
    rooms.window.undo()
    assert page.said.distance_m == 5500.0
    page.save()
    (logged,) = diary_of(rooms).runs()
    assert (logged.run.id, logged.run.distance_m) == (old.id, 5500.0)


def test_the_window_asks_before_it_closes_over_what_is_not_saved(log_page):
    rooms, page = log_page()
    type_into(page._form._distance, "ab")
    rooms.window.show_page("today")
    assert not rooms.window.close()
    sheet = rooms._diary._log._sheet
    assert sheet.is_open
    assert rooms.window.page == "log-run"
    sheet.close_sheet()
    assert page._form._distance.text == "ab"
    type_into(page._form._distance, "5")
    rooms.window.close()
    QTest.keyClick(rooms.window.focusWidget(), Qt.Key.Key_S)
    assert [one.run.distance_m for one in diary_of(rooms).runs()] == [5000.0]
    assert rooms.window.close()


def test_the_window_closes_without_what_is_not_wanted(log_page):
    rooms, page = log_page()
    page._foot._note.line.setText("never mind")
    rooms.window.close()
    assert rooms.window.isVisible()
    QTest.keyClick(rooms.window.focusWidget(), Qt.Key.Key_C)
    assert not rooms.window.isVisible()
    assert not diary_of(rooms).runs()


def test_a_run_that_nobody_can_run_is_not_stored(log_page):
    rooms, page = log_page()
    type_into(page._form._distance, "84")
    type_into(page._form._duration, "47")
    page.save()
    assert "107 km/h" in page._foot._trouble.text()
    assert not diary_of(rooms).runs()
    type_into(page._form._distance, "8,4")
    page.save()
    assert diary_of(rooms).runs()


def test_a_run_as_its_file_told_it_is_corrected_all_the_same(log_page, clock):
    rooms, page = log_page()
    now = clock.instant()
    odd = Run(now.after(-86_400), 60.0, 5000.0)
    diary_of(rooms).put_run(odd, now)
    rooms._diary.correct(odd.id)
    page._form._worst.take_key(Qt.Key.Key_3)
    page.save()
    assert [one.score for one in diary_of(rooms).ratings_of_run(odd.id)] == [3]


def test_the_first_rating_asks_for_all_signs_and_keeps_the_answers(log_page):
    rooms, page = log_page(red_flags_read=False)
    page._form._worst.take_key(Qt.Key.Key_4)
    page.save()
    sheet = rooms._diary.asking._sheet
    assert sheet.is_open
    assert diary_of(rooms).ratings()  # it waits for no answer
    sheet._none.click()
    (check,) = diary_of(rooms).checks()
    assert check.urgency is None
    assert len(check.answers) == 14
    page._form._worst.take_key(Qt.Key.Key_4)
    page.save()
    assert not rooms._diary.asking._sheet.is_open


def test_pain_down_both_legs_needs_not_be_said_twice(log_page):
    rooms, page = log_page()
    page._form._worst.take_key(Qt.Key.Key_4)
    page._where.show_where(("lower-back-middle",), Spread.BOTH_LEGS)
    page.save()
    sheet = rooms._diary.asking._sheet
    assert sheet.ticked == ("both-legs",)
    sheet._anyway.click()
    (check,) = diary_of(rooms).checks()
    assert check.urgency is Urgency.AT_ONCE


def test_numbness_asks_for_the_signs_of_nerves_and_leads_to_whom_to_see(log_page):
    rooms, page = log_page()
    page._form._worst.take_key(Qt.Key.Key_4)
    page._form._felt.set_values(["numb"])
    page.save()
    sheet = rooms._diary.asking._sheet
    names = [row.flag.name for row in sheet._rows]
    assert "saddle" in names
    assert "fever" not in names
    sheet._rows[0].setChecked(True)
    sheet._anyway.click()
    (check,) = diary_of(rooms).checks()
    assert check.answers[names[0]]
    assert rooms.window.is_taken_over  # the page on whom to see


def test_a_start_in_the_future_is_said_to_be_none(log_page):
    rooms, page = log_page()
    page._form._worst.take_key(Qt.Key.Key_4)
    page.open_details()
    page._sheet._start.set_text("23:30")
    page._sheet.close_sheet()
    page.save()
    assert "future" in page._foot._trouble.text()
    assert not diary_of(rooms).runs()


def test_a_ride_has_no_shoes_and_no_kind(log_page):
    rooms, page = log_page()
    page._head._activity_row._choose(Activity.BIKE.value)
    type_into(page._form._duration, "1:05:00")
    page.save()
    (logged,) = diary_of(rooms).runs()
    run = logged.run
    assert (run.activity, run.kind, run.shoes, run.duration_s) == (Activity.BIKE, None, None, 3900)


def test_help_is_one_key_away_and_gives_back_the_page_before(log_page):
    rooms, _ = log_page()
    rooms.window.show_page("advice")
    rooms.window.page_widget("advice").closed.emit()
    assert rooms.window.page == "log-run"


def test_what_is_answered_before_a_session_is_kept_too(log_page):
    rooms, _ = log_page(red_flags_read=False)
    rooms._performing._keep_answers(("fever",))
    (check,) = diary_of(rooms).checks()
    assert check.answers["fever"]
    assert not check.answers["saddle"]
    assert rooms._desk.settings.red_flags_read


def test_what_is_said_late_of_a_run_nobody_rated_is_said_of_that_day(log_page, clock):
    """Told a week later, it is how the back was when the run was over, not how it is now."""
    rooms, page = log_page()
    now = clock.instant()
    run = Run(now.after(-7 * 86_400), 1800.0, 5000.0)
    diary_of(rooms).put_run(run, now)
    rooms._diary.correct(run.id)
    QTest.keyClick(page, Qt.Key.Key_5)
    page.save()
    (rating,) = diary_of(rooms).ratings_of_run(run.id)
    assert (rating.score, rating.at) == (5, run.ended)


@pytest.fixture
def over_night(log_page, clock):
    """Leave the page open over night with something said; give it on the next morning."""

    def left(start=""):
        rooms, page = log_page()
        page._form._now.take_key(Qt.Key.Key_2)
        page._form._distance.line.setText("5.")
        if start:
            type_start(page, start)
        clock.sleep_s(20 * 3600)
        return rooms, page

    return left


def type_start(page, text):
    page.open_details()
    page._sheet._start.set_text(text)
    page._sheet.close_sheet()


def test_a_start_typed_in_the_morning_is_of_that_morning(over_night):
    rooms, page = over_night()
    type_start(page, "07:40")
    assert page._head._when.label == "Today 07:40"
    assert page._form._distance.text == "5."
    page._form._distance.line.setText("5")
    page.save()
    (logged,) = diary_of(rooms).runs()
    assert logged.run.started.local.isoformat()[:16] == "2026-03-05T07:40"


def test_a_start_typed_the_evening_before_keeps_its_day_and_says_so(over_night):
    rooms, page = over_night(start="11:00")
    rooms.window.came_back.emit()
    assert page._head._when.label == "Yesterday 11:00"
    assert page._form._distance.text == "5."
    page._form._distance.line.setText("5")
    page.save()
    (logged,) = diary_of(rooms).runs()
    assert logged.run.started.local.isoformat()[:16] == "2026-03-04T11:00"


def test_an_untouched_page_is_of_the_day_on_which_one_comes_back(log_page, clock):
    rooms, page = log_page()
    clock.sleep_s(20 * 3600)
    rooms.window.came_back.emit()
    assert page.draft.today == date(2026, 3, 5)


def test_a_correction_that_is_left_open_over_night_stays_what_it_is(log_page, clock):
    rooms, page = log_page()
    run = Run(clock.instant().after(-3600), 1800.0, 5000.0)
    diary_of(rooms).put_run(run, clock.instant())
    rooms._diary.correct(run.id)
    page._form._now.take_key(Qt.Key.Key_2)
    clock.sleep_s(20 * 3600)
    rooms.window.came_back.emit()
    assert page.draft.is_correction
    page.save()
    assert [logged.run for logged in diary_of(rooms).runs()] == [run]


@pytest.fixture
def weeks(log_page, clock):
    """Open the page on four weeks of pain that stays as it is."""

    def opened(scores=(4, 5, 4, 4), **chosen):
        rooms, page = log_page(red_flags_read=True, **chosen)
        now = clock.instant()
        for days, score in zip((24, 20, 10, 3), scores, strict=True):
            rating = Rating(RatingMoment.ALONE, score, now.after(-days * 86_400))
            diary_of(rooms).put_rating(rating, rating.at)
        return rooms, page

    return opened


def log_pain(rooms, page, score):
    rooms.window.show_page("log-run")
    page._head._activity_row._choose("pain")
    page._form._now.take_key(Qt.Key.Key_0 + score)
    page.save()


def asked(rooms):
    sheet = rooms._diary.asking._sheet
    return () if sheet is None or not sheet.is_open else tuple(rooms._diary.asking._flags)


def test_pain_that_is_no_less_after_weeks_is_asked_about_once_a_month(weeks, clock):
    rooms, page = weeks()
    log_pain(rooms, page, 5)
    assert [flag.name for flag in asked(rooms)] == ["no-better"]
    sheet = rooms._diary.asking._sheet
    assert "no less by now" in " ".join(one.text() for one in sheet.findChildren(PlainLabel))
    sheet.close_sheet()  # and it stays unknown
    assert not diary_of(rooms).checks()

    for _ in range(9):
        clock.sleep_s(3 * 86_400)
        log_pain(rooms, page, 5)
        assert asked(rooms) == ()
    clock.sleep_s(3 * 86_400)
    log_pain(rooms, page, 5)
    assert len(asked(rooms)) == 1


def test_who_answered_of_late_is_not_asked_whether_it_got_better(weeks, clock):
    rooms, page = weeks()
    check = RedFlagCheck(clock.instant().after(-5 * 86_400), {"no-better": False})
    diary_of(rooms).put_check(check, check.at)
    log_pain(rooms, page, 5)
    assert asked(rooms) == ()


def test_pain_that_eases_is_not_asked_about(weeks):
    rooms, page = weeks((8, 8, 6, 4))
    log_pain(rooms, page, 4)
    assert asked(rooms) == ()


def test_what_else_is_to_be_asked_is_asked_with_it(weeks):
    rooms, page = weeks()
    log_pain(rooms, page, 9)
    names = [flag.name for flag in asked(rooms)]
    assert "severe" in names
    assert names[-1] == "no-better"
