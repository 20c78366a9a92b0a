import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment, Spread
from routine_player.core.red_flag_check import RedFlagCheck, flags_said, flags_to_ask
from routine_player.core.red_flags import RED_FLAGS, Urgency

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")


def _asked(**said) -> set[str]:
    rating = Rating(RatingMoment.AFTER_RUN, said.pop("score", 3), NOON, **said)
    return {flag.name for flag in flags_to_ask(rating, is_first=False)}


def test_the_first_rating_asks_for_every_sign():
    rating = Rating(RatingMoment.ALONE, 0, NOON)
    assert flags_to_ask(rating, is_first=True) == RED_FLAGS


def test_later_a_usual_rating_asks_for_nothing():
    assert _asked(spread=Spread.ACROSS_BACK, numbness=False) == set()


@pytest.mark.parametrize("said", [{"numbness": True}, {"spread": Spread.LEFT_LEG}])
def test_numbness_and_pain_down_a_leg_ask_for_the_signs_of_nerves(said):
    asked = _asked(**said)
    assert {"saddle", "bladder-bowel", "leg-weakness", "sexual-function", "leg-numbness"} <= asked
    assert "fever" not in asked


def test_severe_pain_asks_for_what_it_may_come_from():
    assert {"severe", "night-pain", "saddle", "sexual-function"} <= _asked(score=8)
    assert "severe" not in _asked(score=7)


def test_the_back_together_with_both_lower_legs_asks_for_the_signs_of_nerves():
    back, left, right = "lower-back-middle", "calf-left", "outer-lower-leg-right"
    assert {"saddle", "both-legs"} <= _asked(sites=(left, back, right))
    assert _asked(sites=(back, left)) == set()
    assert _asked(sites=(left, right)) == set()


def test_a_sign_that_the_rating_says_need_not_be_said_again():
    both = Rating(RatingMoment.AFTER_RUN, 3, NOON, spread=Spread.BOTH_LEGS)
    assert set(flags_said(both)) == {"both-legs"}
    one = Rating(RatingMoment.AFTER_RUN, 3, NOON, spread=Spread.LEFT_LEG)
    assert not flags_said(one)


def test_signs_are_asked_for_in_their_order():
    rating = Rating(RatingMoment.ALONE, 9, NOON, numbness=True)
    asked = flags_to_ask(rating, is_first=False)
    assert [flag for flag in RED_FLAGS if flag in asked] == list(asked)


def test_one_urgent_sign_makes_it_urgent():
    assert RedFlagCheck(NOON, {"fever": True, "saddle": True}).urgency is Urgency.AT_ONCE
    assert RedFlagCheck(NOON, {"fever": True, "saddle": False}).urgency is Urgency.SOON
    assert RedFlagCheck(NOON, {"fever": False}).urgency is None
