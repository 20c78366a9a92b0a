from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.core.choices import Position
from routine_player.core.entry import Effort
from routine_player.core.events import Outcome
from routine_player.core.scene import Picture
from routine_player.core.step_ledger import StepStatus
from routine_player.store import settings
from routine_player.ui.end.done_panel import DonePanel
from routine_player.ui.end.effort_row import EffortRow
from routine_player.ui.end.foot import Foot
from routine_player.ui.end.note_field import NoteField
from routine_player.ui.end.offer_card import OfferCard
from routine_player.ui.end.step_list import StepLine, StepList
from routine_player.ui.end.values import EndStep, EndValues, NextOffer
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.views.end import EndView
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.chip import ChoiceChip
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.session_bar import SessionBar
from routine_player.ui.widgets.stage import Stage

SIZES = [(640, 420), (900, 600), (1280, 800), (1920, 1080)]
STEPS = (
    EndStep("High-knee march", "30 s", Outcome.DONE, 30.0),
    EndStep("Glute bridge", "12 reps, 2 sets", Outcome.SKIPPED, 60.0),
    EndStep("Front plank", "20 s", Outcome.HURT, 20.0),
    EndStep("Child's pose", "40 s", Outcome.STOPPED, 40.0),
    EndStep("Supine twist", "30 s each side", None, 60.0),
)
COOL_DOWN = NextOffer("play:cool", "After your run", "12 min", "person-simple-walk", "Open", "C")
LOOK_ROUND = NextOffer("look-round", "Look round", "", "rows", "Look round", "R")
WHOLE = EndValues(
    routine_name="Loosen up",
    steps=STEPS,
    active_s=756.0,
    finished=True,
    picture=Picture("march", "High-knee march", Position.STANDING, None, ""),
    pain_before=4,
    offers=(COOL_DOWN, LOOK_ROUND),
)


@pytest.fixture
def view(theme: Theme, pictures: Pictures) -> EndView:
    made = EndView(theme, pictures)
    made.show_end(WHOLE)
    return made


@pytest.fixture
def press(qtbot: QtBot):
    def key(*keys: Qt.Key) -> None:
        for one in keys:
            qtbot.keyClick(QApplication.focusWidget(), one)

    return key


def texts(view: EndView) -> list[str]:
    return [one.text() for one in view.findChildren(PlainLabel) if one.isVisible()]


def primary(view: EndView) -> list[str]:
    return [
        one.label
        for one in view.findChildren(Button)
        if one.kind is Kind.PRIMARY and one.isVisible()
    ]


def is_seen(view: EndView, widget) -> bool:
    """Whether all of it is on the page, and not scrolled away."""
    whole = widget.rect()
    return widget.isVisible() and widget.visibleRegion().boundingRect() == whole


@pytest.mark.parametrize(
    ("finished", "asks", "title"),
    [
        (True, True, "That's it for today."),
        (False, True, "That's enough for today."),
        (True, False, "That's how it goes."),
    ],
)
def test_it_says_that_it_is_over_without_a_verdict(view, open_page, finished, asks, title):
    view.show_end(replace(WHOLE, finished=finished, asks=asks))
    open_page(view)
    assert title in texts(view)
    assert view.accessibleName() == title


def test_what_was_done_is_counted(view, open_page):
    open_page(view)
    words = texts(view)
    counted = ["12:36", "active", "1", "step done", "1", "skipped", "1", "hurt", "2", "not done"]
    at = words.index("12:36")
    assert words[at : at + len(counted)] == counted


def test_what_there_is_none_of_is_not_counted(view, open_page):
    view.show_end(replace(WHOLE, steps=STEPS[:1] * 3))
    open_page(view)
    assert "steps done" in texts(view)
    assert not {"skipped", "hurt", "not done"} & set(texts(view))


def test_each_step_says_what_became_of_it(view, open_page):
    open_page(view)
    assert [one.accessibleName() for one in view.findChildren(StepLine)] == [
        "High-knee march, done, 30 s",
        "Glute bridge, skipped",
        "Front plank, it hurt",
        "Child's pose, stopped",
        "Supine twist, not reached",
    ]


