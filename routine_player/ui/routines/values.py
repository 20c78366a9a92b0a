"""What Routines shows, as values."""

from dataclasses import dataclass
from enum import Enum, auto

from routine_player.core.choices import When
from routine_player.core.preview import Preview
from routine_player.core.problem import Problem, Severity


class Origin(Enum):
    """Where a routine comes from."""

    BUNDLED = auto()  # with the program
    EDITED = auto()  # the person's own copy of a bundled one
    OWN = auto()  # the person's own
    ADDED = auto()  # from a folder that the person added
    OPENED = auto()  # from a file that was opened just now


@dataclass(frozen=True, slots=True)
class RoutineEntry:
    """One file. `preview` is None where it is broken; the reasons are among `problems`.

    `times_played` counts sessions that were finished.
    """

    slug: str
    name: str
    path: str
    preview: Preview | None
    when: When = When.ANY
    origin: Origin = Origin.BUNDLED
    problems: tuple[Problem, ...] = ()
    times_played: int = 0

    @property
    def may_be_copied(self) -> bool:
        """Whether it can go to the person's own routines: all but what is there already."""
        return self.origin in {Origin.BUNDLED, Origin.ADDED, Origin.OPENED}

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is missing although it plays; thoughts on order and dose are left to the preview."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)
