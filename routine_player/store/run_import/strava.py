"""The list `activities.csv` of a Strava export.

Its columns have stood in the same order since 2018, whatever the language of their names: id, date
(in UTC), name, kind, description, elapsed time, distance as it is shown. Ten columns were all in
2018; since then time and distance come a second time, the distance in metres.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import PurePosixPath

from routine_player.core.language import tr
from routine_player.core.run import Run, SourceKind
from routine_player.store.run_import.cells import (
    duration_in,
    exact_number_in,
    has_decimal_comma,
    moment_in,
    number_in,
)
from routine_player.store.run_import.found import Found, Manner, Refused, source_of
from routine_player.store.run_import.sports import (
    activity_of,
    is_on_foot,
    likely_activity,
    surface_of,
)
from routine_player.store.run_import.table import (
    FIRST_ROWS,
    Table,
    cell,
    note_of,
    told_or_refused,
    unit_of,
)
from routine_player.store.run_import.track import steps_a_minute
from routine_player.store.run_import.zone import seconds_of

_ID, _DATE, _TITLE, _KIND, _ABOUT, _ELAPSED, _DISTANCE = range(7)
_LEAST_COLUMNS = 7
_SHORTEST_ID = 5
# From the second distance on, in the order of the columns.
_MOVING, _CLIMB, _CADENCE = -1, 3, 12


def is_strava(table: Table) -> bool:
    """Tell whether this is such a list: by its first columns, in any language."""
    if len(table.names) < _LEAST_COLUMNS:
        return False
    if table.names[_ID].casefold() in {"activity id", "id"}:
        return True
    return any(
        cell(row, _ID).isdigit()
        and len(cell(row, _ID)) >= _SHORTEST_ID
        and moment_in(cell(row, _DATE)) is not None
        for _, row in table.rows[:FIRST_ROWS]
    )


def read_strava(table: Table, name: str, manner: Manner) -> Sequence[Found | Refused]:
    """Give what each line tells of."""
    columns = _Columns.of(table)
    lines = [(row, _Line(name, f"{name}:{line}")) for line, row in table.rows]
    return [
        told_or_refused(line.name, lambda row=row, line=line: _read_row(row, columns, line, manner))
        for row, line in lines
    ]


@dataclass(frozen=True, slots=True)
class _Line:
    file: str
    name: str


@dataclass(frozen=True, slots=True)
class _Columns:
    metres: int | None
    moving: int | None
    climb: int | None
    cadence: int | None
    decimal_comma: bool | None

    @classmethod
    def of(cls, table: Table) -> "_Columns":
        twice = table.names[_DISTANCE].casefold()
        metres = next(
            (
                index
                for index, name in enumerate(table.names)
                if index > _DISTANCE and name.casefold() == twice
            ),
            None,
        )
        shown = [cell(row, _DISTANCE) for _, row in table.rows]
        climb, cadence = table.find("elevation gain"), table.find("average cadence")
        if metres is None:
            return cls(None, None, climb, cadence, has_decimal_comma(shown))
        return cls(
            metres,
            metres + _MOVING,
            metres + _CLIMB if climb is None else climb,
            metres + _CADENCE if cadence is None else cadence,
            has_decimal_comma(shown),
        )


def _read_row(
    row: Sequence[str], columns: _Columns, line: _Line, manner: Manner
) -> Found | Refused:
    moment = moment_in(cell(row, _DATE))
    if moment is None:
        return Refused(line.name, tr("its date cannot be read: {text}", text=cell(row, _DATE)))
    elapsed_s = duration_in(cell(row, _ELAPSED))
    moving_s = duration_in(cell(row, columns.moving))
    distance_m = _distance_m(row, columns, elapsed_s, manner)
    kind = cell(row, _KIND)
    activity = activity_of(kind) or likely_activity(distance_m, moving_s or elapsed_s)
    cadence = exact_number_in(cell(row, columns.cadence))
    run = Run(
        manner.zone.at(seconds_of(moment.replace(tzinfo=UTC))),
        moving_s or elapsed_s,
        distance_m,
        activity,
        elapsed_s=elapsed_s,
        climb_m=exact_number_in(cell(row, columns.climb)),
        cadence_spm=steps_a_minute(cadence) if is_on_foot(activity) else None,
        surface=surface_of(activity, kind),
        note=note_of(cell(row, _TITLE), cell(row, _ABOUT)),
    )
    told = cell(row, _ID) or ",".join(row)
    source = source_of(SourceKind.STRAVA, line.file, f"strava {told}".encode())
    return Found(run, source, line.name, recording=_recording(row))


def _recording(row: Sequence[str]) -> str:
    """Give the name of the file the run was recorded in; where it stands depends on the year."""
    return next((PurePosixPath(told).name for told in row if told.startswith("activities/")), "")


def _distance_m(
    row: Sequence[str], columns: _Columns, elapsed_s: float | None, manner: Manner
) -> float | None:
    """Give the metres; where they stand once, their unit is told by what a person can do."""
    metres = exact_number_in(cell(row, columns.metres))
    if metres is not None:
        return metres
    shown = number_in(cell(row, _DISTANCE), columns.decimal_comma)
    return None if shown is None else shown * unit_of(shown, elapsed_s, manner.unit_m)
