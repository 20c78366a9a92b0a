"""Reads which parts of the body touch what, and which reach where."""

import re
from dataclasses import dataclass

from routine_player.core.language import tr
from routine_player.figure.authored import Contact, Reach
from routine_player.store.findings import Findings
from routine_player.store.pose_names import CONTACT_NAMES, LANDMARK_NAMES, TOUCHABLE
from routine_player.store.pose_text import (
    Phrase,
    Unknown,
    entries_in,
    number,
    phrases_in,
    place_of,
    tell_expected,
    tell_unknown,
)
from routine_player.store.values import shown
from routine_player.store.yaml_events import Mapping, Node, Scalar, Sequence

_GAP = re.compile(r"(.*) gap ([^ ]*)")
_GAPS = (0.0, 10.0)
_FARTHEST_M = 4.0


@dataclass(frozen=True, slots=True)
class Touched:
    """A surface and the parts on it; `start` is where the surface is named."""

    surface: str
    start: int
    contacts: tuple[Contact, ...]


def read_contacts(name: str, example: str, node: Node, findings: Findings) -> tuple[Touched, ...]:
    """Read what touches what. `none` in place of it all means that nothing does."""
    touched: list[Touched] = []
    for entry in entries_in(name, example, node, findings):
        if entry.key.text not in TOUCHABLE:
            told = tr("Nothing can touch `{surface}`.", surface=shown(entry.key.text))
            unknown = Unknown(told, entry.key.text, entry.key.start)
            tell_unknown(unknown, lambda: TOUCHABLE, TOUCHABLE, findings)
            continue
        contacts = [
            Contact(entry.key.text, part, place_of(phrase.start, findings))
            for phrase in entry.phrases
            for part in CONTACT_NAMES.find(phrase, findings)
        ]
        touched.append(Touched(entry.key.text, entry.key.start, tuple(contacts)))
    return tuple(touched)


def read_parts(name: str, example: str, node: Node, findings: Findings) -> tuple[str, ...]:
    """Read parts of the body that can touch something."""
    phrases = phrases_in(name, example, node, findings) or []
    return tuple(part for phrase in phrases for part in CONTACT_NAMES.find(phrase, findings))


def read_reaches(name: str, example: str, node: Node, findings: Findings) -> tuple[Reach, ...]:
    """Read what is brought where."""
    if not isinstance(node, Mapping):
        tell_expected(name, example, node.start, findings)
        return ()
    reaches: list[Reach] = []
    for key, (start, value) in node.entries.items():
        landmarks = LANDMARK_NAMES.find(Phrase(key, start), findings)
        if not landmarks:
            continue
        if isinstance(value, Sequence):
            reaches += _to_point(landmarks, key, value, findings)
        else:
            reaches += _to_landmark(landmarks, key, value, findings)
    return tuple(reaches)


def _to_point(
    landmarks: tuple[str, ...], key: str, node: Sequence, findings: Findings
) -> list[Reach]:
    if len(landmarks) != 1:
        text = tr("`{key}`: two sides cannot be at one point. Name one side.", key=key)
        findings.error(node.start, text)
        return []
    texts = [item.text if isinstance(item, Scalar) else "" for item in node.items]
    metres = [
        value for value in map(number, texts) if value is not None and abs(value) <= _FARTHEST_M
    ]
    if len(metres) != 3 or len(texts) != 3:  # noqa: PLR2004 - a point has three coordinates
        text = tr(
            "`{key}`: expected three numbers of at most {most:g} metres such as"
            " `[0.36, 0.52, 1.12]`: forward, to the left, up.",
            key=key,
            most=_FARTHEST_M,
        )
        findings.error(node.start, text)
        return []
    forward, left, up = metres
    return [Reach(landmarks[0], (forward, left, up), place=place_of(node.start, findings))]


def _to_landmark(
    landmarks: tuple[str, ...], key: str, node: Node, findings: Findings
) -> list[Reach]:
    phrases = phrases_in(key, "right instep gap 1.2", node, findings) or []
    if len(phrases) != 1:
        if phrases:
            tell_expected(key, "right instep gap 1.2", phrases[1].start, findings)
        return []
    phrase, gap = _parted(phrases[0], key, findings)
    if gap is None:
        return []
    targets = LANDMARK_NAMES.find(phrase, findings)
    if len(targets) > len(landmarks):
        text = tr("`{key}`: one part cannot reach both sides. Name one.", key=key)
        findings.error(phrase.start, text)
        return []
    if len(targets) == 1:
        targets = tuple(targets[0] for _ in landmarks)
    place = place_of(phrase.start, findings)
    pairs = zip(landmarks, targets, strict=False)  # no targets after a word that is unknown
    return [Reach(landmark, target, gap, place) for landmark, target in pairs]


def _parted(phrase: Phrase, key: str, findings: Findings) -> tuple[Phrase, float | None]:
    """Part `right instep gap 1.2`; the gap is None after it has told what is wrong."""
    match = _GAP.fullmatch(phrase.text)
    if match is None:
        return phrase, 1.0
    gap = number(match[2])
    if gap is None or not _GAPS[0] <= gap <= _GAPS[1]:
        text = tr(
            "`{key}`: expected a gap from {least:g} to {most:g}, not `{text}`.",
            key=key,
            least=_GAPS[0],
            most=_GAPS[1],
            text=shown(match[2]),
        )
        findings.error(phrase.start, text)
        return phrase, None
    return Phrase(match[1], phrase.start), gap
