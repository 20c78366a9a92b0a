import pytest

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.tempo_line import Slope, TempoLine, TempoPart

BRIDGE = (
    TempoPart("Up", 2, Slope.UP),
    TempoPart("Hold", 1, Slope.FLAT),
    TempoPart("Down", 2, Slope.DOWN),
)


@pytest.fixture
def line(theme: Theme, show) -> TempoLine:
    made = TempoLine(theme)
    made.setFixedWidth(384)
    made.window_kept = show(made)
    made.show_parts(BRIDGE)
    return made


def test_the_dot_travels_in_proportion_to_time(line: TempoLine):
    def dot_x() -> int:
        image = line.grab().toImage()
        xs = [
            x
            for x in range(image.width())
            for y in range(76)
            if image.pixelColor(x, y) == LIGHT.accent
        ]
        return max(xs)

    places = []
    for progress in (0.0, 0.5, 1.0):
        line.show_progress(progress)
        places.append(dot_x())

    assert places[1] == pytest.approx((places[0] + places[2]) / 2, abs=1)
    assert places[2] - places[0] > 300


def test_the_line_rises_stays_and_falls(line: TempoLine):
    line.show_progress(0.0)
    image = line.grab().toImage()

    def height(share: float) -> int:
        x = round(13 + share * (384 - 26))
        return min(y for y in range(80) if image.pixelColor(x, y) == LIGHT.track)

    assert height(0.2) > height(0.41)
    assert height(0.45) == height(0.55)
    assert height(0.55) < height(0.9)


def test_less_than_a_pixel_paints_nothing(line: TempoLine, repaints):
    line.show_progress(0.5)
    asked = repaints(line)

    line.show_progress(0.50001)
    assert asked == []

    line.show_progress(0.51)
    assert asked == [None]


def test_a_pause_greys_the_line(line: TempoLine, count_of):
    line.show_progress(0.9)
    before = count_of(line, LIGHT.accent)

    line.show_progress(0.9, is_paused=True)

    assert count_of(line, LIGHT.accent) < before / 4
    assert count_of(line, LIGHT.strong) > 1000


def test_a_part_without_time_is_left_out(line: TempoLine):
    line.show_parts((BRIDGE[0], TempoPart("Hold", 0, Slope.FLAT), BRIDGE[2]))

    assert line.accessibleName() == "Tempo: Up 2, Down 2"
    line.show_progress(1.0)
    assert not line.grab().isNull()


def test_a_tempo_that_stays_level_can_be_drawn(line: TempoLine, count_of):
    line.show_parts((BRIDGE[1],))
    line.show_progress(0.3)

    assert count_of(line, LIGHT.track) > 500


def test_without_a_tempo_there_is_nothing_to_see(line: TempoLine, count_of):
    line.show_parts(())
    line.show_progress(0.3)

    assert count_of(line, LIGHT.track) == 0
    assert line.accessibleName() == ""


def test_in_a_narrow_window_the_words_do_not_run_into_each_other(line: TempoLine, count_of):
    line.setFixedWidth(line.minimumSizeHint().width())
    line.show_parts((TempoPart("Up", 1, Slope.UP), TempoPart("Hold", 9, Slope.FLAT)))
    line.show_progress(0.01)

    assert count_of(line, LIGHT.ink2) > 20
