from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping, Strip
from routine_player.ui.chart_contents.body import body_sites
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.pain_over_time import pain_over_time
from routine_player.ui.chart_contents.practice import (
    sessions_a_week,
    skipped_exercises,
    time_by_kind,
)
from routine_player.ui.chart_contents.running import (
    cadence,
    pain_by_distance,
    runs_against_longest,
    weekly_distance,
)
from routine_player.ui.chart_contents.side_by_side import left_and_right, side_by_side
from routine_player.ui.chart_contents.spans import Length, Span
from routine_player.ui.chart_contents.tips import Speech, change_words, tip_of
from routine_player.ui.charts.content import Bar, Dot, Look, TimeAxis

NEVER = ("helps", "works", "causes", "reduces", "proven", "better", "worse than")


def every_chart(records, speech):
    span = Span.until(records.today, Length.ALL, records.today - timedelta(days=400))
    told = Told.AFTER_RUN
    return {
        chart.name: chart
        for chart in (
            pain_over_time(records, told, speech),
            weekly_distance(records, speech),
            runs_against_longest(records, speech),
            pain_by_distance(records, span, told, speech),
            cadence(records, speech),
            *(side_by_side(records, span, told, grouping, speech) for grouping in Grouping),
            left_and_right(records, span, speech),
            body_sites(records, speech),
            sessions_a_week(records, speech),
            time_by_kind(records, speech),
            skipped_exercises(records, span, speech),
        )
    }


@pytest.fixture
def charts(records, speech):
    return every_chart(records, speech)


def marks(chart):
    return [mark for lane in chart.lanes for mark in (*lane.dots, *lane.bars)]


def test_every_chart_shows_something_of_half_a_year(charts):
    assert len(charts) == 13
    assert not [name for name, chart in charts.items() if chart.is_empty]


def test_every_chart_has_a_table_that_is_as_wide_as_its_head(charts):
    for name, chart in charts.items():
        table = chart.table()
        assert table.rows, name
        assert {len(row) for row in table.rows} == {len(table.columns)}, name
        assert len(table.days) == len(table.rows), name


def test_every_dot_and_bar_can_be_said(charts):
    for chart in charts.values():
        for mark in marks(chart):
            tip = chart.tip(mark.about)
            assert tip.title
            assert tip.lines


def test_everything_on_an_axis_of_time_lies_on_it(charts):
    for chart in charts.values():
        if isinstance(chart.axis, TimeAxis):
            for mark in marks(chart):
                at = mark.x if isinstance(mark, Dot) else mark.first
                assert chart.axis.first <= at <= chart.axis.last + 7, chart.name


def test_dots_and_bars_of_a_lane_come_in_the_order_of_their_axis(charts):
    for chart in charts.values():
        for lane in chart.lanes:
            for found in ([dot.x for dot in lane.dots], [bar.first for bar in lane.bars]):
                assert found == sorted(found), chart.name


def test_an_empty_history_has_empty_charts_that_say_what_to_do(today, speech):
    for name, chart in every_chart(Records(today), speech).items():
        assert chart.is_empty, name
        assert chart.nothing, name
        assert not chart.table().rows, name


def test_no_chart_claims_what_dots_cannot_tell(charts):
    for chart in charts.values():
        said = f"{chart.title} {chart.about} {chart.footnote}".casefold()
        assert not [word for word in NEVER if word in said], chart.name


def test_dots_side_by_side_know_no_percentages_and_no_averages(charts):
    for grouping in Grouping:
        chart = charts[f"pain-by-{grouping}"]
        words = [note.label for lane in chart.lanes for note in lane.notes]
        assert words
        assert not [word for word in words if "%" in word]
        assert not [bar for lane in chart.lanes for bar in lane.bars]


def test_rows_of_a_group_come_by_name(charts):
    for grouping in Grouping:
        for lane in charts[f"pain-by-{grouping}"].lanes:
            names = [tick.label for tick in lane.ticks]
            if not lane.title.startswith(("Sleep", "Sitting")):
                assert names == sorted(names, key=str.casefold)


def test_the_running_week_is_marked(charts):
    (bars,) = (lane.bars for lane in charts["weekly-distance"].lanes if lane.bars)
    assert [bar.is_now for bar in bars][-1]
    assert sum(bar.is_now for bar in bars) == 1


