"""Qt is imported without what a start has no use for, and works as it always does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Imports Qt in one of two ways, and tells what can be asked of it afterwards.
CHILD = """
import json, sys

if sys.argv[1] == "ours":
    from routine_player.app.qt_import import import_qt
    import_qt()
else:
    import PySide6.QtCore
from PySide6 import QtCore
from shibokensupport.signature import get_signature
from shibokensupport.signature import parser

is_waiting = "pyside_type_init" not in vars(parser)
try:
    QtCore.QPoint("no number", 3)
except TypeError as error:
    refusal = str(error)
told = {
    "waiting": is_waiting,
    "refusal": refusal,
    "signature": str(get_signature(QtCore.QPoint.manhattanLength)),
    "loaded": "pyside_type_init" in vars(parser),
    "names": [parser.__name__, parser.__spec__.name],
}
print(json.dumps(told))
"""


def imported(way):
    command = [sys.executable, "-c", CHILD, way]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def ours():
    return imported("ours")


@pytest.fixture(scope="module")
def usual():
    return imported("usual")


def test_what_qt_needs_to_explain_itself_waits_until_it_is_asked_for(ours):
    assert ours["waiting"]
    assert ours["loaded"]


def test_qt_explains_a_wrong_argument_in_the_same_words_as_ever(ours, usual):
    assert "QPoint" in usual["refusal"]
    for what in ("refusal", "signature", "names"):
        assert ours[what] == usual[what]
