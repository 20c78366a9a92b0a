from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.year import year_days, year_table


def test_a_day_has_its_sessions_its_runs_and_its_worst_pain(records, speech):
    days = year_days(records, speech)
    run = records.real_runs[-1]
    day = days[run.started.local_date]
    scores = [one.score for one in records.ratings if one.at.local_date == run.started.local_date]
    assert day.worst == max(scores)
    assert len(day.runs) == 1
    assert f"worst pain {max(scores)}" in day.words


def test_the_table_begins_with_the_last_day(records, speech):
    table = year_table(year_days(records, speech))
    assert table.days == sorted(table.days, reverse=True)
    assert table.rows[0][0] == table.days[0].isoformat()


def test_a_day_of_sessions_alone_says_so(records, speech, today):
    (session, *_) = records.sessions
    days = year_days(Records(today, sessions=[session, session]), speech)
    assert days[session.day].words == "2 sessions"
    assert days[session.day].worst is None