def test_the_bar_shows_each_step_in_proportion(view, open_page):
    open_page(view)
    bar = view.findChild(SessionBar)
    assert [step.status for step in bar.steps] == [
        StepStatus.DONE,
        StepStatus.SKIPPED,
        StepStatus.HURT,
        StepStatus.SKIPPED,
        StepStatus.COMING,
    ]
    assert [step.estimate_s for step in bar.steps] == [30.0, 60.0, 20.0, 40.0, 60.0]
    assert bar.accessibleName() == "12:36 active, 1 step done, 1 skipped, 1 hurt, 2 not done"


@pytest.mark.parametrize(
    ("key", "score"), [(Qt.Key.Key_0, 0), (Qt.Key.Key_9, 9), (Qt.Key.Key_X, 10)]
)
def test_one_key_says_how_the_back_is_now(view, open_page, press, qtbot, key, score):
    open_page(view)
    with qtbot.waitSignal(view.pain_rated, timeout=500) as told:
        press(key)
    assert told.args == [score]
    assert view.findChild(PainRow).score == score


def test_the_score_before_stands_beside_the_question(view, open_page):
    open_page(view)
    assert "Before the session: 4. Keys 0–9, X for 10." in texts(view)  # noqa: RUF001
    view.show_end(replace(WHOLE, pain_before=None))
    assert "Keys 0–9, X for 10." in texts(view)  # noqa: RUF001


def test_keys_are_not_named_where_there_is_no_room(view, open_page):
    open_page(view, 640, 420)
    assert "Before the session: 4." in texts(view)
    view.show_end(replace(WHOLE, pain_before=None))
    assert not any("Keys" in text for text in texts(view))


@pytest.mark.parametrize(
    ("key", "effort"),
    [
        (Qt.Key.Key_E, Effort.EASY),
        (Qt.Key.Key_F, Effort.FINE),
        (Qt.Key.Key_D, Effort.HARD),
        (Qt.Key.Key_T, Effort.TOO_MUCH),
    ],
)
def test_one_key_says_how_hard_it_was(view, open_page, press, qtbot, key, effort):
    open_page(view)
    with qtbot.waitSignal(view.effort_chosen, timeout=500) as told:
        press(key)
    assert told.args == [effort]
    assert view.findChild(EffortRow).effort is effort


def test_an_effort_is_taken_back_by_choosing_it_again(view, open_page, qtbot):
    view.show_end(replace(WHOLE, effort=Effort.HARD))
    open_page(view)
    hard = next(one for one in view.findChildren(ChoiceChip) if one.label == "hard")
    assert hard.isChecked()
    with qtbot.waitSignal(view.effort_chosen, timeout=500) as told:
        qtbot.mouseClick(hard, Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert not hard.isChecked()


def test_arrows_move_among_the_answers_and_space_chooses(view, open_page, press, qtbot):
    open_page(view)
    view.findChildren(ChoiceChip)[0].setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.effort_chosen, timeout=500) as told:
        press(Qt.Key.Key_Space)
    assert told.args == [Effort.HARD]


def test_h_does_not_say_that_it_was_hard_as_it_meant_that_it_hurts(view, open_page, press, qtbot):
    open_page(view)
    with qtbot.assertNotEmitted(view.effort_chosen):
        press(Qt.Key.Key_H)


def test_enter_takes_the_first_offer_also_right_after_an_answer(view, open_page, press, qtbot):
    open_page(view)
    fine = next(one for one in view.findChildren(ChoiceChip) if one.label == "fine")
    qtbot.mouseClick(fine, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.offer_taken, timeout=500) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["play:cool"]
    assert fine.isChecked()


@pytest.mark.parametrize(
    ("key", "action"), [(Qt.Key.Key_C, "play:cool"), (Qt.Key.Key_R, "look-round")]
)
def test_each_offer_has_its_letter(view, open_page, press, qtbot, key, action):
    open_page(view)
    with qtbot.waitSignal(view.offer_taken, timeout=500) as told:
        press(key)
    assert told.args == [action]


def test_the_first_offer_is_the_one_primary_button(view, open_page):
    open_page(view)
    assert primary(view) == ["Open"]
    assert [card.chosen for card in view.findChildren(OfferCard)] == [True, False]


