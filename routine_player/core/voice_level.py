"""How much a person wants to be told aloud."""

from enum import StrEnum


class VoiceLevel(StrEnum):
    """How much the voice says."""

    OFF = "off"
    KEY = "key"  # names, sides, doses, and what the step says
    FULL = "full"  # instructions too
