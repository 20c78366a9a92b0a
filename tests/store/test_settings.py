import errno
import json
import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.phrases import VoiceLevel
from routine_player.core.problem import Severity
from routine_player.store.settings import (
    Figure,
    FirstSide,
    Motion,
    Settings,
    Theme,
    Units,
    read_settings,
    settings_text,
    write_settings,
)

CHOSEN = Settings(
    theme=Theme.DARK,
    motion=Motion.REDUCED,
    figure=Figure.STILLS,
    sounds=False,
    muted=True,
    volume=100,
    rep_ticks=False,
    voice=VoiceLevel.FULL,
    voice_name="slt",
    voice_speed=1.25,
    lead_in_s=0.0,
    latency_ms=120,
    latency_measured=True,
    first_side=FirstSide.TURN_ABOUT,
    routine_folders=("/home/jo/Übungen", "C:\\routines"),
    first_start_done=True,
    units=Units.MILES,
    red_flags_read=True,
    morning_left="2026-03-04",
    no_better_asked="2026-03-05",
    window_geometry="AdnQywADAAA=",
    unknown=(("from_a_newer_version", '{"a": [1, null]}'),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def aside(tmp_path: Path) -> Path:
    return tmp_path / "set-aside"


def test_a_first_start_has_settings_and_no_problems(path: Path, aside: Path):
    assert read_settings(path, aside) == (Settings(), ())
    assert not path.exists()


def test_every_setting_differs_from_its_default_in_what_these_tests_write():
    assert all(getattr(CHOSEN, item.name) != item.default for item in fields(Settings))


def test_what_is_written_is_read_again(path: Path, aside: Path):
    assert write_settings(CHOSEN, path) is None
    assert read_settings(path, aside) == (CHOSEN, ())


def test_writing_again_replaces_the_file_and_leaves_nothing_beside_it(path: Path, aside: Path):
    write_settings(CHOSEN, path)
    assert write_settings(Settings(), path) is None
    assert read_settings(path, aside) == (Settings(), ())
    assert list(path.parent.iterdir()) == [path]


def test_the_file_is_made_for_reading(path: Path):
    write_settings(CHOSEN, path)
    text = path.read_text(encoding="utf-8")
    assert '  "volume": 100,\n' in text
    assert "Übungen" in text
    assert text.endswith("}\n")


def test_keys_of_a_newer_version_outlive_a_change_by_this_one(path: Path, aside: Path):
    path.write_text('{"voice_of": "a friend", "unknown": 7, "volume": 5}', encoding="utf-8")
    settings, problems = read_settings(path, aside)
    assert problems == ()
    write_settings(replace(settings, volume=6), path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert (stored["voice_of"], stored["unknown"], stored["volume"]) == ("a friend", 7, 6)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("theme", ["dark"]),
        ("sounds", 1),
        ("muted", "no"),
        ("volume", -1),
        ("volume", 101),
        ("volume", 50.0),
        ("volume", True),
        ("voice", "loud"),
        ("voice_name", 5),
        ("voice_name", "x" * 201),
        ("voice_name", "nul\0"),
        ("voice_name", "\ud800"),
        ("voice_speed", 0.49),
        ("voice_speed", float("nan")),
        ("voice_speed", "fast"),
        ("lead_in_s", float("inf")),
        ("lead_in_s", True),
        ("latency_ms", 1001),
        ("first_side", "both"),
        ("routine_folders", "/home"),
        ("routine_folders", ["/home", 7]),
        ("routine_folders", ["x"] * 101),
        ("window_geometry", "x" * 4097),
        pytest.param("volume", 10**400, id="a huge whole number"),
        pytest.param("voice_speed", 10**400, id="a huge number"),
    ],
)
def test_a_value_that_is_not_allowed_is_left_out_and_told_with_its_line(
    path: Path, aside: Path, key: str, value: object
):
    path.write_text('{\n"lead_in": 1,\n' + json.dumps({key: value})[1:], encoding="utf-8")
    settings, (problem,) = read_settings(path, aside)
    assert getattr(settings, key) == getattr(Settings(), key)
    assert (problem.file, problem.line, problem.severity) == (str(path), 3, Severity.WARNING)
    assert f"`{key}` has to be " in problem.text
    assert path.exists()


def test_the_other_values_are_used_when_one_is_not_allowed(path: Path, aside: Path):
    path.write_text('{"volume": 7, "theme": "pink", "lead_in_s": 1}', encoding="utf-8")
    settings, problems = read_settings(path, aside)
    assert (settings.volume, settings.lead_in_s, settings.theme) == (7, 1.0, Theme.SYSTEM)
    assert len(problems) == 1
    assert "system, light, dark" in problems[0].text


def test_a_byte_order_mark_is_no_fault(path: Path, aside: Path):
    path.write_bytes(b'\xef\xbb\xbf{"volume": 7}')
    assert read_settings(path, aside) == (Settings(volume=7), ())


@pytest.mark.parametrize(
    ("damaged", "line"),
    [
        (b"", 1),
        (b'{\n"volume": 7,\n', 3),
        (b"[1, 2]", 1),
        (b"\xff\xfe{}", 1),
        (b'{"volume": ' + b"[" * 200_000, 1),
        (b" " * 1_000_001, 1),
    ],
)
def test_a_damaged_file_is_set_aside_and_the_settings_are_those_of_a_first_start(
    path: Path, aside: Path, damaged: bytes, line: int
):
    path.write_bytes(damaged)
    settings, (problem,) = read_settings(path, aside)
    assert settings == Settings()
    assert problem.line == line
    assert not path.exists()
    (kept,) = aside.iterdir()
    assert kept.read_bytes() == damaged
    assert str(kept) in problem.text


def test_a_second_damaged_file_does_not_replace_the_first(path: Path, aside: Path):
    for damaged in ("one", "two"):
        path.write_text(damaged, encoding="utf-8")
        read_settings(path, aside)
    kept = {each.name: each.read_text(encoding="utf-8") for each in aside.iterdir()}
    assert kept == {"settings-1.json": "one", "settings-2.json": "two"}


def test_a_damaged_file_that_cannot_be_moved_stays_and_is_not_used(path: Path, aside: Path):
    path.write_text("damaged", encoding="utf-8")
    aside.write_text("in the way", encoding="utf-8")
    settings, (problem,) = read_settings(path, aside)
    assert settings == Settings()
    assert "damaged" in problem.text
    assert path.read_text(encoding="utf-8") == "damaged"


def test_a_folder_in_the_place_of_the_file_is_told(path: Path, aside: Path):
    path.mkdir()
    settings, (problem,) = read_settings(path, aside)
    assert settings == Settings()
    assert "can't be read" in problem.text
    unsaved = write_settings(CHOSEN, path)
    assert unsaved is not None
    assert "not saved" in unsaved.text


def test_a_home_that_cannot_be_made_is_told_when_settings_are_written(tmp_path: Path):
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    problem = write_settings(CHOSEN, tmp_path / "home" / "settings.json")
    assert problem is not None
    assert "not saved" in problem.text


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_leaves_the_old_settings_whole(
    path: Path, aside: Path, monkeypatch: pytest.MonkeyPatch, code: int
):
    write_settings(CHOSEN, path)

    def refuse(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        problem = write_settings(Settings(), path)
    assert problem is not None
    assert "not saved" in problem.text
    assert read_settings(path, aside) == (CHOSEN, ())


def test_settings_text_is_json_that_names_every_setting():
    stored: dict[str, Any] = json.loads(settings_text(CHOSEN))
    assert set(stored) == {item.name for item in fields(Settings)} - {"unknown"} | {
        "from_a_newer_version"
    }
