"""The names of the figure that poses may use: parts of the body that touch and that reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from routine_player.core.language import tr
from routine_player.figure.contacts import CONTACTS
from routine_player.figure.landmarks import LANDMARKS
from routine_player.figure.props.kinds import PROP_KINDS
from routine_player.figure.skeleton import SIDES
from routine_player.figure.vocabulary import both_sides, parts_named, plural_of
from routine_player.store.findings import Findings
from routine_player.store.pose_text import Phrase, Unknown, tell_unknown
from routine_player.store.values import shown

FLOOR: Final = "floor"

TOUCHABLE: Final = (
    FLOOR,
    *(kind.name for kind in PROP_KINDS.values() if kind.carries),
    "wall",
)
"""What a contact may name: what carries the body, and walls."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of parts of the body: those there are two of, in the singular, and the others."""

    kind: str
    sided: tuple[str, ...]
    midline: tuple[str, ...]

    @classmethod
    def of(cls, kind: str, names: Iterable[str]) -> "Names":
        """Sort names such as `left foot` and `sacrum`."""
        left, right = (f"{side} " for side in SIDES)
        sided: dict[str, None] = {}
        midline: list[str] = []
        for name in names:
            if name.startswith((left, right)):
                sided[name.removeprefix(left).removeprefix(right)] = None
            else:
                midline.append(name)
        return cls(kind, tuple(sided), tuple(midline))

    def find(self, phrase: Phrase, findings: Findings) -> tuple[str, ...]:
        """Give the parts that a phrase names; none after it has told what is wrong."""
        parts = parts_named(phrase.text, self.sided, self.midline)
        if not parts:
            self._tell(phrase, findings)
        return parts

    def words(self) -> tuple[str, ...]:
        """Give every word that names a part, sides and plurals too."""
        both = (word for name in self.sided for word in (plural_of(name), *both_sides(name)))
        return (*self.midline, *both)

    def _tell(self, phrase: Phrase, findings: Findings) -> None:
        if phrase.text in self.sided:
            left, right = both_sides(phrase.text)
            text = tr(
                "Which {part}? Expected `{left}`, `{right}` or `{both}`.",
                part=phrase.text,
                left=left,
                right=right,
                both=plural_of(phrase.text),
            )
            findings.error(phrase.start, text)
            return
        told = tr("There is no {kind} `{part}`.", kind=self.kind, part=shown(phrase.text))
        unknown = Unknown(told, phrase.text, phrase.start)
        tell_unknown(unknown, lambda: sorted((*self.sided, *self.midline)), self.words(), findings)


CONTACT_NAMES: Final = Names.of("contact", CONTACTS)
LANDMARK_NAMES: Final = Names.of("landmark", LANDMARKS)
