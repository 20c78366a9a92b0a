"""What can be typed behind `log-run`, `rate`, `import` and the lists, and the help on it."""

import argparse
import shutil
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, Final

from routine_player.core.language import tr
from routine_player.core.red_flags import RED_FLAGS
from routine_player.core.sites import ALL_SITES

# What can be said in flags: each with the name of its field, and a hint.
_SAID_OF_PAIN: Final = {
    "--site": ("sites", "where it hurts, as calf-left; see below; may come again"),
    "--quality": ("qualities", "tired, tight, dull, sharp, burning or deep; may come again"),
    "--onset": ("onset_min", "minutes into the run at which it began"),
    "--course": ("course", "eased, same, worse or came-and-went"),
    "--spread": ("spread", "none, across-back, left-leg, right-leg, both-legs or elsewhere"),
    "--medication": ("medication", "what was taken against it"),
    "--note": ("note", "anything else"),
}
_SAID_OF_A_RATING: Final = {
    "--moment": (
        "moment",
        (
            "alone, worst-in-run, after-run, next-morning, before-session, in-session or "
            "after-session; alone if left out"
        ),
    ),
    "--at": ("at", "when, as 2026-03-28T18:30; now if left out"),
    "--run": ("run", "the id of its run, as history --json has it; by the clock if left out"),
    "--session": ("session", "the same of a session"),
}
_SAID_OF_A_RUN: Final = {
    "--start": ("start", "as 2026-03-28T18:30; if left out, it has just ended"),
    "--distance": ("distance", "10.5, 10,5 km, 6 mi or 800 m"),
    "--time": ("duration", "52:30, 1:05:30, 1h05 or 52 (minutes)"),
    "--kind": ("kind", "run, walk, bike, swim or other"),
    "--run-kind": ("run_kind", "easy, long, tempo, intervals, hills, treadmill or walk-run"),
    "--climb": ("climb_m", "metres up"),
    "--cadence": ("cadence_spm", "steps a minute, of both feet"),
    "--surface": ("surface", "road, trail, grass, track, treadmill or other"),
    "--shoes": ("shoes", "their name; new ones are added"),
    "--focus": ("focus", "gaze, run-tall, shorter-stride, cadence or landing; may come again"),
    "--tag": ("tags", "a word of your own; may come again"),
    "--worst": ("worst", "worst pain in the run, 0 (none) to 10"),
    "--now": ("now", "pain now, 0 (none) to 10"),
}
# The same in the words of the JSON, for whoever reads that first.
_ALSO: Final = {"--time": "--duration", "--now": "--after"}
_LISTS: Final = {"sites", "qualities", "focus", "tags"}
_WIDEST: Final = 78
_NARROWEST: Final = 30

RUN_SAID: Final = _SAID_OF_A_RUN | _SAID_OF_PAIN
RATING_SAID: Final = _SAID_OF_A_RATING | _SAID_OF_PAIN


def said_in(options: argparse.Namespace, said: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """Give what was typed, by the names of its fields; None for what was not."""
    fields = [field for field, _ in said.values()]
    return {field: getattr(options, field) for field in (*fields, "numbness", "signs")}


def declare_log_run(parser: argparse.ArgumentParser) -> None:
    """Declare what `log-run` takes."""
    _describe(
        parser,
        tr("Log a run, walk, ride or swim, and how the back felt. Say as much of it as you like."),
        examples=(
            "routine-player log-run --distance 8.4 --time 47:30",
            "routine-player log-run --start 2026-03-28T18:30 --distance 5,2mi --worst 4 --now 2",
            "routine-player log-run --time 52 --worst 3 --site lower-back-left --course eased",
            "routine-player log-run --json runs.json",
        ),
    )
    parser.add_argument(
        "--miles", action="store_true", help=tr("a distance without a unit is in miles")
    )
    _declare_said(parser, RUN_SAID)


def declare_rate(parser: argparse.ArgumentParser) -> None:
    """Declare what `rate` takes."""
    _describe(
        parser,
        tr("Log how much it hurts: after a run, the next morning, or on any day."),
        examples=(
            "routine-player rate 3",
            "routine-player rate 2 --moment next-morning --site calf-left",
            "routine-player rate --no-signs",
        ),
    )
    parser.add_argument("score", nargs="?", metavar="SCORE", help=tr("0 (none) to 10 (worst)"))
    _declare_said(parser, RATING_SAID)


def declare_import(parser: argparse.ArgumentParser) -> None:
    """Declare what `import` takes."""
    parser.description = tr(
        "Take runs out of files and folders: FIT, GPX, TCX, Strava's activities.csv, Garmin's "
        "Activities.csv, zipped or not. To import the same again changes nothing. The last line "
        "counts what became of them."
    )
    parser.add_argument("paths", nargs="+", type=_path, metavar="PATH", help=tr("files or folders"))
    parser.add_argument("--all-sports", action="store_true", help=tr("walks, rides and swims too"))
    parser.add_argument(
        "--deleted", action="store_true", help=tr("take back runs that you deleted, too")
    )
    parser.add_argument("--miles", action="store_true", help=tr("lists count in miles"))
    parser.add_argument("--json", action="store_true", help=tr("tell it as JSON"))


def _path(text: str) -> str:
    """Take a path as it was typed; nothing at all would be the folder one is in."""
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("it is empty: name a file or a folder, or . for here"))
    return text


def declare_history(parser: argparse.ArgumentParser) -> None:
    """Declare what `history` takes."""
    parser.description = tr(
        "List the sessions you played, the runs you logged and the pain you rated, newest first."
    )
    parser.add_argument("--json", action="store_true", help=tr("all that is known, as JSON"))


def _describe(parser: argparse.ArgumentParser, what: str, examples: Iterable[str]) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = textwrap.fill(what, _width())
    shown = "\n".join(f"  {example}" for example in examples)
    parser.epilog = "\n\n".join((
        tr("examples:\n{examples}", examples=shown),
        _listed(tr("sites:"), (site.name for site in ALL_SITES)),
        "\n".join((tr("signs:"), *(f"  {flag.name:<16} {tr(flag.words)}" for flag in RED_FLAGS))),
    ))  # fmt: skip


def _listed(title: str, names: Iterable[str]) -> str:
    text = textwrap.fill(
        ", ".join(names),
        _width(),
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    return f"{title}\n{text}"


def _declare_said(parser: argparse.ArgumentParser, said: Mapping[str, tuple[str, str]]) -> None:
    for flag, (field, hint) in said.items():
        action = "append" if field in _LISTS else "store"
        name = flag.lstrip("-").upper()
        parser.add_argument(flag, dest=field, action=action, metavar=name, help=tr(hint))
        if flag in _ALSO:
            parser.add_argument(_ALSO[flag], dest=field, help=argparse.SUPPRESS)
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
        "--sign", dest="signs", action="append", metavar="SIGN",
        help=tr("a sign that somebody should look at is so; see below; may come again"),
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


def _width() -> int:
    """Give how many letters a line of help has here, as argparse itself counts them."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns - 2))
