import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Activity, Run, RunKind
from routine_player.core.same_run import is_same_run, joined

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")
STORED = Run(NOON, duration_s=3000.0, distance_m=10_000.0)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Run(NOON.after(120.0), distance_m=9_500.0), True),
        (Run(NOON.after(-120.0), distance_m=10_500.0), True),
        (Run(NOON.after(120.5), distance_m=10_000.0), False),
        (Run(NOON, distance_m=9_400.0), False),
        (Run(NOON, distance_m=10_000.0, activity=Activity.BIKE), False),
        (Run(NOON, distance_m=10_000.0, activity=Activity.OTHER), True),
        (Run(NOON, duration_s=2900.0), True),
        (Run(NOON, duration_s=2000.0), False),
        (Run(NOON), True),
    ],
)
def test_two_devices_saw_one_run_when_start_and_distance_are_close(other: Run, expected: object):
    assert is_same_run(STORED, other) is expected
    assert is_same_run(other, STORED) is expected


def test_joining_fills_what_was_lacking_and_replaces_nothing():
    found = Run(
        NOON.after(60.0), 2990.0, 10_100.0, kind=RunKind.LONG, climb_m=80.0, note="From the watch"
    )
    result = joined(STORED, found)
    assert (result.id, result.started) == (STORED.id, NOON)
    assert (result.duration_s, result.distance_m) == (3000.0, 10_000.0)
    assert (result.kind, result.climb_m, result.note) == (RunKind.LONG, 80.0, "From the watch")
