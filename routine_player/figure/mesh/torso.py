"""The torso: one tube along the spine from between the legs up into the head."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames, Pose, frames_of
from routine_player.figure.mesh.curves import evened, natural_basis, profile, smoothstep, soft_limit
from routine_player.figure.mesh.grid import unit
from routine_player.figure.skeleton import SIDES, SIGN
from routine_player.figure.surface import Floats

SIDES_AROUND: Final = 48

_ROWS: Final = (  # frame, height and depth in it; half width, front, back in mm; squareness
    ("pelvis", -108, -45, 0.05, 0.05, 0.05, 2.0),
    ("pelvis", -105, -45, 42, 22, 30, 2.0),
    ("pelvis", -94, -39, 84, 42, 58, 2.1),
    ("pelvis", -70, -28, 116, 64, 88, 2.2),
    ("pelvis", -38, -16, 135, 84, 114, 2.3),
    ("pelvis", 0, -8, 148, 90, 118, 2.3),
    ("pelvis", 45, -6, 147, 90, 107, 2.35),
    ("pelvis", 85, -6, 140, 89, 93, 2.35),
    ("L5", 35, 26, 132, 86, 80, 2.3),
    ("L3", 20, 20, 125, 85, 75, 2.25),
    ("L1", 15, 20, 124, 87, 80, 2.25),
    ("T11", 20, 26, 132, 97, 90, 2.3),
    ("T8", 15, 32, 149, 106, 101, 2.35),
    ("T8", 55, 32, 159, 108, 105, 2.35),
    ("T4", 0, 26, 164, 103, 102, 2.3),
    ("T4", 28, 22, 170, 92, 95, 2.25),
    ("T4", 54, 16, 169, 76, 83, 2.15),
    ("T4", 70, 12, 150, 66, 74, 2.1),
    ("T4", 82, 8, 121, 60, 67, 2.05),
    ("C7", 4, 12, 85, 55, 59, 2.0),
    ("C7", 24, 16, 62, 52, 54, 2.0),
    ("C4", -3, 16, 55, 52, 52, 2.0),
    ("C4", 25, 18, 53, 52, 51, 2.0),
    ("head", 2, 10, 52, 51, 50, 2.0),
    ("head", 28, 8, 40, 38, 38, 2.0),
    ("head", 36, 8, 0.05, 0.05, 0.05, 2.0),
)

_GRAIN_M: Final = 0.011
_HALF: Final = 180  # degrees
_OVERHEAD_M: Final = 0.088  # how far a shoulder rises under an arm that is overhead

SHIRT_HEM: Final = 0.052
"""How high over the hip joints the shirt ends, in metres along the torso at rest."""

HEIGHTS: Final = np.concatenate(
    [
        [-0.108, -0.1065, -0.102],
        np.linspace(-0.094, 0.040, 10),
        [SHIRT_HEM - 0.002, SHIRT_HEM + 0.002],
        np.linspace(0.066, 0.440, 24),
        np.linspace(0.451, 0.560, 14),
        np.linspace(0.574, 0.640, 5),
        [0.652, 0.660, 0.665],
    ]
)
"""Where the rings are at rest: metres over the hip joints, along the torso."""


_FOLD: Final = 0.92  # share of the room in a fold that flesh may fill
_STRAIGHT: Final = 1e-3  # per metre


def _evening() -> Floats:
    """Even values of rings (R,) out over a centimetre; both ends of the tube are cut."""
    weights = np.exp(-(((HEIGHTS[:, None] - HEIGHTS[None]) / 0.010) ** 2))
    weights /= weights.sum(axis=1, keepdims=True)
    weights[(HEIGHTS < _LOWEST_BEND_M) | (HEIGHTS > _HIGHEST_BEND_M)] = 0
    return weights


_LOWEST_BEND_M: Final = -0.09
_HIGHEST_BEND_M: Final = 0.645
_EVENING: Final = _evening()


@dataclass(frozen=True, slots=True, eq=False)
class TorsoShape:
    """What the torso keeps in every pose.

    `bases` (R, K) take the centres and the axes of the rows to those of the rings; `shoulders`
    (2, R, S) says how much each point goes with the left and the right shoulder; `breath` (R, S)
    swells in metres; `wings` (2, R, S) is how far the back below an armpit goes out when that arm
    is overhead.
    """

    bases: tuple[Floats, Floats]
    offsets: Floats
    outline: Floats
    breath: Floats
    shoulders: Floats
    shoulders_at_rest: Floats
    wings: Floats


def torso_shape() -> TorsoShape:
    """Build the shape of the torso."""
    rest = frames_of(Pose.neutral())
    offsets = np.array([(row[2] / 1000, 0.0, row[1] / 1000) for row in _ROWS])
    keys = _row_centres(rest, offsets)[:, 2]
    numbers = np.array([row[3:] for row in _ROWS], dtype=np.float64)
    wide, front, back, square = profile(keys, numbers, HEIGHTS, _GRAIN_M).T
    outline = _outline(wide / 1000, front / 1000, back / 1000, square)
    outline = outline * (1 + _relief(outline))[..., None]
    basis = _even_basis(keys, 0.022)
    turning = _even_basis(keys, 0.050)
    at_rest = _rings(_row_centres(rest, offsets), _row_axes(rest), (basis, turning), outline)
    return TorsoShape(
        (basis, turning),
        offsets,
        outline,
        _breath(),
        _shoulder_share(at_rest),
        _shoulder_offsets(rest),
        _wings(),
    )


def torso_rings(shape: TorsoShape, frames: Frames, breath: float) -> Floats:
    """Give the points (R, S, 3) of the torso, rings from below, points from the front leftward."""
    outline = shape.outline
    if breath:
        outline = outline + unit(outline) * (breath * shape.breath)[..., None]
    rings = _rings(_row_centres(frames, shape.offsets), _row_axes(frames), shape.bases, outline)
    moved = _shoulder_offsets(frames) - shape.shoulders_at_rest
    moved[:, 2] += 0.003 * breath
    chest = frames.rotation("T4")[0]
    raised = np.clip(moved[:, 2] / _OVERHEAD_M, 0, 1)
    winged = np.einsum("krs,k,k->rs", shape.wings, raised, [1.0, -1.0])
    carried = np.einsum("krs,ki,ji->rsj", shape.shoulders, moved, chest)
    return rings + carried + winged[..., None] * chest[:, 1]


def _even_basis(keys: Floats, grain_m: float) -> Floats:
    return evened(
        lambda heights: natural_basis(keys, heights), (keys[0], keys[-1]), HEIGHTS, grain_m
    )


def _row_centres(frames: Frames, offsets: Floats) -> Floats:
    rotations = np.stack([frames.rotation(row[0])[0] for row in _ROWS])
    positions = np.stack([frames.position(row[0])[0] for row in _ROWS])
    return positions + (rotations @ offsets[..., None])[..., 0]


def _row_axes(frames: Frames) -> Floats:
    return np.stack([frames.rotation(row[0])[0][:, :2].T for row in _ROWS])


def _shoulder_offsets(frames: Frames) -> Floats:
    """Give both shoulder joints (2, 3) in the axes of the upper chest."""
    origin, turn = frames.position("T4")[0], frames.rotation("T4")[0]
    return np.stack([(frames.position(f"{side}_shoulder")[0] - origin) @ turn for side in SIDES])


def _rings(centres: Floats, axes: Floats, bases: tuple[Floats, Floats], outline: Floats) -> Floats:
    line = bases[0] @ centres
    forward, leftward = np.einsum("rk,kai->ari", bases[1], axes)
    along = np.gradient(line, HEIGHTS, axis=0)
    tangent = unit(along)
    forward = unit(forward - 0.6 * np.einsum("ri,ri->r", forward, tangent)[:, None] * tangent)
    leftward = unit(leftward)
    turning = np.gradient(forward, HEIGHTS, axis=0) / np.linalg.norm(along, axis=1)[:, None]
    deep = _folded(outline[..., 0], -np.einsum("ri,ri->r", turning, tangent))
    return line[:, None] + deep[..., None] * forward[:, None] + outline[..., 1:] * leftward[:, None]


def _folded(deep: Floats, bend: Floats) -> Floats:
    """Keep the depth (R, S) of a ring within the radius of the bend, or rings would cross.

    `bend` (R,) is one over the radius that the rings turn about, positive forward.
    """
    bend = (_EVENING @ bend)[:, None]
    room = _FOLD / np.maximum(np.abs(bend), _STRAIGHT)
    inward = deep * np.sign(bend)
    return np.where(inward > 0, np.sign(bend) * soft_limit(np.abs(inward), room), deep)


def _outline(wide: Floats, front: Floats, back: Floats, square: Floats) -> Floats:
    """Give superellipses (R, S, 2): forward and leftward."""
    around = np.arange(SIDES_AROUND) / SIDES_AROUND * 2 * np.pi
    cosine, sine = np.cos(around)[None], np.sin(around)[None]
    power = (2 / square)[:, None]
    deep = np.where(cosine > 0, front[:, None], back[:, None])
    return np.stack(
        [
            np.sign(cosine) * np.abs(cosine) ** power * deep,
            np.sign(sine) * np.abs(sine) ** power * wide[:, None],
        ],
        axis=-1,
    )


def _hill(height: float, spread: float, angle: float, width: float) -> Floats:
    """Give a soft hill (R, S) of height 1 on both sides; angles in degrees from the front."""
    around = np.arange(SIDES_AROUND) / SIDES_AROUND * 360
    away = np.minimum(around, 360 - around) - angle
    along = np.exp(-(((HEIGHTS - height) / spread) ** 2))
    return along[:, None] * np.exp(-((away / width) ** 2))[None, :]


_RELIEF: Final = (  # metres; height, spread, degrees from the front, width
    (0.006, 0.380, 0.060, 36, 26),  # chest
    (-0.004, 0.395, 0.060, 0, 9),
    (0.005, 0.420, 0.060, 143, 16),  # shoulder blades
    (-0.008, 0.250, 0.130, 180, 13),  # the groove of the spine
    (0.005, 0.180, 0.100, 155, 14),  # the muscles beside it
    (0.007, -0.030, 0.055, 150, 22),  # buttocks
    (-0.012, -0.060, 0.050, 180, 10),
    (-0.003, 0.200, 0.090, 0, 9),  # the middle line of the belly
    (-0.004, 0.565, 0.025, 40, 25),  # beside the neck's cords
    (0.004, 0.540, 0.030, 125, 25),  # trapezius
)


def _relief(outline: Floats) -> Floats:
    hills = sum(
        (amount * _hill(*place) for amount, *place in _RELIEF),
        start=np.zeros(outline.shape[:2]),
    )
    cloth = 0.004 * smoothstep(SHIRT_HEM - 0.002, SHIRT_HEM + 0.002, HEIGHTS)
    cloth = cloth * smoothstep(0.16, 0.06, HEIGHTS)
    size = np.maximum(np.linalg.norm(outline, axis=-1), 0.03)
    return (hills + cloth[:, None]) / size


def _breath() -> Floats:
    """How far the chest and the belly rise when full of air (R, S), in metres."""
    return (
        0.010 * _hill(0.360, 0.080, 0, 75)
        + 0.009 * _hill(0.170, 0.070, 0, 60)
        + 0.005 * _hill(0.300, 0.080, 90, 40)
    )


def _shoulder_share(rings: Floats) -> Floats:
    """How much a point goes with each shoulder (2, R, S), from where it is at rest."""
    high = smoothstep(0.33, 0.475, rings[..., 2]) * smoothstep(0.62, 0.52, rings[..., 2])
    return np.stack(
        [0.92 * high * smoothstep(0.045, 0.165, SIGN[side] * rings[..., 1]) for side in SIDES]
    )


def _wings() -> Floats:
    """How far (2, R, S) the shoulder blade and the muscle over it swing out, in metres."""
    around = np.arange(SIDES_AROUND) / SIDES_AROUND * 360
    hill = 0.036 * _hill(0.432, 0.090, 100, 45)
    return np.stack([hill * (around < _HALF), hill * (around > _HALF)])
