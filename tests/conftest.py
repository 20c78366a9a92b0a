"""What every test stands on: no screen, no real home folder, no limit on speed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from routine_player.core.instant import Instant

WEDNESDAY_NOON_MS = 1_772_625_600_000  # 2026-03-04 12:00 UTC

SHORT_ROUTINE = """\
routine: Short one
when: after-run
defaults: {prepare: 5s, rest: 10s}
steps:
  - {exercise: half-kneeling-hip-flexor-stretch, hold: 30s, sides: both}
  - {exercise: front-plank, hold: 20s, instead: {hurts: front-plank-knees}}
  - {exercise: reverse-hyper, reps: 8, pace: self}
"""

# Before anything of Qt is imported: no test opens a window on somebody's screen, and the size of
# that screen or its owner's taste in fonts changes no test.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _taste in ("QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI"):
    os.environ.pop(_taste, None)

# A busy computer must not fail a test; on the build server each run tries the same examples.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test, so that none reads or writes the real one."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("APPDATA", str(folder / "AppData" / "Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder / "AppData" / "Local"))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return folder


@dataclass
class FakeClock:
    """A clock that stands still until it is turned."""

    monotonic_s: float = 1000.0
    boot_s: float = 5000.0
    utc_ms: int = WEDNESDAY_NOON_MS
    offset_s: int = 0
    zone: str = ""

    def monotonic(self) -> float:
        return self.monotonic_s

    def boot(self) -> float:
        return self.boot_s

    def instant(self) -> Instant:
        return Instant.of(self.utc_ms, self.offset_s, self.zone)

    def pass_s(self, seconds: float) -> None:
        """Let time pass while the computer is awake."""
        self.monotonic_s += seconds
        self.sleep_s(seconds)

    def sleep_s(self, seconds: float) -> None:
        """Let the computer sleep: its monotonic clock stands still."""
        self.boot_s += seconds
        self.utc_ms += round(seconds * 1000)


@pytest.fixture
def short_routine() -> str:
    """A routine file of three steps: two sides, something easier, and a step that waits."""
    return SHORT_ROUTINE


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make_clock() -> Callable[[], FakeClock]:
    """Build further clocks, for a second process."""
    return FakeClock
