from dataclasses import replace

import pytest

from routine_player.store.history_changes import Saying
from routine_player.store.run_import.intake import Fate, ImportLine, store, summary


@pytest.fixture
def put(history, read, noon):
    """Read bytes and store what is found; give the lines of the report."""

    def putting(data, name="morning", **more):
        return list(store(history.diary, read(data, name, **more), Saying(noon)))

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
    assert history.diary.runs() == ()


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
