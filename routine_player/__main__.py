"""The command line: it reads what was typed and hands over; each command lives in its own file."""

import argparse
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


# What can be said in flags: each with the name of its field, and a hint.
_SAID_OF_PAIN = {
    "--site": ("sites", "lower-back-left; may come again"),
    "--quality": ("qualities", "tired, tight, dull, sharp, burning or deep; may come again"),
    "--onset": ("onset_min", "minutes into the run at which it began"),
    "--course": ("course", "eased, same, worse or came-and-went"),
    "--spread": ("spread", "none, across-back, left-leg, right-leg, both-legs or elsewhere"),
    "--medication": ("medication", "what was taken against it"),
    "--note": ("note", "anything else"),
}
_SAID_OF_A_RATING = {
    "--moment": ("moment", "alone, after-run, worst-in-run, next-morning, ..."),
    "--at": ("at", "when, as 2026-03-28T18:30; now if left out"),
    "--run": ("run", "the id of the run it is of, as history --json has it"),
    "--session": ("session", "the same of a session"),
}
_SAID_OF_A_RUN = {
    "--start": ("start", "as 2026-03-28T18:30; if left out, it has just ended"),
    "--distance": ("distance", "10.5, 10,5 km or 6 mi"),
    "--time": ("duration", "52:30 or 52 (minutes)"),
    "--kind": ("kind", "run, walk, bike, swim or other"),
    "--run-kind": ("run_kind", "easy, long, tempo, intervals, hills, treadmill or walk-run"),
    "--climb": ("climb_m", "metres up"),
    "--cadence": ("cadence_spm", "steps a minute"),
    "--surface": ("surface", "road, trail, grass, track, treadmill or other"),
    "--shoes": ("shoes", "their name; new ones are added"),
    "--focus": ("focus", "gaze, run-tall, shorter-stride, cadence or landing; may come again"),
    "--tag": ("tags", "a word of your own; may come again"),
    "--worst": ("worst", "worst pain in the run, 0 to 10"),
    "--now": ("now", "pain now, 0 to 10"),
}
_LISTS = {"sites", "qualities", "focus", "tags"}


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=tr("FIT, GPX, TCX, CSV, folders"))
    parser.add_argument("--all-sports", action="store_true", help=tr("walks, rides and swims too"))
    parser.add_argument("--miles", action="store_true", help=tr("lists count in miles"))
    parser.add_argument("--json", action="store_true")


def _declare_said(parser: argparse.ArgumentParser, said: dict[str, tuple[str, str]]) -> None:
    for flag, (field, hint) in said.items():
        action = "append" if field in _LISTS else "store"
        name = flag.lstrip("-").upper()
        parser.add_argument(flag, dest=field, action=action, metavar=name, help=tr(hint))
    numb = parser.add_mutually_exclusive_group()
    numb.add_argument(
        "--numb", dest="numbness", action="store_const", const=True, default=None,
        help=tr("there was numbness or tingling"),
    )  # fmt: skip
    numb.add_argument(
        "--not-numb", dest="numbness", action="store_const", const=False, help=tr("there was none")
    )
    signs = parser.add_mutually_exclusive_group()
    signs.add_argument(
        "--sign", dest="signs", action="append", metavar="NAME",
        help=tr("a sign to see somebody about that is so; may come again"),
    )  # fmt: skip
    signs.add_argument(
        "--no-signs", dest="signs", action="store_const", const=[], help=tr("none of them is so")
    )
    parser.add_argument(
        "--json",
        nargs="?",
        const="",
        metavar="JSON",
        help=tr(
            "tell it as JSON; what is said may be JSON too: an object or a list of them, typed, "
            "in a file, or - for input"
        ),
    )


def _said(options: argparse.Namespace, said: dict[str, tuple[str, str]]) -> dict[str, Any]:
    fields = [field for field, _ in said.values()]
    return {field: getattr(options, field) for field in (*fields, "numbness", "signs")}


def _declare_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help=tr("its short name, or a file"))
    parser.add_argument("--terminal", action="store_true", help=tr("play it in the terminal"))
    parser.add_argument("--speed", type=_speed, default=1.0, help=tr("play faster, for a trial"))


def _declare_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=tr("files or folders"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _declare_listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _declare_log_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--miles", action="store_true", help=tr("a distance is in miles"))
    _declare_said(parser, _SAID_OF_A_RUN | _SAID_OF_PAIN)


def _declare_rate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("score", nargs="?", metavar="SCORE", help=tr("0 to 10"))
    _declare_said(parser, _SAID_OF_A_RATING | _SAID_OF_PAIN)


def _declare_nothing(parser: argparse.ArgumentParser) -> None:
    """Leave a command without options."""


_DECLARED: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "play": ("play a routine", _declare_play),
    "check": ("tell what is wrong with files", _declare_check),
    "list": ("list routines and exercises", _declare_listing),
    "history": ("list sessions and runs", _declare_listing),
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
        command = commands.add_parser(name, help=tr(told), add_help=is_asked_for)
        if is_asked_for:
            declare(command)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    options = build_parser(words).parse_args(words)
    try:
        return _COMMANDS.get(options.command, _open_window)(options.home, options)
    except BrokenPipeError:
        # `routine-player list | head`: the reader has gone, and there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


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
        in_miles=options.miles,
        as_json=options.json,
    )


def _log_run(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.diary import log_run

    said = _said(options, _SAID_OF_A_RUN | _SAID_OF_PAIN)
    return log_run(home, said, options.json, in_miles=options.miles)


def _rate(home: Path | None, options: argparse.Namespace) -> int:
    from routine_player.terminal.diary import rate

    said = _said(options, _SAID_OF_A_RATING | _SAID_OF_PAIN)
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
