"""Whether a run that was found can have been, and is wanted."""

from typing import Final

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run
from routine_player.store.run_import.found import Found, Manner, Refused
from routine_player.store.run_import.sports import activity_words

_DAY_MS: Final = 24 * 3600 * 1000
_LONGEST_S: Final = 10 * 24 * 3600
_FURTHEST_M: Final = 2_000_000.0

_FASTEST: Final = {
    Activity.RUN: 10.0,
    Activity.WALK: 5.0,
    Activity.BIKE: 30.0,
    Activity.SWIM: 3.0,
    Activity.OTHER: 100.0,
}
"""Metres a second that nobody does on average."""


def refusal_of(found: Found, manner: Manner) -> Refused | None:
    """Say why a run is not taken; None for one that is."""
    run = found.run
    reason = _impossible_time(found, manner)
    if reason:
        return Refused(found.name, reason)
    if run.activity not in manner.wanted:
        what = activity_words(run.activity)
        return Refused(found.name, tr("it is {what}, not a run", what=what), failed=False)
    reason = impossible_length(run)
    if reason:
        return Refused(found.name, reason)
    if run.distance_m == 0:
        return Refused(found.name, tr("its distance is zero"), failed=False)
    if not run.distance_m and not run.duration_s:
        return Refused(
            found.name, tr("it has neither distance nor time"), failed=bool(found.remark)
        )
    return None


def _impossible_time(found: Found, manner: Manner) -> str:
    started = found.run.started
    if started.utc_ms > manner.now.utc_ms + _DAY_MS:
        return tr("its date is in the future: {day}", day=started.local_date.isoformat())
    if started.utc_ms < 0:
        return tr("its date is before 1970: {day}", day=started.local_date.isoformat())
    return ""


def impossible_length(run: Run) -> str:
    """Say why a run cannot have been as long or as fast as it is said to be; empty if it can."""
    length_s = run.duration_s or 0.0
    distance_m = run.distance_m or 0.0
    if length_s > _LONGEST_S or distance_m > _FURTHEST_M:
        return tr("nobody goes on for that long")
    if length_s and distance_m / length_s > _FASTEST[run.activity]:
        speed = round(distance_m / length_s * 3.6)
        return tr("its speed cannot be: {speed} km/h on average", speed=speed)
    return ""
