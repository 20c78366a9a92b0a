from collections.abc import Callable

import pytest

from routine_player.play.remedies import sound_remedy, voice_remedy


def having(*programs: str) -> Callable[[str], str | None]:
    return {program: f"/bin/{program}" for program in programs}.get


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt", "sudo apt install flite"),
        ("dnf", "sudo dnf install flite"),
        ("pacman", "sudo pacman -S flite"),
        ("zypper", "sudo zypper install flite"),
        ("apk", "sudo apk add flite"),
    ],
)
def test_the_line_to_type_is_that_of_the_system(installer: str, line: str) -> None:
    assert voice_remedy("linux", having(installer)) == line


def test_an_unknown_system_is_told_what_to_look_for() -> None:
    assert sound_remedy("linux", having()) == "install alsa-utils mpg123"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_sound_and_voice_come_with_the_system_nothing_is_to_be_installed(
    platform: str,
) -> None:
    assert not sound_remedy(platform, having("apt"))
    assert not voice_remedy(platform, having("apt"))
