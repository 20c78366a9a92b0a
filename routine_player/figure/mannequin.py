"""The figure with its props in every frame of a movement: what a drawing is made after."""

from collections.abc import Mapping
from typing import Final

from routine_player.figure.feathering import feathered
from routine_player.figure.kinematics import frames_of
from routine_player.figure.mesh.body import Body
from routine_player.figure.mesh.muscle_weights import weights_of
from routine_player.figure.mesh.textures import textures
from routine_player.figure.model import Mat
from routine_player.figure.movement import Movement
from routine_player.figure.props.placing import mats_of, placed_props, prop_surface
from routine_player.figure.surface import Floats, Surface
from routine_player.figure.textures import Texture

_FEATHERING: Final = 2
"""How often the edge of a muscle is evened out, so that it does not show the mesh."""


class Wardrobe:
    """A body and what it wears, built once: both are the same in every movement."""

    def __init__(self) -> None:
        self.body = Body()
        self.textures: dict[int, Texture] = {int(part): one for part, one in textures().items()}


class Mannequin:
    """Body and props of one movement."""

    def __init__(self, movement: Movement, wardrobe: Wardrobe) -> None:
        self._movement = movement
        self._wardrobe = wardrobe
        self._placed = placed_props(movement)
        rest = wardrobe.body.rest
        targets = weights_of(movement.authored.targets, rest)
        self._targets: Floats = feathered(targets, rest, _FEATHERING)

    @property
    def textures(self) -> Mapping[int, Texture]:
        return self._wardrobe.textures

    @property
    def mats(self) -> tuple[Mat, ...]:
        return mats_of(self._placed)

    def body(self, index: int, breath: float) -> Surface:
        """Give the body in a frame, breathing in as far as `breath` says, 0 to 1."""
        pose = self._movement.frames[index]
        return self._wardrobe.body.surface(pose, targets=self._targets, breath=breath)

    def props(self, index: int) -> Surface:
        """Give all props in a frame but mats."""
        return prop_surface(self._placed, frames_of(self._movement.frames[index]))
