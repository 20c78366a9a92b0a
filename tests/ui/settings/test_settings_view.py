from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player import __version__
from routine_player.core.keys import PLAYER_KEYS
from routine_player.core.phrases import VoiceLevel
from routine_player.store import settings as stored
from routine_player.store.backups import Backup
from routine_player.store.settings import FirstSide, Motion, Settings
from routine_player.ui.settings.row import Row
from routine_player.ui.settings.values import Measuring, SettingsChange, unknown_check
from routine_player.ui.theme import Theme
from routine_player.ui.views.settings import SettingsView
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.key_hint import KeyHint
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.segmented import Segmented
from routine_player.ui.widgets.slider import Slider
from routine_player.ui.widgets.switch import Switch

WIDE, NARROW = QSize(1280, 800), QSize(640, 420)
NOON = datetime(2026, 6, 14, 12, 0, tzinfo=UTC)


class Ear:
    """Hears what the page tells."""

    def __init__(self, view: SettingsView) -> None:
        self.settings: list[Settings] = []
        self.changes: list[SettingsChange] = []
        view.settings_changed.connect(self.settings.append)
        view.change_made.connect(self.changes.append)


@pytest.fixture
def resize(theme: Theme, qtbot: QtBot) -> Callable[[SettingsView, QSize], None]:
    def to(view: SettingsView, size: QSize) -> None:
        view.window().resize(size)
        theme.fit(size)
        qtbot.waitUntil(lambda: view.size() == size)

    return to


@pytest.fixture
def view(theme: Theme, qtbot: QtBot, resize) -> SettingsView:
    window = QWidget()
    window.setMinimumSize(320, 320)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    made = SettingsView(theme)
    made.kept = window
    layout.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    resize(made, WIDE)
    return made


@pytest.fixture
def ear(view: SettingsView) -> Ear:
    return Ear(view)


def control(view: SettingsView, kind: type, name: str):
    (found,) = [one for one in view.findChildren(kind) if one.accessibleName() == name]
    return found


def titles(view: SettingsView) -> list[str]:
    return [row.title for row in view.findChildren(Row) if row.isVisible()]


def button(view: SettingsView, label: str, nth: int = 0) -> Button:
    found = [one for one in view.findChildren(Button) if one.label == label and one.isVisible()]
    return found[nth]


def test_the_sound_check_stands_first(view):
    assert view.section == "sound"
    assert view._card.isVisible()
    assert titles(view)[:2] == ["Cue sounds", "Volume"]


def test_what_is_chosen_is_shown(view):
    view.show_settings(
        Settings(
            sounds=False,
            volume=30,
            voice=VoiceLevel.FULL,
            voice_speed=1.5,
            lead_in_s=0.7,
            first_side=FirstSide.TURN_ABOUT,
            theme=stored.Theme.DARK,
            motion=Motion.REDUCED,
        )
    )

    assert not control(view, Switch, "Cue sounds").isChecked()
    assert control(view, Slider, "Volume").value() == 30
    assert control(view, Segmented, "Voice says").value == "full"
    assert control(view, Slider, "Voice speed").accessibleDescription() == "1.5x"
    assert control(view, Slider, "Silent lead-in").accessibleDescription() == "0.7 s"
    assert control(view, Segmented, "Which side starts").value == "turn-about"
    assert control(view, Segmented, "Colours").value == "dark"
    assert control(view, Segmented, "Motion").value == "reduced"


def test_showing_settings_changes_none(view, ear):
    view.show_settings(Settings(sounds=False, volume=30, voice=VoiceLevel.OFF))
    view._changes.flush()

    assert ear.settings == []


def test_a_switch_applies_at_once(view, ear, qtbot: QtBot):
    switch = control(view, Switch, "Tick on every rep")
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)

    assert ear.settings == [Settings(rep_ticks=False)]
    assert ear.changes[0].words == "Tick on every rep: off"

    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert ear.changes[1].words == "Tick on every rep: on"


def test_a_choice_applies_at_once(view, ear, qtbot: QtBot):
    voice = control(view, Segmented, "Voice says")
    voice.setFocus()
    qtbot.keyClick(voice, Qt.Key.Key_Right)

    assert ear.settings == [Settings(voice=VoiceLevel.FULL)]
    assert ear.changes[0].words == "Voice says: full"


def test_a_slider_applies_when_it_rests(view, ear, qtbot: QtBot):
    slider = control(view, Slider, "Volume")
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.accessibleDescription() == "65"

    qtbot.waitUntil(lambda: bool(ear.changes))

    assert ear.settings == [Settings(volume=65)]
    assert ear.changes[0].words == "Volume: 65"


