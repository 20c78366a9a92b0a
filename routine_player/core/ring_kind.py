"""The kinds of ring around the large numeral."""

from enum import StrEnum


class RingKind(StrEnum):
    """What the ring around the numeral shows."""

    ARC = "arc"  # what remains, shrinking
    REPS = "reps"  # one arc a rep
    SECONDS = "seconds"  # one arc a second
    TRACK = "track"  # waits for Done
