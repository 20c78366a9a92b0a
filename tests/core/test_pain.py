from uuid import UUID

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import OF_A_RUN, OF_A_SESSION, Rating, RatingMoment

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")
SOMETHING = UUID(int=1)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_outside_the_scale_is_refused(score: int):
    with pytest.raises(ValueError, match="0 to 10"):
        Rating(RatingMoment.ALONE, score, NOON)


@pytest.mark.parametrize("onset_min", [-0.5, 3000.0])
def test_pain_begins_in_the_course_of_a_run(onset_min: float):
    with pytest.raises(ValueError, match="minutes into a run"):
        Rating(RatingMoment.WORST_IN_RUN, 3, NOON, onset_min=onset_min)


@pytest.mark.parametrize("moment", RatingMoment)
def test_a_rating_belongs_to_what_its_moment_speaks_of_or_to_nothing(moment: RatingMoment):
    assert Rating(moment, 3, NOON).run is None
    if moment in OF_A_RUN:
        assert Rating(moment, 3, NOON, run=SOMETHING).run == SOMETHING
    else:
        with pytest.raises(ValueError, match="belongs to no run"):
            Rating(moment, 3, NOON, run=SOMETHING)
    if moment in OF_A_SESSION.values():
        assert Rating(moment, 3, NOON, session=SOMETHING).session == SOMETHING
    else:
        with pytest.raises(ValueError, match="belongs to no session"):
            Rating(moment, 3, NOON, session=SOMETHING)
