from dataclasses import replace

import pytest

from routine_player.core.run import Activity, SourceKind, Surface

NAMES = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    "Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,"
    "Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence"
)
ROW = (
    '1049876543,"Jun 23, 2017, 4:05:06 PM",Evening Run,Run,"Slow, easy",1620,4.73,,,false,,,'
    "activities/1.fit.gz,,,1620.0,1530.0,4730.2,,,62.5,,,,,,,,95,84.5"
)


def _file(*rows: str, names: str = NAMES) -> bytes:
    return "\n".join((names, *rows, "")).encode()


def test_a_line_says_metres_moving_time_climb_and_steps_of_both_feet(only):
    run = only(_file(ROW))
    assert run.started.iso() == "2017-06-23T18:05:06+02:00"
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (4730.2, 1530.0, 1620.0)
    assert (run.climb_m, run.cadence_spm, run.activity) == (62.5, 169.0, Activity.RUN)
    assert run.note == "Evening Run\nSlow, easy"


def test_the_first_distance_may_be_in_miles(only):
    assert only(_file(ROW.replace(",4.73,", ",2.94,"))).distance_m == 4730.2


def test_a_list_in_another_language_says_the_same(only):
    names = NAMES.replace("Activity ID", "ID de actividad").replace("Distance", "Distancia")
    names = names.replace("Elapsed Time", "Tiempo").replace("Elevation Gain", "Desnivel")
    names = names.replace("Average Cadence", "Cadencia media").replace("Activity Date", "Fecha")
    row = ROW.replace('"Jun 23, 2017, 4:05:06 PM"', "23 jun. 2017 16:05:06")
    row = row.replace(",4.73,", ',"4,73",').replace(",Run,", ",Carrera,").replace("62.5", '"62,5"')
    row = row.replace("84.5", '"84,5"').replace("4730.2", '"4730,2"')
    run = only(_file(row, names=names))
    assert run == replace(only(_file(ROW)), id=run.id)


@pytest.mark.parametrize(("distance", "metres"), [("4730.2", 4730.2), ("4.73", 4730.0)])
def test_a_list_of_2018_has_ten_columns(only, distance, metres):
    names = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename"
    row = f"1049876543,2017-06-23 16:05:06,Evening,Run,,1620,{distance},False,,activities/1.gpx"
    run = only(_file(row, names=names))
    assert run.distance_m == pytest.approx(metres)
    assert (run.duration_s, run.climb_m, run.cadence_spm) == (1620.0, None, None)
    assert run.started.iso() == "2017-06-23T18:05:06+02:00"


def test_miles_are_told_where_a_list_counts_in_them(only):
    names = "id,date,name,type,description,elapsed_time,distance"
    row = "1049876543,2017-06-23 16:05:06,Evening,Run,,1620,2.94"
    assert only(_file(row, names=names), in_miles=True).distance_m == pytest.approx(4731.5, abs=0.1)


def test_a_line_without_distance_or_kind_is_taken_for_what_is_likely(only):
    row = ROW.replace(",4.73,", ",,").replace("4730.2", "--").replace(",Run,", ",,")
    run = only(_file(row))
    assert (run.distance_m, run.activity) == (None, Activity.RUN)


def test_each_line_is_told_apart(read):
    ride = ROW.replace(",Run,", ",Ride,").replace("1049876543", "1049876544")
    undated = ROW.replace("Jun 23, 2017, 4:05:06 PM", "yesterday")
    reading = read(_file(ROW, ride, undated), "activities.csv")
    (found,) = reading.found
    assert (found.name, found.source.kind) == ("activities.csv:2", SourceKind.STRAVA)
    assert [(one.name, one.reason, one.failed) for one in reading.refused] == [
        ("activities.csv:3", "it is a ride, not a run", False),
        ("activities.csv:4", "its date cannot be read: yesterday", True),
    ]


def test_a_line_is_the_same_in_a_longer_list(read):
    other = ROW.replace("1049876543", "1049876544").replace("23, 2017", "24, 2017")
    first = read(_file(ROW)).found[0].source
    again = read(_file(other, ROW)).found[1].source
    assert first.digest == again.digest


def test_a_line_without_a_number_of_its_own_is_known_by_its_text(read):
    row = ROW.replace("1049876543", "")
    assert len({found.source.digest for found in read(_file(row, row)).found}) == 1


def test_a_list_in_utf_16_with_semicolons_is_read_too(only):
    text = "\n".join((NAMES.replace(",", ";"), ROW.replace('"Slow, easy"', "x").replace(",", ";")))
    text = text.replace("Jun 23; 2017; 4", "Jun 23, 2017, 4")
    assert only(text.encode("utf-16")).distance_m == 4730.2
    assert only("\ufeff".encode() + _file(ROW)).distance_m == 4730.2
    assert only(_file(ROW.replace("Evening", "Läufchen")).decode().encode("cp1252")).climb_m == 62.5


def test_a_list_of_no_lines_holds_nothing(read):
    reading = read(_file())
    assert (reading.found, reading.refused) == ((), ())


def test_three_decimals_are_no_thousands_in_a_list_of_decimal_commas(only):
    row = ROW.replace(",4.73,", ',"4,73",').replace("62.5", "120.125").replace("84.5", "84.512")
    run = only(_file(row.replace("4730.2", '"4730,204"')))
    assert (run.climb_m, run.distance_m) == (120.125, 4730.204)
    assert run.cadence_spm == pytest.approx(169.024)


def test_a_line_whose_numbers_cannot_be_does_not_take_the_others_with_it(read):
    minus = ROW.replace("1049876543", "1049876544").replace("4730.2", "-4730.2")
    early = ROW.replace("1049876543", "1049876545").replace("2017", "0001")
    reading = read(_file(minus, ROW, early), "activities.csv")
    assert [found.name for found in reading.found] == ["activities.csv:3"]
    assert [(one.name, one.failed) for one in reading.refused] == [
        ("activities.csv:2", True),
        ("activities.csv:4", True),
    ]


def test_a_list_is_known_by_any_of_its_first_lines(read):
    names = NAMES.replace("Activity ID", "ID de actividad")
    blank = ROW.replace("1049876543", "--")
    reading = read(_file(blank.replace("Jun 23, 2017", "--"), ROW, names=names))
    assert len(reading.found) == 1


@pytest.mark.parametrize(
    "date",
    ["23 cze 2017, 16:05:06", "23 июн. 2017, 16:05:06", "2017. 6. 23. 오후 4:05:06",
     "23 Haz 2017 16:05:06", "23 juin 2017 à 16:05:06", "2017年6月23日 16:05:06"],
)  # fmt: skip
def test_a_date_is_read_in_many_languages(only, date):
    assert only(_file(ROW.replace("Jun 23, 2017, 4:05:06 PM", date))).started.iso() == (
        "2017-06-23T18:05:06+02:00"
    )


def test_a_list_says_what_was_run_on(only):
    assert only(_file(ROW.replace(",Run,", ",Virtual Run,"))).surface is Surface.TREADMILL
    assert only(_file(ROW.replace(",Run,", ",Trail Run,"))).surface is Surface.TRAIL
    assert only(_file(ROW)).surface is None
