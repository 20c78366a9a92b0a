"""The player's page, from the smallest window to a full screen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from routine_player.core.scene import RingKind
from routine_player.core.session import Command
from routine_player.ui.player.ring_column import Below

SIZES = [
    (640, 400),
    (640, 420),
    (800, 600),
    (900, 600),
    (1024, 768),
    (1280, 800),
    (1920, 1080),
    (2560, 1440),
    (640, 1000),
    (1080, 1920),
]


def visible(page, *names) -> dict[str, QRect]:
    parts = {name: getattr(page, name) for name in names}
    return {name: part.geometry() for name, part in parts.items() if part.isVisible()}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("moment", ["works", "switches", "paces", "waits"])
def test_no_part_covers_another_and_none_leaves_the_window(request, page, shown, size, moment):
    shown.skip_to(request.getfixturevalue(moment))
    one = page(shown, *size)

    areas = visible(
        one, "top", "title", "scenery", "cues", "next_line", "column", "hurt", "controls"
    )
    for name, area in areas.items():
        assert one.rect().contains(area), name
    for (name, area), (other, its) in combinations(areas.items(), 2):
        assert not area.intersects(its), f"{name} and {other}"
    assert {"title", "scenery", "column", "hurt", "controls"} <= areas.keys()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("moment", ["works", "switches", "paces", "waits"])
def test_the_numeral_can_be_read_from_the_mat_in_every_window(request, page, shown, size, moment):
    shown.skip_to(request.getfixturevalue(moment))
    one = page(shown, *size)

    assert one.column.ring.numeral_px() >= size[1] / 7


@pytest.mark.parametrize("size", SIZES)
def test_side_pause_and_it_hurts_are_there_in_every_window(page, shown, works, size):
    shown.skip_to(works)
    one = page(shown, *size)

    side = one.title.chips[0]
    assert side.text() == "Left side"
    assert side.isVisible()
    assert one.title.rect().contains(side.geometry())
    assert one.controls.pause.isVisible()
    assert one.hurt.buttons[0].isVisible()
    assert one.hurt.rect().contains(one.hurt.buttons[0].geometry())


def test_things_leave_a_shrinking_window_one_after_another(page, shown, works):
    shown.skip_to(works)
    one = page(shown, 1280, 800)
    one.voice.show_voice("Voice: full")

    def there() -> list[bool]:
        return [
            one.voice.isVisible(),
            one.hurt.buttons[1].isVisible(),
            one.controls.buttons[0].isVisible(),
            len(one.cues.cues) == 2,
        ]

    seen = []
    for width, height in [(1280, 800), (1100, 760), (900, 700), (780, 560), (640, 420)]:
        one.resize(width, height)
        seen.append(there())

    assert seen == [
        [True, True, True, True],
        [False, True, True, True],
        [False, False, True, True],
        [False, False, False, False],
        [False, False, False, False],
    ]


def test_what_comes_next_stands_under_the_ring_in_a_large_window(page, shown, works):
    shown.skip_to(works)
    one = page(shown)

    assert one.column.below is Below.NEXT
    assert not one.corner.isVisible()
    assert not one.next_line.isVisible()


def test_what_comes_next_goes_to_the_corner_where_the_ring_needs_the_room(page, shown, paces):
    shown.skip_to(paces)
    one = page(shown)

    assert one.column.below is Below.TEMPO
    assert one.corner.isVisible()
    assert not one.voice.isVisible()


def test_what_comes_next_is_a_line_of_words_in_a_small_window(page, shown, works):
    shown.skip_to(works)
    one = page(shown, 640, 420)

    assert one.next_line.isVisible()
    assert one.next_line.line == "Next: Same again · Right side, 30 s"


def test_nothing_is_next_at_the_end(page, shown, waits):
    shown.skip_to(waits)
    one = page(shown)

    assert not one.corner.isVisible()
    assert not one.next_line.isVisible()
    assert one.column.below is Below.NOTHING


def test_in_a_prepare_one_can_be_ready_or_take_ten_seconds_more(page, shown, qtbot):
    one = page(shown)
    meant = []
    one.key_meant.connect(meant.append)

    assert one.column.below is Below.READY
    for button in one.column.buttons:
        if button.isVisible():
            button.click()
    assert meant == ["enter", "up"]


def test_in_a_small_window_i_am_ready_stands_in_the_ring(page, shown):
    one = page(shown, 640, 420)

    assert one.column.below is Below.NOTHING
    assert one.column.inner.isVisible()
    assert one.column.inner.label == "I'm ready"
    assert one.column.ring.geometry().contains(one.column.inner.geometry())


@pytest.mark.parametrize("size", [(640, 420), (1280, 800)])
def test_reps_at_ones_own_pace_have_done_in_the_ring(page, shown, waits, size):
    shown.skip_to(waits)
    one = page(shown, *size)

    inner = one.column.inner
    assert inner.isVisible()
    assert inner.label == "Done"
    assert one.column.ring.geometry().contains(inner.geometry())
    assert one.column.ring.state.kind is RingKind.TRACK
    assert (one.column.ring.state.numeral, one.column.ring.state.above) == ("15", "reps")
    assert not one.controls.buttons[-1].isEnabled()
    assert one.controls.buttons[-1].toolTip() == "Nothing is timed now"


def test_a_pause_stills_the_ring_and_offers_to_go_on(page, shown, works):
    shown.skip_to(works)
    one = page(shown)
    shown.command(Command.PAUSE)
    shown.give(one)

    assert one.column.ring.state.is_paused
    assert one.controls.pause.label == "Go on"

    shown.command(Command.RESUME)
    shown.give(one)

    assert not one.column.ring.state.is_paused
    assert one.column.ring.state.above == "Go on in"
    assert one.controls.pause.label == "Pause"


def test_while_one_rests_at_ones_own_pace_done_goes_with_a_pause(page, shown, waits):
    shown.skip_to(waits)
    one = page(shown)
    shown.command(Command.PAUSE)
    shown.give(one)

    assert not one.column.inner.isVisible()
    assert one.column.ring.state.is_paused


def test_the_last_three_seconds_are_urgent(page, shown, works):
    shown.skip_to(works)
    one = page(shown)
    assert not one.column.ring.state.is_urgent

    shown.pass_s(27.5)
    shown.give(one)

    assert one.column.ring.state.is_urgent
    assert one.column.ring.state.numeral == "3"


def test_a_switch_shows_the_side_that_is_done_beside_the_one_that_comes(page, shown, switches):
    shown.skip_to(switches)
    one = page(shown)

    assert one.title.headline.text == "Switch to the right side"
    assert one.scenery.finished.isVisible()
    assert one.scenery.finished.image.is_mirrored != one.scenery.stage.image.is_mirrored
    assert one.scenery.finished.width() < one.scenery.stage.width()


def test_the_tempo_is_a_line_or_else_a_word_in_the_ring(page, shown, paces):
    shown.skip_to(paces)
    shown.pass_s(2.5)
    one = page(shown)
    assert one.column.ring.state.above == ""

    one.resize(640, 420)

    assert one.column.below is Below.NOTHING
    assert one.column.ring.state.above == "Hold"


def test_a_notice_takes_a_line_until_it_is_dismissed_or_over(page, shown, works, qtbot):
    shown.skip_to(works)
    one = page(shown)
    title = one.title.y()

    one.show_notice("Not saved: the disk is full.")
    assert one.banner.isVisible()
    assert one.title.y() > title
    assert not one.banner.geometry().intersects(one.title.geometry())

    one.banner.dismissed.emit()
    one.show_notice("Not saved: the disk is full.")
    assert not one.banner.isVisible()
    assert one.title.y() == title

    one.show_notice("Something else.")
    assert one.banner.isVisible()

    one.show_notice("")
    assert not one.banner.isVisible()

    one.show_notice("Not saved: the disk is full.")
    assert one.banner.isVisible()


def test_mute_and_voice_are_told_in_the_corner(page, shown, works):
    shown.skip_to(works)
    one = page(shown)
    assert not one.voice.button.isVisible()

    one.voice.show_voice("Voice: key moments")
    assert one.voice.button.label == "Voice: key moments"

    one.show_muted(muted=True)
    assert one.voice.button.label == "Muted"
    assert one.tools.buttons[0].label == "Sound on"

    one.show_muted(muted=False)
    assert one.voice.button.label == "Voice: key moments"
    assert one.tools.buttons[0].label == "Mute"


def test_every_button_says_its_name_and_its_key(page, shown, works):
    shown.skip_to(works)
    one = page(shown)

    for button in one.buttons:
        assert button.accessibleName()
        is_named = button.toolTip().endswith(")") or not button.isEnabled()
        assert is_named or not button.isVisible(), button.accessibleName()


def test_tab_goes_through_the_buttons_in_reading_order(page, shown, works):
    shown.skip_to(works)
    one = page(shown)

    names = [button.accessibleName() for button in one.buttons if button.isVisible()]

    assert names == [
        "Mute",
        "Full screen",
        "Keys",
        "Stop",
        "Switch side",
        "It hurts",
        "Say again",
        "10 seconds less",
        "Back: begin the step again, twice for the step before",
        "Pause",
        "Skip",
        "10 seconds more",
    ]


def test_markup_in_a_file_is_shown_letter_by_letter(page, shown, works):
    from dataclasses import replace

    shown.skip_to(works)
    one = page(shown)
    one.show_scene(replace(shown.scene, headline="<b>Plank</b> & more", routine="<i>x</i>"))

    assert one.title.headline.text == "<b>Plank</b> & more"
    assert one.title.headline.accessibleName() == "<b>Plank</b> & more"


def test_the_page_takes_little_room_if_it_has_to(page, shown):
    hint = page(shown).minimumSizeHint()

    assert hint.width() <= 640
    assert hint.height() <= 400
