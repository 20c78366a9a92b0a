"""Notes on the routines for the next start, which then need not read every file to show Today."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import NoneType
from typing import Any

from routine_player import __version__
from routine_player.core.choices import Position, Side, When
from routine_player.core.glance import Glance
from routine_player.core.picture import Picture

_MOST_BYTES = 20_000_000
_Kinds = Mapping[str, type | tuple[type, ...]]
_GLANCE: _Kinds = {
    "slug": str,
    "name": str,
    "summary": str,
    "seconds": (int, float),
    "step_count": int,
}
_PICTURE: _Kinds = {
    "exercise": str,
    "name": str,
    "image": (str, NoneType),
    "alternates": bool,
}


def read_glances(path: Path, fingerprint: str) -> tuple[Glance, ...] | None:
    """Read the notes; None where there are none that speak of the files of `fingerprint`.

    Whatever is wrong with the notes, they are as good as none: the files themselves are there.
    """
    try:
        with path.open("rb") as file:
            notes = json.loads(file.read(_MOST_BYTES))
        if notes["of"] != _subject(fingerprint):
            return None
        return tuple(_glance(raw) for raw in notes["glances"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write_glances(path: Path, fingerprint: str, glances: Iterable[Glance]) -> None:
    """Write the notes, all or nothing. OSError where that fails."""
    notes = {"of": _subject(fingerprint), "glances": [_noted(glance) for glance in glances]}
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(json.dumps(notes), encoding="ascii")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _subject(fingerprint: str) -> str:
    """What notes are about: another version may sum the same files up in other words."""
    return f"{__version__}\n{fingerprint}"


def _glance(raw: Any) -> Glance:
    drawn = raw["picture"]
    return Glance(
        **_checked(raw, _GLANCE),
        when=When(raw["for"]),
        positions=_texts(raw["positions"]),
        equipment=_texts(raw["equipment"]),
        picture=None if drawn is None else _picture(drawn),
    )


def _picture(raw: Any) -> Picture:
    return Picture(
        **_checked(raw, _PICTURE),
        position=None if raw["position"] is None else Position(raw["position"]),
        side=None if raw["side"] is None else Side(raw["side"]),
    )


def _checked(raw: Any, kinds: _Kinds) -> dict[str, Any]:
    values = {name: raw[name] for name in kinds}
    for name, kind in kinds.items():
        if not isinstance(values[name], kind):
            raise TypeError(name)
    return values


def _texts(raw: Any) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in raw):
        raise TypeError("texts were expected")
    return tuple(raw)


def _noted(glance: Glance) -> dict[str, Any]:
    lists = {"positions": glance.positions, "equipment": glance.equipment}
    drawn = None if glance.picture is None else _noted_picture(glance.picture)
    return {"for": glance.when, **_values(glance, _GLANCE), **lists, "picture": drawn}


def _noted_picture(picture: Picture) -> dict[str, Any]:
    where = {"position": picture.position, "side": picture.side}
    return {**_values(picture, _PICTURE), **where}


def _values(source: object, kinds: _Kinds) -> dict[str, Any]:
    return {name: getattr(source, name) for name in kinds}
