"""What of the list is wished for: filters that combine, and words to find."""

from collections.abc import Iterable
from dataclasses import dataclass

from routine_player.core.choices import When
from routine_player.core.preview import Preview
from routine_player.ui.routines.values import RoutineEntry

SHORT_S = 600


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Within a group any of what is chosen will do; between groups all have to be met.

    The groups are: what a routine is for, its length, what it needs (things, or nothing at all),
    and the words typed, each of which has to begin a word of the routine.
    """

    text: str = ""
    whens: frozenset[When] = frozenset()
    is_short: bool = False
    needs_nothing: bool = False
    things: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return self == Narrowing()

    @property
    def has_filters(self) -> bool:
        """Whether anything but words narrows the list."""
        return bool(self.whens or self.is_short or self.needs_nothing or self.things)

    def lets_pass(self, entry: RoutineEntry) -> bool:
        """Whether a routine is wished for. Of a broken one nothing is known but its name."""
        if entry.preview is None:
            return not self.has_filters and _has_words(self.text, (entry.name, entry.slug))
        return (
            (not self.whens or entry.when in self.whens)
            and (not self.is_short or entry.preview.seconds < SHORT_S)
            and self._has_equipment(entry.preview)
            and _has_words(self.text, _words_of(entry.preview))
        )

    def _has_equipment(self, preview: Preview) -> bool:
        if not (self.needs_nothing or self.things):
            return True
        if not preview.equipment:
            return self.needs_nothing
        return not self.things.isdisjoint(preview.equipment)


def things_of(entries: Iterable[RoutineEntry]) -> tuple[str, ...]:
    """Give all equipment that any of the routines needs, by name."""
    previews = (entry.preview for entry in entries if entry.preview is not None)
    return tuple(sorted({thing for preview in previews for thing in preview.equipment}))


def _words_of(preview: Preview) -> Iterable[str]:
    steps = (step.name for step in preview.steps)
    return (preview.name, preview.summary, *preview.positions, *preview.equipment, *steps)


def _has_words(text: str, told: Iterable[str]) -> bool:
    wanted = _split(text)
    there = _split(" ".join(told))
    return all(any(word.startswith(start) for word in there) for start in wanted)


def _split(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return plain.split()
