"""The dose that a step or an exercise gives: exactly one, laid out as one entry a set."""

from routine_player.core.language import tr
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    HeldReps,
    Hold,
    PacedReps,
    Tempo,
)
from routine_player.store.fields import Given
from routine_player.store.findings import Findings

_DOSES = ("hold", "reps", "time")
_CLASHES = (
    ("hold", "time", "Keeping still is `hold`, moving is `time`: a step has one of them."),
    ("reps", "time", "Counted work is `reps`, uncounted is `time`: a step has one of them."),
    ("tempo", "time", "A `tempo` paces `reps`, and `time` is not counted."),
    ("hold", "tempo", "Reps with a `hold` have no `tempo`: the hold paces them."),
)


def has_dose(given: Given) -> bool:
    """Whether any dose was written, good or bad."""
    return any(given.has_or_meant(name) for name in _DOSES)


def read_sets(
    given: Given, tempo: Tempo | None, move_s: float, findings: Findings
) -> tuple[Dose, ...] | None:
    """Read one dose a set, or None after telling what is wrong.

    `tempo` and `move_s` are the exercise's own, for reps that give none.
    """
    if _clashes(given, findings) or any(map(given.is_wrong, (*_DOSES, "tempo", "sets"))):
        return None
    sets: int = given.get("sets") or 1
    reps: int | tuple[int, ...] | None = given.get("reps")
    if isinstance(reps, tuple):
        return tuple(_counted(given, count, tempo, move_s) for count in reps)
    if reps is not None:
        return (_counted(given, reps, tempo, move_s),) * sets
    hold_s: float | None = given.get("hold")
    if hold_s is not None:
        return (Hold(hold_s),) * sets
    time_s: float | None = given.get("time")
    return None if time_s is None else (Continuous(time_s),) * sets


def _counted(given: Given, reps: int, tempo: Tempo | None, move_s: float) -> Dose:
    hold_s: float | None = given.get("hold")
    if hold_s is not None:
        return HeldReps(reps, hold_s, move_s)
    pace: Tempo | None = given.get("tempo") or tempo
    return CountedReps(reps) if pace is None else PacedReps(reps, pace)


def _clashes(given: Given, findings: Findings) -> bool:
    """Tell of keys that cannot stand together, at the later one of the two."""
    told = False
    for first, second, why in _CLASHES:
        if given.has(first) and given.has(second):
            told = True
            later = max(given.key_mark(first), given.key_mark(second), key=lambda mark: mark.index)
            findings.error(later, tr(why))
    if given.has("tempo") and not any(map(given.has_or_meant, _DOSES)):
        told = True
        findings.error(given.key_mark("tempo"), tr("A `tempo` needs `reps`."))
    if given.has("sets") and isinstance(given.get("reps"), tuple):
        told = True
        text = tr("A list of `reps` is the sets: one number for each. Leave out `sets`.")
        findings.error(given.key_mark("sets"), text)
    return told


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
    match dose:
        case Hold(hold_s=hold_s):
            return {"hold": f"{hold_s:g}s"}
        case HeldReps(reps=reps, hold_s=hold_s):
            return {"hold": f"{hold_s:g}s", "reps": str(reps)}
        case PacedReps(reps=reps, tempo=tempo):
            return {"reps": str(reps), "tempo": str(tempo)}
        case CountedReps(reps=reps):
            return {"reps": str(reps)}
        case Continuous(time_s=time_s):
            return {"time": f"{time_s:g}s"}
