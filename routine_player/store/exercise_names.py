"""Which exercises there are, and which one a name that is not there was meant for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from routine_player.core.routine import Exercise
from routine_player.store.values import near

_SURE = 0.8  # how alike two words are where one is taken for a slip of the other


@dataclass(frozen=True, slots=True)
class ExerciseNames:
    """The exercises that a file may call, by slug."""

    exercises: Mapping[str, Exercise]

    def find(self, slug: str) -> Exercise | None:
        """Give the exercise of a slug, None where there is none."""
        try:
            return self.exercises[
                slug
            ]  # not get(): a mapping may know how to come by a missing one
        except KeyError:
            return None

    def meant(self, word: str, cutoff: float = 0.6) -> str | None:
        """Give the slug of the exercise that was probably meant, by slug, name or alias."""
        known: dict[str, str] = {}
        for slug, exercise in self.exercises.items():
            for name in (exercise.name, *exercise.aliases):
                known.setdefault(slugified(name), slug)
        known |= {slug: slug for slug in self.exercises}
        found = near(word, known, cutoff)
        return None if found is None else known[found]

    def meant_surely(self, word: str) -> str | None:
        """Give the slug that `word` is a slip of, and nothing for a word of its own."""
        return self.meant(word, _SURE)


def slugified(name: str) -> str:
    """Write a name as a slug: `Glute bridge` as `glute-bridge`."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
