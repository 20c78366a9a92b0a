import gzip
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.store.run_import import files
from routine_player.store.run_import.files import count_files, read_paths
from routine_player.store.run_import.found import FileReading, Manner

Read = Callable[..., list[FileReading]]


@pytest.fixture
def read_all(manner: Manner) -> Read:
    def reading(*paths: Path) -> list[FileReading]:
        return list(read_paths(paths, manner))

    return reading


@pytest.fixture
def why(read_all: Read) -> Callable[[Path], str]:
    """Read a file that holds nothing to take; say why."""

    def reason(path: Path) -> str:
        (reading,) = read_all(path)
        assert reading.found == ()
        (refused,) = reading.refused
        assert refused.failed
        return refused.reason

    return reason


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return path


def test_a_file_that_is_packed_is_the_same_file(tmp_path, read_all, fit, fit_run):
    data = fit(fit_run())
    (tmp_path / "a.fit").write_bytes(data)
    (tmp_path / "b.fit.gz").write_bytes(gzip.compress(data))
    _zip(tmp_path / "c.zip", {"deep/inside/run.fit.gz": gzip.compress(data)})
    readings = read_all(*sorted(tmp_path.iterdir()))
    assert [reading.found[0].source.file for reading in readings] == [
        "a.fit",
        "b.fit.gz",
        "run.fit.gz",
    ]
    assert len({reading.found[0].source.digest for reading in readings}) == 1


def test_of_a_folder_all_that_may_hold_runs_is_read_lists_last(
    tmp_path, read_all, fit, fit_run, gpx, tcx
):
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities.csv").write_text("id,date,name,type,about,time,distance\n")
    (tmp_path / "profile.csv").write_text("name\n")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "activities" / "1.FIT").write_bytes(fit(fit_run()))
    (tmp_path / "activities" / "2.gpx").write_bytes(gpx())
    (tmp_path / "activities" / "3.tcx.gz").write_bytes(gzip.compress(tcx()))
    _zip(tmp_path / "more.zip", {"4.gpx": gpx(), "notes.txt": b"", "pages/profile.csv": b""})
    names = [reading.name for reading in read_all(tmp_path)]
    assert names == ["1.FIT", "2.gpx", "3.tcx.gz", "4.gpx", "activities.csv"]
    assert count_files([tmp_path, tmp_path / "activities.csv"]) == 6


def test_a_folder_without_runs_says_so(tmp_path, why):
    assert why(tmp_path) == "there are no runs in it"


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path, read_all, monkeypatch, gpx):
    (tmp_path / "a.gpx").write_bytes(gpx())

    def walk(top, onerror):
        yield str(top), [], ["a.gpx"]
        onerror(PermissionError(13, "Permission denied", "closed"))

    monkeypatch.setattr(os, "walk", walk)
    good, bad = read_all(tmp_path)
    assert len(good.found) == 1
    assert bad.refused[0].name == "closed"
    assert bad.refused[0].reason == "it cannot be read: Permission denied"


def test_what_is_not_there_or_no_file_is_told(tmp_path, why):
    assert why(tmp_path / "missing.fit") == "there is no such file"
    fifo = tmp_path / "fifo.fit"
    os.mkfifo(fifo)
    assert why(fifo) == "it is no file"
    assert why(tmp_path / ("x" * 300)).startswith("it cannot be read: ")


def test_a_file_the_disk_does_not_give_is_told(tmp_path, why, monkeypatch):
    path = tmp_path / "a.fit"
    path.touch()

    def refuse(*_args, **_more):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refuse)
    assert why(path) == "it cannot be read: Input/output error"


