"""What the program needs from the system beside Python packages, and how to get it.

Each need is tested by its effect (the library loads, the program is found), so it does not matter
which distribution put it there, or under which name.
"""

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """One thing the system must bring."""

    words: str
    """Its name for a person whose system is not a Debian."""

    package: str
    """The Debian and Ubuntu package that brings it."""

    is_there: Callable[[], bool]

    essential: bool = True
    """Without it no window opens; without the others there is no sound, voice or writing."""


def library(words: str, soname: str, package: str) -> Need:
    """Return the need for a shared library that Qt loads."""
    return Need(words, package, lambda: _loads(soname))


def program(words: str, name: str, package: str) -> Need:
    """Return the need for a program that plays sounds or speaks: good to have."""
    return Need(words, package, lambda: shutil.which(name) is not None, essential=False)


def venv_need() -> Need:
    """Return the need for the part of Python that Debian packages apart."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    words = f"Python {version}'s own venv and ensurepip modules"
    return Need(words, f"python{version}-venv", lambda: _imports("venv") and _imports("ensurepip"))


LINUX_NEEDS: tuple[Need, ...] = (
    library("OpenGL (libGL)", "libGL.so.1", "libgl1"),
    library("EGL", "libEGL.so.1", "libegl1"),
    library("GLib", "libgthread-2.0.so.0", "libglib2.0-0"),
    library("fontconfig", "libfontconfig.so.1", "libfontconfig1"),
    library("D-Bus", "libdbus-1.so.3", "libdbus-1-3"),
    library("xkbcommon", "libxkbcommon.so.0", "libxkbcommon0"),
    library("xkbcommon-x11", "libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("xcb-cursor", "libxcb-cursor.so.0", "libxcb-cursor0"),
    library("xcb-icccm", "libxcb-icccm.so.4", "libxcb-icccm4"),
    library("xcb-keysyms", "libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("xcb-shape", "libxcb-shape.so.0", "libxcb-shape0"),
    Need(
        "wayland-cursor",
        "libwayland-cursor0",
        lambda: _loads("libwayland-cursor.so.0"),
        essential=False,  # Wayland desktops bring it, and most can show an X11 window without
    ),
    Need(
        "a font, such as DejaVu",
        "fonts-dejavu-core",
        lambda: has_font(os.environ),
        essential=False,
    ),
    program("aplay (ALSA utilities)", "aplay", "alsa-utils"),
    program("mpg123", "mpg123", "mpg123"),
    program("flite", "flite", "flite"),
    program("espeak-ng", "espeak-ng", "espeak-ng"),
)


def _runs(command: Sequence[str]) -> bool:
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quietly, check=False).returncode == 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Machine:
    """The system this runs on, as far as installing goes."""

    is_root: bool = field(default_factory=lambda: os.geteuid() == 0)
    has_apt: bool = field(default_factory=lambda: shutil.which("apt-get") is not None)
    run: Callable[[Sequence[str]], bool] = _runs
    say: Callable[[str], None] = _say


def needs_of_this_system() -> tuple[Need, ...]:
    """Return what this system must bring: macOS has all but Python itself."""
    return (venv_need(), *LINUX_NEEDS) if sys.platform == "linux" else (venv_need(),)


def provide(needs: Sequence[Need], machine: Machine) -> bool:
    """Install what is missing, or say how to; return whether the program can work now."""
    lacking = _lacking(needs)
    if lacking and machine.is_root and machine.has_apt:
        _install(lacking, machine)
        lacking = _lacking(lacking)
    essential = [need for need in lacking if need.essential]
    if lacking:
        _tell(lacking, machine, stops=bool(essential))
    return not essential


def _install(lacking: Sequence[Need], machine: Machine) -> None:
    """Install by apt; what is only good to have apart, so that it holds nothing else up."""
    machine.say(f"Installing from the system's packages: {_packages(lacking)}")
    patient = ["-q", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    machine.run(["apt-get", "update", *patient])
    for wanted in (True, False):
        packages = [need.package for need in lacking if need.essential is wanted]
        if packages:
            machine.run(
                ["apt-get", "install", "-y", "--no-install-recommends", *patient, *packages]
            )


def _tell(lacking: Sequence[Need], machine: Machine, *, stops: bool) -> None:
    machine.say(
        "Routine Player cannot start here yet: your system lacks something it needs."
        if stops
        else f"Routine Player will start, but something is missing: {_words(lacking)}."
    )
    if machine.has_apt:
        machine.say(f"Type this line, then the same command again:\n\n    {_apt_line(lacking)}\n")
    else:
        names = "".join(f"\n    {need.words}" for need in lacking)
        machine.say(f"Install these with your system's own tool, then try again:\n{names}\n")


def _apt_line(lacking: Sequence[Need]) -> str:
    return f"sudo apt-get update && sudo apt-get install {_packages(lacking)}"


def _packages(lacking: Sequence[Need]) -> str:
    return " ".join(need.package for need in lacking)


def _words(lacking: Sequence[Need]) -> str:
    return ", ".join(need.words for need in lacking)


def _lacking(needs: Sequence[Need]) -> list[Need]:
    return [need for need in needs if not need.is_there()]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _imports(module: str) -> bool:
    importlib.invalidate_caches()  # it may have been installed a moment ago
    return importlib.util.find_spec(module) is not None


def has_font(environment: Mapping[str, str]) -> bool:
    """Whether any font lies where the system or the person keeps them."""
    home = Path(environment.get("HOME", "/"))
    data = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    system = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [*(Path(folder) / "fonts" for folder in (data, *system.split(":"))), home / ".fonts"]
    kinds = ("*.ttf", "*.otf", "*.ttc")
    return any(next(folder.rglob(kind), None) for folder in folders for kind in kinds)
