"""Reads the angles of a pose: joints with their motions, shapes of hands, the lean of the body."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from routine_player.core.language import tr
from routine_player.figure.authored import AuthoredAngle, BodyTurn, Firmness
from routine_player.figure.vocabulary import (
    BODY,
    BODY_TURNS,
    HAND,
    HAND_SHAPES,
    JOINT_SYNONYMS,
    JOINTS,
    NEUTRAL,
    Joint,
    both_sides,
    parts_named,
    plural_of,
)
from routine_player.store.findings import Findings
from routine_player.store.pose_text import (
    Entry,
    Phrase,
    Unknown,
    entries_in,
    number,
    place_of,
    tell_unknown,
)
from routine_player.store.values import shown
from routine_player.store.yaml_events import Node

_SIDED = (*(name for name, joint in JOINTS.items() if joint.plural), HAND, "shoulder blade")
_MIDLINE = (
    *(name for name, joint in JOINTS.items() if not joint.plural),
    "lower back",
    "upper back",
)
_MOST_TURN = 180.0


@dataclass(frozen=True, slots=True)
class Angles:
    """What a `pose:` says: each parameter once, and how the body leans, None where it is silent."""

    angles: tuple[AuthoredAngle, ...] = ()
    body: BodyTurn | None = None


def read_angles(name: str, example: str, node: Node, findings: Findings) -> Angles:
    """Read the angles of a pose; what is wrong is told and left out."""
    said = _Said(findings)
    body: BodyTurn | None = None
    for entry in entries_in(name, example, node, findings):
        if entry.key.text == BODY:
            body = _turn(entry, findings)
        else:
            said.add(entry)
    return Angles(said.angles(), body)


class _Said:
    """Gathers angles; what is said of one side or one finger wins over what is said of both."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._ranked: dict[str, tuple[int, AuthoredAngle]] = {}

    def angles(self) -> tuple[AuthoredAngle, ...]:
        return tuple(angle for _, angle in self._ranked.values())

    def add(self, entry: Entry) -> None:
        """Take in all that an entry says of the joints it names."""
        parts = parts_named(entry.key.text, _SIDED, _MIDLINE)
        if not parts:
            _tell_unknown_joint(entry.key, self._findings)
            return
        name = parts[0].removeprefix("left ").removeprefix("right ")
        sides = [part.removesuffix(name).replace(" ", "_") for part in parts]
        rank = 2 * _detail(name) + (len(parts) == 1)
        for phrase in entry.phrases:
            for angle in _angles(name, entry.key.text, phrase, self._findings):
                for side in sides:
                    sided = replace(angle, parameter=side + angle.parameter)
                    self._put(rank, entry.key.text, phrase, sided)

    def _put(self, rank: int, key: str, phrase: Phrase, angle: AuthoredAngle) -> None:
        before = self._ranked.get(angle.parameter)
        if before is not None and before[0] == rank:
            text = tr(
                "`{key}`: `{phrase}` says again how far it goes.", key=key, phrase=phrase.text
            )
            self._findings.error(phrase.start, text)
        elif before is None or before[0] < rank:
            self._ranked[angle.parameter] = (rank, angle)


def _detail(name: str) -> int:
    """Rank words that mean the same fingers: a whole hand least, one finger most."""
    return {HAND: 0, "index finger": 2}.get(name, 1)


def _tell_unknown_joint(key: Phrase, findings: Findings) -> None:
    if key.text in _SIDED:
        left, right = both_sides(key.text)
        text = tr(
            "`{key}`: which one? Expected `{left}`, `{right}` or `{both}`.",
            key=key.text,
            left=left,
            right=right,
            both=plural_of(key.text),
        )
        findings.error(key.start, text)
        return
    told = tr("There is no joint `{key}`.", key=shown(key.text))
    unknown = Unknown(told, key.text, key.start)
    tell_unknown(unknown, lambda: (*JOINTS, HAND, BODY), _joint_words(), findings)


def _joint_words() -> Iterator[str]:
    yield from _MIDLINE
    yield BODY
    for name in _SIDED:
        yield plural_of(name)
        yield from both_sides(name)


