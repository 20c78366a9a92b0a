import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


class FakeSystem:
    """A machine whose apt-get knows some packages, and notes what it was asked."""

    def __init__(self, *known: str) -> None:
        self.known = known
        self.installed: set[str] = set()
        self.commands: list[Sequence[str]] = []
        self.said = ""

    def run(self, command: Sequence[str]) -> bool:
        self.commands.append(command)
        wanted = {word for word in command[2:] if word.startswith("lib") or word == "flite"}
        if not wanted.issubset(self.known):
            return False
        self.installed |= wanted
        return True

    def say(self, text: str) -> None:
        self.said += f"{text}\n"


@pytest.fixture
def machine(system_needs: ModuleType) -> Callable[..., Any]:
    def build(system: FakeSystem, *, is_root: bool, has_apt: bool) -> Any:
        return system_needs.Machine(is_root, has_apt, system.run, system.say)

    return build


@pytest.fixture
def needs(system_needs: ModuleType) -> Callable[[FakeSystem], list[Any]]:
    def build(system: FakeSystem) -> list[Any]:
        return [
            system_needs.Need("EGL", "libegl1", lambda: "libegl1" in system.installed),
            system_needs.Need("flite", "flite", lambda: "flite" in system.installed, False),
        ]

    return build


def test_nothing_missing_starts_nothing_and_says_nothing(system_needs, machine, needs):
    system = FakeSystem()
    system.installed = {"libegl1", "flite"}

    assert system_needs.provide(needs(system), machine(system, is_root=True, has_apt=True))
    assert (system.commands, system.said) == ([], "")


def test_root_gets_what_is_missing_by_apt(system_needs, machine, needs):
    system = FakeSystem("libegl1", "flite")

    assert system_needs.provide(needs(system), machine(system, is_root=True, has_apt=True))
    assert [command[:2] for command in system.commands] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
        ["apt-get", "install"],
    ]
    assert "sudo" not in system.said


def test_only_the_missing_package_is_asked_for(system_needs, machine, needs):
    system = FakeSystem("libegl1", "flite")
    system.installed = {"flite"}

    system_needs.provide(needs(system), machine(system, is_root=True, has_apt=True))

    assert system.commands[1][-1] == "libegl1"
    assert not any("flite" in command for command in system.commands)


def test_a_voice_that_apt_does_not_know_holds_nothing_up(system_needs, machine, needs):
    system = FakeSystem("libegl1")

    assert system_needs.provide(needs(system), machine(system, is_root=True, has_apt=True))
    assert "Routine Player will start, but something is missing: flite." in system.said


def test_root_without_a_library_after_apt_is_stopped(system_needs, machine, needs):
    system = FakeSystem("flite")

    assert not system_needs.provide(needs(system), machine(system, is_root=True, has_apt=True))
    assert "cannot start here yet" in system.said


def test_anyone_else_is_stopped_with_the_line_to_type(system_needs, machine, needs):
    system = FakeSystem("libegl1", "flite")

    assert not system_needs.provide(needs(system), machine(system, is_root=False, has_apt=True))
    assert "\n    sudo apt-get update && sudo apt-get install libegl1 flite\n" in system.said
    assert system.commands == []


def test_anyone_else_goes_on_without_a_voice_but_hears_of_it(system_needs, machine, needs):
    system = FakeSystem()
    system.installed = {"libegl1"}

    assert system_needs.provide(needs(system), machine(system, is_root=False, has_apt=True))
    assert "sudo apt-get install flite\n" in system.said


@pytest.mark.parametrize("is_root", [True, False])
def test_a_system_without_apt_is_told_in_words(system_needs, machine, needs, is_root):
    system = FakeSystem()

    assert not system_needs.provide(needs(system), machine(system, is_root=is_root, has_apt=False))
    assert "\n    EGL\n    flite\n" in system.said
    assert "apt" not in system.said


def test_a_library_is_there_when_it_loads(system_needs):
    assert system_needs.library("C", "libc.so.6", "libc6").is_there()
    assert not system_needs.library("None", "libnone-such.so.9", "none").is_there()


def test_a_program_is_there_when_it_is_found(system_needs, tmp_path, monkeypatch):
    need = system_needs.program("flite", "flite", "flite")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not need.is_there()

    shutil.copy("/bin/sh", tmp_path / "flite")
    assert need.is_there()


def test_a_font_of_the_persons_own_counts(system_needs, tmp_path: Path):
    environment = {"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "none")}
    assert not system_needs.has_font(environment)

    fonts = tmp_path / ".local" / "share" / "fonts" / "deeper"
    fonts.mkdir(parents=True)
    (fonts / "Some.ttf").touch()
    assert system_needs.has_font(environment)


def test_the_venv_package_is_that_of_this_very_python(system_needs):
    need = system_needs.venv_need()

    assert need.package == f"python3.{sys.version_info.minor}-venv"
    assert need.is_there()
