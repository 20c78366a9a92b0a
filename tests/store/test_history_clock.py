"""Clocks that are set, zones that are crossed, and summer time: order and days stay as seen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from routine_player.core.entry import Entry
from routine_player.core.instant import Instant
from routine_player.store.history import History
from routine_player.store.history_values import NewSession

Begin = Callable[..., NewSession]

HOUR_S = 3600.0

# Summer time by an hour and by half of one, in Ramadan, and with offsets of 45 minutes; zones that
# changed their time for good.
ZONES = (
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Chatham",
)


def _as_seen(moment: datetime, zone: ZoneInfo) -> Instant:
    local = moment.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return Instant.of(round(moment.timestamp() * 1000), round(offset.total_seconds()), zone.key)


def _transitions(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Every moment between at which the clocks of a zone are set, to the minute."""
    while first < last:
        after = first + timedelta(days=7)
        if after.astimezone(zone).utcoffset() != first.astimezone(zone).utcoffset():
            early, late = first, after
            while late - early > timedelta(minutes=1):
                middle = early + (late - early) / 2
                is_before = (
                    middle.astimezone(zone).utcoffset() == first.astimezone(zone).utcoffset()
                )
                early, late = (middle, late) if is_before else (early, middle)
            yield late.replace(second=0, microsecond=0)
        first = after


@pytest.mark.skipif(
    not set(ZONES) <= available_timezones(), reason="there is no time zone database here"
)
@pytest.mark.parametrize("name", ZONES)
def test_around_each_change_of_the_clocks_sessions_keep_their_order_and_their_day(
    history: History, new_session: Begin, name: str
):
    zone = ZoneInfo(name)
    began, over = datetime(2016, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
    changes = list(_transitions(zone, began, over))
    moments = [change + timedelta(minutes=minutes) for change in changes for minutes in (-20, 20)]
    for moment in moments:
        history.begin(new_session(_as_seen(moment, zone)))
    listed = history.sessions(limit=-1)[::-1]
    assert [summary.started.local for summary in listed] == moments
    assert [summary.started.local_date for summary in listed] == [
        moment.astimezone(zone).date() for moment in moments
    ]
    days = history.days(began.date(), over.date())
    assert sum(day.sessions for day in days) == len(moments)
    assert [day.day for day in days] == sorted({m.astimezone(zone).date() for m in moments})


@pytest.mark.skipif(
    not set(ZONES) <= available_timezones(), reason="there is no time zone database here"
)
def test_the_changes_of_the_clocks_are_found():
    zone = ZoneInfo("Europe/Berlin")
    found = list(
        _transitions(zone, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    )
    assert [change.date() for change in found] == [date(2026, 3, 29), date(2026, 10, 25)]


@pytest.mark.parametrize("by_s", [-HOUR_S, HOUR_S])
def test_setting_the_clock_inside_a_session_changes_neither_its_order_nor_its_times(
    history: History,
    new_session: Begin,
    step_ended: Callable[..., Entry],
    noon: Instant,
    by_s: float,
):
    session = history.begin(new_session())
    history.append(session, [step_ended(0, 30.0)])
    moved = replace(step_ended(1, 60.0), at=noon.after(60.0 + by_s))
    history.append(session, [moved])
    past = history.session(session)
    assert past is not None
    assert [entry.at_s for entry in past.entries] == [30.0, 60.0]
    assert [step.active_s for step in past.steps[:2]] == [30.0, 30.0]
    assert past.entries[1].at == noon.after(60.0 + by_s)


def test_a_flight_over_the_date_line_leaves_each_session_on_the_day_it_was_seen(
    history: History, new_session: Begin
):
    in_auckland = Instant.of(1_777_660_200_000, 12 * 3600, "Pacific/Auckland")
    after_landing = Instant.of(in_auckland.utc_ms + 9 * 3_600_000, -10 * 3600, "Pacific/Honolulu")
    history.begin(new_session(in_auckland))
    history.begin(new_session(after_landing))
    newest, oldest = history.sessions()
    assert (oldest.started.local_date, newest.started.local_date) == (
        date(2026, 5, 2),
        date(2026, 5, 1),
    )
