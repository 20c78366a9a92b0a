"""Run the tests of core as if nothing but the standard library were installed."""

import re
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Absent(MetaPathFinder):
    """Makes modules look as if they were not installed."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Raise ModuleNotFoundError for the absent; leave the rest to the other finders."""
        del path, target
        if fullname.partition(".")[0] in self._names:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def main(argv: list[str]) -> int:
    """Hide every package that the app's lock file names, then run tests/core."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    sys.meta_path.insert(0, Absent(modules_of(packages_in(lock))))
    # The Qt plug-in is gone with Qt, so its options in pyproject.toml are unknown to this run.
    without_qt = ["-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning"]
    options = ["-o", "addopts=--strict-markers --import-mode=importlib", "-p", "no:cacheprovider"]
    return int(
        pytest.main([*without_qt, *options, "-q", *(argv or [str(ROOT / "tests" / "core")])])
    )


def packages_in(lock: str) -> frozenset[str]:
    """Return the names of the packages that a lock file pins."""
    return frozenset(re.findall(r"^([A-Za-z0-9._-]+)==", lock, flags=re.MULTILINE))


def modules_of(packages: frozenset[str]) -> frozenset[str]:
    """Return the modules that those of the packages bring which are installed."""
    wanted = {_plain(package) for package in packages}
    bringers = packages_distributions().items()
    return frozenset(
        module for module, names in bringers if any(_plain(name) in wanted for name in names)
    )


def _plain(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()
