"""Where everything is: the only file that resolves paths."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from routine_player.core.language import tr

if TYPE_CHECKING:
    from routine_player.core.problem import Problem

APP_NAME = "routine-player"

_PACKAGE = Path(__file__).resolve().parent.parent

MIGRATIONS = _PACKAGE / "store" / "migrations"
"""The steps from each format of the history to the next, as SQL."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one person, and those that come with the program.

    `home` puts everything that is the person's into one folder (`--home DIR`); without it the
    platform decides. All paths are absolute. Nothing is made on disk until `ensure()`.
    """

    home: Path | None = None
    package: Path = _PACKAGE
    data: Path = field(init=False)
    cache: Path = field(init=False)
    logs: Path = field(init=False)

    def __post_init__(self) -> None:
        data, cache, logs = _platform_folders() if self.home is None else _in_one(self.home)
        # A frozen dataclass has no other way to fill in what follows from its arguments.
        object.__setattr__(self, "data", data)
        object.__setattr__(self, "cache", cache)
        object.__setattr__(self, "logs", logs)

    @property
    def history(self) -> Path:
        return self.data / "history.db"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def exports(self) -> Path:
        """The daily copy of the history as text."""
        return self.data / "exports"

    @property
    def set_aside(self) -> Path:
        """Where damaged files are kept."""
        return self.data / "set-aside"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def routines(self) -> Path:
        """The person's own routines."""
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        """The person's own exercises."""
        return self.data / "exercises"

    @property
    def voice_cache(self) -> Path:
        """Spoken phrases, rendered ahead."""
        return self.cache / "voice"

    @property
    def sound_cache(self) -> Path:
        """Cue sounds, rendered at the chosen volume."""
        return self.cache / "sounds"

    @property
    def figure_cache(self) -> Path:
        """Frames of figures, drawn ahead."""
        return self.cache / "figures"

    @property
    def glances(self) -> Path:
        """Notes on the routines, for a start that shows them before it has read their files."""
        return self.cache / "glances.json"

    @property
    def log(self) -> Path:
        return self.logs / "routine-player.log"

    @property
    def crash_trace(self) -> Path:
        """What the interpreter writes when it dies."""
        return self.logs / "crash.txt"

    @property
    def bundled_routines(self) -> Path:
        return self._bundled("routines")

    @property
    def bundled_exercises(self) -> Path:
        return self._bundled("assets") / "exercises"

    @property
    def sounds(self) -> Path:
        return self._bundled("assets") / "sounds"

    @property
    def stills(self) -> Path:
        """One picture of each exercise's figure."""
        return self._bundled("assets") / "figures"

    @property
    def body_map(self) -> Path:
        """The body from both sides, and the outlines of its regions."""
        return self.stills / "body-map"

    @property
    def icons(self) -> Path:
        return self._bundled("assets") / "icons"

    def _bundled(self, name: str) -> Path:
        """Find a folder that comes with the program: inside a wheel, beside it in a checkout."""
        inside = self.package / "data" / name
        return inside if inside.is_dir() else self.package.parent / name

    def ensure(self) -> "Problem | None":
        """Make the person's folders; say why, and what follows, where one cannot be written to."""
        consequences = {
            self.data: tr("what you do is not saved"),
            self.routines: tr("you cannot add routines of your own"),
            self.exercises: tr("you cannot add exercises of your own"),
            self.cache: tr("the voice stays silent and the volume as it is"),
            self.logs: tr("nothing is left to look into after a crash"),
        }
        for folder, consequence in consequences.items():
            refused = _refused(folder)
            if refused is not None:
                return _not_writable(folder, refused, consequence)
        return None


def _in_one(home: Path) -> tuple[Path, Path, Path]:
    data = Path(os.path.abspath(home.expanduser()))  # noqa: PTH100 - resolve() would follow links
    return data, data / "cache", data / "logs"


def _platform_folders() -> tuple[Path, Path, Path]:
    import platformdirs  # not needed, so not paid for, with --home

    folders = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return folders.user_data_path, folders.user_cache_path, folders.user_log_path


def _refused(folder: Path) -> OSError | None:
    """Make `folder` and a file in it; give the error where that fails.

    A file is made because permission bits prove nothing on a disk that is mounted read-only.
    """
    probe = folder / f".writable-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
    except OSError as error:
        return error
    with suppress(OSError):  # an empty file left behind harms nobody
        probe.unlink()
    return None


def _not_writable(folder: Path, error: OSError, consequence: str) -> "Problem":
    from routine_player.core.problem import Problem, Severity  # few starts have one to tell

    text = tr(
        "Nothing can be written here ({reason}), so {consequence}.",
        reason=error.strerror or type(error).__name__,
        consequence=consequence,
    )
    return Problem(str(folder), 1, 1, Severity.WARNING, text)
