"""Runs and ratings as the command line takes and gives them: JSON, and what was typed in flags."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.run import (
    Activity,
    FormFocus,
    LoggedRun,
    Run,
    RunKind,
    SourceKind,
    Surface,
)
from routine_player.core.shoes import ShoesId
from routine_player.core.sites import ALL_SITES
from routine_player.core.typed import typed_distance_m, typed_duration_s, typed_number
from routine_player.store.run_import.zone import Zone, offset_of, seconds_of

Word = TypeVar("Word", bound=Enum)

PAIN_FIELDS: Final = frozenset(
    ("sites", "qualities", "onset_min", "course", "spread", "numbness", "medication")
)
RUN_FIELDS: Final = PAIN_FIELDS | {
    "start",
    "distance_m",
    "distance",
    "duration_s",
    "duration",
    "kind",
    "run_kind",
    "climb_m",
    "cadence_spm",
    "surface",
    "shoes",
    "focus",
    "tags",
    "note",
    "worst",
    "now",
}
RATING_FIELDS: Final = PAIN_FIELDS | {"score", "moment", "at", "note", "run"}


_AHEAD_MS: Final = 3600 * 1000
_LONG_AGO_MS: Final = 12 * 3600 * 1000


class SaidError(ValueError):
    """What was said is not understood; the text says what was expected."""


class Said:
    """Values that somebody gave under names; each is read as what it has to be.

    SaidError for one that is not, and for a name that stands for nothing.
    """

    def __init__(self, values: Mapping[str, Any], known: frozenset[str], zone: Zone) -> None:
        unknown = sorted(values.keys() - known)
        if unknown:
            there_are = ", ".join(sorted(known))
            raise SaidError(
                tr("there is no field '{name}'; there are: {names}", name=unknown[0],
                   names=there_are)
            )  # fmt: skip
        self._values = {name: value for name, value in values.items() if value is not None}
        self._zone = zone

    def number(self, name: str) -> float | None:
        value = self._values.get(name)
        number = typed_number(value) if isinstance(value, str) else value
        if number is None and value is None:
            return None
        if isinstance(number, int | float) and not isinstance(number, bool):
            return float(number)
        raise _expected(name, value, tr("a number"))

    def whole(self, name: str) -> int | None:
        number = self.number(name)
        if number is not None and number != int(number):
            raise _expected(name, number, tr("a whole number"))
        return None if number is None else int(number)

    def text(self, name: str) -> str:
        value = self._values.get(name, "")
        if isinstance(value, str):
            return value
        raise _expected(name, value, tr("a text"))

    def flag(self, name: str) -> bool | None:
        value = self._values.get(name)
        if value is None or isinstance(value, bool):
            return value
        raise _expected(name, value, tr("true or false"))

    def texts(self, name: str) -> tuple[str, ...]:
        value: object = self._values.get(name, [])
        texts = cast("list[object]", value) if isinstance(value, list) else [None]
        if all(isinstance(text, str) for text in texts):
            return tuple(map(str, texts))
        raise _expected(name, cast("object", value), tr("a list of texts"))

    def word(self, name: str, words: type[Word]) -> Word | None:
        text = self.text(name)
        return _word(name, text, words) if text else None

    def words(self, name: str, words: type[Word]) -> tuple[Word, ...]:
        return tuple(_word(name, text, words) for text in self.texts(name))

    def sites(self) -> tuple[str, ...]:
        known = [site.name for site in ALL_SITES]
        for site in self.texts("sites"):
            if site not in known:
                raise _expected("sites", site, ", ".join(known))
        return self.texts("sites")

    def moment(self, name: str) -> Instant | None:
        """A moment in ISO form; one that says no zone is on the person's wall."""
        text = self.text(name)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                return self._zone.at_wall(moment)
            return self._zone.at(seconds_of(moment), offset_of(moment))
        except (ValueError, OverflowError) as error:
            raise _expected(name, text, "2026-03-28T18:30") from error

    def uuid(self, name: str) -> UUID | None:
        text = self.text(name)
        try:
            return UUID(text) if text else None
        except ValueError as error:
            raise _expected(name, text, tr("an id")) from error


