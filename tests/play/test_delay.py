import pytest

from routine_player.play.delay import WANTED, DelayMeter


def test_the_delay_is_how_much_later_than_the_beat_one_taps():
    meter = DelayMeter(100.0)
    for beat in range(WANTED):
        meter.tap(100.0 + beat + 0.18)
    assert meter.is_complete
    assert meter.delay_ms == 180


def test_the_first_two_taps_do_not_count():
    meter = DelayMeter(100.0)
    for beat, offset_s in enumerate((0.6, 0.5, 0.1, 0.1, 0.12)):
        meter.tap(100.0 + beat + offset_s)
    assert meter.delay_ms == 100


def test_who_taps_ahead_of_the_beat_has_no_delay():
    meter = DelayMeter(100.0)
    for beat in range(WANTED):
        meter.tap(100.0 + beat - 0.04)
    assert meter.delay_ms == 0


def test_a_beat_may_be_left_out():
    meter = DelayMeter(100.0)
    for beat in (0, 1, 2, 5, 6):
        meter.tap(100.0 + beat + 0.2)
    assert meter.delay_ms == 200


def test_a_tap_before_the_first_beat_is_none():
    meter = DelayMeter(100.0)
    meter.tap(99.0)
    assert meter.answered == 0
    assert not meter.is_complete


def test_without_enough_taps_there_is_no_delay_to_tell():
    meter = DelayMeter(100.0)
    meter.tap(100.1)
    with pytest.raises(ValueError, match="long enough"):
        _ = meter.delay_ms
