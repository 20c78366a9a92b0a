"""A routine as it is offered, before anybody looks closer."""

from typing import TYPE_CHECKING, NamedTuple

from routine_player.core.choices import When
from routine_player.core.picture import Picture

if TYPE_CHECKING:
    from routine_player.core.preview import Preview


class Glance(NamedTuple):
    """What is shown of a routine that can be played, and what decides when it is offered.

    `positions` are in order, `picture` is that of the first step.
    """

    slug: str
    name: str
    when: When
    summary: str
    seconds: float
    step_count: int
    positions: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    picture: Picture | None = None


def glance_of(when: When, preview: "Preview") -> Glance:
    """Say less of a routine than its preview does; `when` is what it is for."""
    return Glance(
        slug=preview.slug,
        name=preview.name,
        when=when,
        summary=preview.summary,
        seconds=preview.seconds,
        step_count=len(preview.steps),
        positions=preview.positions,
        equipment=preview.equipment,
        picture=preview.steps[0].picture if preview.steps else None,
    )
