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
    # Plug-ins of pytest may need what is hidden, and pytest would import them past Absent; their
    # options in pyproject.toml are unknown without them.
    plugins = ["--disable-plugin-autoload", "-p", "_hypothesis_pytestplugin"]
    plugins += ["-p", "no:cacheprovider", "-W", "ignore::pytest.PytestConfigWarning"]
    options = ["-o", "addopts=--strict-markers --import-mode=importlib", "-q"]
    tests = argv or [str(ROOT / "tests" / "core")]
    return int(pytest.main([*plugins, *options, *tests]))


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
