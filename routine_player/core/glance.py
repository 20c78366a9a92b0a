"""A routine as it is seen before it is chosen."""

from dataclasses import dataclass

from routine_player.core.choices import When
from routine_player.core.preview import Preview


@dataclass(frozen=True, slots=True)
class Glance:
    """What is shown of a routine that can be played, and what decides when it is offered."""

    when: When
    preview: Preview

    @property
    def slug(self) -> str:
        return self.preview.slug

    @property
    def name(self) -> str:
        return self.preview.name
