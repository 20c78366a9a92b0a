"""The list `Activities.csv` that Garmin Connect exports.

Kind, date on the person's wall, favourite, title, distance as it is shown, calories and time come
first, in any language. Steps are of both feet, a minute; blanks are two dashes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run, SourceKind
from routine_player.store.run_import.cells import (
    duration_in,
    has_decimal_comma,
    moment_in,
    number_in,
)
from routine_player.store.run_import.found import Found, Manner, Refused, source_of
from routine_player.store.run_import.sports import activity_of, likely_activity
from routine_player.store.run_import.table import Table, cell

_KIND, _DATE, _DISTANCE, _TIME = 0, 1, 4, 6
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
_ELAPSED_WORDS = ("elapsed time", "verstrichene zeit", "tiempo transcurrido")


def is_garmin(table: Table) -> bool:
    """Tell whether this is such a list: by its first columns, in any language."""
    if len(table.names) < _LEAST_COLUMNS:
        return False
    if [name.casefold() for name in table.names[:2]] == ["activity type", "date"]:
        return True
    for _, row in table.rows[:1]:
        return (
            not cell(row, _KIND).isdigit()
            and moment_in(cell(row, _DATE)) is not None
            and ":" in cell(row, _TIME)
        )
    return False


def read_garmin(table: Table, name: str, manner: Manner) -> Sequence[Found | Refused]:
    """Give what each line tells of."""
    columns = _Columns(
        table.find(*_CADENCE_WORDS),
        table.find(*_CLIMB_WORDS),
        table.find(*_ELAPSED_WORDS),
        has_decimal_comma([cell(row, _DISTANCE) for _, row in table.rows]),
    )
    return [_read_row(row, columns, (name, f"{name}:{line}"), manner) for line, row in table.rows]


@dataclass(frozen=True, slots=True)
class _Columns:
    cadence: int | None
    climb: int | None
    elapsed: int | None
    decimal_comma: bool | None


def _read_row(
    row: Sequence[str], columns: _Columns, names: tuple[str, str], manner: Manner
) -> Found | Refused:
    file, name = names
    moment = moment_in(cell(row, _DATE))
    if moment is None:
        return Refused(name, tr("its date cannot be read: {text}", text=cell(row, _DATE)))

    def number(index: int | None) -> float | None:
        return number_in(cell(row, index), columns.decimal_comma)

    kind = activity_of(cell(row, _KIND))
    unit_m = 1.0 if kind is Activity.SWIM else manner.unit_m
    shown, time_s = number(_DISTANCE), duration_in(cell(row, _TIME))
    distance_m = None if shown is None else shown * unit_m
    climb = number(columns.climb)
    if climb is not None and manner.in_miles:
        climb *= _METRES_A_FOOT
    activity = kind or likely_activity(distance_m, time_s)
    on_foot = activity in {Activity.RUN, Activity.WALK}
    run = Run(
        manner.zone.at(moment.timestamp()) if moment.tzinfo else manner.zone.at_wall(moment),
        time_s,
        distance_m,
        activity,
        elapsed_s=duration_in(cell(row, columns.elapsed)),
        climb_m=climb,
        cadence_spm=(number(columns.cadence) or None) if on_foot else None,
    )
    told = "|".join(cell(row, index) for index in (_KIND, _DATE, _DISTANCE, _TIME))
    return Found(run, source_of(SourceKind.GARMIN, file, f"garmin {told}".encode()), name)
