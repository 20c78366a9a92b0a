import errno
import os
from pathlib import Path

import pytest

from routine_player.core.problem import Severity
from routine_player.store.paths import Places


def test_home_holds_everything_that_is_the_persons(tmp_path: Path) -> None:
    places = Places(tmp_path)
    of_the_person = (
        places.data,
        places.cache,
        places.logs,
        places.history,
        places.backups,
        places.exports,
        places.set_aside,
        places.settings,
        places.routines,
        places.exercises,
        places.voice_cache,
        places.sound_cache,
        places.log,
        places.crash_trace,
    )
    assert all(path.is_relative_to(tmp_path) for path in of_the_person)
    assert len(set(of_the_person)) == len(of_the_person)


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Places(home)
    assert not home.exists()


def test_without_a_home_the_platform_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    places = Places()
    assert places.data == tmp_path / "data" / "routine-player"
    assert places.cache == tmp_path / "cache" / "routine-player"
    assert places.logs.is_relative_to(tmp_path / "state" / "routine-player")


def test_a_home_relative_to_the_working_folder_becomes_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places(Path("a/../trial")).data == tmp_path / "trial"


def test_a_tilde_is_the_persons_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Places(Path("~/trial")).data == tmp_path / "trial"


def test_in_a_checkout_routines_and_assets_stand_beside_the_package(tmp_path: Path) -> None:
    places = Places(tmp_path, package=tmp_path / "checkout" / "routine_player")
    beside = tmp_path / "checkout"
    assert places.bundled_routines == beside / "routines"
    assert places.bundled_exercises == beside / "assets" / "exercises"


def test_in_a_wheel_routines_and_assets_stand_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "routine_player"
    (package / "data" / "routines").mkdir(parents=True)
    (package / "data" / "assets").mkdir()
    places = Places(tmp_path, package=package)
    assert places.bundled_routines == package / "data" / "routines"
    assert places.sounds == package / "data" / "assets" / "sounds"
    assert places.icons == package / "data" / "assets" / "icons"


def test_this_very_program_finds_what_came_with_it(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert places.bundled_routines.is_dir()
    assert places.sounds.is_dir()


def test_ensuring_makes_the_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    places = Places(tmp_path / "deep" / "home")
    assert places.ensure() is None
    assert places.ensure() is None  # the second start finds them there
    left = {path.relative_to(places.data) for path in places.data.rglob("*")}
    assert left == {Path("routines"), Path("exercises"), Path("cache"), Path("logs")}


def test_a_home_that_is_a_file_is_a_problem_with_its_place(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder", encoding="utf-8")
    problem = Places(home).ensure()
    assert problem is not None
    assert problem.file == str(home)
    assert problem.severity is Severity.WARNING
    assert "not saved" in problem.text
    assert home.read_text(encoding="utf-8") == "not a folder"


def test_a_cache_that_cannot_be_made_is_told_apart_from_unsaved_sessions(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    problem = Places(tmp_path).ensure()
    assert problem is not None
    assert problem.file == str(tmp_path / "cache")
    assert "not saved" not in problem.text


def test_a_disk_that_is_read_only_is_named_as_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_args: object, **_more: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    problem = Places(tmp_path).ensure()
    assert problem is not None
    assert os.strerror(errno.EROFS) in problem.text
