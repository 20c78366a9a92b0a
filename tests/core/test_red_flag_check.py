import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment, Spread
from routine_player.core.red_flag_check import RedFlagCheck, flags_to_ask
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
    assert {"saddle", "bladder-bowel", "leg-weakness", "leg-numbness"} <= asked
    assert "fever" not in asked


def test_severe_pain_asks_for_what_it_may_come_from():
    assert "severe" in _asked(score=8)
    assert "severe" not in _asked(score=7)


def test_signs_are_asked_for_in_their_order():
    rating = Rating(RatingMoment.ALONE, 9, NOON, numbness=True)
    asked = flags_to_ask(rating, is_first=False)
    assert [flag for flag in RED_FLAGS if flag in asked] == list(asked)


def test_one_urgent_sign_makes_it_urgent():
    assert RedFlagCheck(NOON, {"fever": True, "saddle": True}).urgency is Urgency.AT_ONCE
    assert RedFlagCheck(NOON, {"fever": True, "saddle": False}).urgency is Urgency.SOON
    assert RedFlagCheck(NOON, {"fever": False}).urgency is None
