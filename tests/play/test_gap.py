from typing import Any

import pytest

from routine_player.play.gap import Gap, GapWatch


def test_time_that_passes_look_by_look_is_no_gap(clock: Any) -> None:
    watch = GapWatch(clock)
    for _ in range(100):
        clock.pass_s(4.9)
        assert watch.look(clock.monotonic()) is None


def test_sleep_is_a_gap_that_began_at_the_last_look(clock: Any) -> None:
    watch = GapWatch(clock)
    clock.pass_s(0.25)
    last_look = clock.monotonic()
    assert watch.look(last_look) is None
    clock.pass_s(0.1)
    clock.sleep_s(8 * 3600)
    assert watch.look(clock.monotonic()) == Gap(last_look, pytest.approx(8 * 3600 + 0.1))
    clock.pass_s(0.25)
    assert watch.look(clock.monotonic()) is None


def test_a_short_nap_is_no_gap(clock: Any) -> None:
    watch = GapWatch(clock)
    clock.sleep_s(1.9)
    assert watch.look(clock.monotonic()) is None


def test_standing_still_is_a_gap_without_any_sleep(clock: Any) -> None:
    watch = GapWatch(clock)
    began = clock.monotonic()
    clock.pass_s(5.1)
    assert watch.look(clock.monotonic()) == Gap(began, pytest.approx(5.1))


def test_what_was_before_starting_over_is_no_gap(clock: Any) -> None:
    watch = GapWatch(clock)
    clock.sleep_s(3600)
    watch.start_over()
    assert watch.look(clock.monotonic()) is None


def test_setting_the_clock_on_the_wall_is_no_gap(clock: Any) -> None:
    watch = GapWatch(clock)
    clock.utc_ms -= 3_600_000
    clock.offset_s += 3600
    clock.pass_s(1)
    assert watch.look(clock.monotonic()) is None
