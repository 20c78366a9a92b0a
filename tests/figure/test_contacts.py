"""What touches is made of landmarks, and feet rest on the floor without bending ankles too far."""

from routine_player.figure.authored import AuthoredMovement, Contact, Keyframe
from routine_player.figure.checks import findings_of
from routine_player.figure.contacts import CONTACTS
from routine_player.figure.landmarks import LANDMARKS
from routine_player.figure.solving import solve_movement


def test_every_contact_is_made_of_landmarks_on_its_own_side():
    for contact, landmarks in CONTACTS.items():
        assert set(landmarks) <= set(LANDMARKS)
        side = contact.split(" ", 1)[0]
        if side in {"left", "right"}:
            assert {landmark.split(" ", 1)[0] for landmark in landmarks} == {side}


def test_feet_lie_on_their_insteps_on_all_fours_within_what_ankles_do():
    kneeling = AuthoredMovement("quadruped", (Keyframe("all fours", 1.0, 1.0),))
    assert findings_of(solve_movement(kneeling)) == ()


def test_feet_of_someone_lying_face_down_rest_on_their_toes_within_what_ankles_do():
    parts = ("chest", "left thigh", "right thigh", "left toe top", "right toe top")
    lying = AuthoredMovement(
        "prone",
        (Keyframe("lie", 1.0, 1.0),),
        contacts=tuple(Contact("floor", part) for part in parts),
    )
    assert findings_of(solve_movement(lying)) == ()
