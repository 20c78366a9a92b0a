import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ["requirements.lock", "requirements-dev.lock"]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> dict[str, str]:
    """Return each pin with its hashes, by its first line: `name==version ; marker`."""
    entries: dict[str, str] = {}
    for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8")):
        head, *rest = [line.strip(" \\") for line in entry.splitlines()]
        if not head.startswith("#"):
            entries[head] = " ".join(line for line in rest if line.startswith("--hash"))
    return entries


def names_asked_for(requirements: list[str]) -> set[str]:
    return {plain(re.match(r"[\w.-]+", each).group()) for each in requirements}


@pytest.fixture
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_lock_pins_every_dependency_of_the_app(root, project):
    pinned = {plain(pin.partition("==")[0]) for pin in pins(root / LOCKS[0])}
    assert names_asked_for(project["project"]["dependencies"]) <= pinned


def test_the_tests_lock_pins_every_tool(root, project):
    pinned = {plain(pin.partition("==")[0]) for pin in pins(root / LOCKS[1])}
    assert names_asked_for(project["dependency-groups"]["dev"]) <= pinned


def test_tests_run_on_the_very_packages_that_people_get(root):
    app, tests = (pins(root / lock) for lock in LOCKS)
    assert app.items() <= tests.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_guarded_by_a_hash(root, lock):
    assert all("--hash=sha256:" in hashes for hashes in pins(root / lock).values())


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_server(root, lock):
    text = (root / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links", text)


def test_pythons_below_3_12_are_kept_from_the_qt_that_aborts(root):
    for pin in pins(root / LOCKS[0]):
        match = re.match(r"pyside6-essentials==6\.(\d+)\S* ; python_full_version < '3\.12'", pin)
        if match:
            assert int(match[1]) < 12
            return
    pytest.fail("no pin of PySide6 for Python 3.11")
