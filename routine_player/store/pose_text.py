"""Lists of phrases as people write them in poses: `flexion 84 loose, abduction 12`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from routine_player.core.language import tr
from routine_player.figure.authored import Place
from routine_player.store.findings import Findings
from routine_player.store.values import near, shown
from routine_player.store.yaml_events import Mapping, Node, Scalar, Sequence

_NUMBER = re.compile(r"[-+]?[0-9]{1,4}(?:\.[0-9]{1,4})?")
_LISTED = 40  # names that a message repeats


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words, and the character of the file at which they start."""

    text: str
    start: int


@dataclass(slots=True)
class Entry:
    """A key with the phrases of its value."""

    key: Phrase
    phrases: list[Phrase]


def number(text: str) -> float | None:
    """Read a number such as `-12.5`; None for all else, infinity and the like too."""
    return float(text) if _NUMBER.fullmatch(text) else None


def place_of(start: int, findings: Findings) -> Place:
    """Give the place of a character as the figure's values keep it."""
    return Place(*findings.place(start))


def phrases_in(name: str, example: str, node: Node, findings: Findings) -> list[Phrase] | None:
    """Read a list of phrases, or one text with commas between them; None where it is neither."""
    items = node.items if isinstance(node, Sequence) else [node]
    found: list[Phrase] = []
    for item in items:
        if not isinstance(item, Scalar):
            tell_expected(name, example, item.start, findings)
            return None
        found += _split(item)
    if found:
        return found
    tell_expected(name, example, node.start, findings)
    return None


def entries_in(name: str, example: str, node: Node, findings: Findings) -> list[Entry]:
    """Read keys, each with a list of phrases.

    In braces a comma ends a value, so that YAML makes of `{floor: left foot, sacrum}` a second key
    that has no value. Nobody means it so: such a word goes on with the list before it.
    """
    if not isinstance(node, Mapping):
        tell_expected(name, example, node.start, findings)
        return []
    entries: list[Entry] = []
    for key, (start, value) in node.entries.items():
        said = Phrase(key, start)
        if entries and _has_no_colon(key, start, value):
            entries[-1].phrases.append(said)
        else:
            phrases = phrases_in(shown(key), _value_of(example), value, findings)
            entries.append(Entry(said, phrases or []))
    return entries


def _has_no_colon(key: str, start: int, value: Node) -> bool:
    """Tell whether a key ends where its empty value is."""
    return isinstance(value, Scalar) and not value.text and value.start - start <= len(key)


def _value_of(example: str) -> str:
    """Take the value of the first key out of an example such as `{floor: left foot}`."""
    return example.strip("{}").partition(": ")[2].partition(",")[0]


def _split(node: Scalar) -> list[Phrase]:
    """Part a text at its commas; of text with escapes in it only the start is known."""
    lead = _lead(node)
    phrases: list[Phrase] = []
    at = 0
    for piece in node.text.split(","):
        text = " ".join(piece.split())
        if text:
            indent = len(piece) - len(piece.lstrip())
            start = node.start if lead is None else node.start + lead + at + indent
            phrases.append(Phrase(text, start))
        at += len(piece) + 1
    return phrases


def _lead(node: Scalar) -> int | None:
    """Count the characters before the text of a scalar that stands as it was typed."""
    more = node.end - node.start - len(node.text)
    return {0: 0, 2: 1}.get(more)  # bare, or in quotes


def tell_expected(name: str, example: str, start: int, findings: Findings) -> None:
    """Tell that a value is not of the form of `example`."""
    text = tr("`{name}`: expected a value such as `{example}`.", name=name, example=example)
    findings.error(start, text)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that means nothing, and those that would: `told` says so, without the list."""

    told: str
    word: str
    start: int


def tell_unknown(
    unknown: Unknown, listed: Callable[[], Iterable[str]], meant: Iterable[str], findings: Findings
) -> None:
    """Tell of an unknown word: what was meant where that is clear, else what there is."""
    if findings.is_full:
        findings.error(unknown.start, "")
        return
    suggestion = near(unknown.word, meant)
    text = unknown.told
    if suggestion is None:
        text = tr(
            "{text} There are: {names}.", text=text, names=", ".join(list(listed())[:_LISTED])
        )
    findings.error(unknown.start, text, suggestion)
