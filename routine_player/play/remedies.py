"""What to install where something cannot be heard: one line that a person can type."""

import shutil
from collections.abc import Callable

from routine_player.core.language import tr

# Each with its own word; the packages are called the same everywhere.
_INSTALLERS = {
    "apt": "sudo apt install",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S",
    "zypper": "sudo zypper install",
    "apk": "sudo apk add",
}
_SOUND_PACKAGES = "alsa-utils mpg123"
_VOICE_PACKAGES = "flite"

_Which = Callable[[str], str | None]


def sound_remedy(platform: str, which: _Which = shutil.which) -> str:
    """Give the line that installs what plays sounds; empty where it comes with the computer."""
    return _line(platform, _SOUND_PACKAGES, which)


def voice_remedy(platform: str, which: _Which = shutil.which) -> str:
    """Give the line that installs a voice; empty where it comes with the computer."""
    return _line(platform, _VOICE_PACKAGES, which)


def _line(platform: str, packages: str, which: _Which) -> str:
    if platform in {"darwin", "win32"}:
        return ""
    installer = next((line for name, line in _INSTALLERS.items() if which(name)), None)
    if installer is None:
        return tr("install {packages}", packages=packages)
    return f"{installer} {packages}"
