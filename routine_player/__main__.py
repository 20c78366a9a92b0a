"""The command line: it reads what was typed and hands over; each command lives in its own file."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from routine_player import __version__
from routine_player.core.language import tr
from routine_player.play.display import missing_display

BAD_ARGUMENTS = 2
_FASTEST = 1000.0


class _PlainParser(argparse.ArgumentParser):
    """Tells a mistake in one plain line, without the usage in front."""

    def error(self, message: str) -> NoReturn:
        print(
            tr("{program}: {message} (--help shows what can be typed)", program=self.prog,
               message=message),
            file=sys.stderr,
        )  # fmt: skip
        sys.exit(BAD_ARGUMENTS)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= _FASTEST:
        raise argparse.ArgumentTypeError(
            tr("'{text}' is no speed: a number above 0, at most 1000, was expected", text=text)
        )
    return speed


def _home(text: str) -> Path:
    folder = Path(text).expanduser()
    if folder.exists() and not folder.is_dir():
        raise argparse.ArgumentTypeError(tr("'{text}' is a file, not a folder", text=text))
    return folder.absolute()


def build_parser() -> argparse.ArgumentParser:
    """Declare every command and option."""
    parser = _PlainParser(
        prog="routine-player",
        description=tr("Timed exercise routines for runners whose lower back hurts."),
        epilog=tr("Without a command the app opens."),
    )
    parser.add_argument("--version", action="version", version=f"routine-player {__version__}")
    parser.add_argument(
        "--home", type=_home, metavar="DIR", help=tr("keep all data in this folder")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    play = commands.add_parser("play", help=tr("play a routine"))
    play.add_argument("routine", metavar="ROUTINE", help=tr("its short name, or a file"))
    play.add_argument("--terminal", action="store_true", help=tr("play it in the terminal"))
    play.add_argument("--speed", type=_speed, default=1.0, help=tr("play faster, for a trial"))
    check = commands.add_parser("check", help=tr("tell what is wrong with files"))
    check.add_argument("paths", nargs="+", metavar="PATH", help=tr("files or folders"))
    check.add_argument("--format", choices=("text", "json"), default="text")
    listing = commands.add_parser("list", help=tr("list routines and exercises"))
    listing.add_argument("--json", action="store_true")
    history = commands.add_parser("history", help=tr("list the sessions that were played"))
    history.add_argument("--json", action="store_true")
    commands.add_parser("doctor", help=tr("tell what works on this computer, and what is missing"))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    options = build_parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:
        # `routine-player list | head`: the reader has gone, and there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    # Each is imported when it is asked for: a check in the terminal needs no Qt.
    home: Path | None = options.home
    match options.command:
        case "check":
            from routine_player.terminal.checking import check

            return check(home, options.paths, as_json=options.format == "json")
        case "list":
            from routine_player.terminal.listing import list_library

            return list_library(home, as_json=options.json)
        case "history":
            from routine_player.terminal.listing import list_history

            return list_history(home, as_json=options.json)
        case "doctor":
            from routine_player.terminal.doctor import tell_findings

            return tell_findings(home)
        case "play" if options.terminal:
            from routine_player.terminal.playing import play

            return play(home, options.routine, options.speed)
        case _:
            return _open_window(home, options)


def _open_window(home: Path | None, options: argparse.Namespace) -> int:
    routine: str | None = getattr(options, "routine", None)
    speed: float = getattr(options, "speed", 1.0)
    missing = missing_display(sys.platform, os.environ)
    if missing is not None:
        from routine_player.terminal.playing import play

        print(missing)
        print(tr("So this plays in the terminal."))
        return play(home, routine or "demo", speed)
    from routine_player.app import run

    return run(home, routine, speed)


if __name__ == "__main__":
    sys.exit(main())
