"""What the page before a session shows, as values."""

from dataclasses import dataclass

from routine_player.core.preview import Preview


@dataclass(frozen=True, slots=True)
class StartValues:
    """The routine that is about to be played.

    `asks_red_flags` has the question about red flags asked before the start whatever the score,
    as on the first use; from a score of 6 on it is asked anyway.
    """

    preview: Preview
    asks_red_flags: bool = False