def test_without_an_offer_closing_is_what_comes_next(view, open_page, press, qtbot):
    view.show_end(replace(WHOLE, offers=()))
    open_page(view)
    assert "What comes next" not in texts(view)
    assert primary(view) == ["Close"]
    with qtbot.waitSignal(view.close_wished, timeout=500):
        press(Qt.Key.Key_Enter)


def test_esc_closes_and_u_removes_the_session(view, open_page, press, qtbot):
    open_page(view)
    with qtbot.waitSignal(view.close_wished, timeout=500):
        press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.undo_wished, timeout=500):
        press(Qt.Key.Key_U)


def test_a_session_that_is_in_no_log_cannot_be_removed(view, open_page, press, qtbot):
    view.show_end(replace(WHOLE, can_undo=False))
    open_page(view)
    with qtbot.assertNotEmitted(view.undo_wished):
        press(Qt.Key.Key_U)


def test_keys_with_ctrl_mean_nothing_here(view, open_page, qtbot):
    open_page(view)
    with qtbot.assertNotEmitted(view.pain_rated), qtbot.assertNotEmitted(view.undo_wished):
        qtbot.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(view, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)


def test_no_button_has_the_focus_at_first_so_that_a_late_key_presses_none(view, open_page, press):
    open_page(view)
    assert view.hasFocus()


def test_a_demo_asks_nothing(view, open_page, press, qtbot):
    view.show_end(replace(WHOLE, asks=False))
    open_page(view)
    assert not view.findChild(PainRow).isVisible()
    assert not view.findChild(NoteField).isVisible()
    with (
        qtbot.assertNotEmitted(view.pain_rated),
        qtbot.assertNotEmitted(view.effort_chosen),
        qtbot.assertNotEmitted(view.advice_wished),
    ):
        press(Qt.Key.Key_3, Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_W)
    with qtbot.waitSignal(view.offer_taken, timeout=500):
        press(Qt.Key.Key_Return)


def test_before_anything_is_shown_keys_do_no_harm(theme, pictures, open_page, press, qtbot):
    empty = EndView(theme, pictures)
    open_page(empty)
    with qtbot.assertNotEmitted(empty.pain_rated):
        press(Qt.Key.Key_3)


def test_much_pain_shows_where_to_read_on(view, open_page, press, qtbot):
    open_page(view)
    link = view.findChild(Link)
    press(Qt.Key.Key_5)
    assert not link.isVisible()
    press(Qt.Key.Key_6)
    assert link.isVisible()
    with qtbot.waitSignal(view.advice_wished, timeout=500):
        press(Qt.Key.Key_W)
    with qtbot.waitSignal(view.advice_wished, timeout=500):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_note_is_told_when_its_writer_leaves_it(view, open_page, press, qtbot):
    open_page(view)
    press(Qt.Key.Key_N)
    note = view.findChild(NoteField)
    assert note.hasFocus()
    qtbot.keyClicks(note, "warm 3")
    with qtbot.waitSignal(view.note_written, timeout=500) as told:
        press(Qt.Key.Key_Escape)
    assert told.args == ["warm 3"]
    assert view.hasFocus()
    assert view.findChild(PainRow).score is None


def test_a_note_is_told_when_its_writer_pauses_and_once_only(view, open_page, qtbot):
    open_page(view)
    note = view.findChild(NoteField)
    note.setPlainText("warm")
    assert note._settled.isActive()
    with qtbot.waitSignal(view.note_written, timeout=500):
        note._settled.timeout.emit()
    with qtbot.assertNotEmitted(view.note_written):
        view.finish_note()


def test_a_note_is_told_when_the_window_goes_away(view, open_page, qtbot):
    window = open_page(view)
    view.findChild(NoteField).setPlainText("warm")
    with qtbot.waitSignal(view.note_written, timeout=500):
        window.hide()


def test_a_note_that_is_there_is_shown_and_not_told_again(view, open_page, qtbot):
    with qtbot.assertNotEmitted(view.note_written):
        view.show_end(replace(WHOLE, note="left side"))
        view.finish_note()
    assert view.findChild(NoteField).toPlainText() == "left side"


def test_enter_in_the_note_is_a_new_line(view, open_page, press, qtbot):
    open_page(view)
    press(Qt.Key.Key_N)
    with qtbot.assertNotEmitted(view.offer_taken):
        press(Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_B)
    assert view.findChild(NoteField).toPlainText() == "a\nb"


