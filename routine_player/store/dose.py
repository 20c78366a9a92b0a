"""The dose that a step or an exercise gives: exactly one, laid out as one entry a set."""

from collections.abc import Mapping
from typing import Any

from routine_player.core.language import tr
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Tempo,
)
from routine_player.store.fields import Given
from routine_player.store.findings import Findings

_DOSES = ("hold", "reps", "time")
_KEYS = frozenset({*_DOSES, "tempo", "sets"})
CLASHES = (
    ("hold", "time", "Keeping still is `hold`, moving is `time`: a step has one of them."),
    ("reps", "time", "Counted work is `reps`, uncounted is `time`: a step has one of them."),
    ("tempo", "time", "A `tempo` paces `reps`, and `time` is not counted."),
    ("hold", "tempo", "Reps with a `hold` have no `tempo`: the hold paces them."),
)
"""Keys that cannot stand together, and why."""

_NOT_BESIDE_TIME = frozenset({"hold", "reps", "tempo"})


def read_sets(given: Given, exercise: Exercise, findings: Findings) -> tuple[Dose, ...] | None:
    """Read one dose a set, or None after telling what is wrong.

    The tempo and move time of `exercise` are for reps that give none.
    """
    values = given.values
    all_read = len(values) == len(given.node.entries)
    if all_read or not any(map(given.is_wrong, _KEYS)):
        sets = _sets(values, exercise)
        if sets is not None:
            return sets
    _tell(given, exercise, findings)
    return None


def _sets(values: Mapping[str, Any], exercise: Exercise) -> tuple[Dose, ...] | None:
    """Build the sets out of good values; None where they are not one dose."""
    get = values.get
    sets: int = get("sets", 1)
    time_s: float | None = get("time")
    if time_s is not None:
        return (Continuous(time_s),) * sets if values.keys().isdisjoint(_NOT_BESIDE_TIME) else None
    hold_s: float | None = get("hold")
    tempo: Tempo | None = get("tempo")
    reps: int | tuple[int, ...] | None = get("reps")
    if tempo is not None and (hold_s is not None or reps is None):
        return None
    if reps is None:
        return None if hold_s is None else (Hold(hold_s),) * sets
    if isinstance(reps, int):
        return (_counted(reps, hold_s, tempo, exercise),) * sets
    if "sets" in values:
        return None
    return tuple(_counted(count, hold_s, tempo, exercise) for count in reps)


def _counted(reps: int, hold_s: float | None, tempo: Tempo | None, exercise: Exercise) -> Dose:
    if hold_s is not None:
        return HeldReps(reps, hold_s, exercise.move_s)
    pace = tempo or exercise.tempo
    return CountedReps(reps) if pace is None else PacedReps(reps, pace)


def _tell(given: Given, exercise: Exercise, findings: Findings) -> None:
    """Tell of keys that cannot stand together, at the later one of the two, and of a lack of any.

    Nothing is to be told of values that could not be read: that was done when they were.
    """
    for first, second, why in CLASHES:
        if given.has(first) and given.has(second):
            later = max(given.key_start(first), given.key_start(second))
            findings.error(later, tr(why))
    if given.has("sets") and isinstance(given.get("reps"), tuple):
        text = tr("A list of `reps` is the sets: one number for each. Leave out `sets`.")
        findings.error(given.key_start("sets"), text)
    if any(map(given.has_or_meant, _DOSES)):
        return
    if given.has("tempo"):
        findings.error(given.key_start("tempo"), tr("A `tempo` needs `reps`."))
    elif "tempo" not in given.meant:
        text = tr("There is no dose: give `hold`, `reps` or `time`.")
        if exercise.sets:
            usual = written_dose(exercise.sets)
            text = tr("{text} Usual for this exercise is `{usual}`.", text=text, usual=usual)
        findings.error(given.node.start, text)


def written_dose(sets: tuple[Dose, ...]) -> str:
    """Write a dose as the keys of a step: `reps: 12, tempo: 2-1-2, sets: 2`."""
    keys = _keys(sets[0])
    counts = [dose.reps for dose in sets if not isinstance(dose, Hold | Continuous)]
    if len(set(counts)) > 1:
        keys["reps"] = str(counts)
    elif len(sets) > 1:
        keys["sets"] = str(len(sets))
    return ", ".join(f"{key}: {value}" for key, value in keys.items())


def _keys(dose: Dose) -> dict[str, str]:
    if isinstance(dose, Hold):
        return {"hold": f"{dose.hold_s:g}s"}
    if isinstance(dose, Continuous):
        return {"time": f"{dose.time_s:g}s"}
    if isinstance(dose, HeldReps):
        return {"hold": f"{dose.hold_s:g}s", "reps": str(dose.reps)}
    if isinstance(dose, PacedReps):
        return {"reps": str(dose.reps), "tempo": str(dose.tempo)}
    return {"reps": str(dose.reps)}
