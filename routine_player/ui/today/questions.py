"""What Today asks above its panel, as values."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MorningQuestion:
    """The question about this morning; `words` say which run it is asked after."""

    words: str


@dataclass(frozen=True, slots=True)
class LogPrompt:
    """A run of which it is to be said how it was; `words` say what is known of it.

    `subject` is the run where a file told of it, else the warm-up after which there probably was
    one: `is_known` tells which.
    """

    subject: UUID
    words: str
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class AfterRun:
    """What is said of a run that is just over, with what is left to do for it."""

    sentence: str
    prompt: LogPrompt | None = None
