"""Values that somebody gave under names, in flags or as JSON: each is read as what it has to be."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from routine_player.core.diary_words import Choosable
from routine_player.core.diary_words import said as in_words
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.sites import ALL_SITES
from routine_player.core.typed import typed_number
from routine_player.store.run_import.zone import Zone, offset_of, seconds_of
from routine_player.store.values import near, shown

Word = TypeVar("Word", bound=Enum)

LONGEST_TEXT: Final = 20_000
"""Characters of a note: some pages. What is longer is a file that was given by mistake."""

_MANY: Final = 4  # more sites than that are not worth proposing one by one


class SaidError(ValueError):
    """What was said is not understood; the text says what was expected."""


class Said:
    """What somebody said, read name by name; SaidError for what is not what it has to be.

    A name that stands for nothing is an error at once, with the one that was likely meant.
    `None` says that nobody knows.
    """

    def __init__(self, values: Mapping[str, Any], known: frozenset[str], zone: Zone) -> None:
        unknown = sorted(values.keys() - known)
        if unknown:
            raise SaidError(_unknown_field(unknown[0], known))
        self._values = values
        self._zone = zone

    def has(self, *names: str) -> bool:
        """Whether any of the names was said, be it as unknown."""
        return any(name in self._values for name in names)

    def tells(self, *names: str) -> bool:
        """Whether anything is told under any of the names."""
        return any(self._values.get(name) not in (None, "", []) for name in names)

    def number(self, name: str) -> float | None:
        """Read a number of zero or more, typed or not."""
        value = self._values.get(name)
        if value is None:
            return None
        number = typed_number(value) if isinstance(value, str) else value
        if isinstance(number, int | float) and not isinstance(number, bool):
            try:
                wide = float(number)
            except OverflowError:
                wide = math.inf
            if math.isfinite(wide) and wide >= 0:
                return wide
        raise expected(name, value, tr("a number of 0 or more"))

    def whole(self, name: str) -> int | None:
        number = self.number(name)
        if number is not None and not number.is_integer():
            raise expected(name, f"{number:g}", tr("a whole number"))
        return None if number is None else int(number)

    def score(self, name: str) -> int | None:
        """Read a pain score; the range is looked at where a rating is made of it."""
        try:
            return self.whole(name)
        except SaidError as error:
            raise expected(
                name, self._values[name], tr("a whole number from 0 (none) to 10 (worst)")
            ) from error

    def text(self, name: str) -> str:
        value = self._values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise expected(name, value, tr("a text"))
        return _readable(name, value)

    def line(self, name: str) -> str:
        """Read a text that stands on one line: spaces and line breaks become one space."""
        return " ".join(self.text(name).split())

    def flag(self, name: str) -> bool | None:
        value = self._values.get(name)
        if value is None or isinstance(value, bool):
            return value
        raise expected(name, value, tr("true or false"))

    def texts(self, name: str) -> tuple[str, ...]:
        """Read a list of lines, each once."""
        value: object = self._values.get(name)
        texts: list[object] = []
        if value is not None:
            texts = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(text, str) for text in texts):
            raise expected(name, self._values[name], tr("a list of texts"))
        lines = (" ".join(_readable(name, str(text)).split()) for text in texts)
        return tuple(dict.fromkeys(line for line in lines if line))

    def word(self, name: str, words: type[Word]) -> Word | None:
        text = self.text(name)
        return _word(name, text, words) if text else None

    def words(self, name: str, words: type[Word]) -> tuple[Word, ...]:
        """Read words; one text may name several between commas."""
        texts = [part for text in self.texts(name) for part in text.split(",") if part.strip()]
        return tuple(dict.fromkeys(_word(name, text, words) for text in texts))

    def sites(self) -> tuple[str, ...]:
        """Read sites by their names or words; one text may name several between commas."""
        named = [one for text in self.texts("sites") for one in _parts(text)]
        return tuple(dict.fromkeys(map(_site, named)))

    def moment(self, name: str) -> Instant | None:
        """A moment in ISO form; one that says no zone is on the person's wall."""
        text = self.text(name).strip()
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                return self._zone.at_wall(moment)
            return self._zone.at(seconds_of(moment), offset_of(moment))
        except (ValueError, OverflowError) as error:
            raise expected(name, text, tr("a date and time as 2026-03-28T18:30")) from error

    def uuid(self, name: str) -> UUID | None:
        text = self.text(name).strip()
        try:
            return UUID(text) if text else None
        except ValueError as error:
            raise expected(name, text, tr("an id as history --json has it")) from error


def expected(name: str, value: object, what: str) -> SaidError:
    """Say that a value is not what was expected under its name."""
    return SaidError(
        tr("{name}: '{value}' is not understood; expected {what}", name=name,
           value=shown(str(value)), what=what)
    )  # fmt: skip


def _unknown_field(name: str, known: frozenset[str]) -> str:
    meant = near(name.replace("-", "_"), (one.replace("_", "-") for one in known))
    if meant is not None:
        guess = next(one for one in known if one.replace("_", "-") == meant)
        return tr("there is no field '{name}'; did you mean '{guess}'?", name=shown(name),
                  guess=guess)  # fmt: skip
    there_are = ", ".join(sorted(known))
    return tr("there is no field '{name}'; there are: {names}", name=shown(name), names=there_are)


def _readable(name: str, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise SaidError(
            tr("{name}: this text has {length} characters; {most} is the most", name=name,
               length=len(text), most=LONGEST_TEXT)
        )  # fmt: skip
    if any("\ud800" <= one <= "\udfff" for one in text):
        raise expected(name, text, tr("text in UTF-8"))
    return text


def _slug(text: str) -> str:
    return "-".join(text.casefold().replace(",", " ").replace("_", " ").replace("-", " ").split())


def _word(name: str, text: str, words: type[Word]) -> Word:
    """Find a word by its name, or as it stands on the page Log a run: bike, Ride."""
    asked = _slug(text)
    for word in words:
        if asked in {word.value, _slug(in_words(cast("Choosable", word)))}:
            return word
    choices = [str(word.value) for word in words]
    raise expected(name, text, _one_of(near(text, choices), choices))


def _parts(text: str) -> Sequence[str]:
    """Part a list at its commas, but leave the words of a site whole: "Calf, left"."""
    return [text] if _known_site(text) else [part for part in text.split(",") if part.strip()]


def _known_site(text: str) -> str | None:
    asked = _slug(text)
    return next((one.name for one in ALL_SITES if asked in {one.name, _slug(one.words)}), None)


def _site(text: str) -> str:
    known = _known_site(text)
    if known is not None:
        return known
    names = [site.name for site in ALL_SITES]
    asked = _slug(text)
    holding = [name for name in names if asked in name]
    if 0 < len(holding) <= _MANY:
        raise expected("sites", text, " or ".join(holding))
    raise expected("sites", text, _one_of(near(text, names), names))


def _one_of(guess: str | None, choices: Sequence[str]) -> str:
    there_are = ", ".join(choices)
    if guess is None:
        return tr("one of {choices}", choices=there_are)
    return tr("one of {choices} (did you mean {guess}?)", choices=there_are, guess=guess)
