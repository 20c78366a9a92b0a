"""An export as a file, in and out of it."""

import errno
import gzip
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Run
from routine_player.store import export_file
from routine_player.store.export_file import export_lines_in, write_export
from routine_player.store.export_reading import NoExportError
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryExportError
from routine_player.store.paths import Places

NOISE = Random(7).randbytes(900)  # the same each time: tests are told apart by what they are given


def _nothing(_done: int, _count: int) -> None:
    """Nobody wants to know how far it is."""


def _read(path: Path) -> list[str]:
    return list(export_lines_in(path, _nothing))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_words_of_every_kind_come_back(
    history: History, tmp_path: Path, noon: Instant, pack: Callable[[bytes], bytes]
):
    note = "line\u2028line\x85line\x0b\x0c\x1c\n\r\n\tend \x00 🏃 =1+1"
    history.diary.put_run(Run(noon, note=note, tags=("\u2029", "é")), noon)
    path = tmp_path / "all.jsonl"
    write_export(history.diary.each_export_line(noon), path)
    path.write_bytes(pack(path.read_bytes()))
    other = History.open(Places(tmp_path / "other"), noon)
    other.diary.merge_lines(_read(path))
    assert other.diary.runs() == history.diary.runs()
    other.close()


def test_it_is_told_how_far_it_is(tmp_path: Path):
    path = tmp_path / "all.jsonl"
    path.write_text("a\n" * 100_000, encoding="utf-8")
    told: list[tuple[int, int]] = []
    assert len(list(export_lines_in(path, lambda *far: told.append(far)))) == 100_000
    assert told == sorted(told)
    assert told[0][0] < told[-1][0]
    assert {count for _, count in told} == {200_000}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(b"a\n" * 9000)[:-20], id="cut off"),
        pytest.param(b"\x1f\x8b" + NOISE, id="noise"),
        pytest.param(gzip.compress(b"a\n")[:-8] + b"12345678", id="another checksum"),
        pytest.param(gzip.compress(b"a" * 9000)[:20] + b"x" * 30, id="damaged midway"),
    ],
)
def test_a_packed_file_that_is_damaged_is_told(tmp_path: Path, data: bytes):
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(data)
    with pytest.raises(NoExportError, match="packed, and damaged or cut off"):
        _read(path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeffé".encode("utf-16"), id="UTF-16"),
        pytest.param(b"good\nb\xe9d", id="Latin-1"),
        pytest.param(NOISE + b"\xff", id="noise"),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_line(tmp_path: Path, text: bytes):
    path = tmp_path / "all.jsonl"
    path.write_bytes(text)
    with pytest.raises(NoExportError, match=r"Line \d+ is no text in UTF-8"):
        _read(path)


def test_a_file_that_unpacks_to_far_too_much_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"\n" * 5_000_000))
    monkeypatch.setattr(export_file, "MOST_BYTES", 1_000_000)
    with pytest.raises(NoExportError, match="larger than any history"):
        _read(path)


@pytest.mark.parametrize("name", ["gone.jsonl", ""])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str):
    with pytest.raises(NoExportError, match="can't be read"):
        _read(tmp_path / name)


def test_a_disk_that_is_full_leaves_the_file_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "all.jsonl"
    path.write_text("before", encoding="utf-8")
    monkeypatch.setattr(export_file, "sync_file", fail)
    with pytest.raises(HistoryExportError, match="not exported: no space left"):
        write_export(["after"], path)
    assert [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()] == ["before"]
