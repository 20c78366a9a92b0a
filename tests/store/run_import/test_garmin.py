import pytest

from routine_player.core.run import Activity, SourceKind, Surface

NAMES = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,"
    "Max Run Cadence,Avg Pace,Total Ascent,Total Descent,Elapsed Time"
)
ROW = (
    'Running,2024-06-23 16:05:06,false,"Berlin, Tiergarten","12.07","1,012",01:05:30,150,170,172,'
    '190,5:25,"1,062",60,01:07:00'
)


UNSAID = "its distance was read as kilometres: the list does not say what it counts in"
STRIDES = NAMES + ",Avg Stride Length"


def _file(*rows: str, names: str = NAMES) -> bytes:
    return "\n".join((names, *rows, "")).encode("utf-8-sig")


@pytest.fixture
def only(read):
    """Read a list of one line that is without any fault, whether it says its unit or not."""

    def run(data, **more):
        reading = read(data, **more)
        assert reading.refused == ()
        (found,) = reading.found
        assert found.remark in {"", UNSAID}
        return found.run

    return run


def test_a_line_says_steps_of_both_feet_already_and_the_time_on_the_wall(only):
    run = only(_file(ROW))
    assert run.started.iso() == "2024-06-23T16:05:06+02:00"
    assert run.started.zone == "Europe/Berlin"
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (12_070.0, 3930.0, 4020.0)
    assert (run.cadence_spm, run.climb_m, run.activity) == (172.0, 1062.0, Activity.RUN)


def test_a_list_that_does_not_say_its_unit_is_told_how_it_was_read(read):
    assert read(_file(ROW)).found[0].remark == UNSAID


@pytest.mark.parametrize(
    ("shown", "stride", "metres", "climb"),
    [("12.07", "1.07", 12_070.0, 1062.0), ("7.50", "1.07", 12_070.1, 323.7),
     ("7.50", "3.51", 12_070.1, 323.7)],
)  # fmt: skip
@pytest.mark.parametrize("in_miles", [False, True])
def test_strides_tell_kilometres_from_miles(only, shown, stride, metres, climb, in_miles):
    data = _file(f"{ROW.replace('12.07', shown)},{stride}", names=STRIDES)
    run = only(data, in_miles=in_miles)
    assert run.distance_m == pytest.approx(metres, abs=0.1)
    assert run.climb_m == pytest.approx(climb, abs=0.1)


def test_strides_that_fit_neither_tell_nothing(read):
    assert read(_file(f"{ROW},0.5", names=STRIDES)).found[0].remark == UNSAID


def test_metres_are_told_from_kilometres_by_what_anybody_can_do(only):
    row = ROW.replace("Running", "Track Running").replace('"12.07"', '"12,070"')
    assert only(_file(row)).distance_m == 12_070.0


def test_a_line_whose_numbers_cannot_be_does_not_take_the_others_with_it(read):
    first = ROW.replace("2024-06-23", "0001-01-01")
    reading = read(_file(first, ROW, ROW.replace("12.07", "-12.07")), "Activities.csv")
    assert [found.name for found in reading.found] == ["Activities.csv:3"]
    assert [one.name for one in reading.refused] == ["Activities.csv:2", "Activities.csv:4"]


def test_a_list_is_known_by_any_of_its_first_lines_and_its_separator_may_be_said(read):
    names = NAMES.replace("Activity Type,Date", "Typ,Wann")
    blank = ROW.replace("01:05:30", "--").replace('"12.07"', "--")
    assert len(read(_file(blank, ROW, names=names)).found) == 1
    plain = f"{NAMES}\n{ROW}".replace('"Berlin, Tiergarten"', "x").replace('"1,0', '"10')
    assert len(read(("sep=;\n" + plain.replace(",", ";")).encode()).found) == 1
    assert len(read(plain.replace(",", "\t").encode("utf-16")).found) == 1


def test_dashes_are_blanks(only):
    row = ROW.replace(",172,", ",--,").replace('"1,062"', "--").replace("01:07:00", "--")
    run = only(_file(row))
    assert (run.cadence_spm, run.climb_m, run.elapsed_s) == (None, None, None)
    assert only(_file(ROW.replace('"12.07"', "--"))).distance_m is None


def test_miles_and_feet_are_told(read):
    (found,) = read(_file(ROW), in_miles=True).found
    assert "read as miles" in found.remark
    run = found.run
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


def test_a_list_says_what_was_run_on(only):
    assert only(_file(ROW.replace("Running", "Treadmill Running"))).surface is Surface.TREADMILL
    assert only(_file(ROW.replace("Running", "Trail Running"))).surface is Surface.TRAIL
    assert only(_file(ROW)).surface is None
