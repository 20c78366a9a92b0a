import csv
import errno
import os
from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Run
from routine_player.store import csv_export
from routine_player.store.csv_export import export_csv, safe_cell
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryExportError
from routine_player.store.paths import Places


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_written_into_tables(sample: History, tmp_path: Path):
    files = export_csv(sample, tmp_path / "out")
    tables = {file.stem: _read(file) for file in files}
    assert {name: len(rows) for name, rows in tables.items()} == {
        "sessions": 4,
        "runs": 1,
        "ratings": 7,
        "shoes": 1,
        "days": 1,
        "red_flags": 1,
    }
    (run,) = tables["runs"]
    assert (run["distance_m"], run["cadence_spm"], run["source"]) == ("10123.5", "172.5", "fit")
    assert (run["files"], run["tags"]) == ("morning.fit; activities.csv", "new insoles")
    assert tables["shoes"][0]["worn_m"] == "130123.5"
    assert tables["days"][0]["hours_sat"] == "8.5"
    assert '"leg-numbness": true' in tables["red_flags"][0]["answers"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        file.name for file in files
    )


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+49", "-x", "@home", "\tx", "\rx", "\nx", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20a"],
)
def test_what_looks_like_a_formula_is_text(history: History, tmp_path: Path, noon: Instant, text):
    history.diary.put_run(Run(noon, note=text, tags=(text, "x")), noon)
    export_csv(history, tmp_path)
    (run,) = _read(tmp_path / "runs.csv")
    assert run["note"] == f"'{text}"
    assert run["tags"] == f"'{text}; x"


def test_numbers_stay_numbers():
    assert safe_cell(-4.5) == -4.5
    assert safe_cell("plain") == "plain"
    assert safe_cell(None) is None


def test_an_empty_history_gives_empty_tables(history: History, tmp_path: Path):
    assert all(_read(file) == [] for file in export_csv(history, tmp_path))


def test_a_disk_that_refuses_is_told_and_the_tables_of_earlier_stay(
    sample: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    export_csv(sample, tmp_path)
    before = (tmp_path / "runs.csv").read_bytes()

    def fail(_part: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("routine_player.store.csv_export.sync_file", fail)
    with pytest.raises(HistoryExportError, match="not exported: no space left"):
        export_csv(sample, tmp_path)
    assert (tmp_path / "runs.csv").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_each_table_says_its_columns_with_and_without_rows(
    sample: History, tmp_path: Path, noon: Instant
):
    history = History.open(Places(tmp_path / "nothing"), noon)
    full = {file.name: _read(file)[0].keys() for file in export_csv(sample, tmp_path / "full")}
    for file in export_csv(history, tmp_path / "empty"):
        (line,) = file.read_text(encoding="utf-8-sig").splitlines()
        assert line.split(",") == list(full[file.name])
    history.close()


def test_no_column_of_a_table_is_left_out(sample: History):
    for name, rows in csv_export._tables(sample).items():
        assert all(set(row) == set(csv_export._COLUMNS[name]) for row in rows)


def test_tables_that_nobody_wants_any_more_are_not_written(sample: History, tmp_path: Path):
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_csv(sample, tmp_path / "out", stop)
    assert not list((tmp_path / "out").iterdir())


def test_text_of_every_kind_comes_back_from_a_table(
    history: History, tmp_path: Path, noon: Instant
):
    note = 'one, "two"\nthree\r\n4 🏃\u2028\x0b;\x00' + "é" * 3
    history.diary.put_run(Run(noon, note=note, climb_m=0.0, distance_m=-0.0), noon)
    export_csv(history, tmp_path)
    (run,) = _read(tmp_path / "runs.csv")
    assert run["note"] == note
    assert run["climb_m"] == "0.0"
