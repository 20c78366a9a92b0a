"""Which routine to offer now: before a run, or after one."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from routine_player.core.choices import When
from routine_player.core.instant import Instant

RUN_WITHIN_S: Final = 3 * 60 * 60
"""After a session before a run, this long a run is thought to be under way or just over."""

_ROUGHLY_S: Final = 10 * 60

_USUAL: Final = {When.BEFORE_RUN: "pre-run-warm-up", When.AFTER_RUN: "after-run-cool-down"}


class Candidate(NamedTuple):
    """A routine that could be offered."""

    slug: str
    when: When


class PastPlay(NamedTuple):
    """A routine that was played at its own speed, and when that began."""

    slug: str
    started: Instant


class LastRun(NamedTuple):
    """The last run in the log: when it began and was over, in milliseconds of UTC."""

    id: UUID
    started_ms: int
    ended_ms: int

    def is_just_over(self, now: Instant) -> bool:
        """Whether a session that begins now would go with it.

        Nobody types to the minute how long a run took: it may be over in a moment.
        """
        since_ms = now.utc_ms - self.ended_ms
        return -_ROUGHLY_S * 1000 <= since_ms <= RUN_WITHIN_S * 1000


def occasion(
    now: Instant,
    candidates: Iterable[Candidate],
    past: Sequence[PastPlay],
    run: LastRun | None = None,
) -> When:
    """Tell what is due: after a run, or a warm-up for one, of the last three hours what follows it.

    `past` is newest first, `run` the last one in the log. An after-run session since then makes it
    a new day.
    """
    whens = {one.slug: one.when for one in candidates}
    is_over = run is not None and run.is_just_over(now)
    for play in past:
        if is_over and run is not None and play.started.utc_ms < run.started_ms:
            break
        if not is_over and now.utc_ms - play.started.utc_ms > RUN_WITHIN_S * 1000:
            break
        when = whens.get(play.slug, When.ANY)
        if when is not When.ANY:
            return When.AFTER_RUN if when is When.BEFORE_RUN else When.BEFORE_RUN
    return When.AFTER_RUN if is_over else When.BEFORE_RUN


def offered(
    when: When, candidates: Sequence[Candidate], past: Sequence[PastPlay]
) -> Candidate | None:
    """Choose the routine for an occasion: the one played last, else the usual one, else the first.

    Where none is meant for the occasion it is any; None where there are none at all.
    """
    fitting = [one for one in candidates if one.when is when] or list(candidates)
    by_slug = {one.slug: one for one in fitting}
    names = [*(play.slug for play in past), _USUAL.get(when, "")]
    known = next((by_slug[name] for name in names if name in by_slug), None)
    return known or next(iter(fitting), None)
