"""The pose language: what a physiotherapist writes, and what is said of every slip in it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from routine_player.core.problem import Severity
from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    BodyTurn,
    CameraAngle,
    Contact,
    Firmness,
    Keyframe,
    Place,
    Play,
    Prop,
    Reach,
)
from routine_player.figure.vocabulary import HAND_SHAPES
from routine_player.store.exercise_file import read_exercise
from routine_player.store.movement_file import MovementReading, movement_in

Read = Callable[..., MovementReading]
Told = Callable[..., list[tuple[int, int, str]]]

EXAMPLE = """\
exercise: Bird-dog
position: quadruped
pose:
  props: [mat, {bench: {height: 0.5}}, {band: ankles}]
  targets: [right gluteus maximus, erector spinae]
  camera: {azimuth: -70, elevation: 12}
  side: left
  play: loop
  slide: hands, left foot
  setup: {}
  pose: {neck: neutral, body: "pitch forward 20, roll left 5, turn left 10"}
  contacts: {floor: hands}
  keyframes:
    - {name: start, hold: 0.4}
    - name: reach
      move: 1.4
      hold: 2s
      pose: {right hip: extension 4 firm, abduction 2 loose, left hand: fist}
      contacts: {floor: right hand, left knee, bench: sacrum}
      reach: {left hand: [0.36, -0.52, 1.12], right palm: right instep gap 1.2}
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read what stands under `pose:` of an exercise on all fours, or another position."""

    def of(pose: str, position: str = "quadruped") -> MovementReading:
        lines = "".join(f"  {line}\n" for line in pose.splitlines())
        text = f"exercise: A\nposition: {position}\npose:\n{lines}"
        return movement_in(tmp_path / "a.yaml", text)

    return of


@pytest.fixture
def told(read: Read) -> Told:
    """Give line, counted from 1 below `pose:`, column and text of each problem."""

    def of(pose: str, position: str = "quadruped") -> list[tuple[int, int, str]]:
        reading = read(pose, position)
        assert reading.movement is None
        assert {problem.severity for problem in reading.problems} <= {Severity.ERROR}
        return [(one.line - 3, one.column - 2, one.text) for one in reading.problems]

    return of


def keyframe(read: Read, text: str) -> Keyframe:
    movement = read(f"props: [bench]\nkeyframes:\n- name: a\n  {text}").movement
    assert movement is not None
    return movement.keyframes[0]


def angles(read: Read, text: str) -> dict[str, float]:
    return {angle.parameter: angle.degrees for angle in keyframe(read, f"pose: {text}").angles}


def test_the_example_of_the_language_means_what_it_says(tmp_path: Path) -> None:
    reading = movement_in(tmp_path / "bird-dog.yaml", EXAMPLE)
    assert reading == MovementReading(
        AuthoredMovement(
            posture="quadruped",
            keyframes=(
                Keyframe("start", 1.2, 0.4),
                Keyframe(
                    "reach",
                    1.4,
                    2.0,
                    angles=(
                        AuthoredAngle("right_hip_flexion", -4.0, Firmness.FIRM),
                        AuthoredAngle("right_hip_abduction", 2.0, Firmness.LOOSE),
                        *(
                            AuthoredAngle(f"left_{motion}", degrees)
                            for motion, degrees in HAND_SHAPES["fist"].items()
                        ),
                    ),
                    contacts=(
                        Contact("floor", "right hand"),
                        Contact("floor", "left knee"),
                        Contact("bench", "sacrum"),
                    ),
                    reaches=(
                        Reach("left hand", (0.36, -0.52, 1.12)),
                        Reach("right palm", "right instep", 1.2),
                    ),
                ),
            ),
            angles=tuple(
                AuthoredAngle(f"neck_{motion}", 0.0)
                for motion in ("flexion", "lateral", "rotation")
            ),
            body=BodyTurn(pitch_forward=20.0, roll_right=-5.0, turn_left=10.0),
            contacts=(Contact("floor", "left hand"), Contact("floor", "right hand")),
            props=(
                Prop("mat"),
                Prop("bench", (("height", 0.5),)),
                Prop("band", (("at", "ankles"),)),
            ),
            targets=("right gluteus maximus", "erector spinae"),
            camera=CameraAngle(-70.0, 12.0),
            setup=Keyframe("setup", 1.2, 0.5),
            sliding=("left hand", "right hand", "left foot"),
            play=Play.LOOP,
            side="left",
        ),
        (),
    )


def test_a_keyframe_alone_is_enough_and_the_rest_is_left_open(read: Read) -> None:
    assert read("keyframes: [{name: still}]") == MovementReading(
        AuthoredMovement("quadruped", (Keyframe("still", 1.2, 0.5),)), ()
    )


def test_every_word_keeps_its_place_in_the_file(tmp_path: Path) -> None:
    movement = movement_in(tmp_path / "a.yaml", EXAMPLE).movement
    assert movement is not None
    reach = movement.keyframes[1]
    assert reach.place == Place(15, 7)
    assert [angle.place for angle in reach.angles[:3]] == [
        Place(18, 25),
        Place(18, 43),
        Place(18, 73),
    ]
    assert reach.contacts is not None
    assert [contact.place for contact in reach.contacts] == [
        Place(19, 25),
        Place(19, 37),
        Place(19, 55),
    ]
    assert movement.props[1].place == Place(4, 17)


def test_quotes_and_lists_say_the_same_as_bare_words(read: Read) -> None:
    expected = {"right_hip_flexion": 30.0, "right_hip_abduction": 5.0}
    for value in (
        "flexion 30, abduction 5",
        '"flexion 30, abduction 5"',
        "'flexion 30 ,  abduction  5'",
        "[flexion 30, abduction 5]",
    ):
        assert angles(read, "{right hip: " + value + "}") == expected


def test_a_place_in_quotes_is_that_of_the_word_and_not_of_the_quote(read: Read) -> None:
    quoted = keyframe(read, "pose: {right hip: 'flexion 30, abduction 5'}").angles
    assert [angle.place for angle in quoted] == [Place(7, 24), Place(7, 36)]


def test_of_text_with_escapes_the_start_is_told(told: Told) -> None:
    pose = 'keyframes: [{name: a, pose: {hips: "flexi\\u006fn 3, bend 3"}}]'
    assert [column for _, column, _ in told(pose)] == [36]


def test_plurals_mean_both_sides(read: Read) -> None:
    assert angles(read, "{knees: flexion 20}") == {
        "left_knee_flexion": 20.0,
        "right_knee_flexion": 20.0,
    }


def test_what_is_said_of_one_side_wins_wherever_it_stands(read: Read) -> None:
    expected = {"left_knee_flexion": 20.0, "right_knee_flexion": 50.0}
    assert angles(read, "{knees: flexion 20, right knee: flexion 50}") == expected
    assert angles(read, "{right knee: flexion 50, knees: flexion 20}") == expected


def test_one_finger_wins_over_the_shape_of_the_hand(read: Read) -> None:
    said = angles(read, "{right thumb: flexion 5, index fingers: flexion 1, hands: grip}")
    assert said["right_thumb_flexion"] == 5.0
    assert said["left_thumb_flexion"] == HAND_SHAPES["grip"]["thumb_flexion"]
    assert said["left_index_flexion"] == said["right_index_flexion"] == 1.0


def test_fingers_bend_together_and_neutral_is_zero_everywhere(read: Read) -> None:
    assert angles(read, "{left fingers: flexion 70, lumbar: neutral firm}") == {
        "left_finger_flexion": 70.0,
        "left_index_flexion": 70.0,
        "lumbar_flexion": 0.0,
        "lumbar_lateral": 0.0,
        "lumbar_rotation": 0.0,
    }


def test_a_joint_has_everyday_words_too(read: Read) -> None:
    assert angles(read, "{shoulder blades: retraction 10, lower back: rotation right 5}") == {
        "left_scapula_protraction": -10.0,
        "right_scapula_protraction": -10.0,
        "lumbar_rotation": -5.0,
    }


def test_a_body_may_be_told_to_lean_no_more(read: Read) -> None:
    assert keyframe(read, "pose: {body: neutral}").body == BodyTurn()
    assert keyframe(read, "pose: {}").body is None


def test_no_contacts_and_nothing_said_of_contacts_are_two_things(read: Read) -> None:
    assert keyframe(read, "contacts: {}").contacts == ()
    assert keyframe(read, "hold: 1").contacts is None
    assert keyframe(read, "reach: {}").reaches == ()
    assert keyframe(read, "hold: 1").reaches is None


def test_both_hands_can_reach_both_sides_or_one_thing(read: Read) -> None:
    reaches = keyframe(read, "reach: {palms: thighs, elbows: occiput}").reaches
    assert reaches == (
        Reach("left palm", "left thigh"),
        Reach("right palm", "right thigh"),
        Reach("left elbow", "occiput"),
        Reach("right elbow", "occiput"),
    )


@pytest.mark.parametrize(
    ("camera", "expected"),
    [
        ("front", CameraAngle(0.0)),
        ("side", CameraAngle(-90.0)),
        ("far side", CameraAngle(90.0)),
        ("-37.5", CameraAngle(-37.5)),
        ("{elevation: 30}", CameraAngle(-90.0, 30.0)),
        ("{azimuth: back, elevation: 5}", CameraAngle(180.0, 5.0)),
    ],
)
def test_a_camera_is_a_view_or_angles(read: Read, camera: str, expected: CameraAngle) -> None:
    movement = read(f"camera: {camera}\nkeyframes: [name: a]").movement
    assert movement is not None
    assert movement.camera == expected


@pytest.mark.parametrize(
    ("props", "expected"),
    [
        ("mat", (Prop("mat"),)),
        ("mat, chair", (Prop("mat"), Prop("chair"))),
        ("{wall: behind}", (Prop("wall", (("at", "behind"),)),)),
        ("[{wall: {at: left}}, {mat: }]", (Prop("wall", (("at", "left"),)), Prop("mat"))),
        ("{bench: {width: 0.3, height: 0.4}}", (Prop("bench", (("height", 0.4), ("width", 0.3))),)),
    ],
)
def test_props_are_names_with_options_or_without(
    read: Read, props: str, expected: tuple[Prop, ...]
) -> None:
    movement = read(f"props: {props}\nkeyframes: [name: a]").movement
    assert movement is not None
    assert movement.props == expected


@pytest.mark.parametrize(
    ("position", "side", "posture"),
    [
        ("supine", "right", "supine"),
        ("walking", "right", "standing"),
        ("running", "left", "standing"),
        ("side-lying", "right", "side-lying left"),
        ("side-lying", "left", "side-lying right"),
        ("half-kneeling", "right", "half-kneeling right"),
        ("half-kneeling", "left", "half-kneeling left"),
    ],
)
def test_the_posture_follows_from_the_position_and_the_side(
    read: Read, position: str, side: str, posture: str
) -> None:
    movement = read(f"side: {side}\nkeyframes: [name: a]", position).movement
    assert movement is not None
    assert movement.posture == posture


def test_a_posture_that_is_named_wins(read: Read) -> None:
    movement = read("position: prone\nkeyframes: [name: a]", "bench").movement
    assert movement is not None
    assert movement.posture == "prone"


def test_a_bench_leaves_open_how_one_lies_on_it(told: Told) -> None:
    ((line, column, text),) = told("keyframes: [name: a]", "bench")
    assert (line, column) == (1, 1)
    assert text.startswith(
        "This pose needs the key `position`: `bench` can be taken in several ways. There are: "
    )


def test_a_bad_position_of_the_exercise_is_told_with_the_exercise_alone(read: Read) -> None:
    assert read("keyframes: [name: a]", "upside-down") == MovementReading(None, ())


IN_POSE = [
    (
        "kneees: flexion 3",
        1,
        "There is no joint `kneees`. Did you mean `knees`?",
    ),
    (
        "knee: flexion 3",
        1,
        "`knee`: which one? Expected `left knee`, `right knee` or `knees`.",
    ),
    ("hand: fist", 1, "`hand`: which one? Expected `left hand`, `right hand` or `hands`."),
    (
        "knees: abduction 3",
        8,
        "`knees`: it has no motion `abduction`. There are: flexion, extension, neutral.",
    ),
    ("knees: flexoin 3", 8, "`knees`: it has no motion `flexoin`. Did you mean `flexion`?"),
    (
        "hips: flexion 30, extension 140",
        19,
        "`hips`: extension is at most 35 degrees, not 140.",
    ),
    ("knees: flexion -4", 8, "`knees`: flexion is at least 0 degrees, not -4."),
    (
        "hips: flexion",
        7,
        "`hips`: expected a motion and degrees such as `flexion 20`, not `flexion`.",
    ),
    (
        "hips: abduction far",
        7,
        "`hips`: expected a motion and degrees such as `abduction 20`, not `abduction far`.",
    ),
    ("hips: 30", 7, "`hips`: expected a motion and degrees such as `flexion 20`, not `30`."),
    (
        "hips: flexion 1e3",
        7,
        "`hips`: expected a motion and degrees such as `flexion 20`, not `flexion 1e3`.",
    ),
    (
        "hips: flexion .inf",
        7,
        "`hips`: expected a motion and degrees such as `flexion 20`, not `flexion .inf`.",
    ),
    (
        "hips: flexion 3, extension 4",
        18,
        "`hips`: `extension 4` says again how far it goes.",
    ),
    ("hands: gripp", 8, "`hands`: no hand can be `gripp`. Did you mean `grip`?"),
    (
        "left hand: open",
        12,
        "`left hand`: no hand can be `open`. There are: flat, relaxed, grip, point, fist.",
    ),
    ("hips: [[flexion 3]]", 8, "`hips`: expected a value such as `extension 4 firm`."),
    ("hips: []", 7, "`hips`: expected a value such as `extension 4 firm`."),
    ('hips: " , "', 7, "`hips`: expected a value such as `extension 4 firm`."),
    (
        "body: pitch forward 20, pitch back 3",
        25,
        "`body`: `pitch back 3` says again how far it goes.",
    ),
    (
        "body: pitch forwad 20",
        7,
        (
            "`body`: expected a lean and at most 180 degrees such as `pitch forward 20`, not `pitch"
            " forwad 20`. Did you mean `pitch-forward`?"
        ),
    ),
]


@pytest.mark.parametrize(("text", "column", "expected"), IN_POSE, ids=[one[0] for one in IN_POSE])
def test_a_slip_in_a_pose_is_told_with_what_would_be_right(
    told: Told, text: str, column: int, expected: str
) -> None:
    expected = expected.replace("pitch-forward`?", "pitch forward`?")
    assert told(f"pose:\n  {text}\nkeyframes: [name: a]") == [(2, column + 2, expected)]


LISTED = [
    ("pose: {xyzzy: flexion 3}", 8, "There is no joint `xyzzy`. There are: hip, knee, ankle, "),
    (
        "pose: {body: stand on head}",
        14,
        (
            "`body`: expected a lean and at most 180 degrees such as `pitch forward 20`, not `stand"
            " on head`. There are: pitch forward, pitch back, "
        ),
    ),
    (
        "pose: {body: pitch back 200}",
        14,
        (
            "`body`: expected a lean and at most 180 degrees such as `pitch forward 20`, not `pitch"
            " back 200`. There are: "
        ),
    ),
    ("props: [sofa]", 9, "There is no prop `sofa`. There are: mat, roller, "),
    ("targets: [heart]", 11, "There is no muscle `heart`. There are: "),
    ("targets: left heart", 10, "There is no muscle `heart`. There are: "),
    ("camera: xyz", 9, "There is no view `xyz`; degrees can stand here too. There are: "),
    ("position: zzz", 11, "`position`: there is no posture `zzz`. There are: "),
    ("contacts: {xyz: hands}", 12, "Nothing can touch `xyz`. There are: floor, "),
    ("contacts: {floor: qqq}", 19, "There is no contact `qqq`. There are: "),
    ("slide: [qqq]", 9, "There is no contact `qqq`. There are: "),
    ("reach: {qqq: occiput}", 9, "There is no landmark `qqq`. There are: "),
    ("reach: {right palm: qqq}", 21, "There is no landmark `qqq`. There are: "),
]


@pytest.mark.parametrize(("line", "column", "start"), LISTED, ids=[one[0] for one in LISTED])
def test_a_word_that_nobody_knows_is_answered_with_those_there_are(
    told: Told, line: str, column: int, start: str
) -> None:
    ((number, at, text),) = told(f"{line}\nkeyframes: [name: a]")
    assert (number, at) == (1, column)
    assert text.startswith(start)
    assert len(text) > len(start)


EXACT = [
    ("props: [matt]", 9, "There is no prop `matt`. Did you mean `mat`?"),
    ("props: [mat, mat]", 14, "`mat` stands here a second time."),
    (
        "props: [[mat]]",
        9,
        "`props`: expected a value such as `[mat, {bench: {height: 0.44}}, {band: above knees}]`.",
    ),
    (
        "props: [{bench: {heigt: 0.5}}]",
        18,
        "`bench`: it has no option `heigt`. Did you mean `height`?",
    ),
    ("props: [{mat: 3}]", 15, None),
    (
        "props: [{step: {height: 3}}]",
        25,
        "`height`: expected 0.05 to 0.35 metres, such as `0.16`, not `3`.",
    ),
    (
        "props: [{step: {height: []}}]",
        25,
        "`height`: expected 0.05 to 0.35 metres, such as `0.16`, not ``.",
    ),
    (
        "props: [{band: ankels}]",
        16,
        (
            "`at`: expected one of above knees, ankles, feet, hands, not `ankels`. Did you mean"
            " `ankles`?"
        ),
    ),
    (
        "targets: [erecto spinae]",
        11,
        "There is no muscle `erecto spinae`. Did you mean `erector spinae`?",
    ),
    (
        "targets: {}",
        10,
        "`targets`: expected a value such as `[right gluteus maximus, erector spinae]`.",
    ),
    ("camera: sid", 9, "There is no view `sid`; degrees can stand here too. Did you mean `side`?"),
    ("camera: 400", 9, "`camera`: expected degrees from -360 to 360, not `400`."),
    ("camera: []", 9, "`camera`: expected a value such as `side`."),
    ("camera:", 8, "`camera`: expected a value such as `side`."),
    (
        "camera: {elevation: 90}",
        21,
        "`elevation`: expected degrees from -30 to 80, not `90`.",
    ),
    ("camera: {elevaton: 9}", 10, "`camera`: it has no key `elevaton`. Did you mean `elevation`?"),
    ("contacts: {flor: hands}", 12, "Nothing can touch `flor`. Did you mean `floor`?"),
    ("contacts: {bench: hands}", 12, "`bench` is not among the `props` of this pose."),
    (
        "contacts: hands",
        11,
        "`contacts`: expected a value such as `{floor: right hand, left knee}`.",
    ),
    (
        "contacts: {floor: hand}",
        19,
        "Which hand? Expected `left hand`, `right hand` or `hands`.",
    ),
    (
        "contacts: {floor: left hnad}",
        19,
        "There is no contact `left hnad`. Did you mean `left hand`?",
    ),
    ("setup: {contacts: {bench: hands}}", 20, "`bench` is not among the `props` of this pose."),
    ("setup: 3", 8, "`setup`: expected a value such as `{}`."),
    ("setup: {hold: 3}", 9, "No setup has the key `hold`. The keys are pose, contacts, reach."),
    (
        "reach: hands",
        8,
        "`reach`: expected a value such as `{right palm: right instep gap 1.2}`.",
    ),
    ("reach: {palms: [1, 1, 1]}", 16, "`palms`: two sides cannot be at one point. Name one side."),
    ("reach: {left palm: knees}", 20, "`left palm`: one part cannot reach both sides. Name one."),
    (
        "reach: {left palm: left knee gap wide}",
        20,
        "`left palm`: expected a gap from 0 to 10, not `wide`.",
    ),
    (
        "reach: {left palm: left knee gap -1}",
        20,
        "`left palm`: expected a gap from 0 to 10, not `-1`.",
    ),
    (
        "reach: {left palm: 'left knee, right knee'}",
        32,
        "`left palm`: expected a value such as `right instep gap 1.2`.",
    ),
    (
        "reach: {left palm: {}}",
        20,
        "`left palm`: expected a value such as `right instep gap 1.2`.",
    ),
    ("side: middle", 7, "`side`: expected one of left, right, not `middle`."),
    ("play: back", 7, "`play`: expected one of there and back, loop, not `back`."),
    ("poses: {}", 1, "No pose has the key `poses`. Did you mean `pose`?"),
    ("slide: {}", 8, "`slide`: expected a value such as `hands`."),
    ("position: [prone]", 11, None),
]


@pytest.mark.parametrize(("line", "column", "expected"), EXACT, ids=[one[0] for one in EXACT])
def test_a_slip_beside_the_angles_is_told_with_what_would_be_right(
    told: Told, line: str, column: int, expected: str | None
) -> None:
    ((number, at, text),) = told(f"{line}\nkeyframes: [name: a]")
    assert (number, at) == (1, column)
    assert expected in {None, text}


@pytest.mark.parametrize(
    "point", ["[1, 2]", "[1, 2, 3, 4]", "[1, 2, x]", "[1, 2, [3]]", "[9, 1, 1]"]
)
def test_a_point_is_three_numbers_within_reach(told: Told, point: str) -> None:
    ((_, column, text),) = told(f"reach: {{left hand: {point}}}\nkeyframes: [name: a]")
    assert column == 20
    assert text == (
        "`left hand`: expected three numbers of at most 4 metres such as `[0.36, 0.52, 1.12]`:"
        " forward, to the left, up."
    )


KEYFRAMES = [
    ("[]", 12, "`keyframes`: expected a list of 1 to 12."),
    ("{name: a}", 12, "`keyframes`: expected a list of 1 to 12."),
    ("up", 12, "`keyframes`: expected a list of 1 to 12."),
    ("[" + ", ".join(["{name: a}"] * 13) + "]", 12, "`keyframes`: expected a list of 1 to 12."),
    ("[up]", 13, "`keyframes`: expected a value such as `[...]`."),
    ("[{hold: 3}]", 13, "This keyframe needs the key `name`."),
    ("[{name: a, hold: 61}]", 29, "`hold`: expected 0 to 60 seconds."),
    ("[{name: a, hold: -1}]", 29, "`hold`: expected 0 to 60 seconds."),
    ("[{name: a, hold: long}]", 29, "`hold`: expected 0 to 60 seconds."),
    ("[{name: a, hold: []}]", 29, "`hold`: expected 0 to 60 seconds."),
    ("[{name: a, move: 0}]", 29, "`move`: expected 0.05 to 10 seconds."),
    ("[{name: a, move: 11}]", 29, "`move`: expected 0.05 to 10 seconds."),
    ("[{name: a, contacts: {step: feet}}]", 34, "`step` is not among the `props` of this pose."),
    ("[{name: a, holdd: 3}]", 23, "No keyframe has the key `holdd`. Did you mean `hold`?"),
]


@pytest.mark.parametrize(("value", "column", "text"), KEYFRAMES, ids=[k[0] for k in KEYFRAMES])
def test_keyframes_are_few_named_and_neither_too_short_nor_too_long(
    told: Told, value: str, column: int, text: str
) -> None:
    ((_, at, said),) = told(f"keyframes: {value}")
    assert (at, said) == (column, text)


def test_a_pose_needs_a_keyframe(told: Told) -> None:
    assert told("props: [mat]") == [(1, 1, "This pose needs the key `keyframes`.")]


@pytest.mark.parametrize("value", ["", "3", "[a]"])
def test_a_pose_is_made_of_keys(tmp_path: Path, value: str) -> None:
    text = f"exercise: A\nposition: prone\npose: {value}\n"
    (problem,) = movement_in(tmp_path / "a.yaml", text).problems
    assert problem.text == "`pose`: expected a value such as `{keyframes: [...]}`."


def test_a_key_with_a_colon_and_nothing_after_it_lacks_its_value(told: Told) -> None:
    pose = "pose:\n  hips: flexion 3\n  left elbow:\nkeyframes: [name: a]"
    assert told(pose) == [(3, 14, "`left elbow`: expected a value such as `extension 4 firm`.")]


@pytest.mark.parametrize("props", ["props: [stp]", "prop: [step]"])
def test_after_bad_props_nothing_is_said_of_what_stands_on_them(told: Told, props: str) -> None:
    assert len(told(f"{props}\ncontacts: {{step: feet}}\nkeyframes: [name: a]")) == 1


def test_all_problems_are_told_at_once_in_the_order_of_the_file(told: Told) -> None:
    pose = "props: [matt]\npose: {knes: flexion 3}\nkeyframes:\n- {name: a, hold: x}\n- {hold: 1}"
    assert [line for line, _, _ in told(pose)] == [1, 2, 4, 5]


def test_a_file_with_a_thousand_slips_is_told_of_shortly(read: Read) -> None:
    slips = ", ".join(f"x{number}: flexion 3" for number in range(1000))
    reading = read(f"pose: {{{slips}}}\nkeyframes: [name: a]")
    assert len(reading.problems) == 101
    assert all(len(problem.text) < 400 for problem in reading.problems)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "exercise: A\nposition: prone\n",
        "routine: A\nsteps: [rest: 5s]\npose: {}\n",
        "pose: {}\n",
        "exercise: A\npose: {a: 1, a: 2\n",
    ],
)
def test_what_is_no_pose_of_an_exercise_is_left_alone(tmp_path: Path, text: str) -> None:
    assert movement_in(tmp_path / "a.yaml", text) == MovementReading(None, ())


def test_an_exercise_plays_in_spite_of_its_pose(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("exercise: A\nposition: prone\npose: {keyframes: []}\n")
    file = read_exercise(path)
    assert file.exercise is not None
    assert (file.problems, file.has_pose, file.movement) == ((), True, None)


def test_an_exercise_gives_its_movement(tmp_path: Path) -> None:
    path = tmp_path / "bird-dog.yaml"
    path.write_text(EXAMPLE)
    file = read_exercise(path)
    assert file.movement == movement_in(path, EXAMPLE).movement is not None
    assert replace(file, has_pose=False).movement is None
