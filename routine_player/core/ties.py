"""Which run a session or a rating belongs to, as far as a clock can tell.

Only runs count, no rides or swims; a person may say otherwise, and is believed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from routine_player.core.choices import When
from routine_player.core.instant import Instant
from routine_player.core.pain import RatingMoment
from routine_player.core.run import Activity, Run, RunId

BEFORE_S: Final = 2 * 3600
"""A run begins within this after a session that prepares for it."""

AFTER_S: Final = 3 * 3600
"""A session after a run, or a rating of it, begins within this after the run's end."""

_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class SessionSpan:
    """What a tie needs to know of a session."""

    when: When | None
    started: Instant
    ended: Instant


def run_of_session(session: SessionSpan, runs: Iterable[Run]) -> RunId | None:
    """Give the run that a session was for; None for one that is for any time.

    A session before a run goes with the next run that begins within two hours of the session's
    end; a session after a run with the last run that ended within three hours before it began.
    """
    match session.when:
        case When.BEFORE_RUN:
            latest_ms = session.ended.utc_ms + BEFORE_S * 1000
            ahead = [
                run
                for run in _only_runs(runs)
                if session.started.utc_ms <= run.started.utc_ms <= latest_ms
            ]
            return min(ahead, key=_start_ms).id if ahead else None
        case When.AFTER_RUN:
            return _last_run_before(session.started, runs)
        case _:
            return None


def run_of_rating(moment: RatingMoment, at: Instant, runs: Iterable[Run]) -> RunId | None:
    """Give the run that a rating speaks of.

    What is said of this morning, until noon, belongs to the last run of the day before; what is
    said after a run to the last one that ended within three hours.
    """
    match moment:
        case RatingMoment.NEXT_MORNING:
            if at.local.hour >= _NOON:
                return None
            day_before = at.local_date - timedelta(days=1)
            seen = [run for run in _only_runs(runs) if run.started.local_date == day_before]
            return max(seen, key=_start_ms).id if seen else None
        case RatingMoment.WORST_IN_RUN | RatingMoment.AFTER_RUN:
            return _last_run_before(at, runs)
        case _:
            return None


def _last_run_before(at: Instant, runs: Iterable[Run]) -> RunId | None:
    earliest_ms = at.utc_ms - AFTER_S * 1000
    over = [run for run in _only_runs(runs) if earliest_ms <= run.ended.utc_ms <= at.utc_ms]
    return max(over, key=_end_ms).id if over else None


def _only_runs(runs: Iterable[Run]) -> Iterable[Run]:
    return (run for run in runs if run.activity is Activity.RUN)


def _start_ms(run: Run) -> int:
    return run.started.utc_ms


def _end_ms(run: Run) -> int:
    return run.ended.utc_ms