def _angles(name: str, key: str, phrase: Phrase, findings: Findings) -> Iterator[AuthoredAngle]:
    """Read what a phrase says of a hand or a joint: angles by motion, still without a side."""
    if name == HAND:
        return _hand(key, phrase, findings)
    return _joint(JOINTS[JOINT_SYNONYMS.get(name, name)], key, phrase, findings)


def _joint(joint: Joint, key: str, phrase: Phrase, findings: Findings) -> Iterator[AuthoredAngle]:
    """Read `flexion 84 loose` or `neutral`."""
    words, firmness = _firmness(phrase.text)
    place = place_of(phrase.start, findings)
    if words == NEUTRAL:
        for parameter in joint.parameters:
            yield AuthoredAngle(parameter, 0.0, firmness, place)
        return
    degrees = _degrees(joint, key, Phrase(words, phrase.start), findings)
    if degrees is None:
        return
    motion = joint.motions[words.rpartition(" ")[0]]
    for parameter in motion.parameters:
        yield AuthoredAngle(parameter, motion.sign * degrees, firmness, place)


def _degrees(joint: Joint, key: str, phrase: Phrase, findings: Findings) -> float | None:
    """Read the number after the motion; None after it has told what is wrong."""
    word, _, last = phrase.text.rpartition(" ")
    degrees = number(last)
    if degrees is None or not word:
        text = tr(
            "`{key}`: expected a motion and degrees such as `{motion} 20`, not `{phrase}`.",
            key=key,
            motion=word if word in joint.motions else next(iter(joint.motions)),
            phrase=shown(phrase.text),
        )
        findings.error(phrase.start, text)
        return None
    if word not in joint.motions:
        told = tr("`{key}`: it has no motion `{word}`.", key=key, word=shown(word))
        unknown = Unknown(told, word, phrase.start)
        tell_unknown(unknown, lambda: (*joint.motions, NEUTRAL), joint.motions, findings)
        return None
    least, most = joint.motions[word].limits()
    if least <= degrees <= most:
        return degrees
    limit = tr("at most {most:g}", most=most)
    if degrees < least:
        limit = tr("at least {least:g}", least=least)
    text = tr(
        "`{key}`: {motion} is {limit} degrees, not {degrees:g}.",
        key=key,
        motion=word,
        limit=limit,
        degrees=degrees,
    )
    findings.error(phrase.start, text)
    return None


def _firmness(text: str) -> tuple[str, Firmness]:
    """Part `flexion 84 loose` into what is said and how firmly."""
    before, _, last = text.rpartition(" ")
    for firmness in (Firmness.LOOSE, Firmness.FIRM):
        if last == firmness.value:
            return before, firmness
    return text, Firmness.NORMAL


def _hand(key: str, phrase: Phrase, findings: Findings) -> Iterator[AuthoredAngle]:
    """Read the shape of a hand."""
    shape = HAND_SHAPES.get(phrase.text)
    if shape is None:
        told = tr("`{key}`: no hand can be `{word}`.", key=key, word=shown(phrase.text))
        unknown = Unknown(told, phrase.text, phrase.start)
        tell_unknown(unknown, lambda: HAND_SHAPES, HAND_SHAPES, findings)
        return
    place = place_of(phrase.start, findings)
    for parameter, degrees in shape.items():
        yield AuthoredAngle(parameter, degrees, Firmness.NORMAL, place)


def _turn(entry: Entry, findings: Findings) -> BodyTurn:
    """Read how the body leans."""
    body = BodyTurn()
    said: set[str] = set()
    for phrase in entry.phrases:
        if phrase.text == NEUTRAL:
            continue
        words, _, last = phrase.text.rpartition(" ")
        degrees, turn = number(last), BODY_TURNS.get(words)
        if turn is None or degrees is None or abs(degrees) > _MOST_TURN:
            told = tr(
                "`body`: expected a lean and at most {most:g} degrees such as `pitch forward 20`,"
                " not `{phrase}`.",
                most=_MOST_TURN,
                phrase=shown(phrase.text),
            )
            unknown = Unknown(told, words, phrase.start)
            tell_unknown(unknown, lambda: BODY_TURNS, () if turn else BODY_TURNS, findings)
        elif turn[0] in said:
            text = tr("`body`: `{phrase}` says again how far it goes.", phrase=phrase.text)
            findings.error(phrase.start, text)
        else:
            said.add(turn[0])
            body = replace(body, **{turn[0]: turn[1] * degrees})
    return body
