"""Which routine to offer now: before a run, or after one."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from routine_player.core.choices import When
from routine_player.core.instant import Instant

RUN_WITHIN_S: Final = 3 * 60 * 60
"""After a session before a run, this long a run is thought to be under way or just over."""

_USUAL: Final = {When.BEFORE_RUN: "pre-run-warm-up", When.AFTER_RUN: "after-run-cool-down"}


class Candidate(NamedTuple):
    """A routine that could be offered."""

    slug: str
    when: When


class PastPlay(NamedTuple):
    """A routine that was played at its own speed, and when that began."""

    slug: str
    started: Instant


def occasion(now: Instant, candidates: Iterable[Candidate], past: Sequence[PastPlay]) -> When:
    """Tell what is due: after a warm-up of the last three hours the run's other end, else a run.

    `past` is newest first. An after-run session since then makes it a new day.
    """
    whens = {one.slug: one.when for one in candidates}
    for play in past:
        if now.utc_ms - play.started.utc_ms > RUN_WITHIN_S * 1000:
            break
        when = whens.get(play.slug, When.ANY)
        if when is not When.ANY:
            return When.AFTER_RUN if when is When.BEFORE_RUN else When.BEFORE_RUN
    return When.BEFORE_RUN


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
