"""The whole body as one surface for the renderer: it builds each part and joins them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames, Pose, frames_of
from routine_player.figure.mesh.arms import SIDES_AROUND as ARM_SIDES
from routine_player.figure.mesh.arms import arm_shape
from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.extremities import extremities
from routine_player.figure.mesh.fillet import Fillet
from routine_player.figure.mesh.grid import tube_part, tube_topology, unit
from routine_player.figure.mesh.legs import SIDES_AROUND as LEG_SIDES
from routine_player.figure.mesh.legs import leg_shape
from routine_player.figure.mesh.limb import LimbBend, LimbShape, limb_rings
from routine_player.figure.mesh.part_mesh import PartMesh, Topology
from routine_player.figure.mesh.torso import HEIGHTS, torso_rings, torso_shape
from routine_player.figure.mesh.torso import SIDES_AROUND as TORSO_SIDES
from routine_player.figure.mesh.tubes import ARM, LEG
from routine_player.figure.parts import LIMB_OF, Part
from routine_player.figure.skeleton import INDEX, SIDES, SIGN, SideName
from routine_player.figure.surface import Floats, Integers, Surface

_SHOULDER_LIFT_M: Final = 0.003


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a limb grows out of the torso at rest: the limb's first `share`, and which points."""

    fillet: Fillet
    share: float
    outward_m: float
    heights_m: tuple[float, float]


_HIP: Final = _Place(Fillet(width_m=0.034, grain_m=0.018), 0.26, -0.02, (-1.0, 0.15))
_SHOULDER: Final = _Place(Fillet(width_m=0.055, grain_m=0.018), 0.28, 0.05, (0.30, 0.60))


@dataclass(frozen=True, slots=True, eq=False)
class _Joint:
    """Which vertices of a limb and of the torso a fillet joins."""

    part: Part
    fillet: Fillet
    limb: Integers
    torso: Integers


class Body:
    """The mesh of the body: everything fixed is built once, then each pose costs little."""

    def __init__(self) -> None:
        self._torso = torso_shape()
        self._shapes = {"leg": leg_shape(), "arm": arm_shape()}
        self._topologies = _topologies(self._shapes)
        meshes = self._parts(Pose.neutral(), 0.0)
        self._joints = _joints(meshes)
        order = list(meshes)
        counts = [len(meshes[part].positions) for part in order]
        starts = np.cumsum([0, *counts])
        self._part = np.repeat(np.array(order, np.int32), counts)
        self._group = np.repeat(np.array([LIMB_OF[part] for part in order], np.int32), counts)
        self._uv = np.concatenate([meshes[part].topology.uv for part in order])
        self._triangles = np.concatenate(
            [
                meshes[part].topology.triangles + np.int32(start)
                for part, start in zip(order, starts, strict=False)
            ]
        )
        self._untargeted = np.zeros(len(self._part))
        self.rest: Surface = self.surface(Pose.neutral())

    def surface(self, pose: Pose, *, targets: Floats | None = None, breath: float = 0.0) -> Surface:
        """Build the body in a pose.

        `targets` (V,) says how much each vertex belongs to a target muscle, 0 to 1; `breath` how
        full of air the chest is, 0 to 1.
        """
        meshes = self._joined(self._parts(pose, breath))
        return Surface(
            np.concatenate([mesh.positions for mesh in meshes.values()]),
            np.concatenate([mesh.normals for mesh in meshes.values()]),
            self._triangles,
            self._part,
            self._uv,
            self._group,
            self._untargeted if targets is None else targets,
        )

    def _parts(self, pose: Pose, breath: float) -> dict[Part, PartMesh]:
        frames = frames_of(pose)
        rings = torso_rings(self._torso, frames, breath)
        meshes = {
            Part.TORSO: tube_part(rings, self._topologies[Part.TORSO]),
        }
        for side in SIDES:
            meshes[LEG[side]] = self._leg(pose, frames, side)
            meshes[ARM[side]] = self._arm(pose, frames, side, breath)
        return meshes | extremities(frames, pose.angles)

    def _leg(self, pose: Pose, frames: Frames, side: SideName) -> PartMesh:
        bend = LimbBend(float(pose.angles[INDEX[f"{side}_knee_flexion"]]))
        rings = _placed(limb_rings(self._shapes["leg"], bend), frames, f"{side}_hip", side)
        return tube_part(rings, self._topologies[LEG[side]], turned=side == "left")

    def _arm(self, pose: Pose, frames: Frames, side: SideName, breath: float) -> PartMesh:
        shape = self._shapes["arm"]
        bend = LimbBend(
            float(pose.angles[INDEX[f"{side}_elbow_flexion"]]),
            -float(pose.angles[INDEX[f"{side}_forearm_pronation"]]),
            _raised(frames, side),
        )
        rings = _placed(limb_rings(shape, bend), frames, f"{side}_shoulder", side)
        if breath:
            lifted = _SHOULDER_LIFT_M * breath * smoothstep(0.8, 0.0, shape.places)
            rings += lifted[:, None, None] * frames.rotation("T4")[0][:, 2]
        return tube_part(rings, self._topologies[ARM[side]], turned=side == "left")

    def _joined(self, meshes: dict[Part, PartMesh]) -> dict[Part, PartMesh]:
        """Round the valleys between limbs and torso, each limb against the torso as it was."""
        trunk = meshes[Part.TORSO]
        positions, normals = trunk.positions.copy(), trunk.normals.copy()
        for joint in self._joints:
            limb, near = meshes[joint.part], joint.torso
            (drawn, facing), torso = joint.fillet.join(
                (limb.positions[joint.limb], limb.normals[joint.limb]),
                (trunk.positions[near], trunk.normals[near]),
            )
            limb.positions[joint.limb], limb.normals[joint.limb] = drawn, facing
            positions[near] += torso[0] - trunk.positions[near]
            normals[near] += torso[1] - trunk.normals[near]
        return meshes | {Part.TORSO: PartMesh(positions, unit(normals), trunk.topology)}


