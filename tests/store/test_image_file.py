import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.store.image_file import (
    MAX_BYTES,
    ImageRefusedError,
    checked_image,
)

OUTSIDE = "the picture lies outside the folder of this file"
RELATIVE = "expected a relative path with `/` between folders"
DAMAGED = "the picture is damaged"
UNKNOWN = "expected a PNG, JPEG or WebP picture"
LARGE = "the picture has more than 50 megapixels"


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[[str], str]:
    def refused(written: str) -> str:
        with pytest.raises(ImageRefusedError) as caught:
            checked_image(tmp_path, written)
        return str(caught.value)

    return refused


def png(width: int, height: int, chunk: bytes = b"IHDR") -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, chunk, width, height)


def jpeg(width: int, height: int, before: bytes = b"", frame: int = 0xC0) -> bytes:
    header = struct.pack(">BBHBHH", 0xFF, frame, 17, 8, height, width)
    return b"\xff\xd8" + before + header


def segment(marker: int, length: int) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, length + 2) + bytes(length)


def webp(chunk: bytes, body: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + chunk + bytes(4) + body


def vp8x(width: int, height: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", bytes(4) + sizes)


def vp8l(width: int, height: int, signature: int = 0x2F) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return webp(b"VP8L", struct.pack("<BI", signature, bits) + bytes(5))


def vp8(width: int, height: int, signature: bytes = b"\x9d\x01\x2a") -> bytes:
    # The upper two bits of each are a scale for the viewer, and no part of the size.
    scaled = struct.pack("<HH", width | 0x4000, height | 0x8000)
    return webp(b"VP8 ", bytes(3) + signature + scaled)


EXIF = segment(0xE1, 60_000)
GOOD = {
    "png": png(10_000, 5_000),
    "jpeg": jpeg(10_000, 5_000),
    "jpeg after a profile": jpeg(10_000, 5_000, EXIF + segment(0xE2, 0) + segment(0xC4, 30)),
    "jpeg with filling": jpeg(10_000, 5_000, b"\xff\xff\xff"),
    "jpeg with lone markers": jpeg(10_000, 5_000, b"\xff\x01\xff\xd0"),
    "progressive jpeg": jpeg(10_000, 5_000, EXIF, 0xC2),
    "extended webp": vp8x(10_000, 5_000),
    "lossless webp": vp8l(10_000, 5_000),
    "lossy webp": vp8(10_000, 5_000),
}
TOO_LARGE = {
    "png": png(10_000, 5_001),
    "png of four billion squared": png(2**32 - 1, 2**32 - 1),
    "jpeg": jpeg(10_001, 5_000),
    "extended webp": vp8x(2**24, 2**24),
    "lossless webp": vp8l(16_384, 16_384),
    "lossy webp": vp8(16_383, 16_383),
}
BROKEN = {
    "empty png": png(0, 10),
    "png without a header": png(10, 10, b"IDAT"),
    "short png": png(10, 10)[:20],
    "jpeg without height": jpeg(10, 0),
    "short jpeg": jpeg(10, 10)[:-1],
    "jpeg without a frame": b"\xff\xd8" + EXIF,
    "jpeg that is none": b"\xff\xd8\xff\xe0\x00\x02nothing",
    "jpeg of endless segments": b"\xff\xd8" + segment(0xE0, 0) * 2_000,
    "jpeg with a length of nothing": b"\xff\xd8" + b"\xff\xe0\x00\x00" + b"xx",
    "short webp": vp8x(10, 10)[:-1],
    "lossless webp without its sign": vp8l(10, 10, 0x2E),
    "lossy webp without its sign": vp8(10, 10, b"\x9d\x01\x2b"),
    "webp of an unknown kind": webp(b"ALPH", bytes(14)),
}
UNKNOWN_KINDS = {
    "nothing": b"",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "gif": b"GIF89a" + bytes(20),
    "sound": b"RIFF" + bytes(4) + b"WAVE",
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD.keys())
def test_a_picture_of_fifty_megapixels_is_found(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b").mkdir()
    path = tmp_path / "b" / "a b.png"
    path.write_bytes(data)
    assert checked_image(tmp_path, "b/a b.png") == path.resolve()
    assert checked_image(tmp_path / "b", "./a b.png") == path.resolve()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        *((data, LARGE) for data in TOO_LARGE.values()),
        *((data, DAMAGED) for data in BROKEN.values()),
        *((data, UNKNOWN) for data in UNKNOWN_KINDS.values()),
    ],
    ids=[*TOO_LARGE, *BROKEN, *UNKNOWN_KINDS],
)
def test_anything_else_is_refused_with_the_reason(
    tmp_path: Path, refusal: Callable[[str], str], data: bytes, expected: str
) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert refusal("a.png") == expected


def test_twenty_megabytes_are_the_most(tmp_path: Path, refusal: Callable[[str], str]) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(10, 10))
    os.truncate(path, MAX_BYTES)
    assert checked_image(tmp_path, "a.png") == path.resolve()
    os.truncate(path, MAX_BYTES + 1)
    assert refusal("a.png") == "the picture is larger than 20 MB"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/etc/hostname", RELATIVE),
        ("~/a.png", RELATIVE),
        ("C:\\a.png", RELATIVE),
        ("C:a.png", RELATIVE),
        ("\\\\srv\\share\\a.png", RELATIVE),
        ("b\\a.png", RELATIVE),
        ("file:///etc/hostname", RELATIVE),
        ("http://localhost/a.png", RELATIVE),
        ("qrc:/a.png", RELATIVE),
        ("data:image/png;base64,AA==", RELATIVE),
        ("../a.png", OUTSIDE),
        ("b/../../a.png", OUTSIDE),
        ("b/../../../../../../../../etc/hostname", OUTSIDE),
        (".", "this is a folder, not a file"),
        ("none.png", "the file does not exist"),
        ("a.png/b.png", "a part of the path is not a folder"),
        ("a\0.png", "the path holds a character that no file name can have"),
        ("x" * 300, "the name of the file is too long"),
    ],
)
def test_a_path_that_leads_elsewhere_or_nowhere_is_refused(
    tmp_path: Path, refusal: Callable[[str], str], written: str, expected: str
) -> None:
    (tmp_path / "a.png").write_bytes(png(10, 10))
    (tmp_path.parent / "a.png").write_bytes(png(10, 10))
    assert refusal(written) == expected


def test_a_link_out_of_the_folder_is_refused_and_one_inside_followed(
    tmp_path: Path, refusal: Callable[[str], str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for place in (tmp_path, folder):
        (place / "real.png").write_bytes(png(10, 10))
    (tmp_path / "out.png").symlink_to(tmp_path.parent / "real.png")
    (folder / "in.png").symlink_to("real.png")
    assert refusal("out.png") == OUTSIDE
    assert checked_image(folder, "in.png") == (folder / "real.png").resolve()
    (tmp_path / "round.png").symlink_to("round.png")
    assert refusal("round.png") == "the file is a symbolic link that leads back to itself"


def test_a_pipe_and_a_device_are_refused_at_once(
    tmp_path: Path, refusal: Callable[[str], str]
) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert refusal("pipe.png") == "this is not a regular file, but a device, a pipe or a socket"
    with pytest.raises(ImageRefusedError, match="a device"):
        checked_image(Path("/dev"), "zero")
