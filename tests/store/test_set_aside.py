from pathlib import Path

import pytest

from routine_player.store.set_aside import set_aside


def test_a_file_moves_with_its_companions_under_one_number(tmp_path: Path):
    for name in ("history.db", "history.db-wal", "history.db-other"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    folder = tmp_path / "aside"
    folder.mkdir()
    (folder / "history-1.db").write_text("from last year", encoding="utf-8")
    new = set_aside(tmp_path / "history.db", folder, ("-wal", "-shm"))
    assert new == folder / "history-2.db"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert kept == {
        "history-1.db": "from last year",
        "history-2.db": "history.db",
        "history-2.db-wal": "history.db-wal",
    }
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["history.db-other"]


def test_a_folder_that_cannot_be_made_leaves_the_file_where_it_is(tmp_path: Path):
    file = tmp_path / "history.db"
    file.write_text("here", encoding="utf-8")
    with pytest.raises(OSError, match=r".+"):
        set_aside(file, file / "aside")
    assert file.read_text(encoding="utf-8") == "here"
