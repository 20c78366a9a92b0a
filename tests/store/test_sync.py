import os
from pathlib import Path

import pytest

from routine_player.store.sync import sync_file, sync_names


def test_a_file_and_a_folder_are_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "file"
    file.touch()
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    sync_file(file)
    sync_names(tmp_path)
    assert synced == [file.stat().st_ino, tmp_path.stat().st_ino]


def test_a_platform_that_opens_no_folders_needs_none_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    synced: list[int] = []

    def refuse(*_values: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "fsync", synced.append)
    monkeypatch.setattr(os, "open", refuse)
    sync_names(tmp_path)
    assert synced == []


def test_a_file_that_is_gone_is_an_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        sync_file(tmp_path / "gone")
