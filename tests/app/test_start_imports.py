"""What the first picture does not show is not loaded before it: each module is some waiting."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from routine_player.store.paths import Places
from routine_player.store.settings import Settings
from routine_player.store.shelf import Shelf

ROOT = Path(__file__).resolve().parents[2]

# Runs the command line to the first paint, and tells what was loaded by then.
CHILD = """
import json, linecache, os, runpy, sys
from PySide6 import QtCore, QtWidgets

class Teller(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            told = {"modules": sorted(sys.modules), "sources": sorted(linecache.cache)}
            print(json.dumps(told), flush=True)
            os._exit(0)
        return False

class Application(QtWidgets.QApplication):
    def exec(self):
        self.teller = Teller()
        for window in self.topLevelWidgets():
            window.installEventFilter(self.teller)
        return super().exec()

QtWidgets.QApplication = Application
sys.argv = ["routine-player", *sys.argv[1:]]
runpy.run_module("routine_player", run_name="__main__")
"""

HEAVY = {
    "numpy",
    "pyqtgraph",
    "rich",
    "wakepy",
    "playsound3",
    "yaml",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
    "concurrent.futures",
    "logging.handlers",
    "multiprocessing",
    "subprocess",
    "wave",
}
LATER = {
    "routine_player.app.charts",
    "routine_player.app.figure_process",
    "routine_player.app.figure_room",
    "routine_player.app.housekeeping",
    "routine_player.app.import_room",
    "routine_player.app.log_run",
    "routine_player.app.morning",
    "routine_player.app.performing",
    "routine_player.app.settling",
    "routine_player.core.compilation",
    "routine_player.core.preview",
    "routine_player.core.problem",
    "routine_player.core.session",
    "routine_player.play.gap",
    "routine_player.play.outfit",
    "routine_player.play.sound",
    "routine_player.play.voice",
    "routine_player.store.backups",
    "routine_player.store.export",
    "routine_player.store.history_diary",
    "routine_player.store.library",
    "routine_player.ui.figure.figures",
    "routine_player.ui.figure.moving_stage",
    "routine_player.ui.today.questions",
    "routine_player.ui.today.resumption",
    "routine_player.ui.views.log_run",
    "routine_player.terminal",
}


@pytest.fixture
def start(tmp_path):
    """Start the app, as after an earlier start; give what it had loaded."""
    places = Places(tmp_path)
    assert places.ensure() is None
    Shelf(places, Settings()).take_stock()

    def started(settings):
        (tmp_path / "settings.json").write_text(json.dumps(settings))
        command = [sys.executable, "-c", CHILD, "--home", str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return started


@pytest.mark.parametrize("settings", [{}, {"first_start_done": True}])
def test_the_first_picture_waits_for_nothing_it_does_not_show(start, settings):
    loaded = set(start(settings)["modules"])
    assert "routine_player.ui.window" in loaded  # or the names below would prove nothing
    assert loaded & (HEAVY | LATER) == set()


def test_qt_does_not_read_the_source_of_what_is_imported_after_it(start):
    read = start({"first_start_done": True})["sources"]
    assert ("ui", "window.py") not in {Path(name).parts[-2:] for name in read}