def _raised(frames: Frames, side: SideName) -> float:
    """How far an arm is up, against the chest: 0 hanging, 1 overhead."""
    chest, arm = frames.rotation("T4")[0], frames.rotation(f"{side}_shoulder")[0]
    return float(0.5 - 0.5 * (chest[:, 2] @ arm[:, 2]))


def _placed(rings: Floats, frames: Frames, frame: str, side: SideName) -> Floats:
    if side == "right":
        rings = rings * np.array([1.0, -1.0, 1.0])
    return rings @ frames.rotation(frame)[0].T + frames.position(frame)[0]


def _topologies(shapes: Mapping[str, LimbShape]) -> dict[Part, Topology]:
    topologies = {Part.TORSO: tube_topology(_share(HEIGHTS), TORSO_SIDES)}
    for side in SIDES:
        turned = side == "left"
        topologies[LEG[side]] = tube_topology(
            _share(shapes["leg"].places), LEG_SIDES, turned=turned
        )
        topologies[ARM[side]] = tube_topology(
            _share(shapes["arm"].places), ARM_SIDES, turned=turned
        )
    return topologies


def _share(places: Floats) -> Floats:
    return (places - places[0]) / (places[-1] - places[0])


def _joints(rest: Mapping[Part, PartMesh]) -> tuple[_Joint, ...]:
    return tuple(
        _joint(rest, part, fillet, SIGN[side])
        for side in SIDES
        for part, fillet in ((LEG[side], _HIP), (ARM[side], _SHOULDER))
    )


def _joint(rest: Mapping[Part, PartMesh], part: Part, place: _Place, sign: float) -> _Joint:
    torso = rest[Part.TORSO].positions
    lowest, highest = place.heights_m
    near = (sign * torso[:, 1] > place.outward_m) & (lowest < torso[:, 2]) & (torso[:, 2] < highest)
    limb = rest[part].topology.uv[:, 0] < place.share
    return _Joint(
        part,
        place.fillet,
        np.flatnonzero(limb).astype(np.int32),
        np.flatnonzero(near).astype(np.int32),
    )
