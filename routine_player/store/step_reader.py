"""Reads the steps of a routine: rests, repeats, and exercises with their dose."""

from dataclasses import dataclass
from pathlib import Path

from routine_player.core.choices import ExerciseSides, Sides
from routine_player.core.language import tr
from routine_player.core.routine import (
    Exercise,
    Item,
    Repeat,
    Rest,
    Step,
)
from routine_player.store.declaration import REPEAT, REST, STEP
from routine_player.store.dose import read_sets
from routine_player.store.exercise_names import ExerciseNames, slugified
from routine_player.store.field_readers import Alternative
from routine_player.store.fields import Given, reader_of
from routine_player.store.findings import Findings
from routine_player.store.image_file import ImageRefusedError, checked_image
from routine_player.store.values import shown
from routine_player.store.yaml_events import Mapping

_STEP = reader_of(STEP)
_REST = reader_of(REST)
_REPEAT = reader_of(REPEAT)

_DEFAULT_SIDES = {
    ExerciseSides.NONE: Sides.NONE,
    ExerciseSides.PAIR: Sides.BOTH,
    ExerciseSides.ALTERNATE: Sides.BOTH,
}


@dataclass(frozen=True, slots=True)
class StepReader:
    """Reads the steps of the file at `path`."""

    path: Path
    names: ExerciseNames
    findings: Findings
    default_rest_s: float

    def items(self, nodes: tuple[Mapping, ...]) -> tuple[Item, ...]:
        """Read steps in order, leaving out those that are wrong and told of."""
        items = (self._item(node) for node in nodes)
        return tuple(item for item in items if item is not None)

    def _item(self, node: Mapping) -> Item | None:
        keys = node.entries
        if "exercise" in keys or "name" in keys:
            return self._step(node)
        if "repeat" in keys or "steps" in keys:
            return self._repeat(node)
        if "rest" in keys:
            return self._rest(node)
        return self._step(node)

    def _rest(self, node: Mapping) -> Rest | None:
        rest_s: float | None = _REST.read(node, self.findings).get("rest")
        return None if rest_s is None else Rest(rest_s, node.line)

    def _repeat(self, node: Mapping) -> Repeat | None:
        given = _REPEAT.read(node, self.findings)
        inner: tuple[Mapping, ...] = given.get("steps") or ()
        items = self.items(inner)
        times: int | None = given.get("repeat")
        if times is None:
            return None
        return Repeat(times, items, given.get("rest") or 0.0, node.line)

    def _step(self, node: Mapping) -> Step | None:
        given = _STEP.read(node, self.findings)
        exercise = self._exercise(given)
        if exercise is None:
            # The dose can be looked at all the same, so that all problems are told at once.
            read_sets(given, Exercise("", ""), self.findings)
            return None
        sets = read_sets(given, exercise, self.findings)
        sides = self._sides(given, exercise)
        instead = self._instead(given, exercise) if given.has("instead") else ()
        if sets is None:
            return None
        values = given.values
        rest_s: float | None = values.get("rest")
        return Step(
            exercise=exercise,
            sets=sets,
            sides=sides,
            prepare_s=values.get("prepare"),
            rest_s=self.default_rest_s if rest_s is None else rest_s,
            self_paced="pace" in values,
            optional=values.get("optional", False),
            own_name=values.get("name"),
            image=self._image(given) if "image" in values else None,
            say=values.get("say"),
            cue=values.get("cue"),
            note=values.get("note"),
            instead=instead,
            line=node.line,
        )

    def _exercise(self, given: Given) -> Exercise | None:
        slug: str | None = given.get("exercise")
        name: str | None = given.get("name")
        if slug is None:
            if name is not None and not given.has_or_meant("exercise"):
                return Exercise("", name)
            if not given.has_or_meant("exercise") and not given.has_or_meant("name"):
                text = tr("This step needs the key `exercise`, or a `name` of its own.")
                self.findings.error(given.node.start, text)
            return None
        exercise = self.names.find(slug)
        if exercise is not None:
            return exercise
        if name is None:
            self._tell_missing(given, slug)
            return None
        meant = self.names.meant_surely(slug)
        if meant is not None:
            text = tr("`{slug}` is not in the library and plays as its name alone.", slug=slug)
            self.findings.hint(given.start("exercise"), text, meant)
        return Exercise("", name)

    def _tell_missing(self, given: Given, slug: str) -> None:
        meant = None if self.findings.is_full else self.names.meant(slug)
        text = tr("There is no exercise `{slug}`.", slug=shown(slug))
        if meant is None:
            text = tr("{text} Give the step a `name` to make one up.", text=text)
        self.findings.error(given.start("exercise"), text, meant)

    def _sides(self, given: Given, exercise: Exercise) -> Sides:
        written: Sides | None = given.get("sides")
        if given.has("sides") and exercise.slug and exercise.sides is ExerciseSides.NONE:
            text = tr("`sides`: {name} has no sides. Leave it out.", name=exercise.name)
            self.findings.error(given.key_start("sides"), text)
        counted = given.has_or_meant("reps")
        if written is Sides.ALTERNATE and not counted:
            text = tr("`sides`: `alternate` changes sides every rep, so it needs `reps`.")
            self.findings.error(given.start("sides"), text)
        if written is not None:
            return written
        if counted and exercise.sides is ExerciseSides.ALTERNATE:
            return Sides.ALTERNATE
        return _DEFAULT_SIDES[exercise.sides]

    def _instead(self, given: Given, exercise: Exercise) -> tuple[tuple[str, str], ...]:
        alternatives: tuple[Alternative, ...] = given.get("instead") or ()
        for one in alternatives:
            if self.names.find(one.slug) is None:
                text = tr("There is no exercise `{slug}`.", slug=shown(one.slug))
                self.findings.error(one.slug_start, text, self.names.meant(one.slug))
            self._check_reason(one, exercise)
        return tuple((one.reason, one.slug) for one in alternatives)

    def _check_reason(self, one: Alternative, exercise: Exercise) -> None:
        reasons = {"hurts", *(f"no-{slugified(thing)}" for thing in exercise.equipment)}
        if one.reason in reasons or not exercise.slug:
            return
        text = tr(
            "`{reason}` never comes true: {name} does not need that.",
            reason=one.reason,
            name=exercise.name,
        )
        self.findings.warning(one.reason_start, text)

    def _image(self, given: Given) -> str | None:
        # Links are followed, so that pictures are looked for beside the file itself.
        folder = self.path.resolve().parent
        try:
            return str(checked_image(folder, given.get("image")))
        except ImageRefusedError as refused:
            text = tr("`image`: {why}. The step plays without it.", why=refused)
            self.findings.warning(given.start("image"), text)
            return None