def test_a_slider_keeps_the_kind_of_its_number(view, ear, qtbot: QtBot):
    qtbot.keyClick(control(view, Slider, "Volume"), Qt.Key.Key_Left)
    qtbot.keyClick(control(view, Slider, "Voice speed"), Qt.Key.Key_Right)
    view._changes.flush()

    last = ear.settings[-1]
    assert (last.volume, last.voice_speed) == (61, 1.1)
    assert isinstance(last.volume, int)


def test_a_delay_set_by_hand_counts_as_measured(view, ear, qtbot: QtBot):
    qtbot.keyClick(control(view, Slider, "Delay"), Qt.Key.Key_Right)
    view._changes.flush()

    assert ear.settings == [Settings(latency_ms=10, latency_measured=True)]
    assert ear.changes[0].undone(ear.settings[0]) == Settings()


def test_leaving_the_page_waits_for_no_slider(view, ear, qtbot: QtBot):
    qtbot.keyClick(control(view, Slider, "Volume"), Qt.Key.Key_Right)

    view.hide()

    assert ear.settings == [Settings(volume=63)]


def test_what_is_taken_back_is_shown(view, ear, qtbot: QtBot):
    switch = control(view, Switch, "Cue sounds")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)

    view.show_settings(ear.changes[0].undone(ear.settings[0]))

    assert switch.isChecked()
    assert view.settings == Settings()


def test_scrolling_over_a_slider_changes_nothing(view, ear):
    slider = control(view, Slider, "Volume")
    middle = QPointF(slider.rect().center())
    turn = QWheelEvent(
        middle,
        slider.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(slider, turn)

    assert slider.value() == 62


def test_the_list_opens_sections(view, qtbot: QtBot):
    first = view._list._items[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert view.section == "player"
    assert titles(view) == ["Which side starts"]

    qtbot.mouseClick(view._list._items[-1], Qt.MouseButton.LeftButton)
    assert view.section == "about"
    said = [label.text() for label in view.findChildren(PlainLabel) if label.isVisible()]
    assert f"Version {__version__}. Free software, MIT licence." in said


def test_other_keys_in_the_list_are_left_to_the_page(view, qtbot: QtBot):
    heard = []
    view.check_wished.connect(lambda: heard.append("check"))

    qtbot.keyClick(view._list._items[0], Qt.Key.Key_C)

    assert heard == ["check"]


def test_a_narrow_window_has_a_menu_instead_of_the_list(view, resize, qtbot: QtBot):
    resize(view, NARROW)
    assert view._menu.isVisible()
    assert not view._list.isVisible()

    view._menu.setFocus()
    qtbot.keyClick(view._menu, Qt.Key.Key_Down)

    assert view.section == "player"


def test_c_checks_everything_where_the_check_is_seen(view, qtbot: QtBot):
    with qtbot.waitSignal(view.check_wished):
        qtbot.keyClick(view, Qt.Key.Key_C)

    view.show_section("look")
    with qtbot.assertNotEmitted(view.check_wished):
        qtbot.keyClick(view, Qt.Key.Key_C)


def test_wishes_of_the_sound_check_are_passed_on(view, qtbot: QtBot):
    view.show_check(unknown_check())
    view.show_measuring(Measuring(0, 3))

    with qtbot.waitSignal(view.delay_heard):
        qtbot.keyClick(view._card._listening, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.measuring_left):
        qtbot.keyClick(view._card._listening, Qt.Key.Key_Escape)


def test_a_search_finds_settings_in_all_sections(view, qtbot: QtBot):
    view._search.setText("voice")
    assert titles(view) == ["Volume", "Voice says", "Voice speed", "Silent lead-in"]
    assert not view._card.isVisible()

    view._search.setText("dark")
    assert titles(view) == ["Colours"]

    view._search.clear()
    assert view._card.isVisible()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("theme", "Colours"), ("latency", "Delay"), ("look anim", "Motion"), ("ctrl 3", "History")],
)
def test_a_search_knows_what_people_call_things(view, wanted, found):
    view.search_for(wanted)

    assert titles(view) == [found]


def test_a_search_finds_the_sound_check(view):
    view.search_for("sound check")

    assert view._card.isVisible()
    assert titles(view) == []
    assert not view._nothing.isVisible()


def test_a_search_that_finds_nothing_says_so(view):
    view._search.setText("zebra")

    assert titles(view) == []
    assert view._nothing.text() == "No setting is called “zebra”."
    assert view._nothing.isVisible()