def test_pain_is_broken_where_nothing_was_run_and_marked_where_something_began(charts):
    chart = charts["pain-over-time"]
    (gap,) = chart.lanes[0].gaps
    assert gap.words.endswith("days without a run")
    assert {marker.words for marker in chart.markers} == {
        "Hip-flexor reset begun",
        "New shoes: New pair",
        "New shoes: Old pair",
        "Ten-minute warm-up begun",
    }


def test_nothing_is_called_new_as_long_as_older_days_are_being_read(records, speech):
    chart = pain_over_time(replace(records, is_whole=False), Told.AFTER_RUN, speech)
    assert not chart.markers


def test_sessions_are_told_apart_by_shape(charts):
    looks = {dot.look for dot in charts["pain-over-time"].lanes[1].dots}
    assert looks == {Look.BEFORE, Look.AFTER}


def test_few_ratings_have_no_median_and_no_band(records, speech):
    few = replace(records, ratings=records.ratings[:12], sessions=())
    chart = pain_over_time(few, Told.AFTER_RUN, speech)
    assert not chart.lanes[0].lines
    assert [key.words for key in chart.legend] == ["one run"]
    assert len(chart.lanes) == 2  # no sessions, no lane of them


def test_ratings_beside_runs_are_dots_of_their_own(today, speech, records):
    alone = Rating(RatingMoment.ALONE, 3, records.ratings[0].at, ("hip-left",))
    chart = pain_over_time(Records(today, ratings=[alone]), Told.OTHERWISE, speech)
    (dot,) = chart.lanes[0].dots
    assert dot.score == 3
    assert chart.legend[0].words == "one rating"


def test_runs_that_were_not_rated_are_no_break_of_running(records, speech):
    kept = [one for at, one in enumerate(records.ratings) if not 30 <= at < 90]
    chart = pain_over_time(replace(records, ratings=kept), Told.AFTER_RUN, speech)
    assert any("not rated" in gap.words for gap in chart.lanes[0].gaps)


def test_miles_are_shown_where_miles_are_wanted(records, today):
    chart = weekly_distance(records, Speech(today, in_miles=True))
    assert chart.lanes[0].title == "Weekly mi"
    bars = chart.lanes[0].bars
    km = weekly_distance(records, Speech(today)).lanes[0].bars
    assert bars[0].height == pytest.approx(km[0].height / 1.609344)


def test_a_change_of_a_week_is_said_in_words(speech):
    assert change_words(2100.0, speech) == "2.1 km more than the week before"
    assert change_words(-2100.0, speech) == "2.1 km less than the week before"
    assert change_words(20.0, speech) == "as far as the week before"


def test_a_day_of_another_year_is_said_with_its_year(today, speech):
    assert speech.day(today) == "Sun 14 Jun"
    assert speech.day(today.replace(year=2025)) == "Sat 14 Jun 2025"


def test_what_no_chart_shows_cannot_be_said(speech):
    with pytest.raises(TypeError, match="no chart shows"):
        tip_of(speech)("nothing")


def test_a_much_longer_run_is_marked_and_said_with_its_share(charts):
    chart = charts["longest-of-30-days"]
    marked = [dot for dot in chart.lanes[0].dots if dot.look is Look.CAUTION]
    assert marked
    assert any("more than 110 %" in line for line in chart.tip(marked[0].about).lines)
    assert "Frandsen 2025" in chart.footnote
    first = chart.tip(chart.lanes[0].dots[0].about)
    assert "no run in the 30 days before" in first.lines


def test_weeks_of_sessions_count_whole_sessions(charts):
    bars = charts["sessions-a-week"].lanes[0].bars
    assert all(isinstance(bar, Bar) and bar.height == int(bar.height) for bar in bars)


def test_an_example_is_the_same_each_time_and_says_that_it_is_one(today):
    one, other = example_records(today), example_records(today)
    assert one.is_example
    assert one.runs == other.runs
    assert one.ratings == other.ratings
    assert max(run.started.local_date for run in one.runs) <= today


@pytest.mark.parametrize(("length", "days"), [("month", 31), ("quarter", 92), ("year", 366)])
def test_a_span_ends_today_and_counts_its_days(today, length, days):
    span = Span.until(today, Length(length), today.replace(year=2010))
    first, last = span.places
    assert last - first == days
    assert span.holds(today)
    assert not span.holds(today - timedelta(days=days))


