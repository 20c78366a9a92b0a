import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from routine_player.play import backend
from routine_player.play.backend import NoBackendError, open_backend


class FakePlaysound3:
    """As the library is where gstreamer alone is found."""

    DEFAULT_BACKEND: str | None = "gstreamer"

    def __init__(self) -> None:
        self.calls: list[Any] = []
        self.code: int | None = None

    def playsound(self, path: Any, *, block: bool, backend: str) -> Any:
        self.calls.append((path, block, backend))
        process = SimpleNamespace(poll=lambda: self.code)
        return SimpleNamespace(subprocess=process, stop=lambda: self.calls.append("stop"))


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> FakePlaysound3:
    library = FakePlaysound3()
    monkeypatch.setitem(sys.modules, "playsound3", library)
    monkeypatch.delenv("PLAYSOUND3_BACKEND", raising=False)
    monkeypatch.setattr(backend.shutil, "which", lambda name: None)
    return library


def test_files_are_played_by_absolute_path_without_waiting(library: FakePlaysound3) -> None:
    playing = open_backend().start(Path("tick.wav"))
    assert library.calls == [(Path("tick.wav").absolute(), False, "gstreamer")]
    assert playing.exit_code() is None
    library.code = 0
    assert playing.exit_code() == 0
    playing.stop()
    assert library.calls[-1] == "stop"


def test_a_library_that_can_prefer_is_asked_to(library: Any) -> None:
    library.prefer_backends = lambda *names: f"preferred {names[0]}"
    assert open_backend().name == "preferred alsa"


def test_aplay_alone_is_enough_for_alsa(
    library: FakePlaysound3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend.shutil, "which", {"aplay": "/usr/bin/aplay"}.get)
    assert open_backend().name == "alsa"


def test_what_a_person_told_playsound3_stands(
    library: FakePlaysound3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend.shutil, "which", {"aplay": "/usr/bin/aplay"}.get)
    monkeypatch.setenv("PLAYSOUND3_BACKEND", "gstreamer")
    assert open_backend().name == "gstreamer"


def test_a_computer_with_no_program_that_plays_has_no_backend(library: FakePlaysound3) -> None:
    library.DEFAULT_BACKEND = None
    with pytest.raises(NoBackendError, match="no program"):
        open_backend()


def test_a_library_that_breaks_when_it_is_imported_is_no_backend(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "playsound3", None)
    with pytest.raises(NoBackendError, match="does not load"):
        open_backend()
