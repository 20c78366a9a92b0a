"""The wheel that people install: built once, unpacked away from the checkout, and run there."""

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from routine_player import __version__

pytestmark = pytest.mark.wheel


@dataclass(frozen=True)
class Installed:
    """A wheel, and the folder that pip unpacked it into."""

    wheel: Path
    folder: Path

    def files(self) -> set[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    def run(self, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the installed program, as a person would in a folder of their own."""
        program = self.folder / "bin" / "routine-player"
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONSAFEPATH": "1"}
        return subprocess.run(
            [sys.executable, program, "--home", cwd / "home", *words],
            cwd=cwd,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build and install without isolation and without dependencies: neither needs a network."""
    root = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, "--target", folder / "installed", wheel], check=True)
    return Installed(wheel, folder / "installed")


def tracked(root: Path, folder: str) -> set[str]:
    """Return what the checkout has in a folder, less what Python leaves behind."""
    paths = (root / folder).rglob("*")
    return {path.relative_to(root).as_posix() for path in paths if path.is_file()}


@pytest.mark.parametrize("folder", ["routines", "assets"])
def test_every_bundled_file_is_in_the_wheel(root, installed, folder):
    bundled = tracked(root, folder)

    assert bundled
    assert {f"routine_player/data/{path}" for path in bundled} <= installed.files()


def test_the_wheel_holds_the_package_and_its_data_and_nothing_beside(installed):
    tops = {name.partition("/")[0] for name in installed.files()}

    assert tops == {"routine_player", f"routine_player-{__version__}.dist-info"}


def test_commands_that_need_a_checkout_stay_out_of_the_wheel(installed):
    assert not any(name.startswith("routine_player/dev/") for name in installed.files())


def test_the_installed_program_says_its_version(installed, tmp_path):
    done = installed.run("--version", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert __version__ in done.stdout


def test_the_installed_program_finds_its_own_routines(root, installed, tmp_path):
    done = installed.run("list", "--json", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    library = json.loads(done.stdout)
    data = installed.folder / "routine_player" / "data" / "routines"
    slugs = {path.stem for path in (root / "routines").glob("*.yaml")}
    assert slugs == {routine["slug"] for routine in library["routines"]}
    assert {Path(routine["path"]).parent for routine in library["routines"]} == {data}
    assert not any(routine["problems"] for routine in library["routines"])


def test_the_installed_program_plays_the_demo(installed, tmp_path):
    done = installed.run("play", "demo", "--terminal", "--speed", "1000", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
