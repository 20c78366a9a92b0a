import pytest

from routine_player.core.step_ledger import StepProgress, StepStatus
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.session_bar import COMPACT, NORMAL, SessionBar

DONE = StepProgress(StepStatus.DONE, 1.0, 100)
COMING = StepProgress(StepStatus.COMING, 0.0, 100)
SKIPPED = StepProgress(StepStatus.SKIPPED, 0.0, 100)
HURT = StepProgress(StepStatus.HURT, 0.4, 100)


def running(fraction: float) -> StepProgress:
    return StepProgress(StepStatus.RUNNING, fraction, 200)


@pytest.fixture
def bar(theme: Theme, show) -> SessionBar:
    made = SessionBar(theme)
    made.setFixedWidth(500)
    made.window_kept = show(made)
    return made


def row(bar: SessionBar) -> list[str]:
    image = bar.grab().toImage()
    return [image.pixelColor(x, bar.height() // 2).name() for x in range(image.width())]


def test_each_segment_is_as_long_as_its_step_takes(bar: SessionBar):
    bar.show_steps([DONE, COMING, StepProgress(StepStatus.DONE, 1.0, 300)])
    pixels = row(bar)

    assert pixels.count(LIGHT.track.name()) == pytest.approx((500 - 8) / 5, abs=2)
    assert pixels.count(LIGHT.accent.name()) == pytest.approx((500 - 8) * 4 / 5, abs=4)


def test_the_running_step_is_filled_as_far_as_it_is(bar: SessionBar):
    bar.show_steps([DONE, running(0.5), COMING])
    half = row(bar).count(LIGHT.accent.name())

    bar.show_steps([DONE, running(0.75), COMING])

    assert row(bar).count(LIGHT.accent.name()) - half == pytest.approx(246 / 4, abs=2)


def test_skipped_and_hurt_differ_from_done_and_to_come(bar: SessionBar, count_of):
    bar.show_steps([SKIPPED, HURT])

    assert count_of(bar, LIGHT.accent) == 0
    assert count_of(bar, LIGHT.track) == 0
    assert count_of(bar, LIGHT.attention) > 1000
    plain = count_of(bar, LIGHT.paper)
    assert 500 * bar.height() / 2 < plain < 500 * bar.height() - 1000 - 300


def test_less_than_a_pixel_paints_nothing(bar: SessionBar, repaints):
    bar.show_steps([DONE, running(0.5), COMING])
    asked = repaints(bar)

    bar.show_steps([DONE, running(0.5001), COMING])
    assert asked == []

    bar.show_steps([DONE, running(0.51), COMING])
    assert asked == [None]


@pytest.mark.parametrize("count", [1, 200])
def test_one_step_or_hundreds_stay_within_the_bar(bar: SessionBar, count: int):
    bar.show_steps([running(0.5), *([COMING] * (count - 1))])

    areas = bar._areas()
    assert areas[0].left() >= 0
    assert areas[-1].right() <= 500.001
    assert all(area.width() > 0 for area in areas)


def test_the_outline_of_the_running_step_is_never_cut_off(bar: SessionBar):
    bar.show_steps([running(0.5)])
    image = bar.grab().toImage()
    ends = [image.pixelColor(x, bar.height() // 2) for x in (1, 498)]

    assert bar._areas()[0].left() >= 3
    assert all(end != LIGHT.paper for end in ends)


def test_steps_without_an_estimate_break_nothing(bar: SessionBar):
    bar.show_steps([StepProgress(StepStatus.RUNNING, 0.0, 0.0)])
    bar.grab()
    bar.show_steps([])

    assert not bar.grab().isNull()
    assert bar.steps == ()


def test_a_compact_bar_is_thinner(bar: SessionBar):
    high = bar.height()

    bar.set_thickness(COMPACT)

    assert high - bar.height() == NORMAL - COMPACT


def test_a_screen_reader_hears_how_far_it_is(bar: SessionBar):
    bar.show_steps([DONE, SKIPPED, HURT, running(0.2), COMING])

    assert bar.accessibleName() == "3 of 5 steps behind you"
