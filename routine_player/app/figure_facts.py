"""What the window needs to know of a movement: its times, and a name for what is drawn of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, cast

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.figure.authored import AuthoredMovement, Play
from routine_player.ui.figure.figures import Facts

_DRAWS: Final = ("figure/**/*.py", "app/figure_*.py")


def facts_of(movement: AuthoredMovement) -> Facts:
    """Give the times of a movement, and the side that works as it is drawn."""
    return Facts(rhythm_of(movement), Side(movement.side))


def rhythm_of(movement: AuthoredMovement) -> Rhythm:
    """Give where its keyframes lie on the way, as `Movement` counts it, and their times."""
    loops = movement.play is Play.LOOP
    keyframes = movement.keyframes
    passed_s = list(accumulate((one.move_s for one in keyframes[1:]), initial=0.0))
    whole_s = passed_s[-1] + (keyframes[0].move_s if loops else 0.0)
    count = len(keyframes) if loops else max(1, len(keyframes) - 1)
    stops = tuple(
        Stop(at_s / whole_s if whole_s > 0 else number / count, one.move_s, one.hold_s)
        for number, (one, at_s) in enumerate(zip(keyframes, passed_s, strict=True))
    )
    return Rhythm(stops, loops)


def fingerprint_of(movement: AuthoredMovement) -> str:
    """Tell a movement from every other; where it stands in its file makes no difference."""
    return hashlib.sha256(repr(_told(movement)).encode()).hexdigest()


def engine_stamp(package: Path) -> str:
    """Tell the program that draws from what it was: what an older one drew is drawn anew."""
    return hashlib.sha256("\n".join(_states(package)).encode()).hexdigest()


def _states(package: Path) -> Iterator[str]:
    for pattern in _DRAWS:
        for path in sorted(package.glob(pattern)):
            status = path.stat()
            yield f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}"


def _told(value: Any) -> Any:
    """Give a value as plain tuples, without what does not count when two are compared."""
    if is_dataclass(value):
        known = (item for item in fields(value) if item.compare)
        return tuple((item.name, _told(getattr(value, item.name))) for item in known)
    if isinstance(value, tuple):
        return tuple(_told(one) for one in cast("tuple[Any, ...]", value))
    return value