def run_from(
    values: Mapping[str, Any], now: Instant, zone: Zone, *, in_miles: bool = False
) -> tuple[Run, tuple[Rating, ...]]:
    """Read a run with its ratings; the shoes, named by `values`, are left to `shoes_named`.

    A run whose start is not said has ended now. SaidError for what is not understood.
    """
    said = Said(values, RUN_FIELDS, zone)
    duration_s = _length(said, "duration", typed_duration_s, said.number("duration_s"))

    def metres(text: str) -> float | None:
        return typed_distance_m(text, in_miles=in_miles)

    try:
        run = Run(
            said.moment("start") or now.after(-(duration_s or 0.0)),
            duration_s,
            _length(said, "distance", metres, said.number("distance_m")),
            said.word("kind", Activity) or Activity.RUN,
            said.word("run_kind", RunKind),
            climb_m=said.number("climb_m"),
            cadence_spm=said.number("cadence_spm"),
            surface=said.word("surface", Surface),
            focus=said.words("focus", FormFocus),
            tags=said.texts("tags"),
            note=said.text("note"),
        )
        _refuse_odd_start(run, now)
        return run, _ratings_of(said, run, _said_at(run, now))
    except SaidError:
        raise
    except (ValueError, OverflowError) as error:
        raise SaidError(str(error)) from error


def shoes_named(values: Mapping[str, Any], zone: Zone) -> str:
    """Give the name of the shoes that a run was done in, empty for none."""
    return Said(values, RUN_FIELDS, zone).text("shoes").strip()


def rating_from(values: Mapping[str, Any], now: Instant, zone: Zone) -> Rating:
    """Read a rating; one whose moment is not said stands alone. SaidError as above."""
    said = Said(values, RATING_FIELDS, zone)
    score = said.whole("score")
    if score is None:
        raise SaidError(tr("a score from 0 to 10 is needed"))
    at = said.moment("at") or now
    moment = said.word("moment", RatingMoment) or RatingMoment.ALONE
    return _rating(said, moment, score, at, run=said.uuid("run"), note=said.text("note"))


def run_values(logged: LoggedRun) -> dict[str, Any]:
    """Give a run as JSON has it."""
    run = logged.run
    recorded = [one for one in logged.sources if one.kind is not SourceKind.TYPED]
    first = next(iter([*recorded, *logged.sources]), None)
    return {
        "id": str(run.id),
        "start_utc": _utc(run.started),
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
        "at_utc": _utc(rating.at),
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


def _refuse_odd_start(run: Run, now: Instant) -> None:
    if run.started.utc_ms > now.utc_ms + _AHEAD_MS or run.started.utc_ms < 0:
        raise SaidError(tr("it cannot have begun on {day}", day=run.started.local_date.isoformat()))


def _said_at(run: Run, now: Instant) -> Instant:
    """Give the moment that ratings are of: of a run that is long over, its end."""
    return now if now.utc_ms - run.ended.utc_ms < _LONG_AGO_MS else run.ended


def _ratings_of(said: Said, run: Run, now: Instant) -> tuple[Rating, ...]:
    """Give the ratings said beside a run; where it hurts belongs to the worst, if that was said."""
    worst, after = said.whole("worst"), said.whole("now")
    if worst is None and after is None:
        if any((said.sites(), said.texts("qualities"), said.text("course"))):
            raise SaidError(tr("how much it hurts is missing: worst or now"))
        return ()
    ratings: list[Rating] = []
    if worst is not None:
        ratings.append(_rating(said, RatingMoment.WORST_IN_RUN, worst, now, run=run.id))
    if after is not None and worst is not None:
        ratings.append(Rating(RatingMoment.AFTER_RUN, after, now, run=run.id))
    elif after is not None:
        ratings.append(_rating(said, RatingMoment.AFTER_RUN, after, now, run=run.id))
    return tuple(ratings)


def _rating(
    said: Said,
    moment: RatingMoment,
    score: int,
    at: Instant,
    *,
    run: UUID | None,
    note: str = "",
) -> Rating:
    try:
        return Rating(
            moment,
            score,
            at,
            said.sites(),
            said.words("qualities", Quality),
            said.number("onset_min"),
            said.word("course", Course),
            said.word("spread", Spread),
            said.flag("numbness"),
            said.text("medication"),
            note,
            run=run,
        )
    except SaidError:
        raise
    except ValueError as error:
        raise SaidError(str(error)) from error


def _length(said: Said, name: str, read: Any, otherwise: float | None) -> float | None:
    """Read a typed length; `otherwise` is the one that was given as a number."""
    text = said.text(name)
    if not text:
        return otherwise
    length: float | None = read(text)
    if length is None:
        raise _expected(name, text, tr("10.5 km or 52:30, for instance"))
    return length


def _word(name: str, text: str, words: type[Word]) -> Word:
    try:
        return words(text)
    except ValueError as error:
        raise _expected(name, text, ", ".join(str(word.value) for word in words)) from error


def _expected(name: str, value: object, expected: str) -> SaidError:
    return SaidError(
        tr("'{value}' is no {name}: expected {expected}", value=value, name=name,
           expected=expected)
    )  # fmt: skip


def _utc(at: Instant) -> str:
    return at.local.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def _id(uuid: ShoesId | None) -> str | None:
    return None if uuid is None else str(uuid)
