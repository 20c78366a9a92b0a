"""Where a solved movement's body is and what it touches: what props are placed by."""

from dataclasses import dataclass

import numpy as np

from routine_player.figure.authored import Contact
from routine_player.figure.kinematics import Frames, forward
from routine_player.figure.landmarks import Sphere
from routine_player.figure.movement import Movement
from routine_player.figure.postures import POSTURES
from routine_player.figure.props.spots import place_of, spots_of
from routine_player.figure.rotation import Array


@dataclass(frozen=True, slots=True, eq=False)
class Touch:
    """What touches a surface in one keyframe: `points` (N, 3) of the parts that do."""

    keyframe: int
    points: Array

    @property
    def middle(self) -> Array:
        """The middle (3,) of all that touches."""
        return self.points.mean(axis=0)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A movement and its keyframes as frames (B = their number)."""

    movement: Movement
    frames: Frames

    def at(self, keyframe: int) -> Frames:
        """Give the frames (B = 1) of a keyframe."""
        chosen = slice(keyframe, keyframe + 1)
        return Frames(self.frames.positions[chosen], self.frames.rotations[chosen])

    def touches(self, surface: str) -> tuple[Touch, ...]:
        """Give what touches a surface in each keyframe in which something does."""
        found: list[Touch] = []
        for number in range(len(self.movement.keyframes)):
            spots = _spots(self._contacts(number), surface)
            if spots:
                frames = self.at(number)
                points = np.stack([place_of(spot, frames)[0] for spot in spots])
                found.append(Touch(number, points))
        return tuple(found)

    def spots(self, surface: str) -> tuple[Sphere, ...]:
        """Give the spots that touch a surface in any keyframe, each once."""
        numbers = range(len(self.movement.keyframes))
        found = [_spots(self._contacts(number), surface) for number in numbers]
        return tuple(dict.fromkeys(spot for spots in found for spot in spots))

    def _contacts(self, keyframe: int) -> tuple[Contact, ...]:
        """Give the contacts of a keyframe: its own, the movement's, or those of the posture."""
        authored = self.movement.authored
        for said in (authored.keyframes[keyframe].contacts, authored.contacts):
            if said is not None:
                return said
        return POSTURES[authored.posture].contacts


def _spots(contacts: tuple[Contact, ...], surface: str) -> tuple[Sphere, ...]:
    return tuple(
        spot
        for contact in contacts
        if contact.surface == surface
        for spot in spots_of(contact.part)
    )


def scene_of(movement: Movement) -> Scene:
    """Place the body of all keyframes."""
    keyframes = movement.keyframes
    return Scene(
        movement,
        forward(
            np.stack([pose.angles for pose in keyframes]),
            np.stack([pose.orientation for pose in keyframes]),
            np.stack([pose.translation for pose in keyframes]),
        ),
    )
