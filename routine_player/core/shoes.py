"""Shoes, and how far they have been run in."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

ShoesId = UUID


@dataclass(frozen=True, slots=True)
class Shoes:
    """A pair of shoes. `earlier_m` is what it was run in before the first run that is logged.

    ValueError for shoes without a name, or a distance below zero.
    """

    name: str
    earlier_m: float = 0.0
    since: date | None = None
    retired: date | None = None
    note: str = ""
    id: ShoesId = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("shoes need a name")
        if not 0 <= self.earlier_m < float("inf"):
            raise ValueError(f"shoes were run in for 0 m or more, not {self.earlier_m}")


@dataclass(frozen=True, slots=True)
class WornShoes:
    """Shoes with all metres they have been run in, earlier ones too."""

    shoes: Shoes
    worn_m: float
