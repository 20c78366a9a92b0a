"""What holds for every widget: it opens no window, takes hostile text, and can be worn dark."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.core.scene import RingKind
from routine_player.core.step_ledger import StepProgress, StepStatus
from routine_player.store import settings
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.banner import Banner, BannerKind
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.calendar import Calendar
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.chip import Chip, ChoiceChip
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.empty_state import EmptyState
from routine_player.ui.widgets.key_hint import KeyHint
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.notice import Notice
from routine_player.ui.widgets.pain_dot import PainDot
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.rail import Rail, RailEntry
from routine_player.ui.widgets.ring import Ring, RingState
from routine_player.ui.widgets.round_button import RoundButton
from routine_player.ui.widgets.search_input import SearchInput
from routine_player.ui.widgets.segmented import Option, Segmented
from routine_player.ui.widgets.session_bar import SessionBar
from routine_player.ui.widgets.sheet import Sheet
from routine_player.ui.widgets.slider import Slider
from routine_player.ui.widgets.stage import Stage, StageImage
from routine_player.ui.widgets.switch import Switch
from routine_player.ui.widgets.tempo_line import Slope, TempoLine, TempoPart

Build = Callable[[Theme, QWidget, str], QWidget]


def ring(theme: Theme, window: QWidget, text: str) -> Ring:
    made = Ring(theme, window)
    made.show_state(RingState(RingKind.ARC, 0.4, 1, "18", text, text))
    return made


def tempo(theme: Theme, window: QWidget, text: str) -> TempoLine:
    made = TempoLine(theme, window)
    made.show_parts((TempoPart(text, 2, Slope.UP), TempoPart(text, 2, Slope.DOWN)))
    made.show_progress(0.3)
    return made


def bar(theme: Theme, window: QWidget, _text: str) -> SessionBar:
    made = SessionBar(theme, parent=window)
    made.show_steps([StepProgress(StepStatus.RUNNING, 0.4, 60)])
    return made


def stage(theme: Theme, window: QWidget, text: str) -> Stage:
    made = Stage(theme, window)
    made.show_image(StageImage(text, "prone", shows_name=True))
    return made


def sheet(theme: Theme, window: QWidget, text: str) -> Sheet:
    made = Sheet(theme, window, text, lead=text)
    made.open_sheet()
    return made


def notice(theme: Theme, window: QWidget, text: str) -> Notice:
    made = Notice(theme, window)
    made.say(text, text)
    return made


BUILDS: dict[str, Build] = {
    "banner": lambda theme, _, text: Banner(
        theme, text, BannerKind.CAUTION, action=text, can_go=True
    ),
    "bar": bar,
    "button": lambda theme, _, text: Button(theme, text, kind=Kind.PRIMARY, icon="play", key="X"),
    "calendar": lambda theme, _, _text: Calendar(theme, date(2025, 6, 14)),
    "card": lambda theme, _, _text: Card(theme),
    "chip": lambda theme, _, text: Chip(theme, text, stressed=True),
    "choice": lambda theme, _, text: Choice(theme, text, [Option("a", text)], "a"),
    "choice chip": lambda theme, _, text: ChoiceChip(theme, text),
    "dot": lambda theme, _, _text: PainDot(theme, 3),
    "empty state": lambda theme, _, text: EmptyState(theme, text, text, action=text),
    "hairline": lambda theme, _, _text: Hairline(theme),
    "key": lambda theme, _, text: KeyHint(theme, text),
    "label": lambda theme, _, text: PlainLabel(theme, text, wraps=True),
    "notice": notice,
    "pain row": lambda theme, _, text: PainRow(theme, text),
    "rail": lambda theme, _, text: Rail(theme, [RailEntry("a", text, "sun", text)]),
    "ring": ring,
    "round button": lambda theme, _, text: RoundButton(theme, text, "play", words=text),
    "search": lambda theme, _, text: SearchInput(theme, text, "Ctrl F"),
    "segmented": lambda theme, _, text: Segmented(theme, text, [Option("a", text)], "a"),
    "sheet": sheet,
    "slider": lambda theme, _, text: Slider(theme, text, 0, 10, 4),
    "stage": stage,
    "switch": lambda theme, _, text: Switch(theme, text, on=True),
    "tempo": tempo,
}
HOSTILE = [
    "<img src='http://example.org/x.png'><h1>Big</h1>",
    "&amp; & <",
    "مرحبا " * 40,
    "",
    "\n\n",
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(900, 700)
    made.show()
    return made


def build(name: str, theme: Theme, window: QWidget, text: str) -> QWidget:
    built = BUILDS[name](theme, window, text)
    if built.parentWidget() is None:
        window.layout().addWidget(built)
    return built


@pytest.mark.parametrize("name", BUILDS)
def test_it_opens_no_window_of_its_own(theme: Theme, window: QWidget, name: str):
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}

    built = BUILDS[name](theme, window, "Some words")

    shown = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    assert shown == before
    window.layout().addWidget(built)


@pytest.mark.parametrize("name", BUILDS)
def test_any_text_can_be_painted_in_any_window(theme: Theme, window: QWidget, name: str):
    for size in (QSize(1280, 800), QSize(320, 240)):
        theme.fit(size)
        window.resize(size)
        for text in HOSTILE:
            built = build(name, theme, window, text)
            built.ensurePolished()

            assert built.sizeHint().isValid() or built.size().isValid()
            assert not window.grab().isNull()
            built.hide()


@pytest.mark.parametrize("name", BUILDS)
def test_it_changes_with_the_theme_while_it_is_shown(theme: Theme, window: QWidget, name: str):
    built = build(name, theme, window, "Some words")
    light = built.grab().toImage()

    theme.wear(settings.Theme.DARK)

    assert built.grab().toImage() != light


@pytest.mark.parametrize("name", sorted(set(BUILDS) - {"card", "hairline", "calendar"}))
def test_a_screen_reader_hears_what_it_is(theme: Theme, window: QWidget, name: str):
    built = build(name, theme, window, "Some words")

    assert built.accessibleName() or isinstance(built, PlainLabel)
