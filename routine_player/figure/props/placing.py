"""The props of a movement, placed once, and their surface in any pose of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from routine_player.figure.authored import Prop
from routine_player.figure.kinematics import Frames
from routine_player.figure.model import Mat
from routine_player.figure.movement import Movement
from routine_player.figure.parts import Limb
from routine_player.figure.props import furniture
from routine_player.figure.props.band import band
from routine_player.figure.props.dowel import dowel
from routine_player.figure.props.kinds import word
from routine_player.figure.props.mats import placed_mat
from routine_player.figure.props.rolling import Rolling, placed_rolling
from routine_player.figure.props.scene import Scene, scene_of
from routine_player.figure.props.sheets import together
from routine_player.figure.props.strap import strap
from routine_player.figure.surface import Surface


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A thing that does not move."""

    still: Surface

    def surface(self, _frames: Frames) -> Surface:
        """Give it where it stands."""
        return self.still


@dataclass(frozen=True, slots=True, eq=False)
class Worn:
    """A thing that goes with the body: `draw` builds it round the body of any pose."""

    draw: Callable[[Frames], Surface]

    def surface(self, frames: Frames) -> Surface:
        """Give it on a body (B = 1)."""
        return self.draw(frames)


PlacedProp: TypeAlias = Mat | Standing | Rolling | Worn


def placed_props(movement: Movement) -> tuple[PlacedProp, ...]:
    """Place the props of a movement where its keyframes touch them, in the order of the file."""
    scene = scene_of(movement)
    return tuple(
        _placed(prop, scene, int(Limb.PROP) + number)
        for number, prop in enumerate(movement.authored.props)
    )


def prop_surface(placed: tuple[PlacedProp, ...], frames: Frames) -> Surface:
    """Give all props but mats as one surface, round a body (B = 1) of the movement.

    Each has a group of its own, from Limb.PROP on in their order.
    """
    return together([one.surface(frames) for one in placed if not isinstance(one, Mat)])


def mats_of(placed: tuple[PlacedProp, ...]) -> tuple[Mat, ...]:
    """Give the mats: they are painted by the theme, not drawn with the figure."""
    return tuple(one for one in placed if isinstance(one, Mat))


def _placed(prop: Prop, scene: Scene, group: int) -> PlacedProp:
    if prop.kind == "mat":
        return placed_mat(prop, scene)
    if prop.kind in _FURNITURE:
        return Standing(_FURNITURE[prop.kind](prop, scene, group))
    if prop.kind in _WORN:
        return Worn(_WORN[prop.kind](prop, group))
    return placed_rolling(prop, scene, group)


def _worn_band(prop: Prop, group: int) -> Callable[[Frames], Surface]:
    return partial(band, at=word(prop, "at"), group=group)


def _worn_strap(prop: Prop, group: int) -> Callable[[Frames], Surface]:
    foot = "left" if word(prop, "foot") == "left" else "right"
    return partial(strap, foot=foot, hands=word(prop, "hands"), group=group)


def _worn_dowel(prop: Prop, group: int) -> Callable[[Frames], Surface]:
    return partial(dowel, held=word(prop, "held"), group=group)


_FURNITURE: Final[dict[str, Callable[[Prop, Scene, int], Surface]]] = {
    "bench": furniture.placed_bench,
    "plinth": furniture.placed_plinth,
    "chair": furniture.placed_chair,
    "step": furniture.placed_step,
    "box": furniture.placed_step,
    "pillow": furniture.placed_pillow,
    "rail": furniture.placed_rail,
    "wall": furniture.placed_wall,
}
_WORN: Final[dict[str, Callable[[Prop, int], Callable[[Frames], Surface]]]] = {
    "band": _worn_band,
    "strap": _worn_strap,
    "dowel": _worn_dowel,
}
