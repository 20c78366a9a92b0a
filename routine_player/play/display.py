"""Whether a window can open here: Qt aborts the process, without an exception, where it cannot."""

import ctypes
import socket
from collections.abc import Mapping
from pathlib import Path

from routine_player.core.language import tr

# Qt's X11 plugin loads these itself and aborts if one is absent; each with Debian's package.
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_NO_SCREEN_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_CONNECT_S = 1.0


def missing_display(platform: str, environment: Mapping[str, str]) -> str | None:
    """Say in one line why no window can open; None where one can.

    `platform` is as in `sys.platform`. Only Linux can be without a display.
    """
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if platform != "linux" or wanted.startswith(_NO_SCREEN_PLATFORMS):
        return None
    return None if _wayland_answers(environment) else _missing_x11(environment.get("DISPLAY", ""))


def _missing_x11(display: str) -> str | None:
    if not display:
        return tr("There is no display here.")
    if not _x11_answers(display):
        return tr("The display {display} does not answer.", display=display)
    absent = [package for name, package in _X11_LIBRARIES.items() if not _loads(name)]
    return tr("Windows need: apt install {packages}", packages=" ".join(absent)) if absent else None


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _connects(socket.AF_UNIX, str(Path(folder, name)))


def _x11_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the place the X11 protocol fixes
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.settimeout(_CONNECT_S)
        try:
            trial.connect(address)
        except OSError:
            return False
        return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
