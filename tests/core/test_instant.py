from datetime import date

import pytest

from routine_player.core.instant import Instant

# 2026-03-29, the day Berlin's clocks go from 02:00 to 03:00, at 01:00 UTC.
SPRING_FORWARD_MS = 1_774_746_000_000


def test_the_local_date_is_that_of_the_clock_on_the_wall() -> None:
    late_evening_utc = Instant.of(1_767_222_000_000, 0)  # 2025-12-31 23:00 UTC
    in_berlin = Instant.of(1_767_222_000_000, 3600, "Europe/Berlin")
    assert late_evening_utc.local_date == date(2025, 12, 31)
    assert in_berlin.local_date == date(2026, 1, 1)


def test_a_moment_reads_as_iso_with_its_offset() -> None:
    assert Instant.of(SPRING_FORWARD_MS - 1000, 3600).iso() == "2026-03-29T01:59:59+01:00"
    assert Instant.of(SPRING_FORWARD_MS, 7200).iso() == "2026-03-29T03:00:00+02:00"


def test_a_moment_west_of_greenwich_with_an_odd_offset_reads_right() -> None:
    assert Instant.of(SPRING_FORWARD_MS, -12_600).iso() == "2026-03-28T21:30:00-03:30"


def test_a_moment_before_1970_is_a_moment() -> None:
    assert Instant.of(-1500, 0).iso() == "1969-12-31T23:59:58+00:00"


def test_milliseconds_are_kept() -> None:
    assert Instant.of(1_234, 0).local.microsecond == 234_000


def test_a_later_moment_keeps_clock_and_zone() -> None:
    later = Instant.of(0, 3600, "Europe/Berlin").after(86_400.5)
    assert later == Instant.of(86_400_500, 3600, "Europe/Berlin")
    assert later.local_date == date(1970, 1, 2)


def test_an_offset_of_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="less than a day"):
        Instant.of(0, 86_400)


def test_a_moment_outside_the_calendar_is_refused() -> None:
    with pytest.raises(OverflowError):
        Instant.of(10**18, 0)
