"""The player's screen in a terminal: the same words and numbers as in the window."""

from rich.align import Align
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from routine_player.core.keys import PLAYER_KEYS
from routine_player.core.language import tr
from routine_player.core.moment import Moment
from routine_player.core.scene import RingKind, Scene
from routine_player.core.session import State, StepProgress, StepStatus

_ACCENT = "cyan"
_BAR_CELLS = 60
_STATUS_STYLE = {
    StepStatus.COMING: "bright_black",
    StepStatus.RUNNING: f"bold {_ACCENT}",
    StepStatus.DONE: _ACCENT,
    StepStatus.SKIPPED: "dim",
    StepStatus.HURT: "yellow",
}
_STATUS_CELL = {StepStatus.SKIPPED: "-", StepStatus.HURT: "!"}

# Seven rows tall, so that it can be read from a mat or a treadmill.
_DIGITS = {
    "0": (" ███ ", "█   █", "█  ██", "█ █ █", "██  █", "█   █", " ███ "),
    "1": ("  █  ", " ██  ", "  █  ", "  █  ", "  █  ", "  █  ", " ███ "),
    "2": (" ███ ", "█   █", "    █", "   █ ", "  █  ", " █   ", "█████"),
    "3": ("████ ", "    █", "    █", " ███ ", "    █", "    █", "████ "),
    "4": ("█   █", "█   █", "█   █", "█████", "    █", "    █", "    █"),
    "5": ("█████", "█    ", "█    ", "████ ", "    █", "    █", "████ "),
    "6": (" ███ ", "█    ", "█    ", "████ ", "█   █", "█   █", " ███ "),
    "7": ("█████", "    █", "   █ ", "  █  ", "  █  ", " █   ", " █   "),
    "8": (" ███ ", "█   █", "█   █", " ███ ", "█   █", "█   █", " ███ "),
    "9": (" ███ ", "█   █", "█   █", " ████", "    █", "    █", " ███ "),
    ":": ("   ", "   ", " █ ", "   ", " █ ", "   ", "   "),
}
_ROWS = 7


def big(numeral: str) -> str:
    """Draw `numeral` seven rows tall."""
    rows = ("  ".join(_DIGITS[one][row] for one in numeral) for row in range(_ROWS))
    return "\n".join(rows)


def screen_of(scene: Scene, moment: Moment, notice: str = "") -> RenderableType:
    """Draw what a person sees at one moment."""
    top = Table.grid(expand=True)
    top.add_column()
    top.add_column(justify="right")
    top.add_row(
        Text(f"{scene.routine}   {scene.step_words}", style="dim"),
        Text(moment.left_words, style="bold"),
    )
    body = Table.grid(expand=True, padding=(0, 2))
    body.add_column(ratio=3)
    body.add_column(ratio=2, justify="center")
    body.add_row(_words(scene), _numeral(scene, moment))
    parts: list[RenderableType] = [top, _bar(moment.bar), Text(), body, Text(), _next(scene)]
    if notice:
        parts.append(Text(notice, style="yellow"))
    parts.append(_keys())
    return Panel(Group(*parts), border_style="dim")


def _words(scene: Scene) -> Group:
    chips = Text()
    for index, chip in enumerate(scene.chips):
        chips.append(f" {chip} ", style=f"reverse {_ACCENT}" if index == 0 else "reverse dim")
        chips.append("  ")
    lines = [Text(line) for line in scene.lines]
    return Group(Text(scene.headline, style="bold"), Text(), chips, Text(), *lines)


def _numeral(scene: Scene, moment: Moment) -> Group:
    running = moment.state is State.RUNNING or moment.state is State.RESUMING
    style = "bold white" if running and not moment.urgent else f"bold {_ACCENT}"
    below = moment.below if running else tr("Paused")
    share = moment.ring if scene.ring is not RingKind.TRACK else 0.0
    return Group(
        Text(moment.above, style=_ACCENT),
        Text(big(moment.numeral), style=style if running else "dim"),
        Text(below),
        Align.center(ProgressBar(total=1.0, completed=share, width=24, complete_style=_ACCENT)),
    )


def _bar(steps: tuple[StepProgress, ...]) -> Text:
    """One run of cells a step, in proportion to its time."""
    total_s = sum(step.estimate_s for step in steps) or 1.0
    bar = Text()
    for step in steps:
        cells = max(1, round(_BAR_CELLS * step.estimate_s / total_s))
        done = round(cells * step.fraction)
        cell = _STATUS_CELL.get(step.status, "━")
        style = _STATUS_STYLE[step.status]
        if step.status is StepStatus.RUNNING:
            bar.append(cell * done, style=style)
            bar.append(cell * (cells - done), style=_STATUS_STYLE[StepStatus.COMING])
        else:
            bar.append(cell * cells, style=style)
        bar.append(" ")
    return bar


def _next(scene: Scene) -> Text:
    if scene.next_up is None:
        return Text(tr("This is the last one."), style="dim")
    words = tr("Next: {title}. {detail}", title=scene.next_up.title, detail=scene.next_up.detail)
    return Text(words, style="dim")


def _keys() -> Text:
    shown = ("space", "right", "left", "enter", "h", "escape", "?")
    keys = [key for key in PLAYER_KEYS if key.name in shown]
    short = {key.name: key.words.split(",")[0].split(";")[0] for key in keys}
    return Text("  ".join(f"{key.label} {short[key.name].lower()}" for key in keys), style="dim")


def keys_sheet() -> RenderableType:
    """Draw every key with what it does."""
    sheet = Table.grid(padding=(0, 2))
    for key in PLAYER_KEYS:
        sheet.add_row(Text(key.label, style="bold"), Text(tr(key.words)))
    return Panel(sheet, title=tr("Keys"), border_style=_ACCENT)
