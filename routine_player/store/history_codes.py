"""The small whole numbers that stand for words in the history; none ever changes its meaning."""

from collections.abc import Mapping
from enum import Enum
from typing import Final, Generic, TypeVar

from routine_player.core.choices import When
from routine_player.core.entry import Effort, EntryKind, PainMoment, SessionOutcome
from routine_player.core.outcome import Outcome

Word = TypeVar("Word", bound=Enum)


class Codes(Generic[Word]):
    """Numbers for the members of an enumeration, both ways."""

    def __init__(self, numbers: Mapping[Word, int]) -> None:
        self._numbers = dict(numbers)
        self._words = {number: word for word, number in numbers.items()}

    @property
    def words(self) -> Mapping[int, Word]:
        return self._words

    def number(self, word: Word) -> int:
        return self._numbers[word]

    def word(self, number: int) -> Word:
        """Give the word of a number; ValueError for one that stands for nothing."""
        if number not in self._words:
            raise ValueError(f"{number} stands for nothing")
        return self._words[number]


KINDS = Codes({kind: kind.value for kind in EntryKind})

OUTCOMES = Codes({Outcome.DONE: 1, Outcome.SKIPPED: 2, Outcome.HURT: 3, Outcome.STOPPED: 4})

SESSION_OUTCOMES = Codes(
    {
        SessionOutcome.OPEN: 0,
        SessionOutcome.FINISHED: 1,
        SessionOutcome.STOPPED: 2,
        SessionOutcome.INTERRUPTED: 3,
    }
)

MOMENTS = Codes({PainMoment.BEFORE: 1, PainMoment.DURING: 2, PainMoment.AFTER: 3})

EFFORTS = Codes({Effort.EASY: 1, Effort.FINE: 2, Effort.HARD: 3, Effort.TOO_MUCH: 4})

WHENS = Codes({When.BEFORE_RUN: 1, When.AFTER_RUN: 2, When.ANY: 3})

A_RUN: Final = 1
"""The number of that activity; the others are told where more of runs is known."""
