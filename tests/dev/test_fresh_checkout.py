"""The two commands in a checkout of its own, with a package of our making in place of the real."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("make") is None, reason="make is for Linux and macOS"
)

PROGRAM = """\
import sys, bell
print("program:", bell.SOUND, sys.argv[1:])
"""


def make_wheel(folder: Path, name: str, version: str, text: str) -> str:
    """Write a wheel of one module; return the line that pins it."""
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{name}.py", text)
        archive.writestr(f"{about}/METADATA", f"Name: {name}\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name}=={version} --hash=sha256:{digest}\n"


class Checkout:
    """A fresh checkout in a folder whose name has a space."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder / "my checkout"
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        (self.folder / "routine_player").mkdir(parents=True)
        shutil.copytree(root / ".ci", self.folder / ".ci")
        shutil.copy(root / "Makefile", self.folder)
        (self.folder / "routine_player" / "__main__.py").write_text(PROGRAM)
        bell = make_wheel(self.wheels, "bell", "1.0", "SOUND = 'ding'")
        self.lock(bell, bell + make_wheel(self.wheels, "judge", "1.0", ""))

    def lock(self, app: str, tests: str) -> None:
        (self.folder / "requirements.lock").write_text(app)
        (self.folder / "requirements-dev.lock").write_text(tests)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command there. pip finds the wheels only by what the environment tells it."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "PYTHON": os.path.realpath(sys.executable),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
        }
        return subprocess.run(
            words, cwd=self.folder, env=environment, check=False, capture_output=True, text=True
        )


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Checkout:
    return Checkout(root, tmp_path)


def test_the_first_run_installs_and_the_second_only_runs(checkout, tmp_path):
    first = checkout.run("make", "run", "ARGS=play demo")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.endswith("\nprogram: ding ['play', 'demo']\n")

    shutil.rmtree(checkout.wheels)  # nothing can be installed any more
    second = checkout.run("make", "run")
    assert (second.stdout, second.stderr) == ("program: ding []\n", "")

    launcher = checkout.folder / ".venv" / "bin" / "routine-player"
    elsewhere = subprocess.run(
        [launcher, "list"], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert elsewhere.stdout == "program: ding ['list']\n"


def test_an_interrupted_venv_is_begun_anew(checkout):
    bin_folder = checkout.folder / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").write_text("#!/bin/sh\nexit 1\n")
    (bin_folder / "python").chmod(0o755)

    done = checkout.run("make", "run")

    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("\nprogram: ding []\n")


def test_a_package_that_is_not_the_pinned_one_is_refused_and_the_next_try_is_whole(checkout):
    lock = (checkout.folder / "requirements.lock").read_text()
    checkout.lock(lock.replace("sha256:", "sha256:00")[:-3] + "\n", "")

    refused = checkout.run("make", "run")
    assert refused.returncode != 0
    assert "could not be installed" in refused.stderr
    assert "program:" not in refused.stdout

    checkout.lock(lock, "")
    assert checkout.run("make", "run").stdout.endswith("\nprogram: ding []\n")


def test_tests_tools_go_on_top_and_a_new_lock_begins_anew(checkout):
    checkout.run(".ci/ready", "run")
    keepsake = checkout.folder / ".venv" / "keepsake"
    keepsake.touch()
    judge = [".venv/bin/python", "-c", "import judge, bell; print(bell.SOUND)"]

    assert checkout.run(".ci/ready", "test").returncode == 0
    assert checkout.run(*judge).stdout == "ding\n"
    assert keepsake.exists()

    bell = make_wheel(checkout.wheels, "bell", "2.0", "SOUND = 'dong'")
    checkout.lock(bell, bell)
    assert checkout.run(".ci/ready", "test").returncode == 0
    assert checkout.run(*judge[:2], "import bell; print(bell.SOUND)").stdout == "dong\n"
    assert checkout.run(*judge).returncode != 0
    assert not keepsake.exists()


def test_without_a_python_that_is_new_enough_the_person_is_told(checkout):
    done = checkout.run("make", "run", "PYTHON=no-such-python")

    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr


def test_help_names_each_target(checkout):
    makefile = (checkout.folder / "Makefile").read_text()
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:"))

    listed = [line.split()[1] for line in checkout.run("make").stdout.splitlines()]

    assert sorted(listed) == sorted(phony.split()[1:])
