"""What a person chose: one JSON file, forgiving to read and whole when written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from routine_player.core.language import tr
from routine_player.core.voice_level import VoiceLevel
from routine_player.store.allowed import (
    Allowed,
    NotAllowedError,
    decimal_between,
    one_of,
    text_up_to,
    texts_up_to,
    whole_between,
    yes_or_no,
)
from routine_player.store.set_aside import set_aside

if TYPE_CHECKING:
    from routine_player.core.problem import Problem

_MOST_BYTES = 1_000_000


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FirstSide(StrEnum):
    """Which side starts where both sides work."""

    LEFT = "left"
    RIGHT = "right"
    TURN_ABOUT = "turn-about"  # the other one each session


class Motion(StrEnum):
    """Whether things move on screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Figure(StrEnum):
    """Whether the figure moves."""

    SYSTEM = "system"  # as other things do
    MOVING = "moving"
    STILLS = "stills"  # start and hold take turns


class Units(StrEnum):
    """What distances are typed and shown in."""

    KILOMETRES = "km"
    MILES = "mi"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; each has a value that suits a first start.

    `volume` is 0 to 100. `voice_name` is the engine's own word, empty for the best there is.
    `latency_ms` is how much later than asked a sound is heard; `latency_measured` tells a figure
    of this computer from a guess. `routine_folders` are looked into beside the person's own.
    `morning_left` is the date on which the question about this morning was left unanswered,
    `no_better_asked` that of the last question whether pain got no better.
    `window_geometry` is the window's own note on where it was. `unknown` pairs keys that this
    version does not know with their JSON, so that a newer version's choices are not lost.
    """

    theme: Theme = Theme.SYSTEM
    motion: Motion = Motion.SYSTEM
    figure: Figure = Figure.SYSTEM
    sounds: bool = True
    muted: bool = False
    volume: int = 62
    rep_ticks: bool = True
    voice: VoiceLevel = VoiceLevel.KEY
    voice_name: str = ""
    voice_speed: float = 1.0
    lead_in_s: float = 0.3
    latency_ms: int = 0
    latency_measured: bool = False
    first_side: FirstSide = FirstSide.LEFT
    units: Units = Units.KILOMETRES
    routine_folders: tuple[str, ...] = ()
    first_start_done: bool = False
    red_flags_read: bool = False
    morning_left: str = ""
    no_better_asked: str = ""
    window_geometry: str = ""
    unknown: tuple[tuple[str, str], ...] = ()


_ALLOWED: Mapping[str, Allowed] = {
    "theme": one_of(Theme),
    "motion": one_of(Motion),
    "figure": one_of(Figure),
    "sounds": yes_or_no,
    "muted": yes_or_no,
    "volume": whole_between(0, 100),
    "rep_ticks": yes_or_no,
    "voice": one_of(VoiceLevel),
    "voice_name": text_up_to(200),
    "voice_speed": decimal_between(0.5, 2.0),
    "lead_in_s": decimal_between(0.0, 2.0),
    "latency_ms": whole_between(0, 1000),
    "latency_measured": yes_or_no,
    "first_side": one_of(FirstSide),
    "units": one_of(Units),
    "routine_folders": texts_up_to(100, 4096),
    "first_start_done": yes_or_no,
    "red_flags_read": yes_or_no,
    "morning_left": text_up_to(10),
    "no_better_asked": text_up_to(10),
    "window_geometry": text_up_to(4096),
}


def read_settings(path: Path, set_aside_folder: Path) -> "tuple[Settings, tuple[Problem, ...]]":
    """Read the settings, and what was wrong with them.

    A missing file is a first start. A value that is not allowed is replaced by that of a first
    start. A file that is not JSON is moved to `set_aside_folder`.
    """
    try:
        raw = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        text = tr("Your settings can't be read ({reason}).", reason=reason)
        return Settings(), (_warning(path, 1, text),)
    try:
        text = raw.decode("utf-8-sig")
        values = _object_in(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        return Settings(), (_put_aside(path, set_aside_folder, line),)
    return _checked(path, text, values)


def write_settings(settings: Settings, path: Path) -> "Problem | None":
    """Write the settings, all or nothing; say why where that is not possible."""
    # A start only reads them.
    from routine_player.store.save import SaveOutcome, save

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # The file is the program's own: what it holds by now gives way to what was chosen here.
        there = path.read_bytes() if path.exists() else None
    except OSError as error:
        return _unsaved(path, error.strerror or type(error).__name__)
    result = save(path, settings_text(settings).encode(), there)
    return None if result.outcome is SaveOutcome.SAVED else _unsaved(path, result.text)


def settings_text(settings: Settings) -> str:
    """Give what the file says, unknown keys at its end."""
    known = {item.name: getattr(settings, item.name) for item in fields(settings)}
    unknown = {key: json.loads(value) for key, value in known.pop("unknown")}
    return json.dumps(known | unknown, indent=2, ensure_ascii=False) + "\n"


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def _object_in(text: str) -> dict[str, Any]:
    if len(text) > _MOST_BYTES:
        raise ValueError("longer than settings ever are")
    values = json.loads(text)
    if not isinstance(values, dict):
        raise ValueError("not an object")  # noqa: TRY004 - to the reader it is broken JSON
    return cast("dict[str, Any]", values)


def _checked(
    path: Path, text: str, values: dict[str, Any]
) -> "tuple[Settings, tuple[Problem, ...]]":
    chosen: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in values.items():
        if key not in _ALLOWED:
            continue
        try:
            chosen[key] = _ALLOWED[key](value)
        except NotAllowedError as error:
            expected = tr("`{key}` has to be {expected}.", key=key, expected=error)
            problems.append(_warning(path, _line_of(key, text), expected))
    unknown = tuple((key, json.dumps(values[key])) for key in values if key not in _ALLOWED)
    return replace(Settings(**chosen), unknown=unknown), tuple(problems)


def _line_of(key: str, text: str) -> int:
    """Find the line a key stands in; the last one where it stands twice, as JSON takes that."""
    return text.count("\n", 0, max(text.rfind(json.dumps(key)), 0)) + 1


def _put_aside(path: Path, folder: Path, line: int) -> "Problem":
    try:
        kept = set_aside(path, folder)
    except OSError:
        text = tr("Your settings are damaged and were not used.")
        return _warning(path, line, text)
    text = tr("Your settings were damaged. They are kept as {kept}.", kept=kept)
    return _warning(path, line, text)


def _unsaved(path: Path, reason: str) -> "Problem":
    text = tr("Your settings are not saved: {reason}", reason=reason)
    return _warning(path, 1, text)


def _warning(path: Path, line: int, text: str) -> "Problem":
    from routine_player.core.problem import Problem, Severity  # few starts have one to tell

    return Problem(str(path), line, 1, Severity.WARNING, text)
