from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping
from routine_player.ui.chart_contents.spans import Length
from routine_player.ui.charts.charts_panel import ChartsPanel, Section
from routine_player.ui.charts.chooser import Chooser
from routine_player.ui.charts.saving import FileKind
from routine_player.ui.widgets.label import PlainLabel


@pytest.fixture
def panel(theme, show, records, speech):
    panel = ChartsPanel(theme)
    panel.show_records(replace(records, is_example=False), speech)
    panel.setMinimumSize(1100, 700)
    show(panel)
    return panel


def titles(panel):
    return [card.accessibleName() for card in panel.cards]


def says_example(panel):
    labels = [one for one in panel.findChildren(PlainLabel) if one.text().startswith("An example")]
    return not labels[0].isHidden()


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (Section.PAIN, ["Pain over time", "The year"]),
        (
            Section.RUNS,
            [
                "Distance by the week",
                "Each run against the longest of 30 days",
                "Pain by distance",
                "Cadence",
            ],
        ),
        (Section.SIDE_BY_SIDE, ["Pain by routine"]),
        (Section.BODY, ["Where it hurt", "Left and right"]),
        (Section.SESSIONS, ["Sessions a week", "Time by kind", "What was skipped"]),
    ],
)
def test_each_group_shows_its_charts(panel, section, expected):
    panel.go_to(section)
    QApplication.processEvents()
    assert panel.section is section
    assert titles(panel) == expected
    assert all(card.isVisible() for card in panel.cards)


def test_a_group_that_was_left_is_hidden(panel):
    before = panel.cards
    panel.go_to(Section.BODY)
    assert not any(card.isVisible() for card in before)
    panel.go_to(Section.PAIN)
    assert panel.cards[0] is before[0]


def test_how_much_time_is_shown_can_be_chosen(panel, records):
    plot = panel.plots[0]
    for length, days in ((Length.MONTH, 31), (Length.QUARTER, 92)):
        panel.choose(length=length)
        first, last = plot.stretch
        assert last - first == pytest.approx(days)
    panel.choose(length=Length.ALL)
    assert plot.stretch == (plot.chart.axis.first, plot.chart.axis.last)
    assert plot.stretch[0] < records.first < records.last < plot.stretch[1]


def test_other_ratings_can_be_chosen(panel):
    panel.choose(told=Told.NEXT_MORNING)
    assert panel.plots[0].chart.about.startswith("next morning")


def test_rows_can_be_chosen(panel):
    panel.go_to(Section.SIDE_BY_SIDE)
    panel.choose(grouping=Grouping.FACTOR, length=Length.ALL)
    titles = [lane.title for lane in panel.plots[0].chart.lanes]
    assert titles == ["Kind of run", "Surface", "Shoes", "Sleep", "Sitting"]


def test_an_empty_history_shows_an_example_that_says_so(panel, today, speech):
    assert not says_example(panel)
    panel.show_records(Records(today), speech)
    assert says_example(panel)
    assert not panel.plots[0].chart.is_empty


def test_one_who_never_rated_a_run_sees_other_ratings_at_first(theme, today, speech, records):
    panel = ChartsPanel(theme)
    alone = Rating(RatingMoment.ALONE, 3, records.ratings[-1].at)
    panel.show_records(Records(today, ratings=[alone]), speech)
    assert panel.plots[0].chart.lanes[0].dots[0].score == 3


def test_one_who_logged_nothing_of_late_sees_all_of_the_time(theme, today, speech, records):
    panel = ChartsPanel(theme)
    later = today + timedelta(days=400)
    panel.show_records(Records(later, records.runs, records.ratings), speech)
    first, _ = panel.plots[0].stretch
    assert first < records.first


def test_sessions_without_any_rating_begin_with_runs(theme, today, speech, records):
    panel = ChartsPanel(theme)
    panel.show_records(Records(today, sessions=records.sessions), speech)
    assert panel.plots[0].chart.about.startswith("worst in the run")


