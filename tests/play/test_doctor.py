import shutil
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from routine_player.play.backend import NoBackendError
from routine_player.play.doctor import Computer, Finding, Topic, examine
from routine_player.play.voice_engine import VoiceError
from routine_player.play.waves import Wave, wave_bytes
from routine_player.store.paths import Places

SPOKEN = wave_bytes(Wave(8000, 1, array("h", [100])))


class Speaker:
    """A voice that says whatever a test wants."""

    name = "flite"
    voice = "slt"

    def __init__(self, data: bytes | Exception) -> None:
        self.data = data

    def render(self, text: str, speed: float) -> bytes:
        if isinstance(self.data, Exception):
            raise self.data
        return self.data


@contextmanager
def screen(*, obeys: bool) -> Iterator[Any]:
    yield SimpleNamespace(active=obeys)


@contextmanager
def broken_screen() -> Iterator[Any]:
    raise OSError("no bus")
    yield


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


@pytest.fixture
def look_at(clock: Any, backend: Any, places: Places) -> Callable[..., dict[Topic, Finding]]:
    """Examine a computer on which all is well, but for what a test changes."""
    backend.code = 0

    def examined(where: Places = places, **changes: Any) -> dict[Topic, Finding]:
        well = {
            "platform": "linux",
            "environment": {"QT_QPA_PLATFORM": "offscreen"},
            "clock": clock,
            "open_backend": lambda: backend,
            "find_engine": lambda platform, name: Speaker(SPOKEN),
            "presenting": lambda: screen(obeys=True),
        }
        return {one.topic: one for one in examine(Computer(**(well | changes)), where)}

    return examined


def test_a_computer_that_has_all_has_five_findings_without_a_remedy(
    look_at: Any, places: Places
) -> None:
    findings = look_at()
    assert list(findings) == list(Topic)
    assert all(one.ok and not one.remedy for one in findings.values())
    assert str(places.data) in findings[Topic.DATA].text
    assert "alsa" in findings[Topic.SOUND].text
    assert "flite (slt)" in findings[Topic.VOICE].text


def test_without_a_display_the_terminal_is_offered(look_at: Any) -> None:
    finding = look_at(environment={})[Topic.DISPLAY]
    assert not finding.ok
    assert "--terminal" in finding.remedy


def test_without_a_program_that_plays_one_is_named(look_at: Any) -> None:
    def none() -> None:
        raise NoBackendError("nothing")

    finding = look_at(open_backend=none)[Topic.SOUND]
    assert not finding.ok
    assert "alsa-utils" in finding.remedy


def test_without_a_device_one_is_to_be_connected(look_at: Any, backend: Any) -> None:
    backend.code = 1
    finding = look_at()[Topic.SOUND]
    assert not finding.ok
    assert "no device" in finding.text
    assert "connected" in finding.remedy


def test_a_device_that_hangs_is_told_from_one_that_is_absent(look_at: Any, backend: Any) -> None:
    backend.code = None
    finding = look_at(patience_s=0.05)[Topic.SOUND]
    assert not finding.ok
    assert "does not finish" in finding.text


def test_a_program_without_its_sounds_says_so(look_at: Any, tmp_path: Path) -> None:
    finding = look_at(where=Places(tmp_path / "home", package=tmp_path / "gone" / "package"))
    assert not finding[Topic.SOUND].ok
    assert "own sounds" in finding[Topic.SOUND].text


@pytest.mark.parametrize(
    "engine", [None, Speaker(VoiceError("it broke")), Speaker(b"not a wave at all")]
)
def test_without_a_voice_that_speaks_one_is_named(look_at: Any, engine: Speaker | None) -> None:
    finding = look_at(find_engine=lambda platform, name: engine)[Topic.VOICE]
    assert not finding.ok
    assert "flite" in finding.remedy


def test_a_voice_without_a_name_is_told_by_its_engine(look_at: Any) -> None:
    class Unnamed(Speaker):
        name = "say"
        voice = ""

    finding = look_at(find_engine=lambda platform, name: Unnamed(SPOKEN))[Topic.VOICE]
    assert finding.text == "say speaks."


@pytest.mark.parametrize("presenting", [lambda: screen(obeys=False), broken_screen])
def test_a_screen_that_cannot_be_kept_awake_is_a_finding(look_at: Any, presenting: Any) -> None:
    finding = look_at(presenting=presenting)[Topic.KEEP_AWAKE]
    assert not finding.ok
    assert finding.remedy


def test_a_data_folder_that_cannot_be_written_to_offers_another(
    look_at: Any, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    finding = look_at()[Topic.DATA]
    assert not finding.ok
    assert str(tmp_path / "home") in finding.text
    assert "--home" in finding.remedy


def test_a_disk_that_is_nearly_full_is_a_finding(look_at: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=3_500_000))
    finding = look_at()[Topic.DATA]
    assert not finding.ok
    assert "3 MB" in finding.text
