from math import inf, nan

import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Run

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")


@pytest.mark.parametrize("number", [-1.0, inf, nan])
@pytest.mark.parametrize("name", ["duration_s", "distance_m", "elapsed_s", "climb_m"])
def test_a_run_of_less_than_nothing_or_without_end_is_refused(name: str, number: float):
    with pytest.raises(ValueError, match="a run has no"):
        Run(NOON, **{name: number})


def test_a_run_is_over_after_all_its_stops():
    assert Run(NOON, duration_s=600.0, elapsed_s=900.0).ended == NOON.after(900.0)
    assert Run(NOON, duration_s=600.0).ended == NOON.after(600.0)
    assert Run(NOON).ended == NOON
