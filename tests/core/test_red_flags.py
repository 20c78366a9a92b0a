import pytest

from routine_player.core.red_flags import RED_FLAGS, RedFlag, Urgency

AT_ONCE = ("bladder-bowel", "saddle", "leg-weakness", "sexual-function", "both-legs")
SOON = (
    "accident",
    "fever",
    "cancer",
    "weight-loss",
    "night-pain",
    "steroids",
    "severe",
    "leg-numbness",
    "no-better",
)
DIAGNOSES = ("disc", "cauda", "fracture", "infection", "tumour", "sciatica", "syndrome")


def test_every_sign_of_an_emergency_comes_before_those_that_can_wait_for_a_visit():
    assert tuple(flag.name for flag in RED_FLAGS) == AT_ONCE + SOON
    assert [flag.urgency for flag in RED_FLAGS] == [Urgency.AT_ONCE] * 5 + [Urgency.SOON] * 9


@pytest.mark.parametrize("flag", RED_FLAGS, ids=lambda flag: flag.name)
def test_a_sign_is_one_short_statement_that_names_no_diagnosis(flag: RedFlag):
    assert flag.words[0].isupper()
    assert not flag.words.endswith((".", "?"))
    assert len(flag.words) <= 60
    assert not any(word in flag.words.lower() for word in DIAGNOSES)


def test_no_sign_is_said_twice():
    assert len({flag.name for flag in RED_FLAGS}) == len(RED_FLAGS)
    assert len({flag.words for flag in RED_FLAGS}) == len(RED_FLAGS)
