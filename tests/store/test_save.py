import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from routine_player.store import save as save_module
from routine_player.store.save import SaveOutcome, SaveResult, save

SAVED = SaveResult(SaveOutcome.SAVED)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refuse(code: int) -> Any:
    def call(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


def test_a_file_is_replaced_whole_and_nothing_else_is_left(file: Path) -> None:
    assert save(file, b"new \xff\r\n", b"old") == SAVED
    assert file.read_bytes() == b"new \xff\r\n"
    assert names(file.parent) == ["a.yaml"]


def test_a_new_file_is_made_with_the_usual_permissions(file: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert save(file.with_name("b.yaml"), b"new", None) == SAVED
    finally:
        os.umask(mask)
    assert file.with_name("b.yaml").read_bytes() == b"new"
    assert stat.S_IMODE(file.with_name("b.yaml").stat().st_mode) == 0o640


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o604)
    assert save(file, b"new", b"old") == SAVED
    assert stat.S_IMODE(file.stat().st_mode) == 0o604


def test_a_symbolic_link_stays_and_what_it_leads_to_is_replaced(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert save(link, b"new", b"old") == SAVED
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert names(tmp_path) == ["folder", "link.yaml"]


@pytest.mark.parametrize(
    ("found", "expected", "text"),
    [
        (b"other", b"old", "The file was changed since it was opened."),
        (b"older", b"old", "The file was changed since it was opened."),
        (b"ol", b"old", "The file was changed since it was opened."),
        (b"", b"old", "The file was changed since it was opened."),
        (None, b"old", "The file was deleted since it was opened."),
        (b"old", None, "There is a file of this name already."),
        (b"", None, "There is a file of this name already."),
    ],
)
def test_what_somebody_else_wrote_is_not_written_over(
    file: Path, found: bytes | None, expected: bytes | None, text: str
) -> None:
    file.unlink()
    if found is not None:
        file.write_bytes(found)
    assert save(file, b"new", expected) == SaveResult(SaveOutcome.CHANGED_ON_DISK, text)
    assert names(file.parent) == ([] if found is None else ["a.yaml"])
    assert found is None or file.read_bytes() == found


def test_a_change_between_writing_and_replacing_is_seen(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def interrupted(descriptor: int) -> None:
        sync(descriptor)
        file.write_bytes(b"meanwhile")

    monkeypatch.setattr(save_module.os, "fsync", interrupted)
    assert save(file, b"new", b"old").outcome is SaveOutcome.CHANGED_ON_DISK
    assert file.read_bytes() == b"meanwhile"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EROFS, "The disk is read-only."),
        (errno.EACCES, "The folder may not be written to: permission denied."),
        (errno.EIO, "The file cannot be saved: Input/output error."),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, text: str
) -> None:
    monkeypatch.setattr(save_module.os, call, refuse(code))
    assert save(file, b"new", b"old") == SaveResult(SaveOutcome.FAILED, text)
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["a.yaml"]


def test_a_write_that_is_cut_short_by_the_system_leaves_the_old_file_whole(file: Path) -> None:
    program = """if True:
        import resource, signal, sys
        from pathlib import Path
        from routine_player.store.save import save
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        print(save(Path(sys.argv[1]), b"x" * 100_000, b"old"))
    """
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "FAILED" in done.stdout
    assert os.strerror(errno.EFBIG) in done.stdout
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["a.yaml"]


def test_the_folder_is_synchronised_after_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    sync = os.fsync

    def noting(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append("folder" if is_folder else "file")
        assert file.read_bytes() == (b"new" if is_folder else b"old")
        sync(descriptor)

    monkeypatch.setattr(save_module.os, "fsync", noting)
    assert save(file, b"new", b"old") == SAVED
    assert synced == ["file", "folder"]


def test_where_folders_cannot_be_opened_they_are_not_synchronised(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(save_module.os, "O_DIRECTORY")
    assert save(file, b"new", b"old") == SAVED
    assert file.read_bytes() == b"new"


def test_a_write_protected_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Told by the system's answer, since the administrator may write to any file.
    monkeypatch.setattr(save_module.os, "access", lambda *_: False)
    assert save(file, b"new", b"old") == SaveResult(
        SaveOutcome.FAILED, "The file is write-protected."
    )
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["a.yaml"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("gone/a.yaml", "The folder does not exist."),
        ("a.yaml/b.yaml", "A part of the path is not a folder."),
        ("a\0b", "The path holds a character that no file name can have."),
    ],
)
def test_a_path_that_cannot_be_written_to_is_told(file: Path, path: str, text: str) -> None:
    assert save(file.parent / path, b"new", None) == SaveResult(SaveOutcome.FAILED, text)


def test_an_error_without_words_is_told_by_its_kind() -> None:
    assert save_module._reason(OSError()) == "The file cannot be saved: OSError."


def test_a_folder_and_a_pipe_are_no_files(file: Path) -> None:
    os.mkfifo(file.with_name("pipe"))
    assert save(file.parent, b"new", b"").text == "This is a folder, not a file."
    assert save(file.with_name("pipe"), b"new", b"").outcome is SaveOutcome.FAILED
    assert names(file.parent) == ["a.yaml", "pipe"]
    assert names(file.parent.parent) == ["folder"]
