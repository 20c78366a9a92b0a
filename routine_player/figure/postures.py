"""The names of the postures that movements start from."""

from typing import Final

POSTURES: Final = (
    *("standing", "kneeling", "half-kneeling left", "half-kneeling right", "quadruped"),
    *("supine", "hook-lying", "prone", "side-lying left", "side-lying right", "seated"),
    *("long sitting", "sitting on a chair"),
)
"""Every posture. With one knee or one side on the floor, that side is named."""