def test_all_of_the_time_begins_where_the_history_does(today):
    begin = today.replace(year=2010)
    assert Span.until(today, Length.ALL, begin).first == begin


def test_whoever_flies_west_is_drawn_in_the_order_of_the_clock(speech, today):
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC).timestamp() * 1000
    east, west = 12 * 3600, -8 * 3600
    runs = [
        Run(Instant.of(round(noon), east), 1800.0, 5000.0, cadence_spm=170.0),
        Run(Instant.of(round(noon) + 3_600_000, west), 1800.0, 5100.0, cadence_spm=171.0),
        Run(Instant.of(round(noon) + 7_200_000, east), 1800.0, 5200.0, cadence_spm=172.0),
    ]
    for chart in every_chart(Records(today, runs), speech).values():
        for lane in chart.lanes:
            places = [dot.x for dot in lane.dots]
            assert places == sorted(places), chart.name
            for line in lane.lines:
                assert list(line.xs) == sorted(line.xs), chart.name


def test_the_first_week_and_the_running_one_are_whole_in_all_of_the_time(records, speech):
    chart = weekly_distance(replace(records, today=records.today + timedelta(days=1)), speech)
    bars = chart.lanes[0].bars
    assert chart.axis.first < bars[0].first
    assert chart.axis.last > bars[-1].last
    assert chart.axis.since == records.first


def test_a_row_says_its_median_once_it_has_one(charts):
    notes = [note.label for note in charts["left-and-right"].lanes[0].notes]
    assert all("median" in note for note in notes if not note.startswith("0"))
    assert any(note == "0 ratings" for note in notes)


def test_stacks_of_a_row_are_as_high_as_they_have_ratings(records, speech):
    at = records.ratings[0].at
    said = [(2, "hip-left")] * 60 + [(5, "hip-left")] * 30 + [(1, "hip-right")] * 2
    ratings = [Rating(RatingMoment.AFTER_RUN, score, at, (site,)) for score, site in said]
    span = Span.until(records.today, Length.ALL, records.today - timedelta(days=400))
    chart = left_and_right(Records(records.today, ratings=ratings), span, speech)
    (lane,) = chart.lanes
    tops = {
        score: max(dot.y for dot in lane.dots if dot.score == score)
        - min(dot.y for dot in lane.dots if dot.score == score)
        for score in (2, 5, 1)
    }
    assert tops[2] / tops[5] == pytest.approx(59 / 29)
    assert tops[1] == 11.0  # each row to its own measure, as its count is written
    assert chart.legend[0].words == "ratings, stacked"
    few = left_and_right(Records(records.today, ratings=ratings[-2:]), span, speech)
    assert few.legend[0].words == "one rating"


def test_charts_without_an_axis_of_time_say_their_days(charts):
    for chart in charts.values():
        assert isinstance(chart.axis, TimeAxis) or " to 14 Jun 2026" in chart.time, chart.name
    assert charts["body-sites"].time == "1 May 2026 to 14 Jun 2026"


def test_the_table_of_rows_takes_each_median_once(records, speech, monkeypatch):
    asked = []
    taken = Strip.median.fget
    monkeypatch.setattr(
        Strip, "median", property(lambda strip: asked.append(strip) or taken(strip))
    )
    span = Span.until(records.today, Length.ALL, records.today - timedelta(days=400))
    chart = left_and_right(records, span, speech)
    asked.clear()
    assert len(chart.table().rows) > len(asked)
    assert len(asked) == 3


def test_sessions_without_a_rating_say_what_is_missing_and_have_no_weeks_of_runs(records, speech):
    alone = Records(records.today, sessions=records.sessions)
    chart = pain_over_time(alone, Told.AFTER_RUN, speech)
    assert [gap.words for gap in chart.lanes[0].gaps] == [
        "Rate how a run felt, and it will be here."
    ]
    assert not any("Weekly" in lane.title for lane in chart.lanes)


def test_how_many_there_are_is_said_when_all_are_read(records, speech):
    part = pain_over_time(replace(records, is_whole=False), Told.AFTER_RUN, speech)
    assert part.about == "after the run, 0 to 10, older ones to come"
    count = len(part.lanes[0].dots)
    whole = pain_over_time(records, Told.AFTER_RUN, speech)
    assert whole.about == f"after the run, 0 to 10, {count} ratings in all"
