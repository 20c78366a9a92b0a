"""Checks that need a picture: is the target muscle seen, are head and feet inside the frame."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from routine_player.core.language import tr
from routine_player.figure.drawing import Drawing
from routine_player.figure.movement import Movement

LEAST_TARGET: Final = 0.5
"""The percentage of the figure that target muscles must cover to be seen.

The smallest of them, the soleus of one leg, covers 0.8 of a standing figure from its own side; a
muscle that faces away covers less than 0.4 by what shines through.
"""


class PictureCheck(StrEnum):
    """What the pictures of a movement are held to."""

    TARGET = "target"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class PictureFinding:
    """Something measured on a movement's pictures.

    For TARGET, the percentage of the figure that is target muscle in `keyframe`, the one that shows
    most of it. For FRAME, how many pixels of head or feet are cut off in `keyframe`.
    """

    check: PictureCheck
    keyframe: str
    amount: float

    @property
    def holds(self) -> bool:
        if self.check is PictureCheck.TARGET:
            return self.amount >= LEAST_TARGET
        return self.amount <= 0

    @property
    def text(self) -> str:
        """Say it in a sentence."""
        return _sentences()[self.check].format(
            keyframe=self.keyframe, amount=f"{self.amount:.1f}", least=f"{LEAST_TARGET:.1f}"
        )


def _sentences() -> dict[PictureCheck, str]:
    return {
        PictureCheck.TARGET: tr(
            "the target muscles face away from the camera: even in `{keyframe}` they are {amount} %"
            " of the figure; expected at least {least}. Choose another camera."
        ),
        PictureCheck.FRAME: tr(
            "in `{keyframe}`, head or feet are {amount} pixels outside the picture. Choose another"
            " camera, or let the body travel less."
        ),
    }


def picture_findings(movement: Movement, drawing: Drawing) -> tuple[PictureFinding, ...]:
    """Give what does not hold in the pictures of a movement."""
    return tuple(one for one in picture_measures(movement, drawing) if not one.holds)


def picture_measures(movement: Movement, drawing: Drawing) -> tuple[PictureFinding, ...]:
    """Measure a movement's keyframes as they are drawn, whether all holds or not."""
    names = [keyframe.name for keyframe in movement.authored.keyframes]
    indices = [drawing.index_of(number) for number in range(len(names))]
    found = [
        PictureFinding(PictureCheck.FRAME, name, drawing.cut_off(index))
        for name, index in zip(names, indices, strict=True)
    ]
    if movement.authored.targets:
        shares = [100 * drawing.target_share(index) for index in indices]
        best = shares.index(max(shares))
        found.append(PictureFinding(PictureCheck.TARGET, names[best], shares[best]))
    return tuple(found)
