"""TCX: activities of laps.

https://www8.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from routine_player.core.language import tr
from routine_player.core.run import Run, SourceKind
from routine_player.store.run_import.cells import number_or_none
from routine_player.store.run_import.found import (
    Found,
    Manner,
    NoActivityError,
    UnreadableError,
    source_of,
)
from routine_player.store.run_import.sports import (
    activity_of,
    is_on_foot,
    likely_activity,
    surface_of,
)
from routine_player.store.run_import.track import Point, Track, steps_a_minute
from routine_player.store.run_import.xml_walk import walk
from routine_player.store.run_import.zone import offset_of, read_iso, seconds_of

_CADENCES = {"Cadence", "RunCadence"}
_LAP_CADENCES = {"Cadence", "AvgRunCadence"}


def read_tcx(data: bytes, name: str, manner: Manner) -> Sequence[Found]:
    """Give the activities of a TCX file; NoActivityError for one without any."""
    listener = _TcxListener()
    is_whole = walk(data, listener)
    begun = [activity for activity in listener.activities if activity.started is not None]
    if not begun and not is_whole:
        raise UnreadableError(tr("it is broken"))
    if not begun:
        raise NoActivityError(tr("there is no activity in it"))
    if not is_whole:
        begun[-1].is_whole = False
    remark = tr("the file is broken midway: its good part was kept")
    return [
        Found(
            _run(activity, manner),
            source_of(SourceKind.TCX, name, data, number),
            name,
            "" if activity.is_whole else remark,
        )
        for number, activity in enumerate(begun)
    ]


@dataclass(slots=True)
class _Lap:
    time_s: float = 0.0
    distance_m: float | None = None
    cadence: float | None = None


@dataclass(slots=True)
class _TcxActivity:
    sport: str
    started: datetime | None = None
    laps: list[_Lap] = field(default_factory=list[_Lap])
    track: Track = field(default_factory=Track)
    is_whole: bool = True


@dataclass(slots=True)
class _TcxListener:
    """Collects activities; `at` and `values` are of the track point being read."""

    activities: list[_TcxActivity] = field(default_factory=list[_TcxActivity])
    at: datetime | None = None
    values: dict[str, float | None] = field(default_factory=dict[str, "float | None"])
    is_in_point: bool = False
    is_between: bool = False  # in what lies between two sports

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Transition":
            self.is_between = True
        if self.is_between:
            return
        if name == "Activity":
            self.activities.append(_TcxActivity(attributes.get("Sport", "")))
        elif self.activities and name == "Lap":
            activity = self.activities[-1]
            activity.laps.append(_Lap())
            activity.started = activity.started or read_iso(attributes.get("StartTime", ""))
        elif name == "Trackpoint":
            self.is_in_point, self.at, self.values = True, None, {}

    def end(self, name: str, text: str) -> None:
        if name == "Transition":
            self.is_between = False
        if self.is_between or not self.activities:
            return
        activity = self.activities[-1]
        if name == "Id" and activity.started is None:
            activity.started = read_iso(text)
        elif name == "Trackpoint":
            self._add_point(activity)
        elif self.is_in_point:
            self._note(name, text)
        elif name == "Track":
            activity.track.break_off()
        elif activity.laps:
            _note_lap(activity.laps[-1], name, number_or_none(text))

    def _note(self, name: str, text: str) -> None:
        if name == "Time":
            self.at = read_iso(text)
        else:
            self.values["Cadence" if name in _CADENCES else name] = number_or_none(text)

    def _add_point(self, activity: _TcxActivity) -> None:
        self.is_in_point = False
        told = self.values
        activity.track.add(
            Point(
                None if self.at is None else seconds_of(self.at),
                told.get("LatitudeDegrees"),
                told.get("LongitudeDegrees"),
                told.get("AltitudeMeters"),
                told.get("DistanceMeters"),
                told.get("Cadence"),
            )
        )


def _note_lap(lap: _Lap, name: str, number: float | None) -> None:
    if number is None:
        return
    if name == "TotalTimeSeconds":
        lap.time_s = number
    elif name == "DistanceMeters":
        lap.distance_m = number
    elif name in _LAP_CADENCES:
        lap.cadence = number


def _run(activity: _TcxActivity, manner: Manner) -> Run:
    track, started = activity.track.without_strays(), activity.started
    start_s = 0.0 if started is None else seconds_of(started)
    elapsed_s = track.span[1] - start_s if track.span else None
    distance_m = track.distance_m
    duration_s: float | None = track.moving_s
    if activity.is_whole:  # what laps say is of whole laps, also where the points end before
        duration_s = sum(lap.time_s for lap in activity.laps) or duration_s
        laps_m = [lap.distance_m for lap in activity.laps if lap.distance_m is not None]
        distance_m = (sum(laps_m) or distance_m or 0.0) if laps_m else distance_m
    what = activity_of(activity.sport) or likely_activity(distance_m, duration_s)
    cadence = track.cadence or _cadence_of_laps(activity.laps)
    return Run(
        manner.zone.at(start_s, None if started is None else offset_of(started)),
        duration_s,
        distance_m,
        what,
        elapsed_s=elapsed_s if elapsed_s and elapsed_s > 0 else None,
        climb_m=track.climb_m,
        cadence_spm=steps_a_minute(cadence) if is_on_foot(what) else None,
        surface=surface_of(what, activity.sport),
    )


def _cadence_of_laps(laps: Sequence[_Lap]) -> float | None:
    told = [(lap.cadence, lap.time_s or 1.0) for lap in laps if lap.cadence]
    weight = sum(time_s for _, time_s in told)
    return sum(cadence * time_s for cadence, time_s in told) / weight if told else None
