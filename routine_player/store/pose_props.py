"""Reads what stands round a pose: props with their options, target muscles, the camera."""

from typing import Any

from routine_player.core.language import tr
from routine_player.figure.authored import CameraAngle, Prop
from routine_player.figure.muscles import MUSCLES
from routine_player.figure.props.kinds import PROP_KINDS, OptionKind, PropKind, PropOption
from routine_player.figure.skeleton import SIDES
from routine_player.figure.views import VIEWS
from routine_player.store.findings import Findings
from routine_player.store.pose_text import (
    Phrase,
    Unknown,
    number,
    phrases_in,
    place_of,
    tell_expected,
    tell_unknown,
)
from routine_player.store.values import near, shown
from routine_player.store.yaml_events import Mapping, Node, Scalar, Sequence

MOST_AZIMUTH = 360.0
ELEVATIONS = (-30.0, 80.0)

_OTHER_VIEWS = {"far side": "left side", "three-quarter back": "back three-quarter"}
"""What people call views that have another name."""

Options = tuple[tuple[str, str | float], ...]


def read_props(name: str, example: str, node: Node, findings: Findings) -> tuple[Prop, ...] | None:
    """Read a list of props, each a name or a name with options; None where one is unknown."""
    props: dict[str, Prop] = {}
    all_known = True
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        for kind, start, value in _named(name, example, item, findings):
            if kind in props:
                findings.error(start, tr("`{kind}` stands here a second time.", kind=shown(kind)))
            elif kind in PROP_KINDS:
                options = _options(PROP_KINDS[kind], value, findings)
                props[kind] = Prop(kind, options, place_of(start, findings))
            else:
                all_known = False
                told = tr("There is no prop `{kind}`.", kind=shown(kind))
                tell_unknown(Unknown(told, kind, start), lambda: PROP_KINDS, PROP_KINDS, findings)
    return tuple(props.values()) if all_known else None


def _named(
    name: str, example: str, item: Node, findings: Findings
) -> list[tuple[str, int, Node | None]]:
    """Give name, place and options of the props of one item of the list."""
    if isinstance(item, Mapping):
        return [(kind, start, value) for kind, (start, value) in item.entries.items()]
    if isinstance(item, Scalar):
        phrases = phrases_in(name, example, item, findings) or []
        return [(phrase.text, phrase.start, None) for phrase in phrases]
    tell_expected(name, example, item.start, findings)
    return []


def _options(kind: PropKind, node: Node | None, findings: Findings) -> Options:
    """Read the options of a prop, sorted by name."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return ()
    if isinstance(node, Scalar) and kind.short is not None:
        return _option(kind, Phrase(kind.short, node.start), node, findings)
    if not isinstance(node, Mapping):
        names = ", ".join(option.name for option in kind.options)
        text = tr("`{kind}`: expected options in braces: {names}.", kind=kind.name, names=names)
        findings.error(node.start, text)
        return ()
    options: list[tuple[str, str | float]] = []
    for key, (start, value) in node.entries.items():
        options += _option(kind, Phrase(key, start), value, findings)
    return tuple(sorted(options))


def _option(kind: PropKind, said: Phrase, node: Node, findings: Findings) -> Options:
    """Read one option; nothing after it has told what is wrong."""
    option = kind.option(said.text)
    if option is None:
        told = tr("`{kind}`: it has no option `{option}`.", kind=kind.name, option=shown(said.text))
        names = [one.name for one in kind.options]
        tell_unknown(Unknown(told, said.text, said.start), lambda: names, names, findings)
        return ()
    text = node.text if isinstance(node, Scalar) else ""
    value = _metres(option, text) if option.kind is OptionKind.LENGTH else _word(option, text)
    if value is None:
        _tell_value(option, text, node.start, findings)
        return ()
    return ((option.name, value),)


def _metres(option: PropOption, text: str) -> float | None:
    value = number(text)
    return value if value is not None and option.least <= value <= option.most else None


def _word(option: PropOption, text: str) -> str | None:
    return text if text in option.choices else None


def _tell_value(option: PropOption, text: str, start: int, findings: Findings) -> None:
    if option.kind is OptionKind.LENGTH:
        expected = tr(
            "{least:g} to {most:g} metres, such as `{default}`",
            least=option.least,
            most=option.most,
            default=option.default,
        )
    else:
        expected = tr("one of {words}", words=", ".join(option.choices))
    told = tr(
        "`{option}`: expected {expected}, not `{text}`.",
        option=option.name,
        expected=expected,
        text=shown(text),
    )
    findings.error(start, told, near(text, option.choices))


def read_targets(name: str, example: str, node: Node, findings: Findings) -> tuple[str, ...]:
    """Read names of muscles, with or without a side."""
    targets: dict[str, None] = {}
    for phrase in phrases_in(name, example, node, findings) or []:
        side, space, rest = phrase.text.partition(" ")
        muscle = rest if space and side in SIDES else phrase.text
        if muscle in MUSCLES:
            targets[phrase.text] = None
        else:
            told = tr("There is no muscle `{muscle}`.", muscle=shown(muscle))
            tell_unknown(
                Unknown(told, muscle, phrase.start), lambda: sorted(MUSCLES), MUSCLES, findings
            )
    return tuple(targets)


def read_camera(name: str, example: str, node: Node, findings: Findings) -> CameraAngle | None:
    """Read a view, an azimuth, or both angles in braces."""
    if isinstance(node, Mapping):
        return _both_angles(name, node, findings)
    if not isinstance(node, Scalar) or not node.text:
        tell_expected(name, example, node.start, findings)
        return None
    azimuth = _azimuth(node, findings)
    return None if azimuth is None else CameraAngle(azimuth)


def _both_angles(name: str, node: Mapping, findings: Findings) -> CameraAngle | None:
    read: dict[str, Any] = {}
    keys = ("azimuth", "elevation")
    for key, (start, value) in node.entries.items():
        if key == "azimuth":
            read[key] = _azimuth(value, findings)
        elif key == "elevation":
            read[key] = _between(key, ELEVATIONS, value, findings)
        else:
            told = tr("`{name}`: it has no key `{key}`.", name=name, key=shown(key))
            tell_unknown(Unknown(told, key, start), lambda: keys, keys, findings)
    return None if None in read.values() else CameraAngle(**read)


def _azimuth(node: Node, findings: Findings) -> float | None:
    text = node.text if isinstance(node, Scalar) else ""
    view = _OTHER_VIEWS.get(text, text)
    if view in VIEWS:
        return VIEWS[view]
    if number(text) is not None:
        return _between("camera", (-MOST_AZIMUTH, MOST_AZIMUTH), node, findings)
    told = tr("There is no view `{text}`; degrees can stand here too.", text=shown(text))
    tell_unknown(Unknown(told, text, node.start), lambda: VIEWS, VIEWS, findings)
    return None


def _between(name: str, span: tuple[float, float], node: Node, findings: Findings) -> float | None:
    text = node.text if isinstance(node, Scalar) else ""
    value = number(text)
    if value is not None and span[0] <= value <= span[1]:
        return value
    told = tr(
        "`{name}`: expected degrees from {least:g} to {most:g}, not `{text}`.",
        name=name,
        least=span[0],
        most=span[1],
        text=shown(text),
    )
    findings.error(node.start, told)
    return None
