"""Makes .venv, and installs what the system lacks. Called by .ci/ready when something is missing.

Standard library only: it runs in whatever Python 3.11 or newer the machine has.
"""

import contextlib
import fcntl
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from readiness import LOCKS, ROOT, stamp_of
from system_needs import Machine, needs_of_this_system, provide


def main(arguments: list[str]) -> int:
    """Make .venv ready for the level named; return the exit code."""
    (level,) = arguments
    try:
        with alone(ROOT):
            return make(ROOT, level)
    except KeyboardInterrupt:
        print("\nStopped. Type the same command to begin again.", file=sys.stderr)
        return 130


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the checkout, so that two commands begun at once do not build over each other."""
    with (root / ".ci" / "prepare.py").open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make(root: Path, level: str) -> int:
    """Install what is missing, on the system and in .venv; return the exit code."""
    if answers(root, "check", level):
        return 0  # another command made it while this one waited
    if not provide(needs_of_this_system(), Machine()):
        return 1
    if not fill(root, level):
        print("\nThe Python packages could not be installed: see above.", file=sys.stderr)
        return 1
    link_checkout(root)
    compile_ahead(root)
    levels = ["run", "test"] if level == "test" else ["run"]
    return 0 if all(answers(root, "stamp", each) for each in levels) else 1


def fill(root: Path, level: str) -> bool:
    """Install the locked packages; return whether that went well.

    Tests' packages go on top of an app's .venv that is whole. Any other .venv is begun anew: one
    that was interrupted or made from other pins is not worth repairing.
    """
    has_no_tests = not stamp_of(root, "test").exists()
    grows = level == "test" and has_no_tests and answers(root, "check", "run")
    for each in LOCKS:
        stamp_of(root, each).unlink(missing_ok=True)
    print(f"Installing the packages of {LOCKS[level]} into .venv ...", flush=True)
    if not grows and not runs([sys.executable, "-m", "venv", "--clear", str(root / ".venv")]):
        return False
    pip = [str(python_of(root)), "-m", "pip", "install", "--no-deps", "--require-hashes"]
    manner = [] if sys.stdout.isatty() else ["--quiet"]
    return runs([*pip, *manner, "-r", str(root / LOCKS[level])])


def link_checkout(root: Path) -> None:
    """Let .venv run the program out of the checkout, from any folder.

    An editable install would copy the bundled routines and sounds, and the copies grow stale.
    """
    site_packages = next((root / ".venv" / "lib").glob("python*/site-packages"))
    (site_packages / "routine_player_checkout.pth").write_text(f"{root}\n", encoding="utf-8")
    launcher = root / ".venv" / "bin" / "routine-player"
    python = shlex.quote(str(python_of(root)))
    launcher.write_text(f'#!/bin/sh\nexec {python} -P -m routine_player "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def compile_ahead(root: Path) -> None:
    """Compile the program now: where PYTHONDONTWRITEBYTECODE is set, no start would ever keep it.

    What fails here is compiled at each start, and tells its error there.
    """
    runs([str(python_of(root)), "-m", "compileall", "-q", "-j", "0", str(root / "routine_player")])


def python_of(root: Path) -> Path:
    """Return the interpreter of the checkout's .venv."""
    return root / ".venv" / "bin" / "python"


def answers(root: Path, wish: str, level: str) -> bool:
    """Put a wish to readiness.py, in the interpreter whose version it notes."""
    python = python_of(root)
    script = root / ".ci" / "readiness.py"
    return os.access(python, os.X_OK) and runs(
        [str(python), "-E", "-s", "-S", str(script), wish, level]
    )


def runs(command: list[str]) -> bool:
    """Run a command in plain sight; return whether it went well."""
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
