import subprocess
import sys
from pathlib import Path

import pytest

from routine_player.dev.core_alone import modules_of, packages_in

LOCK = """\
# made by a tool
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:00
pyside6-essentials==6.11.3 \\
    --hash=sha256:00
    # via routine-player
"""


def run_alone(test: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "test_alone.py"
    path.write_text(test)
    words = [sys.executable, "-m", "routine_player.dev", "core_alone", str(path)]
    return subprocess.run(words, check=False, capture_output=True, text=True)


def test_the_lock_file_says_which_packages_there_are():
    assert packages_in(LOCK) == {"numpy", "pyside6-essentials"}


def test_packages_are_known_by_the_modules_they_bring():
    modules = modules_of(frozenset({"pyyaml", "pyside6-essentials"}))

    assert {"yaml", "PySide6"} <= modules
    assert "pytest" not in modules


@pytest.mark.parametrize("module", ["PySide6.QtCore", "numpy", "platformdirs", "yaml"])
def test_a_test_that_needs_what_is_not_the_standard_librarys_fails_there(tmp_path, module):
    done = run_alone(f"def test_it():\n    import {module}\n", tmp_path)

    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stdout


def test_a_test_that_needs_the_standard_library_passes_there(tmp_path):
    done = run_alone("def test_it():\n    import decimal\n", tmp_path)

    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
