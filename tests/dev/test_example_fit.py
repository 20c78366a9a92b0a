from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.dev.example_fit import example_fit
from routine_player.store.run_import.files import read_paths
from routine_player.store.run_import.found import Manner
from routine_player.store.run_import.zone import Zone


def test_the_run_that_imports_are_measured_with_is_sound(tmp_path: Path):
    path = tmp_path / "run.fit"
    path.write_bytes(example_fit(1_750_000_000, 600))
    now = Instant.of(1_774_700_000_000, 3600, "Europe/Berlin")
    (reading,) = read_paths([path], Manner(now, Zone.of(now)))
    (found,) = reading.found
    run = found.run
    assert (found.remark, run.started.utc_ms) == ("", 1_750_000_000_000)
    assert (run.duration_s, run.distance_m, run.climb_m) == (600.0, pytest.approx(1680.0), 55)
    assert run.cadence_spm == 168.0
