import os
from pathlib import Path

import pytest

from routine_player.play.cache_folder import CacheFolder


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "cache", most_bytes=100)


def put(cache: CacheFolder, name: str, size: int, used_at: float) -> Path:
    path = cache.folder / name
    cache.write(path, b"x" * size)
    os.utime(path, (used_at, used_at))
    return path


def test_a_file_is_named_for_all_that_it_is_made_of(cache: CacheFolder) -> None:
    names = {
        cache.path(*made_of, suffix=".wav")
        for made_of in [("ab", "c"), ("a", "bc"), ("ab", "c", 1), ("ab", "c", 1.5), ("\udcff",)]
    }
    assert len(names) == 5
    assert cache.path("ab", "c", suffix=".wav") in names


def test_what_is_written_is_found(cache: CacheFolder) -> None:
    path = cache.path("a", suffix=".wav")
    assert not cache.find(path)
    cache.write(path, b"data")
    assert cache.find(path)
    assert path.read_bytes() == b"data"
    assert list(cache.folder.iterdir()) == [path]


def test_a_file_that_may_not_be_touched_is_found_all_the_same(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(cache, "a", 1, 1.0)

    def refuse(path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    assert cache.find(path)


def test_a_write_that_fails_leaves_nothing_behind(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(cache, "a", 1, 1.0)

    def fill_up(part: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fill_up)
    with pytest.raises(OSError, match="No space"):
        cache.write(path, b"new")
    assert [(file.name, file.read_bytes()) for file in cache.folder.iterdir()] == [("a", b"x")]


def test_a_folder_that_cannot_be_made_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = CacheFolder(tmp_path / "cache", most_bytes=100)
    with pytest.raises(OSError, match="cache"):
        cache.write(cache.path("a", suffix=""), b"data")


def test_what_was_of_no_use_for_longest_goes_first(cache: CacheFolder) -> None:
    for name, used_at in (("second", 2.0), ("fourth", 4.0), ("first", 1.0), ("third", 3.0)):
        put(cache, name, 40, used_at)
    cache.find(cache.folder / "first")  # of use again, now
    cache.prune()
    assert sorted(file.name for file in cache.folder.iterdir()) == ["first", "fourth"]


def test_a_cache_that_fits_is_left_alone(cache: CacheFolder) -> None:
    put(cache, "a", 50, 1.0)
    put(cache, "b", 50, 2.0)
    cache.prune()
    assert len(list(cache.folder.iterdir())) == 2


def test_a_cache_that_is_not_there_needs_no_pruning(cache: CacheFolder) -> None:
    cache.prune()
    assert not cache.folder.exists()


def test_a_cache_that_may_hold_nothing_is_emptied(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "cache", most_bytes=0)
    put(cache, "a", 50, 1.0)
    cache.prune()
    assert list(cache.folder.iterdir()) == []
