"""The pictures of one movement at one size: its frames, shadows, mats and arrows."""

from typing import Final

import numpy as np

from routine_player.figure.arrays import Bytes
from routine_player.figure.arrows import arrow_paths
from routine_player.figure.authored import Play
from routine_player.figure.framing import Shot, cut_off, framing_of
from routine_player.figure.layer import Layer
from routine_player.figure.mat_outline import MatOutline, mat_outline
from routine_player.figure.model import Model, mat_corners, mirrored
from routine_player.figure.movement import Movement
from routine_player.figure.painting import paint
from routine_player.figure.shadow import floor_shadow
from routine_player.figure.surface import Floats, Surface, joined
from routine_player.figure.textures import atlas_of
from routine_player.figure.visibility import scenery_of, target_share

_THING_FRAMES: Final = 3


class Drawing:
    """Draws `movement` into pictures of `size`, width and height in pixels.

    All that it gives has the picture's own coordinates, in pixels from its upper left corner, and
    clear ground. Frames are counted as in `movement.frames`. With `far` the body's left and right
    are changed while the camera stays where it is: the rep of the other side. Several threads may
    draw at once.
    """

    def __init__(
        self, movement: Movement, model: Model, size: tuple[int, int], *, far: bool = False
    ) -> None:
        self._movement = movement
        self._model = model
        self._size = size
        self._far = far
        self._atlas = atlas_of(model.textures)
        shot = Shot(
            movement.authored.camera,
            size,
            loops=movement.authored.play is Play.LOOP,
            mirrored=far,
        )
        framing = framing_of(movement.frames, self._things(), shot)
        self._cameras = framing.cameras
        self._box = framing.box

    @property
    def count(self) -> int:
        """How many frames there are, one way."""
        return len(self._movement.frames)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What is to be seen of each picture in any case: left, top, right and bottom, in pixels.

        It is the same in all frames, and its middle is that of the picture.
        """
        return self._box

    def index_of(self, keyframe: int) -> int:
        """Give the frame that is nearest to a keyframe."""
        mark = self._movement.marks[keyframe]
        steps = self.count if self._movement.authored.play is Play.LOOP else self.count - 1
        return min(round(mark * steps), self.count - 1)

    def frame(self, index: int) -> Layer:
        """Draw body and props of a frame."""
        return self.breath(index, 0.0)

    def breath(self, index: int, breath: float) -> Layer:
        """Draw a frame with the chest filled as far as `breath` says, 0 to 1."""
        return self._painted(self._surface(index, breath), index)

    def frame_with_shadow(self, index: int) -> tuple[Layer, Bytes]:
        """Draw a frame, and its shadow as `shadow_frame` gives it: quicker than one by one."""
        surface = self._surface(index, 0.0)
        return self._painted(surface, index), self._shadow(surface, index)

    def shadow_frame(self, index: int) -> Bytes:
        """Give the darkness of the floor (H / 2, W / 2) in a frame, 0 to 255, for all the picture.

        One pixel of it covers two by two of the picture.
        """
        return self._shadow(self._surface(index, 0.0), index)

    def mat_outlines(self, index: int = 0) -> tuple[MatOutline, ...]:
        """Give the outlines of the mats; they move only where the camera follows the body."""
        camera = self._cameras[index]
        return tuple(mat_outline(mat, camera, mirrored=self._far) for mat in self._model.mats)

    def arrows(self, start: int, end: int) -> tuple[Floats, ...]:
        """Give the ways (N, 2) of what moves most between two frames: none, one or two.

        An arrow begins at the first point, its head is at the last. Who walks or runs on the spot,
        in a loop with sliding feet, goes nowhere that an arrow could show.
        """
        authored = self._movement.authored
        if authored.play is Play.LOOP and authored.sliding:
            return ()
        step = 1 if end >= start else -1
        poses = self._movement.frames[start : end + step if end + step >= 0 else None : step]
        camera = self._cameras[end]
        scenery = scenery_of(self._surface(end, 0.0), camera, self._size)
        return arrow_paths(poses, camera, scenery, mirrored=self._far)

    def cut_off(self, index: int) -> float:
        """Give how many pixels head or feet reach out of the picture in a frame."""
        pose = self._movement.frames[index]
        return cut_off(pose, self._cameras[index], self._size, mirrored=self._far)

    def target_share(self, index: int) -> float:
        """Give the share, 0 to 1, of what is seen in a frame that belongs to target muscles."""
        return target_share(self._surface(index, 0.0), self._cameras[index], self._size)

    def _painted(self, surface: Surface, index: int) -> Layer:
        return paint(surface, self._atlas, self._cameras[index], self._size)

    def _shadow(self, surface: Surface, index: int) -> Bytes:
        return floor_shadow(surface, self._cameras[index], self._size)

    def _surface(self, index: int, breath: float) -> Surface:
        whole = joined([self._model.body(index, breath), self._model.props(index)])
        return mirrored(whole) if self._far else whole

    def _things(self) -> Floats:
        """Give points of the props in a few frames, and of the mats."""
        frames = np.linspace(0, self.count - 1, _THING_FRAMES).astype(int)
        points = [self._model.props(int(index)).positions for index in frames]
        points += [mat_corners(mat) for mat in self._model.mats]
        return np.concatenate(points)
