"""Everything that a solved movement is held to, measured in its bodies and in its pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from routine_player.figure.authored import Place
from routine_player.figure.checks import MOST, Check, Finding, findings_of, measures_of
from routine_player.figure.drawing import Drawing
from routine_player.figure.mannequin import Mannequin, Wardrobe
from routine_player.figure.movement import Movement
from routine_player.figure.picture_checks import (
    LEAST_TARGET,
    PictureCheck,
    PictureFinding,
    picture_findings,
    picture_measures,
)

_SIZE: Final = (400, 300)
_DEGREES: Final = frozenset({Check.ANGLE, Check.LIMIT})


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured: `excess` is how much of what is allowed was used up, 1 being all."""

    check: str
    where: str
    value: str
    allowed: str
    excess: float
    holds: bool
    text: str
    place: Place | None = None

    def told(self, path: Path) -> str:
        """Say it with its place, in the form of the checker's warnings."""
        where = f"{path}:{self.place.line}:{self.place.column}" if self.place else str(path)
        return f"{where}: warning: {self.text}"


def measures(movement: Movement, wardrobe: Wardrobe) -> Iterator[Measure]:
    """Measure a movement, whether it holds or not."""
    yield from map(_of_body, measures_of(movement))
    yield from map(_of_picture, picture_measures(movement, _drawing(movement, wardrobe)))


def broken(movement: Movement, wardrobe: Wardrobe) -> list[Measure]:
    """Give what does not hold."""
    drawing = _drawing(movement, wardrobe)
    return [
        *map(_of_body, findings_of(movement)),
        *map(_of_picture, picture_findings(movement, drawing)),
    ]


def _drawing(movement: Movement, wardrobe: Wardrobe) -> Drawing:
    return Drawing(movement, Mannequin(movement, wardrobe), _SIZE)


def table(measured: Iterable[tuple[str, Measure]]) -> str:
    """Give the worst of each check as a Markdown table; each measure comes with its exercise."""
    worst: dict[str, tuple[str, Measure]] = {}
    for slug, one in measured:
        if one.check not in worst or one.excess > worst[one.check][1].excess:
            worst[one.check] = slug, one
    rows = [
        f"| {check} | {one.value} | {one.allowed} | {slug}, {one.where} |"
        for check, (slug, one) in sorted(worst.items())
    ]
    return "\n".join(["| Check | Worst | Allowed | Where |", "|---|---|---|---|", *rows])


def _of_body(one: Finding) -> Measure:
    unit = "degrees" if one.check in _DEGREES else "mm"
    most = MOST[one.check]
    return Measure(
        one.check.value,
        f"{one.keyframe}, {one.subject.replace('_', ' ')}",
        f"{one.amount:.1f} {unit}",
        f"at most {most:g} {unit}",
        one.amount / most,
        one.holds,
        one.text,
        one.place,
    )


def _of_picture(one: PictureFinding) -> Measure:
    if one.check is PictureCheck.TARGET:
        value, allowed = f"{one.amount:.1f} %", f"at least {LEAST_TARGET:g} %"
        excess = LEAST_TARGET / max(one.amount, 1e-3)
    else:
        value, allowed, excess = f"{one.amount:.1f} px", "inside", one.amount
    return Measure(one.check.value, one.keyframe, value, allowed, excess, one.holds, one.text)