def test_a_dot_and_a_square_lead_to_their_day(panel, qtbot, today):
    for card in panel.cards:
        with qtbot.waitSignal(panel.day_wished) as wished:
            card.day_chosen.emit(today)
        assert wished.args == [today]


def test_a_chart_asks_to_be_written(panel, qtbot):
    with qtbot.waitSignal(panel.file_wished) as wished:
        panel.cards[0].wish_file(FileKind.CSV)
    assert wished.args[0].name == "pain-over-time"


def test_the_year_can_be_turned(panel, today, records, speech):
    year = panel.cards[1]
    year.go_back()
    assert year.last == today - timedelta(weeks=52)
    assert year.accessibleName() == "2024 - 2025"
    panel.show_records(replace(records, is_example=False), speech)
    assert year.last == today - timedelta(weeks=52)  # it stays where it was turned to
    year.go_on()
    year.go_on()
    assert year.last == today


def test_the_year_is_saved_as_a_picture_too(panel):
    assert panel.cards[1].content(FileKind.PNG).startswith(b"\x89PNG")


def test_the_whole_year_is_in_the_picture_however_narrow_the_page(panel, theme):
    year = panel.cards[1]
    wide = QImage.fromData(year.content(FileKind.PNG), "PNG").width()
    panel.setMinimumSize(300, 300)
    panel.resize(420, 500)
    QApplication.processEvents()
    assert QImage.fromData(year.content(FileKind.PNG), "PNG").width() == wide


def test_files_of_an_example_say_so(panel, today, speech, qtbot):
    panel.show_records(Records(today), speech)
    for card in panel.cards:
        assert "an example, not yours" in card.content(FileKind.SVG).decode()
        with qtbot.waitSignal(panel.file_wished) as wished:
            card.wish_file(FileKind.CSV)
        assert wished.args[0].name.startswith("example-")


def test_days_of_an_example_are_not_opened(panel, today, speech, qtbot):
    panel.show_records(Records(today), speech)
    with qtbot.assertNotEmitted(panel.day_wished):
        panel.cards[0].day_chosen.emit(today)


def test_what_is_looked_at_is_chosen_anew_until_somebody_chooses(theme, today, speech, records):
    panel = ChartsPanel(theme)
    later = today + timedelta(days=800)
    panel.show_records(Records(later, is_whole=False), speech)
    assert not says_example(panel)  # older days are still being read
    alone = [Rating(RatingMoment.ALONE, one.score, one.at) for one in records.ratings]
    panel.show_records(Records(later, ratings=alone), speech)
    assert panel.plots[0].chart.about.startswith("around sessions")
    assert panel.plots[0].stretch[0] < records.first
    panel.choose(told=Told.AFTER_RUN)
    panel.show_records(Records(later, ratings=alone), speech)
    assert panel.cards[0].labels[1].text().startswith("after the run")


def test_the_running_week_is_whole_on_any_weekday(panel, records, speech, today):
    for weekday in range(7):
        now = today + timedelta(days=1 + weekday)
        panel.show_records(replace(records, today=now, is_example=False), speech)
        bars = panel.plots[0].chart.lanes[-1].bars
        assert panel.plots[0].stretch[1] >= today.toordinal() + 8
        assert panel.plots[0].stretch[1] >= max(bar.last for bar in bars)


def test_choosers_and_legends_fold_where_the_window_is_small(panel):
    card = panel.cards[0]
    assert card.legend.isVisible()
    panel.setMinimumSize(300, 300)
    panel.resize(560, 350)
    QApplication.processEvents()
    assert not card.legend.isVisible()
    panel.go_to(Section.RUNS)
    assert not any(card.legend.isVisible() for card in panel.cards)
    assert all(chooser.is_folded for chooser in panel.findChildren(Chooser) if chooser.isVisible())