def test_a_path_that_cannot_even_be_asked_about_is_told(why, monkeypatch):
    def refuse(_path):
        raise OSError("no answer")

    monkeypatch.setattr(Path, "is_dir", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    assert why(Path("a.fit")) == "it cannot be read: no answer"


def test_a_bomb_is_not_followed_to_its_end(tmp_path, why, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 3 << 20)
    (tmp_path / "a.gpx.gz").write_bytes(gzip.compress(bytes(64 << 20)))
    assert why(tmp_path / "a.gpx.gz") == "it unpacks to more than can be"
    (tmp_path / "b.gpx").write_bytes(bytes(4 << 20))
    assert why(tmp_path / "b.gpx") == "it is too large for a run"
    _zip(tmp_path / "c.zip", {"a.gpx": bytes(4 << 20)})
    assert why(tmp_path / "c.zip") == "it is too large for a run"


def test_a_zip_file_of_more_than_can_be_is_refused_before_it_is_read(tmp_path, why, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_ZIP", 1 << 20)
    _zip(tmp_path / "c.zip", {"a.gpx": bytes(1 << 20), "b.gpx": b"x"})
    assert why(tmp_path / "c.zip") == "it unpacks to more than can be"


def test_broken_packing_is_told(tmp_path, why, gpx):
    (tmp_path / "a.gpx.gz").write_bytes(b"\x1f\x8b\x08" + bytes(range(40)))
    assert why(tmp_path / "a.gpx.gz") == "it is a broken gzip file"
    (tmp_path / "b.zip").write_bytes(b"PK\3\4" + bytes(40))
    assert why(tmp_path / "b.zip") == "it is a broken zip file"
    _zip(tmp_path / "c.zip", {"notes.txt": b"x"})
    assert why(tmp_path / "c.zip") == "there are no runs in it"


def test_a_broken_file_in_a_zip_does_not_hold_up_the_others(tmp_path, read_all, gpx):
    path = _zip(tmp_path / "c.zip", {"a.gpx": gpx(), "b.gpx": gpx()})
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        at = packed.getinfo("a.gpx").header_offset + 60
    data[at : at + 20] = bytes(20)
    path.write_bytes(data)
    bad, good = read_all(path)
    assert bad.refused[0].reason == "it is broken, or has a password"
    assert len(good.found) == 1


def test_of_a_packed_file_that_is_cut_off_the_good_part_is_kept(tmp_path, read_all, gpx):
    packed = gzip.compress(gpx())
    (tmp_path / "a.gpx.gz").write_bytes(packed[: len(packed) // 2])
    (reading,) = read_all(tmp_path / "a.gpx.gz")
    assert "broken midway" in reading.found[0].remark


def test_of_a_packed_file_that_goes_bad_midway_the_good_part_is_kept(tmp_path, read_all):
    chance = __import__("random").Random(1)
    rows = "\n".join(
        f"104987{number:04},2017-06-23 16:05:06,{chance.random()},Run,,1620,4730.0"
        for number in range(60_000)
    )
    packed = bytearray(gzip.compress(f"id,date,name,type,about,time,distance\n{rows}".encode()))
    packed[-len(packed) // 8 : -len(packed) // 8 + 200] = b"\xff" * 200
    (tmp_path / "activities.csv.gz").write_bytes(packed)
    (reading,) = read_all(tmp_path / "activities.csv.gz")
    assert len(reading.found) > 1000


def _zip_of(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return packed.getvalue()


def test_a_zip_file_in_a_zip_file_is_unpacked_and_no_deeper_one(tmp_path, read_all, fit, fit_run):
    inner = _zip_of({"b.fit": fit(fit_run())})
    deep = _zip_of({"c.zip": inner})
    (tmp_path / "a.zip").write_bytes(
        _zip_of({"parts/b.zip": inner, "c.zip": deep, "folder.fit/": b""})
    )
    deeper, good = sorted(read_all(tmp_path / "a.zip"), key=lambda one: len(one.found))
    assert good.found[0].run.distance_m == 2000.0
    assert deeper.refused[0].reason == "it is packed too many times"


def test_a_file_that_is_packed_in_pieces_or_twice_is_whole(tmp_path, read_all, gpx):
    data = gpx()
    (tmp_path / "a.gpx.gz").write_bytes(gzip.compress(data[:999]) + gzip.compress(data[999:]))
    (tmp_path / "b.gpx.gz").write_bytes(gzip.compress(gzip.compress(data)) + b"\0" * 9)
    for reading in read_all(tmp_path / "a.gpx.gz", tmp_path / "b.gpx.gz"):
        (found,) = reading.found
        assert (found.run.duration_s, found.remark) == (600.0, "")


def test_nothing_of_a_zip_file_is_written_whatever_its_names_say(tmp_path, read_all, fit, fit_run):
    (tmp_path / "a.zip").write_bytes(_zip_of({"../../evil.fit": fit(fit_run())}))
    before = set(tmp_path.parent.iterdir())
    (reading,) = read_all(tmp_path / "a.zip")
    assert reading.name == "evil.fit"
    assert set(tmp_path.parent.iterdir()) == before
