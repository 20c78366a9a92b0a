"""What is written in the player: headline, chips, instructions, what comes next."""

from dataclasses import replace

import pytest

from routine_player.core.session import Command
from routine_player.ui.player.cue_lines import CueLines
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.next_card import NextCard
from routine_player.ui.player.tempo import parts_of, word_at
from routine_player.ui.player.title import Title
from routine_player.ui.player.top_bar import TopBar
from routine_player.ui.tokens import CUE, DISPLAY, PAGE, SECTION
from routine_player.ui.widgets.tempo_line import Slope

LONG = "Half-kneeling hip-flexor stretch with overhead reach and a side bend to each side"


@pytest.fixture
def title(theme, open_in_window) -> Title:
    made = Title(theme, None)
    made.fit(Fit())
    open_in_window(made, 790, 200)
    return made


def test_a_name_that_has_room_is_written_large_on_one_line(title):
    title.show_title("Plank", ("Left side",))

    assert title.headline.lettering_for(790) == DISPLAY
    assert title.headline.height_for(790) == round(DISPLAY.size_px * 1.2)


def test_a_long_name_is_written_smaller_on_two_lines_at_most(title):
    title.show_title(LONG * 3, ("Left side",))

    assert title.headline.lettering_for(790) == PAGE
    assert title.headline.height_for(790) == 2 * round(PAGE.size_px * 1.2)


def test_only_the_first_chip_is_stressed(title):
    title.show_title("Plank", ("Left side", "Set 1 of 2"))

    assert [chip.text() for chip in title.chips] == ["Left side", "Set 1 of 2"]
    left, set_ = title.chips
    assert left.grab().toImage().pixelColor(4, 20) == title._theme.colours.accent
    assert set_.grab().toImage().pixelColor(4, 20) == title._theme.colours.sunken


def test_chips_without_room_are_left_out_from_the_last_one_on(title):
    chips = ("Get ready", "Right side", "Round 1 of 3", "Set 1 of 3", "12 reps of 10 s")
    title.show_title("Plank", chips)
    title.resize(420, 200)

    shown = [chip.text() for chip in title.chips if chip.isVisible()]
    assert shown == list(chips[: len(shown)])
    assert 2 <= len(shown) < len(chips)
    assert all(title.rect().contains(chip.geometry()) for chip in title.chips if chip.isVisible())


def test_a_chip_wider_than_the_window_is_cut_instead_of_left_out(title):
    title.show_title("Plank", ("A very long word for a side of the body indeed",))
    title.resize(200, 200)

    chip = title.chips[0]
    assert chip.isVisible()
    assert title.rect().contains(chip.geometry())


def test_in_a_small_window_short_names_share_the_line_with_their_chips(title):
    title.fit(Fit(640, 420))
    title.resize(374, 100)
    title.show_title("Bird-dog", ("Left side", "5 reps"))
    assert title.chips[0].y() < title.headline.geometry().bottom()

    title.show_title("Half-kneeling hip-flexor stretch", ("Left side", "5 reps"))
    assert title.chips[0].y() > title.headline.geometry().bottom()


def test_sides_can_be_switched_beside_the_chips_where_that_is_allowed(title):
    meant = []
    title.key_meant.connect(meant.append)
    title.show_title("Plank", ("Left side",))
    assert not title.switch_button.isVisible()

    title.show_allowed(frozenset({Command.SWITCH_SIDE}))
    assert title.switch_button.isVisible()
    title.switch_button.click()
    assert meant == ["s"]

    title.fit(Fit(640, 420))
    title.place_all()
    assert not title.switch_button.isVisible()


@pytest.fixture
def cues(theme, open_in_window) -> CueLines:
    made = CueLines(theme, None)
    made.fit(Fit())
    open_in_window(made, 790, 120)
    return made


