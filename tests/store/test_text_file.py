import errno
import os
import socket
from pathlib import Path

import pytest

from routine_player.core.problem import Problem, Severity
from routine_player.store import text_file
from routine_player.store.text_file import MAX_BYTES, TextFile, read_text, shown_path


def problem_of(path: Path) -> tuple[int, int, str]:
    found = read_text(path)
    assert isinstance(found, Problem)
    assert found.severity is Severity.ERROR
    assert found.file == shown_path(path)
    return found.line, found.column, found.text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


def test_text_comes_as_it_stands_and_its_bytes_too(file: Path) -> None:
    data = "routine: Hüfte \N{PERSON IN LOTUS POSITION}\r\n".encode()
    file.write_bytes(data)
    assert read_text(file) == TextFile(file, data, data.decode())


def test_a_byte_order_mark_is_no_part_of_the_text(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfroutine: A\n")
    found = read_text(file)
    assert isinstance(found, TextFile)
    assert found.text == "routine: A\n"
    assert found.data.startswith(b"\xef\xbb\xbf")


def test_an_empty_file_is_an_empty_text(file: Path) -> None:
    file.touch()
    assert read_text(file) == TextFile(file, b"", "")


@pytest.mark.parametrize(
    ("data", "line", "column", "text"),
    [
        (b"\xff\xfer\x00", 1, 1, "The file is UTF-16. Save it as UTF-8."),
        (b"ab\xffc", 1, 3, "Byte 0xFF is not valid UTF-8. Save the file as UTF-8."),
        (b"a\r\n\xc3\xa9\xed", 2, 2, "Byte 0xED is not valid UTF-8. Save the file as UTF-8."),
        (b"a\nb\x00", 2, 2, "A NUL byte stands here: this is not a text file."),
        (b"a\rb\x1bc", 2, 2, "Character U+001B cannot stand in a YAML file. Delete it."),
        ("a\u2028b".encode(), 1, 2, "Character U+2028 cannot stand in a YAML file. Delete it."),
        ("a\u0085".encode(), 1, 2, "Character U+0085 cannot stand in a YAML file. Delete it."),
        (b"\x7f", 1, 1, "Character U+007F cannot stand in a YAML file. Delete it."),
        (
            "é\ufeff".encode(),
            1,
            2,
            "A byte order mark stands here. It may only be the first thing in a file.",
        ),
    ],
)
def test_a_bad_byte_is_told_at_its_line_and_column(
    file: Path, data: bytes, line: int, column: int, text: str
) -> None:
    file.write_bytes(data)
    assert problem_of(file) == (line, column, text)


def test_a_file_may_have_a_mebibyte_and_no_byte_more(file: Path) -> None:
    file.write_bytes(b"#" * MAX_BYTES)
    assert isinstance(read_text(file), TextFile)
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert problem_of(file) == (1, 1, "The file is larger than 1 MiB.")


def test_of_a_large_file_no_more_is_read_than_tells_that_it_is_too_large(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("wb") as stream:
        stream.truncate(10 * 1024**3)
    parts: list[int] = []

    def read(descriptor: int, size: int) -> bytes:
        part = os.pread(descriptor, size, sum(parts))
        parts.append(len(part))
        return part

    monkeypatch.setattr(text_file.os, "read", read)
    assert problem_of(file) == (1, 1, "The file is larger than 1 MiB.")
    assert sum(parts) == MAX_BYTES + 1


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"a: 1\n")
    rest = [b"a: 1\nb", b": 2\n", b""]
    monkeypatch.setattr(text_file.os, "read", lambda *_: rest.pop(0))
    found = read_text(file)
    assert isinstance(found, TextFile)
    assert found.text == "a: 1\nb: 2\n"


def test_a_symbolic_link_is_followed(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_text("a: 1")
    file.symlink_to(real)
    found = read_text(file)
    assert isinstance(found, TextFile)
    assert found.text == "a: 1"


def test_a_link_to_itself_is_told(file: Path) -> None:
    file.symlink_to(file)
    assert problem_of(file) == (1, 1, "The file is a symbolic link that leads back to itself.")


def test_a_missing_file_is_told(file: Path) -> None:
    assert problem_of(file) == (1, 1, "The file does not exist.")


def test_a_path_through_a_file_is_told(file: Path) -> None:
    file.touch()
    assert problem_of(file / "b") == (1, 1, "A part of the path is not a folder.")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert problem_of(tmp_path / ("x" * 300)) == (1, 1, "The name of the file is too long.")


def test_a_path_with_a_nul_is_told(tmp_path: Path) -> None:
    text = "The path holds a character that no file name can have."
    assert problem_of(tmp_path / "a\0b") == (1, 1, text)


def test_a_path_that_no_bytes_can_spell_is_told_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "a\ud800"
    assert problem_of(path)[:2] == (1, 1)
    assert shown_path(path).endswith("a?")


def test_a_name_of_odd_bytes_is_shown_as_text_that_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    path.write_bytes(b"\0")
    found = read_text(path)
    assert isinstance(found, Problem)
    assert found.file.encode().endswith(b"/caf?.yaml")


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_a_file_that_may_not_be_read_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    file.touch()

    def refuse(*_: object) -> int:
        raise OSError(code, "no")

    monkeypatch.setattr(text_file.os, "open", refuse)
    assert problem_of(file) == (1, 1, "The file may not be read: permission denied.")


def test_any_other_refusal_is_told_in_the_words_of_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.touch()

    def refuse(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(text_file.os, "read", refuse)
    assert problem_of(file) == (1, 1, "The file cannot be read: Input/output error.")


def test_an_error_without_words_is_told_by_its_kind() -> None:
    assert text_file.reason(OSError()) == "The file cannot be read: OSError."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path) == (1, 1, "This is a folder, not a file.")


IRREGULAR = "This is not a regular file, but a device, a pipe or a socket."


def test_a_pipe_without_a_writer_is_refused_at_once(file: Path) -> None:
    os.mkfifo(file)
    assert problem_of(file) == (1, 1, IRREGULAR)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_a_device_is_refused_without_being_opened(
    device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file.os, "open", None)
    assert problem_of(Path(device)) == (1, 1, IRREGULAR)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s.yaml")
        assert problem_of(Path("s.yaml")) == (1, 1, IRREGULAR)


def test_a_file_that_becomes_a_pipe_before_it_is_opened_is_refused(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.touch()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    descriptors: list[int] = []

    open_really = os.open

    def open_pipe(_: Path, flags: int) -> int:
        descriptors.append(open_really(pipe, flags))
        return descriptors[0]

    monkeypatch.setattr(text_file.os, "open", open_pipe)
    assert problem_of(file) == (1, 1, IRREGULAR)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptors[0])
