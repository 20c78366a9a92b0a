"""Whether two records are of one and the same run, as two devices saw it."""

from dataclasses import replace
from typing import Any, Final

from routine_player.core.run import Activity, Run

STARTS_WITHIN_MS: Final = 2 * 60 * 1000
"""How far apart two devices start."""

_LENGTHS_WITHIN: Final = 0.05

_NOT_FILLED: Final = {"id", "started", "activity"}


def is_same_run(one: Run, other: Run) -> bool:
    """Tell whether two records are of one run.

    They start within two minutes, and their distances are within 5 %; where one has no distance,
    so are their times.
    """
    if abs(one.started.utc_ms - other.started.utc_ms) > STARTS_WITHIN_MS:
        return False
    if one.activity is not other.activity and Activity.OTHER not in {one.activity, other.activity}:
        return False
    if one.distance_m is not None and other.distance_m is not None:
        return _are_close(one.distance_m, other.distance_m)
    if one.duration_s is not None and other.duration_s is not None:
        return _are_close(one.duration_s, other.duration_s)
    return True


def joined(stored: Run, found: Run) -> Run:
    """Give the stored run with what it lacked and the found one has; nothing of it is replaced."""
    lacking: dict[str, Any] = {
        name: getattr(found, name)
        for name in Run.__dataclass_fields__
        if name not in _NOT_FILLED and getattr(stored, name) in {None, "", ()}
    }
    return replace(stored, **lacking)


def _are_close(one: float, other: float) -> bool:
    return abs(one - other) <= _LENGTHS_WITHIN * max(one, other)
