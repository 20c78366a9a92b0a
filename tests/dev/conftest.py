"""What the tests of developers' commands share."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def root() -> Path:
    """The checkout's folder."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture
def system_needs(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script of .ci that knows what the system must bring."""
    monkeypatch.syspath_prepend(root / ".ci")
    return importlib.import_module("system_needs")
