"""What Today asks above its panel, as values."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MorningQuestion:
    """The question about this morning; `words` say which run it is asked after."""

    words: str


@dataclass(frozen=True, slots=True)
class LogPrompt:
    """A run that was probably done after the warm-up `session`; `words` say what speaks for it."""

    session: UUID
    words: str
