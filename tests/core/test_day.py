from datetime import date

import pytest

from routine_player.core.day import DayFactors
from routine_player.core.shoes import Shoes

DAY = date(2026, 3, 28)


@pytest.mark.parametrize("hours", [-0.5, 24.5])
def test_a_day_has_24_hours(hours: float):
    with pytest.raises(ValueError, match="hours"):
        DayFactors(DAY, hours_sat=hours)
    with pytest.raises(ValueError, match="hours"):
        DayFactors(DAY, sleep_h=hours)


def test_a_day_is_the_same_wherever_it_is_written_down():
    assert DayFactors(DAY, hours_sat=8.0).id == DayFactors(DAY, note="Long drive").id
    assert DayFactors(DAY).id != DayFactors(date(2026, 3, 29)).id


def test_shoes_have_a_name_and_were_not_run_in_for_less_than_nothing():
    with pytest.raises(ValueError, match="name"):
        Shoes("  ")
    with pytest.raises(ValueError, match="0 m or more"):
        Shoes("Old ones", earlier_m=-1.0)
