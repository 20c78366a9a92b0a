"""What the player's sheets ask with, and what they answer."""

from dataclasses import dataclass

from routine_player.core.scene import Picture
from routine_player.core.session import Command


@dataclass(frozen=True, slots=True)
class HurtQuestion:
    """What "It hurts" has to say about the step that was stopped.

    `side` is empty where the exercise has none. `easier` is the name of the gentler exercise and
    empty where there is none, `easier_detail` its dose. `next_words` says what comes after the
    step.
    """

    exercise: str
    side: str = ""
    easier: str = ""
    easier_detail: str = ""
    easier_picture: Picture | None = None
    next_words: str = ""


@dataclass(frozen=True, slots=True)
class HurtAnswer:
    """Where it hurts (the name of a site), how much (0 to 10), and how to go on.

    Site and score are None where nothing was said. `then` is EASIER, NEXT, STOP or GO_ON.
    """

    site: str | None
    score: int | None
    then: Command
