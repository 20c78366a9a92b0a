"""The command line: it reads what was typed and hands over; each command lives in its own file."""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, NoReturn

from routine_player import __version__
from routine_player.core.language import tr
from routine_player.play.display import missing_display

BAD_ARGUMENTS = 2
_FASTEST = 1000.0
_FULL = {errno.ENOSPC, errno.EIO, errno.EFBIG}


class _PlainParser(argparse.ArgumentParser):
    """Tells a mistake in one plain line, without the usage in front."""

    def error(self, message: str) -> NoReturn:
        print(
            tr("{program}: {message} (--help shows what can be typed)", program=self.prog,
               message=message),
            file=sys.stderr,
        )  # fmt: skip
        sys.exit(BAD_ARGUMENTS)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        from routine_player.store.values import near, shown

        choices = [str(choice) for choice in action.choices]
        guess = near(str(value), choices)
        there_are = ", ".join(choices)
        raise argparse.ArgumentError(
            None,
            tr("'{value}' is none of {choices}", value=shown(str(value)), choices=there_are)
            if guess is None
            else tr("'{value}' is unknown; did you mean {guess}?", value=shown(str(value)),
                    guess=guess),
        )  # fmt: skip


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


def _declare_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help=tr("its short name, or a file"))
    parser.add_argument("--terminal", action="store_true", help=tr("play it in the terminal"))
    parser.add_argument("--speed", type=_speed, default=1.0, help=tr("play faster, for a trial"))


def _declare_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=tr("files or folders"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _declare_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("tell it as JSON"))


def _declare_history(parser: argparse.ArgumentParser) -> None:
    from routine_player.terminal.flags import declare_history

    declare_history(parser)


def _declare_import(parser: argparse.ArgumentParser) -> None:
    from routine_player.terminal.flags import declare_import

    declare_import(parser)


def _declare_log_run(parser: argparse.ArgumentParser) -> None:
    from routine_player.terminal.flags import declare_log_run

    declare_log_run(parser)


def _declare_rate(parser: argparse.ArgumentParser) -> None:
    from routine_player.terminal.flags import declare_rate

    declare_rate(parser)


def _declare_nothing(parser: argparse.ArgumentParser) -> None:
    """Leave a command without options."""


_DECLARED: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "play": ("play a routine", _declare_play),
    "check": ("tell what is wrong with files", _declare_check),
    "list": ("list routines and exercises", _declare_list),
    "history": ("list sessions, runs and pain", _declare_history),
    "import": ("take runs out of files and folders", _declare_import),
    "log-run": ("log a run, and how the back felt", _declare_log_run),
    "rate": ("log how much it hurts", _declare_rate),
    "doctor": ("tell what works on this computer, and what is missing", _declare_nothing),
}


def build_parser(words: Collection[str]) -> argparse.ArgumentParser:
    """Declare every command, and the options of those that are among `words`.

    To declare all options of all commands takes longer than to open the history.
    """
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
    for name, (told, declare) in _DECLARED.items():
        is_asked_for = name in words
        sentence = tr(told)
        command = commands.add_parser(
            name,
            help=sentence,
            description=sentence[0].upper() + sentence[1:] + ".",
            add_help=is_asked_for,
        )
        if is_asked_for:
            declare(command)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    options = build_parser(words).parse_args(words)
    try:
        code = _COMMANDS.get(options.command, _open_window)(options.home, options)
        if sys.stdout is not None:  # a window that was started without a terminal has none
            sys.stdout.flush()
    except BrokenPipeError:
        # `routine-player list | head`: the reader has gone, and there is nobody to tell.
        _silence()
        return 0
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            raise
        print(tr("The output cannot be written: {why}", why=error.strerror), file=sys.stderr)
        _silence()
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _silence() -> None:
    """Let nothing more be written, so that Python's own end does not stumble over it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# Each imports what it needs when it is asked for: a check in the terminal needs no Qt.


def _check(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.checking import check

    return check(home, options.paths, as_json=options.format == "json")


def _list(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.listing import list_library

    return list_library(home, as_json=options.json)


def _history(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.listing import list_history

    return list_history(home, as_json=options.json)


def _import(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.importing import import_runs

    return import_runs(
        home,
        options.paths,
        every_sport=options.all_sports,
        even_deleted=options.deleted,
        in_miles=options.miles,
        as_json=options.json,
    )


def _log_run(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.diary import log_run
    from routine_player.terminal.flags import RUN_SAID, said_in

    said = said_in(options, RUN_SAID)
    return log_run(home, said, options.json, in_miles=options.miles)


def _rate(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.diary import rate
    from routine_player.terminal.flags import RATING_SAID, said_in

    said = said_in(options, RATING_SAID)
    return rate(home, said | {"score": options.score}, options.json)


def _doctor(home: Path | None, _options: argparse.Namespace) -> int:
    from routine_player.terminal.doctor import tell_findings

    return tell_findings(home)


def _play(home: Path | None, options: argparse.Namespace) -> int:
    if not options.terminal:
        return _open_window(home, options)
    from routine_player.terminal.playing import play

    return play(home, options.routine, options.speed)


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


_COMMANDS = {
    "check": _check,
    "list": _list,
    "history": _history,
    "import": _import,
    "log-run": _log_run,
    "rate": _rate,
    "doctor": _doctor,
    "play": _play,
}


if __name__ == "__main__":
    sys.exit(main())
