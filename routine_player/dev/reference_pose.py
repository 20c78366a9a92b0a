"""The part of the reference page that tells the words of poses."""

from collections.abc import Iterable, Iterator

from routine_player.dev.reference_words import listed
from routine_player.figure.muscles import MUSCLES
from routine_player.figure.postures import POSTURES
from routine_player.figure.props.kinds import PROP_KINDS, OptionKind, PropKind, PropOption
from routine_player.figure.views import VIEWS
from routine_player.figure.vocabulary import (
    BODY_TURNS,
    HAND_SHAPES,
    JOINT_SYNONYMS,
    JOINTS,
    Joint,
)
from routine_player.store.pose_names import CONTACT_NAMES, LANDMARK_NAMES, TOUCHABLE

_INTRO = """\
### Words of poses

```yaml
pose:
  position: quadruped
  props: [mat]
  targets: [right gluteus maximus, erector spinae]
  camera: side
  keyframes:
    - {name: start, hold: 0.4}
    - name: reach
      move: 1.4
      hold: 2
      pose: {right hip: extension 4, right knee: flexion 4, left shoulder: flexion 172}
      contacts: {floor: right hand, left knee, left instep}
```

- An angle is a motion and degrees, several with commas between them: `flexion 84 loose,
  abduction 12`. `neutral` sets all motions of a joint to 0. Where an angle and a contact pull
  apart, `loose` gives way and `firm` holds on.
- `right hip` is one side, `hips` are both. What is said of one side wins over what is said of
  both.
- A part that touches the same surface in two keyframes stays where it is, unless `slide` names it.
- The figure faces x, its left is y, and z points up; the floor is at 0.
"""


def words_of_poses() -> str:
    """Return the section, with every word that there is."""
    return "\n".join([_INTRO, *_joints(), *_lists(), *_props()])


def _joints() -> Iterator[str]:
    yield "| Joint | Both sides | Motions, in degrees |"
    yield "|---|---|---|"
    for joint in JOINTS.values():
        plural = f"`{joint.plural}`" if joint.plural else ""
        yield f"| `{joint.name}` | {plural} | {_motions(joint)} |"
    yield ""
    same = ", ".join(f"`{word}` is `{name}`" for word, name in JOINT_SYNONYMS.items())
    yield f"{same[0].upper()}{same[1:]}.\n"


def _motions(joint: Joint) -> str:
    """Say how far each motion goes; the other way of the same turn is its negative."""
    told = (f"`{name}` up to {motion.limits()[1]:g}" for name, motion in joint.motions.items())
    return ", ".join(told)


def _lists() -> Iterator[str]:
    yield f"- **Hands** (`right hand: grip`): {listed(HAND_SHAPES)}."
    yield f"- **Body** (`body: pitch forward 20`): {listed(BODY_TURNS)}, each with degrees."
    yield f"- **Postures**: {listed(POSTURES)}."
    yield f"- **Surfaces** that can be touched: {listed(TOUCHABLE)}; a prop has to be in `props`."
    yield f"- **Contacts** with a side: {listed(sorted(CONTACT_NAMES.sided))};"
    yield f"  without: {listed(sorted(CONTACT_NAMES.midline))}."
    yield f"- **Landmarks** with a side: {listed(sorted(LANDMARK_NAMES.sided))};"
    yield f"  without: {listed(sorted(LANDMARK_NAMES.midline))}."
    yield f"- **Muscles**: {listed(sorted(MUSCLES))}."
    views = ", ".join(f"`{name}` ({azimuth:g})" for name, azimuth in VIEWS.items())
    yield f"- **Views** and their azimuths: {views}.\n"


def _props() -> Iterator[str]:
    yield "| Prop | What it is | Options |"
    yield "|---|---|---|"
    for kind in PROP_KINDS.values():
        yield f"| `{kind.name}` | {kind.meaning} | {_options(kind)} |"
    yield ""


def _options(kind: PropKind) -> str:
    return "<br>".join(_option(option, kind.short) for option in kind.options)


def _option(option: PropOption, short: str | None) -> str:
    if option.kind is OptionKind.LENGTH:
        values = f"{option.least:g} to {option.most:g}, else {option.default:g}"
    else:
        values = _choices(option.choices)
    alone = " May stand alone." if option.name == short else ""
    return f"`{option.name}` ({values}): {option.meaning}{alone}"


def _choices(words: Iterable[str]) -> str:
    return " or ".join(f"`{word}`" for word in words)
