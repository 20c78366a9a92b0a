"""Where it hurt, and how often: this month and the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from routine_player.core.pain import Rating
from routine_player.core.sites import ALL_SITES, site_words


@dataclass(frozen=True, slots=True)
class SiteMonths:
    """The ratings that name one site, oldest first."""

    site: str
    this: Sequence[Rating]
    last: Sequence[Rating]

    @property
    def words(self) -> str:
        return site_words(self.site)


def month_before(today: date) -> date:
    """Give the first day of the month before the one of `today`."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def body_months(ratings: Iterable[Rating], today: date) -> tuple[SiteMonths, ...]:
    """Give every site that hurt in the month of `today` or the one before, in the body's order.

    A rating of no pain counts for no site, whatever sites it names.
    """
    this_month = today.replace(day=1)
    last_month = month_before(today)
    this: dict[str, list[Rating]] = {}
    last: dict[str, list[Rating]] = {}
    for rating in sorted(ratings, key=lambda rating: rating.at.utc_ms):
        day = rating.at.local_date
        if rating.score and last_month <= day <= today:
            month = this if day >= this_month else last
            for site in rating.sites:
                month.setdefault(site, []).append(rating)
    order = {site.name: number for number, site in enumerate(ALL_SITES)}
    named = sorted(this.keys() | last.keys(), key=lambda site: (order.get(site, len(order)), site))
    return tuple(SiteMonths(site, this.get(site, ()), last.get(site, ())) for site in named)
