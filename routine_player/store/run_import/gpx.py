"""GPX: tracks of points. Tracks that follow one another are one run.

Devices begin another track where the signal was lost or somebody pressed pause.

https://www.topografix.com/GPX/1/1/
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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

_LONGEST_REST_S = 30 * 60
_CADENCES = {"cad", "cadence", "RunCadence"}


def read_gpx(data: bytes, name: str, manner: Manner) -> Sequence[Found]:
    """Give the runs of a GPX file; NoActivityError for one without a moment in it."""
    listener = _GpxListener()
    is_whole = walk(data, listener)
    timed = _outings([track for track in listener.tracks if track.track.span])
    if not timed and not is_whole:
        raise UnreadableError(tr("it is broken"))
    if not timed:
        raise NoActivityError(tr("it has no times in it: a route, not a run"))
    return [
        Found(
            _run(track, manner),
            source_of(SourceKind.GPX, name, data, number),
            name,
            _remark(track, is_whole=is_whole),
        )
        for number, track in enumerate(timed)
    ]


@dataclass(slots=True)
class _GpxTrack:
    kind: str = ""
    offset_s: int | None = None
    track: Track = field(default_factory=Track)
    parts: int = 1

    def goes_on_with(self, other: "_GpxTrack") -> bool:
        """Whether another track is of the same outing: of the same sport, and soon after."""
        if self.kind and other.kind and self.kind != other.kind:
            return False
        here, there = self.track.span, other.track.span
        return here is not None and there is not None and 0 <= there[0] - here[1] <= _LONGEST_REST_S

    def with_more(self, other: "_GpxTrack") -> "_GpxTrack":
        stretches = [*self.track.stretches, *other.track.stretches]
        return _GpxTrack(
            self.kind or other.kind, self.offset_s, Track(stretches), self.parts + other.parts
        )


def _outings(tracks: Sequence[_GpxTrack]) -> list[_GpxTrack]:
    """Put tracks together that follow one another."""
    outings: list[_GpxTrack] = []
    for each in tracks:
        settled = replace(each, track=each.track.without_strays())
        if outings and outings[-1].goes_on_with(settled):
            outings[-1] = outings[-1].with_more(settled)
        else:
            outings.append(settled)
    return outings


def _remark(track: _GpxTrack, *, is_whole: bool) -> str:
    if not is_whole:
        return tr("the file is broken midway: its good part was kept")
    if track.parts > 1:
        return tr("its {count} tracks follow one another: one run", count=track.parts)
    return ""


@dataclass(slots=True)
class _GpxListener:
    """Collects tracks; `place`, `at`, `height_m` and `cadence` are of the point being read."""

    tracks: list[_GpxTrack] = field(default_factory=list[_GpxTrack])
    place: tuple[float | None, float | None] = (None, None)
    at: datetime | None = None
    height_m: float | None = None
    cadence: float | None = None
    is_in_point: bool = False
    open_names: list[str] = field(default_factory=list[str])

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self.open_names.append(name)
        match name:
            case "trk":
                self.tracks.append(_GpxTrack())
            case "trkpt":
                self.is_in_point = True
                lat, lon = (number_or_none(attributes.get(each, "")) for each in ("lat", "lon"))
                self.place = _on_earth(lat, lon)
                self.at = self.height_m = self.cadence = None
            case _:
                pass

    def end(self, name: str, text: str) -> None:
        self.open_names.pop()
        if not self.tracks:
            return
        if name == "trkpt":
            self._add_point()
        elif name == "trkseg":
            self.tracks[-1].track.break_off()
        elif self.is_in_point:
            self._note(name, text)
        elif name == "type" and self.open_names[-1:] == ["trk"]:  # links and places have one too
            self.tracks[-1].kind = text

    def _note(self, name: str, text: str) -> None:
        if name == "time":
            self.at = read_iso(text)
        elif name == "ele":
            self.height_m = number_or_none(text)
        elif name in _CADENCES:
            self.cadence = number_or_none(text)

    def _add_point(self) -> None:
        self.is_in_point = False
        track = self.tracks[-1]
        at_s = None
        if self.at is not None:
            at_s = seconds_of(self.at)
            track.offset_s = offset_of(self.at)
        lat, lon = self.place
        track.track.add(Point(at_s, lat, lon, self.height_m, None, self.cadence))


def _on_earth(lat: float | None, lon: float | None) -> tuple[float | None, float | None]:
    """Leave out places that are none."""
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:  # noqa: PLR2004 - degrees
        return None, None
    return lat, lon


def _run(track: _GpxTrack, manner: Manner) -> Run:
    points = track.track
    first_s, last_s = points.span or (0.0, 0.0)
    distance_m = points.distance_m
    activity = activity_of(track.kind) or likely_activity(distance_m, points.moving_s)
    return Run(
        manner.zone.at(first_s, track.offset_s),
        points.moving_s,
        distance_m,
        activity,
        elapsed_s=last_s - first_s,
        climb_m=points.climb_m,
        cadence_spm=steps_a_minute(points.cadence) if is_on_foot(activity) else None,
        surface=surface_of(activity, track.kind),
    )
