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
from routine_player.core.preview import Preview, StepPreview

_MOST_BYTES = 20_000_000
_Kinds = Mapping[str, type | tuple[type, ...]]
_PREVIEW: _Kinds = {
    "slug": str,
    "name": str,
    "when": str,
    "summary": str,
    "seconds": (int, float),
    "waits_for_done": bool,
}
_STEP: _Kinds = {
    "number": int,
    "heading": str,
    "name": str,
    "dose": str,
    "seconds": (int, float),
    "optional": bool,
    "waits_for_done": bool,
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
    preview = Preview(
        **_checked(raw, _PREVIEW),
        positions=_texts(raw["positions"]),
        equipment=_texts(raw["equipment"]),
        steps=tuple(_step(one) for one in raw["steps"]),
    )
    return Glance(When(raw["for"]), preview)


def _step(raw: Any) -> StepPreview:
    drawn = raw["picture"]
    picture = Picture(
        **_checked(drawn, _PICTURE),
        position=None if drawn["position"] is None else Position(drawn["position"]),
        side=None if drawn["side"] is None else Side(drawn["side"]),
    )
    return StepPreview(**_checked(raw, _STEP), picture=picture)


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
    preview = glance.preview
    lists = {"positions": preview.positions, "equipment": preview.equipment}
    steps = [_noted_step(step) for step in preview.steps]
    return {"for": glance.when, **_values(preview, _PREVIEW), **lists, "steps": steps}


def _noted_step(step: StepPreview) -> dict[str, Any]:
    where = {"position": step.picture.position, "side": step.picture.side}
    return {**_values(step, _STEP), "picture": {**_values(step.picture, _PICTURE), **where}}


def _values(source: object, kinds: _Kinds) -> dict[str, Any]:
    return {name: getattr(source, name) for name in kinds}
