import pytest

from routine_player.core.run import Activity, SourceKind

NAMES = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,"
    "Max Run Cadence,Avg Pace,Total Ascent,Total Descent,Elapsed Time"
)
ROW = (
    'Running,2024-06-23 16:05:06,false,"Berlin, Tiergarten","12.07","1,012",01:05:30,150,170,172,'
    '190,5:25,"1,062",60,01:07:00'
)


def _file(*rows: str, names: str = NAMES) -> bytes:
    return "\n".join((names, *rows, "")).encode("utf-8-sig")


def test_a_line_says_steps_of_both_feet_already_and_the_time_on_the_wall(only):
    run = only(_file(ROW))
    assert run.started.iso() == "2024-06-23T16:05:06+02:00"
    assert run.started.zone == "Europe/Berlin"
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (12_070.0, 3930.0, 4020.0)
    assert (run.cadence_spm, run.climb_m, run.activity) == (172.0, 1062.0, Activity.RUN)


def test_dashes_are_blanks(only):
    row = ROW.replace(",172,", ",--,").replace('"1,062"', "--").replace("01:07:00", "--")
    run = only(_file(row))
    assert (run.cadence_spm, run.climb_m, run.elapsed_s) == (None, None, None)
    assert only(_file(ROW.replace('"12.07"', "--"))).distance_m is None


def test_miles_and_feet_are_told(only):
    run = only(_file(ROW), in_miles=True)
    assert run.distance_m == pytest.approx(19_424.8, abs=0.1)
    assert run.climb_m == pytest.approx(323.7, abs=0.1)


def test_a_list_in_another_language_says_the_same(only):
    names = (
        "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,"
        "Ø Schrittfrequenz (Laufen),Max. Schrittfrequenz,Ø Pace,Anstieg gesamt,Abstieg gesamt"
    )
    row = (
        'Laufen,2024-06-23 16:05:06,false,x,"12,07","1.012",01:05:30,150,170,172,190,5:25,'
        '"1.062",60'
    )
    run = only(_file(row, names=names))
    assert (run.distance_m, run.cadence_spm, run.climb_m) == (12_070.0, 172.0, 1062.0)


def test_a_swim_is_told_in_metres(only):
    row = ROW.replace("Running", "Pool Swim").replace('"12.07"', '"1,500"')
    run = only(_file(row), wanted=frozenset(Activity))
    assert (run.activity, run.distance_m, run.cadence_spm) == (Activity.SWIM, 1500.0, None)


def test_each_line_is_told_apart(read):
    ride = ROW.replace("Running", "Cycling")
    undated = ROW.replace("2024-06-23 16:05:06", "--")
    reading = read(_file(ROW, ride, undated), "Activities.csv")
    (found,) = reading.found
    assert (found.name, found.source.kind) == ("Activities.csv:2", SourceKind.GARMIN)
    assert [(one.name, one.failed) for one in reading.refused] == [
        ("Activities.csv:3", False),
        ("Activities.csv:4", True),
    ]


def test_a_moment_that_says_its_zone_is_believed(only):
    row = ROW.replace("2024-06-23 16:05:06", "2024-06-23T16:05:06+00:00")
    assert only(_file(row)).started.iso() == "2024-06-23T18:05:06+02:00"


def test_what_nobody_said_is_guessed_from_its_speed(only):
    assert only(_file(ROW.replace("Running", "--"))).activity is Activity.RUN
