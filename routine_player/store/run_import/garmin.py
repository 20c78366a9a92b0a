"""The list `Activities.csv` that Garmin Connect exports.

Kind, date on the person's wall, favourite, title, distance as it is shown, calories and time come
first, in any language. Steps are of both feet, a minute; blanks are two dashes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run, SourceKind
from routine_player.core.typed import METRES_A_MILE
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

_KIND, _DATE, _TITLE, _DISTANCE, _TIME = 0, 1, 3, 4, 6
_LEAST_COLUMNS = 7
_METRES_A_FOOT = 0.3048

_CADENCE_WORDS = ("run cadence", "schrittfrequenz", "cadenc", "cadenz", "cadans", "kadens")
_CLIMB_WORDS = (
    "ascent",
    "anstieg",
    "aufstieg",
    "ascens",
    "ascesa",
    "subida",
    "elev gain",
    "stijging",
)
_ELAPSED_WORDS = (
    "elapsed time",
    "verstrichene zeit",
    "tiempo transcurrido",
    "temps écoulé",
    "tempo trascorso",
    "tempo decorrido",
    "verstreken tijd",
)
_STRIDE_WORDS = (
    "stride",
    "schrittlänge",
    "foulée",
    "zancada",
    "passada",
    "staplengte",
    "lunghezza",
)

_UNITS = {1.0: 1000.0, METRES_A_MILE / 1000: METRES_A_MILE, METRES_A_MILE / 304.8: METRES_A_MILE}
"""Metres of a distance, by how often its thousandth is what strides come to.

Strides are in metres beside kilometres, and in metres or feet beside miles.
"""

_STRIDES_ARE_OFF_BY = 0.15


def is_garmin(table: Table) -> bool:
    """Tell whether this is such a list: by its first columns, in any language."""
    if len(table.names) < _LEAST_COLUMNS:
        return False
    if [name.casefold() for name in table.names[:2]] == ["activity type", "date"]:
        return True
    return any(
        not cell(row, _KIND).isdigit()
        and moment_in(cell(row, _DATE)) is not None
        and ":" in cell(row, _TIME)
        for _, row in table.rows[:FIRST_ROWS]
    )


def read_garmin(table: Table, name: str, manner: Manner) -> Sequence[Found | Refused]:
    """Give what each line tells of."""
    columns = _Columns(
        table.find(*_CADENCE_WORDS),
        table.find(*_CLIMB_WORDS),
        table.find(*_ELAPSED_WORDS),
        table.find(*_STRIDE_WORDS),
        has_decimal_comma([cell(row, _DISTANCE) for _, row in table.rows]),
    )
    columns = replace(columns, unit_m=_unit_by_strides(table, columns))
    lines = [(row, (name, f"{name}:{line}")) for line, row in table.rows]
    return [
        told_or_refused(
            names[1], lambda row=row, names=names: _read_row(row, columns, names, manner)
        )
        for row, names in lines
    ]


@dataclass(frozen=True, slots=True)
class _Columns:
    cadence: int | None
    climb: int | None
    elapsed: int | None
    stride: int | None
    decimal_comma: bool | None
    unit_m: float | None = None

    def number(self, row: Sequence[str], index: int | None) -> float | None:
        return number_in(cell(row, index), self.decimal_comma)


def _unit_by_strides(table: Table, columns: _Columns) -> float | None:
    """Tell kilometres from miles, which the list does not say: by steps, their length and time."""
    told: list[float] = []
    for _, row in table.rows:
        steps, stride = columns.number(row, columns.cadence), _stride(row, columns)
        shown, time_s = columns.number(row, _DISTANCE), duration_in(cell(row, _TIME))
        if steps and stride and shown and time_s and unit_of(shown, time_s, 0.0) == 0.0:
            told.append(steps * time_s / 60 * stride / (shown * 1000))
    if not told:
        return None
    near = min(_UNITS, key=lambda each: abs(each - median(told)) / each)
    return _UNITS[near] if abs(near - median(told)) < near * _STRIDES_ARE_OFF_BY else None


def _stride(row: Sequence[str], columns: _Columns) -> float | None:
    return exact_number_in(cell(row, columns.stride))


def _read_row(
    row: Sequence[str], columns: _Columns, names: tuple[str, str], manner: Manner
) -> Found | Refused:
    file, name = names
    moment = moment_in(cell(row, _DATE))
    if moment is None:
        return Refused(name, tr("its date cannot be read: {text}", text=cell(row, _DATE)))

    kind = activity_of(cell(row, _KIND))
    shown, time_s = columns.number(row, _DISTANCE), duration_in(cell(row, _TIME))
    listed_m = columns.unit_m or manner.unit_m
    unit_m = listed_m
    if shown is not None:
        unit_m = 1.0 if kind is Activity.SWIM else unit_of(shown, time_s, listed_m)
    distance_m = None if shown is None else shown * unit_m
    climb = columns.number(row, columns.climb)
    if climb is not None and listed_m == METRES_A_MILE:
        climb *= _METRES_A_FOOT
    activity = kind or likely_activity(distance_m, time_s)
    steps = columns.number(row, columns.cadence) or None
    run = Run(
        manner.zone.at(moment.timestamp()) if moment.tzinfo else manner.zone.at_wall(moment),
        time_s,
        distance_m,
        activity,
        elapsed_s=duration_in(cell(row, columns.elapsed)),
        climb_m=climb,
        cadence_spm=steps if is_on_foot(activity) else None,
        surface=surface_of(activity, cell(row, _KIND)),
        note=note_of(cell(row, _TITLE)),
    )
    told = "|".join(cell(row, index) for index in (_KIND, _DATE, _DISTANCE, _TIME))
    is_guess = columns.unit_m is None and unit_m == manner.unit_m and distance_m is not None
    remark = _unit_words(manner) if is_guess else ""
    return Found(run, source_of(SourceKind.GARMIN, file, f"garmin {told}".encode()), name, remark)


def _unit_words(manner: Manner) -> str:
    if manner.in_miles:
        return tr("its distance was read as miles: the list does not say what it counts in")
    return tr("its distance was read as kilometres: the list does not say what it counts in")