def test_a_whole_book_does_not_fit_into_the_note(view, open_page):
    open_page(view)
    note = view.findChild(NoteField)
    note.setPlainText("x" * 5000)
    assert len(note.toPlainText()) == 4000
    note.moveCursor(QTextCursor.MoveOperation.End)
    note.insertPlainText("y")
    assert note.toPlainText() == "x" * 4000


def test_what_is_not_saved_is_said_with_its_reason(view, open_page):
    open_page(view)
    foot = view.findChild(Foot)
    assert foot.said == "Everything is saved."
    view.show_unsaved("This is not saved yet: the disk is full.")
    assert foot.said == "This is not saved yet: the disk is full."
    view.show_unsaved("")
    assert foot.said == "Everything is saved."


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("wear", [settings.Theme.LIGHT, settings.Theme.DARK])
def test_questions_offer_and_ways_out_are_seen_in_every_window(theme, view, open_page, size, wear):
    theme.wear(wear)
    view.show_end(replace(WHOLE, offers=(COOL_DOWN,)))
    open_page(view, *size)
    assert is_seen(view, view.findChild(PainRow))
    assert is_seen(view, view.findChild(EffortRow))
    assert is_seen(view, view.findChild(OfferCard))
    assert all(is_seen(view, one) for one in view.findChildren(Button) if one.label == "Close")
    assert view.findChild(Stage).isVisible()


def test_in_a_small_window_the_bar_says_what_the_list_did(view, open_page):
    window = open_page(view, 640, 420)
    assert not view.findChild(StepList).isVisible()
    assert is_seen(view, view.findChild(SessionBar))
    assert "12:36 active, 1 step done, 1 skipped, 1 hurt, 2 not done" in texts(view)
    window.resize(1280, 800)
    QApplication.processEvents()
    assert view.findChild(StepList).isVisible()
    assert "12:36" in texts(view)


def test_many_steps_scroll_and_the_figure_stays(view, open_page, press):
    view.show_end(replace(WHOLE, steps=STEPS * 6))
    open_page(view)
    steps = view.findChild(StepList)
    bar = steps.verticalScrollBar()
    assert bar.maximum() > 0
    assert view.findChild(Stage).height() >= 100
    steps.setFocus()
    press(Qt.Key.Key_Down)
    assert bar.value() > 0


def test_few_steps_are_no_stop_for_tab(view, open_page):
    open_page(view)
    assert view.findChild(StepList).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_list_without_room_for_three_lines_is_not_shown(theme, pictures, open_page):
    panel = DonePanel(theme, pictures)
    panel.show_done(WHOLE)
    window = open_page(panel, 500, 800)
    assert panel.steps.isVisible()
    window.setMinimumSize(100, 100)
    window.resize(500, 300)
    QApplication.processEvents()
    assert not panel.steps.isVisible()


def test_a_long_name_is_cut_and_told_whole(theme, open_page):
    step = EndStep("Half-kneeling hip-flexor stretch", "30 s each side, 2 sets", Outcome.DONE, 1.0)
    line = StepLine(theme, step)
    open_page(line, 300, 60)
    assert line.toolTip() == "Half-kneeling hip-flexor stretch\n30 s each side, 2 sets"
    line.resize(900, line.height())
    assert line.toolTip() == ""


@pytest.mark.parametrize("size", [(640, 420), (1280, 800)])
def test_tab_follows_the_reading_order(view, open_page, press, size):
    open_page(view, *size)
    met = []
    for _ in range(7):
        press(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget().accessibleName())
    middle = ["Open", "Look round", "Note"] if size[0] < 900 else ["Note", "Open", "Look round"]
    assert met == ["Pain 0 of 10", "easy", *middle, "Undo", "Close"]


def test_every_button_names_its_key(view, open_page):
    open_page(view)
    tips = {one.label: one.toolTip() for one in view.findChildren(Button)}
    assert tips == {
        "Open": "Open: After your run (Enter or C)",
        "Look round": "Look round: Look round (R)",
        "Undo": "Remove this session from the log (U)",
        "Close": "Close (Esc)",
    }
    assert [one.toolTip() for one in view.findChildren(ChoiceChip)] == [
        "easy (E)",
        "fine (F)",
        "hard (D)",
        "too much (T)",
    ]