def test_short_instructions_are_as_large_as_designed(cues):
    cues.show_cues(("Squeeze the glute.", "Ribs down."))

    assert cues.height_for(790) == 2 * round(CUE.size_px * 1.3)
    assert cues.usual_height(790) == cues.height_for(790)
    assert cues.accessibleName() == "Squeeze the glute. Ribs down."


def test_longer_instructions_are_written_smaller_so_that_both_have_a_line(cues):
    cues.show_cues(("Squeeze the glute of the leg that kneels, hard as you can.", "Ribs down."))

    assert cues.height_for(790) < 2 * round(CUE.size_px * 1.3)


def test_instructions_without_end_take_three_lines_at_most(cues):
    cues.show_cues(("Squeeze. " * 100, "Ribs down. " * 100))

    assert cues.height_for(790) == 3 * round(SECTION.size_px * 1.3)


def test_a_low_window_shows_the_first_instruction_alone(cues):
    cues.show_cues(("Squeeze the glute.", "Ribs down."))
    cues.fit(Fit(640, 420))

    assert cues.cues == ("Squeeze the glute.",)
    assert cues.accessibleName() == "Squeeze the glute."


def test_no_instructions_take_no_room(cues):
    assert cues.height_for(790) == 0


@pytest.fixture
def card(theme, pictures, open_in_window) -> NextCard:
    made = NextCard(theme, pictures, None)
    open_in_window(made, 392, 80)
    return made


def test_what_comes_next_is_named(card, shown, works):
    shown.skip_to(works)
    card.show_next(shown.scene.next_up)

    assert card.title == "Same again"
    assert card.needed_height() == 80


def test_a_long_name_of_what_comes_next_takes_two_lines(card, shown, works):
    shown.skip_to(works)
    card.show_next(replace(shown.scene.next_up, title=LONG))
    card.fit(Fit())

    assert card.title == LONG
    assert card._title.text().count("\n") == 1


def test_where_nothing_is_next_nothing_is_shown(card, shown, works):
    shown.skip_to(works)
    card.show_next(shown.scene.next_up)
    card.show_next(None)

    assert card.title == ""
    assert not any(part.isVisible() for part in card._parts)


def test_the_time_that_is_left_is_told_beside_the_bar(theme, open_in_window, shown, works):
    shown.skip_to(works)
    bar = TopBar(theme, None)
    open_in_window(bar, 1200, bar.fit(Fit(), 260))
    bar.show_step("Hip-flexor and psoas reset", "Step 1 of 4")
    bar.show_progress(shown.moment.bar, "1:02:05 left")

    assert bar.left_words == "1:02:05 left"
    assert bar.bar.steps == shown.moment.bar
    assert bar.bar.geometry().right() < bar._left.geometry().left()
    assert bar.rect().contains(bar._left.geometry())


def test_a_long_name_of_a_routine_is_cut_before_the_step_and_the_tools(theme, open_in_window):
    bar = TopBar(theme, None)
    open_in_window(bar, 640, bar.fit(Fit(), 260))
    bar.show_step("A routine with a name that does not end " * 3, "Step 1 of 4")

    assert bar._routine.shown_text.endswith("…")
    assert bar._step.shown_text == "Step 1 of 4"
    assert bar._step.geometry().right() < 640 - 260


def test_a_tempo_rises_stays_and_falls(shown, paces):
    shown.skip_to(paces)

    slopes = [(part.slope, part.seconds) for part in parts_of(shown.scene)]
    assert slopes == [(Slope.UP, 2.0), (Slope.FLAT, 1.0), (Slope.DOWN, 2.0)]


@pytest.mark.parametrize(
    ("progress", "word"), [(0.0, "Up"), (0.39, "Up"), (0.5, "Hold"), (0.61, "Down"), (1.0, "Down")]
)
def test_the_word_of_the_moment_follows_the_rep(shown, paces, progress, word):
    shown.skip_to(paces)

    assert word_at(shown.scene, progress) == word


def test_without_a_tempo_there_is_no_word(shown):
    assert word_at(shown.scene, 0.5) == ""
