import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.dev import reference
from routine_player.dev.json_schema import DURATION, TEMPO
from routine_player.figure.muscles import MUSCLES
from routine_player.figure.postures import POSTURES
from routine_player.figure.props.kinds import PROP_KINDS
from routine_player.figure.views import VIEWS
from routine_player.figure.vocabulary import BODY_TURNS, HAND_SHAPES, JOINTS
from routine_player.store.declaration import DEFAULTS, DOSE, EXERCISE, REPEAT, REST, ROUTINE, STEP
from routine_player.store.kinds import (
    Apart,
    Duration,
    Field,
    Group,
    Keyframes,
    Shape,
    StepList,
    TempoText,
)
from routine_player.store.pose_declaration import KEYFRAME, POSE, SETUP
from routine_player.store.pose_names import CONTACT_NAMES, LANDMARK_NAMES
from routine_player.store.values import NotUnderstoodError, duration_s, tempo

SHAPES = (ROUTINE, DEFAULTS, STEP, REST, REPEAT, EXERCISE, DOSE, POSE, KEYFRAME, SETUP)
FIELDS = [(shape, field) for shape in SHAPES for field in shape.fields]


def test_the_committed_files_are_up_to_date() -> None:
    assert reference.main(["--check"]) == 0


def test_stale_files_are_named_and_written_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "assets").mkdir()
    assert reference.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out.count(" is stale. Run: ") == 3
    assert not (tmp_path / "routines" / "reference.md").exists()
    assert reference.main([], tmp_path) == 0
    assert reference.main(["--check"], tmp_path) == 0
    page = tmp_path / "routines" / "reference.md"
    page.write_text(page.read_text().replace("hold", "halt"))
    capsys.readouterr()
    assert reference.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out.startswith("routines/reference.md is stale.")


@pytest.mark.parametrize(
    ("shape", "field"), FIELDS, ids=[f"{shape.title} {field.name}" for shape, field in FIELDS]
)
def test_the_page_and_a_schema_know_every_key(shape: Shape, field: Field) -> None:
    files = reference.generated()
    assert re.search(
        rf"^\| `{field.name}` \|.*`{re.escape(field.example)}`",
        files["routines/reference.md"],
        re.MULTILINE,
    )
    schema = "exercise" if shape in {EXERCISE, DOSE, POSE, KEYFRAME, SETUP} else "routine"
    assert f'"{field.name}": {{' in files[f"assets/{schema}.schema.json"]


def test_the_schemas_point_to_what_they_define() -> None:
    schema = json.loads(reference.generated()["assets/routine.schema.json"])
    assert set(schema["definitions"]) == {"step", "rest", "repeat"}
    items = schema["properties"]["steps"]["items"]["anyOf"]
    assert [item["$ref"] for item in items] == [
        f"#/definitions/{name}" for name in ("step", "rest", "repeat")
    ]
    assert schema["required"] == ["routine", "steps"]


def test_the_schema_of_exercises_points_to_what_it_defines() -> None:
    text = reference.generated()["assets/exercise.schema.json"]
    definitions = json.loads(text)["definitions"]
    referred = set(re.findall(r'"\$ref": "#/definitions/(\w+)"', text))
    assert referred == set(definitions)


def test_the_page_tells_every_word_of_poses() -> None:
    page = reference.generated()["routines/reference.md"]
    words = (*JOINTS, *HAND_SHAPES, *BODY_TURNS, *POSTURES, *MUSCLES, *VIEWS, *PROP_KINDS)
    for word in (*words, *CONTACT_NAMES.sided, *CONTACT_NAMES.midline, *LANDMARK_NAMES.sided):
        assert f"`{word}`" in page


def test_every_choice_says_what_each_word_means() -> None:
    for shape, field in FIELDS:
        options: Any = getattr(field.kind, "options", ())
        meanings: Any = getattr(field.kind, "meanings", ())
        assert len(options) == len(meanings), (shape.title, field.name)


def test_a_slip_leads_to_a_key_and_is_none_itself() -> None:
    for shape in SHAPES:
        for slip, meant in shape.slips:
            assert meant in shape.names()
            assert slip not in shape.names()


@pytest.mark.parametrize(
    "field", [field for _, field in FIELDS if isinstance(field.kind, Duration)]
)
def test_examples_of_durations_are_durations(field: Field) -> None:
    assert duration_s(field.example) > 0


def test_examples_of_tempos_are_tempos() -> None:
    assert {tempo(field.example) for _, field in FIELDS if isinstance(field.kind, TempoText)}


def test_groups_and_lists_of_steps_have_examples_in_brackets() -> None:
    for _, field in FIELDS:
        if isinstance(field.kind, Group | Apart | StepList | Keyframes):
            assert field.example[0] + field.example[-1] in {"{}", "[]"}


WRITTEN = st.from_regex(r"\A[0-9hms:.-]{1,9}\Z") | st.sampled_from(["1:00:00", "1h2m3.5s", "2-1-2"])


@given(WRITTEN)
def test_the_schema_takes_the_durations_and_tempos_that_the_checker_takes(text: str) -> None:
    for pattern, read in ((DURATION, duration_s), (TEMPO, tempo)):
        try:
            read(text)
        except NotUnderstoodError as error:
            # What the pattern cannot tell are numbers that are too large, or nothing at all.
            is_form = not error.text.startswith("expected a ")
        else:
            is_form = True
        assert bool(re.search(pattern, text)) == is_form