def test_choosing_a_section_ends_the_search(view, qtbot: QtBot):
    view._search.setText("voice")

    qtbot.mouseClick(view._list._items[5], Qt.MouseButton.LeftButton)

    assert view._search.text() == ""
    assert titles(view) == ["Colours", "Motion", "Moving figure", "Distances"]


def test_control_f_leads_to_the_search(view, qtbot: QtBot):
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert view._search.hasFocus()


def test_folders_can_be_opened_and_removed(view, ear, qtbot: QtBot):
    view.show_settings(Settings(routine_folders=("/music/runs", "/physio")))
    view.show_places(Path("/data"), Path("/data/routines"))
    view.show_section("routines")
    assert titles(view) == ["Your routines", "runs", "physio", "Another folder"]

    with qtbot.waitSignal(view.folder_open_wished) as opened:
        qtbot.mouseClick(button(view, "Open"), Qt.MouseButton.LeftButton)
    assert opened.args == [Path("/data/routines")]

    remove = button(view, "Remove")
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    assert titles(view) == ["Your routines", "physio", "Another folder"]
    assert ear.settings == [Settings(routine_folders=("/physio",))]
    assert ear.changes[0].words == "Folder removed: runs"
    assert button(view, "Add folder...").hasFocus()


def test_adding_a_folder_is_a_wish(view, qtbot: QtBot):
    view.show_section("routines")

    with qtbot.waitSignal(view.folder_add_wished):
        qtbot.mouseClick(button(view, "Add folder..."), Qt.MouseButton.LeftButton)

    view.show_settings(Settings(routine_folders=("/physio",)))
    assert "physio" in titles(view)


def test_the_newest_backups_are_listed_and_all_on_demand(view, qtbot: QtBot):
    backups = [Backup(Path(f"/b/{day}"), NOON - timedelta(days=day)) for day in range(7)]
    view.show_backups(backups)
    view.show_section("data")
    assert len(titles(view)) == 5 + 5 + 1
    assert titles(view)[-1] == "2 older ones"

    with qtbot.waitSignal(view.restore_wished) as wished:
        qtbot.mouseClick(button(view, "Restore", 1), Qt.MouseButton.LeftButton)
    assert wished.args == [backups[1]]

    qtbot.mouseClick(button(view, "Show all"), Qt.MouseButton.LeftButton)
    assert len(titles(view)) == 5 + 7


def test_backups_of_one_minute_are_told_apart(view):
    moments = [NOON + timedelta(seconds=9), NOON + timedelta(seconds=7), NOON - timedelta(days=1)]
    view.show_backups([Backup(Path("/b"), moment) for moment in moments])
    view.show_section("data")
    assert [title.count(":") for title in titles(view)[-3:]] == [2, 2, 1]
    assert len(set(titles(view)[-3:])) == 3


def test_what_was_changed_last_is_told_and_can_be_taken_back(view, qtbot: QtBot):
    view.show_section("data")
    assert "Last change of your log" not in titles(view)
    view.show_last_edit("1 run, on Saturday 28 March 2026, 12:00")
    assert "Last change of your log" in titles(view)
    with qtbot.waitSignal(view.undo_wished):
        qtbot.mouseClick(button(view, "Undo"), Qt.MouseButton.LeftButton)


def test_no_backup_yet_is_said(view):
    view.show_backups(())
    view.show_section("data")

    said = [label.text() for label in view.findChildren(PlainLabel) if label.isVisible()]
    assert "None yet: the first follows what you do or log." in said


def test_every_key_of_the_player_is_listed(view):
    view.show_section("keys")

    shown = {hint.key for hint in view.findChildren(KeyHint) if hint.isVisible()}
    assert {key.label for key in PLAYER_KEYS} <= shown


def test_a_search_for_keys_finds_no_headings(view):
    view._search.setText("while a session plays")

    assert "While a session plays" not in titles(view)
    assert "It hurts" in titles(view)


def test_the_whole_page_can_be_walked_by_tab(view, qtbot: QtBot):
    view._search.setFocus()
    seen: list[str] = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is view._search:
            break
        seen.append(focus.accessibleName())

    assert seen.index("Check everything") < seen.index("Beep") < seen.index("Volume")
    assert all(seen)
    assert seen[0] == "Sound and voice"


def test_a_search_for_data_finds_what_goes_in_and_out(view):
    view.search_for("data")

    wanted = {"Data folder", "Import runs", "Everything you logged", "Take in another history"}
    assert wanted <= set(titles(view))
