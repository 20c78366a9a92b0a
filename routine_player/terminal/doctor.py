"""`doctor`: what works on this computer, and what to install for the rest."""

import os
import sys
from pathlib import Path

from routine_player.play.clock import SystemClock
from routine_player.play.doctor import Computer, examine
from routine_player.store.paths import Places
from routine_player.store.settings import read_settings
from routine_player.terminal.report import PROBLEMS, say


def tell_findings(home: Path | None) -> int:
    """Print one line a topic; 1 if something is missing."""
    places = Places(home)
    settings, _ = read_settings(places.settings, places.set_aside)
    computer = Computer(sys.platform, os.environ, SystemClock())
    is_well = True
    for finding in examine(computer, places, settings.voice_name):
        is_well = is_well and finding.ok
        mark = "ok     " if finding.ok else "missing"
        remedy = f" -> {finding.remedy}" if finding.remedy else ""
        say(f"{mark} {finding.topic.value}: {finding.text}{remedy}")
    return 0 if is_well else PROBLEMS
