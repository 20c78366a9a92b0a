from dataclasses import replace
from uuid import uuid4

import pytest

from routine_player.store.history_changes import Saying
from routine_player.store.run_import.intake import Fate, ImportLine, store, summary


@pytest.fixture
def put(history, read, noon):
    """Read bytes and store what is found; give the lines of the report."""

    def putting(data, name="morning", *, even_deleted=False, **more):
        reading = read(data, name, **more)
        return list(store(history.diary, reading, Saying(noon), even_deleted=even_deleted))

    return putting


def test_a_run_is_taken_and_the_same_file_skipped(history, put, fit, fit_run):
    (first,) = put(fit(fit_run()))
    (second,) = put(fit(fit_run()), "copy")
    (logged,) = history.diary.runs()
    assert first == ImportLine("morning", Fate.TAKEN, "", logged.run.id)
    assert second == ImportLine("copy", Fate.SKIPPED, "it is in your log already", logged.run.id)


def test_the_same_run_in_other_formats_is_joined(history, put, fit, fit_run, gpx, tcx):
    fates = [put(data)[0].fate for data in (fit(fit_run()), gpx(), tcx())]
    assert fates == [Fate.TAKEN, Fate.JOINED, Fate.JOINED]
    (logged,) = history.diary.runs()
    assert [source.kind.value for source in logged.sources] == ["fit", "gpx", "tcx"]
    assert logged.run.cadence_spm == 173.0


def test_a_run_that_was_deleted_stays_so(history, put, gpx, noon):
    (line,) = put(gpx())
    history.diary.delete(line.run, noon)
    (again,) = put(gpx())
    assert (again.fate, again.reason) == (Fate.SKIPPED, "you deleted it from your log")
    assert again.was_deleted
    assert history.diary.runs() == ()
    (back,) = put(gpx(), even_deleted=True)
    assert (back.fate, back.run, back.was_deleted) == (Fate.TAKEN, line.run, False)
    assert [logged.run.id for logged in history.diary.runs()] == [line.run]


def test_a_run_whose_deleting_was_undone_and_done_again_stays_deleted(history, put, gpx, noon):
    (line,) = put(gpx())
    history.diary.delete(line.run, noon)
    history.diary.undo(history.diary.last_edit().id, noon)
    (undoing,) = [edit for edit in history.diary.edits(line.run) if edit.undoes is not None]
    history.diary.undo(undoing.id, noon)
    assert history.diary.runs() == ()
    assert put(gpx())[0].was_deleted


def test_an_import_that_was_undone_can_be_done_again(history, put, gpx, noon):
    (line,) = put(gpx())
    for _ in range(3):
        history.diary.undo(history.diary.last_edit().id, noon)
        assert history.diary.runs() == ()
        (again,) = put(gpx())
        assert (again.fate, again.run) == (Fate.TAKEN, line.run)
        assert put(gpx())[0].fate is Fate.SKIPPED
    (logged,) = history.diary.runs()
    assert logged.run.duration_s == 600.0


def test_a_join_that_was_undone_can_be_done_again(history, put, only, fit, fit_run, gpx, noon):
    typed = replace(only(fit(fit_run())), cadence_spm=None, climb_m=None, note="Windy")
    history.diary.put_run(typed, noon)
    assert put(gpx())[0].fate is Fate.JOINED
    filled = history.diary.runs()
    history.diary.undo(history.diary.last_edit().id, noon)
    assert history.diary.runs()[0].run.cadence_spm is None
    assert put(gpx())[0].fate is Fate.JOINED
    assert history.diary.runs() == filled
    assert put(gpx())[0].fate is Fate.SKIPPED


def test_what_the_person_cleared_is_not_filled_again(history, put, gpx, noon):
    (line,) = put(gpx())
    logged = history.diary.run(line.run)
    history.diary.put_run(replace(logged.run, climb_m=None), noon)
    assert put(gpx())[0].fate is Fate.SKIPPED
    assert history.diary.run(line.run).run.climb_m is None


_LIST = "Activity ID,Date,Name,Type,About,Time,Distance,Filename\n"
_LINE = "1049876543,2025-06-15 15:{at},Park,Run,Windy,620,{metres},activities/1.fit.gz\n"


@pytest.mark.parametrize(("at", "metres"), [("06:40", 2000), ("06:40", 2600), ("11:40", 1500)])
def test_a_line_of_a_list_is_the_run_that_was_recorded_in_its_file(
    history, put, fit, fit_run, at, metres
):
    put(fit(fit_run()), "1.fit.gz")
    (line,) = put((_LIST + _LINE.format(at=at, metres=metres)).encode(), "activities.csv")
    assert line.fate is Fate.JOINED
    (logged,) = history.diary.runs()
    assert (logged.run.distance_m, logged.run.note) == (2000.0, "Park\nWindy")


def test_a_line_whose_file_is_missing_is_a_run_of_its_own(history, put, fit, fit_run):
    put(fit(fit_run()), "2.fit.gz")
    (line,) = put((_LIST + _LINE.format(at="11:40", metres=1500)).encode(), "activities.csv")
    assert line.fate is Fate.TAKEN


def test_a_run_is_joined_with_the_nearest_of_those_that_are_alike(history, put, gpx, only, noon):
    run = only(gpx())
    for apart_s in (-100.0, 10.0):
        history.diary.put_run(replace(run, id=uuid4(), started=run.started.after(apart_s)), noon)
    (line,) = put(gpx())
    assert history.diary.run(line.run).run.started == run.started.after(10.0)


def test_what_is_wrong_is_told_and_nothing_half_written(history, put, gpx):
    (broken,) = put(gpx()[: len(gpx()) // 2])
    assert (broken.fate, "broken midway" in broken.reason) == (Fate.TAKEN, True)
    (failed,) = put(b"x")
    assert failed.fate is Fate.FAILED
    (skipped,) = put(gpx("cycling"))
    assert skipped.fate is Fate.SKIPPED
    assert len(history.diary.runs()) == 1


def test_a_list_is_one_transaction(history, put, monkeypatch):
    rows = ["id,date,name,type,about,time,distance"]
    rows += [f"10498765{day},2017-06-{day} 16:05:06,x,Run,,1620,4730.0" for day in range(10, 20)]
    stamp = history.stamp
    lines = put("\n".join(rows).encode())
    assert summary(lines) == "10 taken, 0 joined, 0 skipped, 0 failed"
    assert int(history.stamp.rpartition("-")[2]) == int(stamp.rpartition("-")[2]) + 1
    assert summary(put("\n".join(rows).encode())) == "0 taken, 0 joined, 10 skipped, 0 failed"


def test_importing_the_same_twice_changes_nothing(history, put, fit, fit_run, gpx, tcx):
    files = [fit(fit_run()), gpx(), tcx(), gpx("cycling")]
    for data in files:
        put(data)
    before = [*history.diary.runs()]
    changes = history._db.execute("SELECT count(*) FROM change").fetchone()[0]
    for data in files:
        put(data)
    assert [*history.diary.runs()] == before
    assert history._db.execute("SELECT count(*) FROM change").fetchone()[0] == changes


def test_a_run_that_was_typed_is_joined_with_its_file(history, put, only, fit, fit_run, noon):
    typed = replace(only(fit(fit_run())), cadence_spm=None, climb_m=None, note="Windy")
    history.diary.put_run(typed, noon)
    (line,) = put(fit(fit_run()))
    assert (line.fate, line.run) == (Fate.JOINED, typed.id)
    (logged,) = history.diary.runs()
    assert (logged.run.cadence_spm, logged.run.note) == (173.0, "Windy")
