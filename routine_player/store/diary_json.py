"""What the diary holds, as `history --json` gives it."""

from datetime import UTC
from typing import Any

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.red_flags import RedFlag
from routine_player.core.run import LoggedRun, SourceKind
from routine_player.core.shoes import ShoesId, WornShoes


def run_values(logged: LoggedRun) -> dict[str, Any]:
    """Give a run as JSON has it."""
    run = logged.run
    recorded = [one for one in logged.sources if one.kind is not SourceKind.TYPED]
    first = next(iter([*recorded, *logged.sources]), None)
    return {
        "id": str(run.id),
        "start_utc": utc_words(run.started),
        "start_local": run.started.iso(),
        "distance_m": _rounded(run.distance_m),
        "duration_s": _rounded(run.duration_s),
        "elapsed_s": _rounded(run.elapsed_s),
        "cadence_spm": _rounded(run.cadence_spm),
        "climb_m": _rounded(run.climb_m),
        "kind": run.activity.value,
        "run_kind": None if run.kind is None else run.kind.value,
        "surface": None if run.surface is None else run.surface.value,
        "shoes": _id(run.shoes),
        "focus": [one.value for one in run.focus],
        "tags": list(run.tags),
        "note": run.note,
        "source": None if first is None else first.kind.value,
        "sources": [{"kind": one.kind.value, "file": one.file} for one in logged.sources],
    }


def rating_values(rating: Rating) -> dict[str, Any]:
    """Give a rating as JSON has it."""
    return {
        "id": str(rating.id),
        "moment": rating.moment.value,
        "score": rating.score,
        "at_utc": utc_words(rating.at),
        "at_local": rating.at.iso(),
        "sites": list(rating.sites),
        "qualities": [quality.value for quality in rating.qualities],
        "onset_min": rating.onset_min,
        "course": None if rating.course is None else rating.course.value,
        "spread": None if rating.spread is None else rating.spread.value,
        "numbness": rating.numbness,
        "medication": rating.medication,
        "note": rating.note,
        "session": _id(rating.session),
        "run": _id(rating.run),
    }


def shoes_values(worn: WornShoes) -> dict[str, Any]:
    """Give shoes as JSON has them, with how far they were run in."""
    shoes = worn.shoes
    return {
        "id": str(shoes.id),
        "name": shoes.name,
        "worn_m": _rounded(worn.worn_m),
        "earlier_m": _rounded(shoes.earlier_m),
        "since": None if shoes.since is None else shoes.since.isoformat(),
        "retired": None if shoes.retired is None else shoes.retired.isoformat(),
        "note": shoes.note,
    }


def day_values(day: DayFactors) -> dict[str, Any]:
    """Give what a day was like as JSON has it."""
    return {
        "day": day.day.isoformat(),
        "hours_sat": day.hours_sat,
        "sleep_h": day.sleep_h,
        "lifting": day.lifting,
        "tags": list(day.tags),
        "medication": day.medication,
        "note": day.note,
    }


def check_values(check: RedFlagCheck) -> dict[str, Any]:
    """Give answers about red flags as JSON has them."""
    return {
        "id": str(check.id),
        "at_utc": utc_words(check.at),
        "at_local": check.at.iso(),
        "answers": dict(check.answers),
        "urgency": None if check.urgency is None else check.urgency.value,
        "rating": _id(check.rating),
    }


def sign_values(flag: RedFlag) -> dict[str, Any]:
    """Give a sign that is worth a question as JSON has it."""
    return {"name": flag.name, "words": flag.words, "urgency": flag.urgency.value}


def utc_words(at: Instant) -> str:
    """Say a moment in UTC, to the second: 2026-03-28T17:30:00Z."""
    return at.local.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def _id(uuid: ShoesId | None) -> str | None:
    return None if uuid is None else str(uuid)
