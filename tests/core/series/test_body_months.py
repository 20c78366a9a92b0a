from datetime import date

from routine_player.core.series.body_months import body_months

TODAY = date(2026, 2, 10)  # the fixtures' first day is 5 January


def told(ratings):
    return {
        one.site: ([r.score for r in one.this], [r.score for r in one.last])
        for one in body_months(ratings, TODAY)
    }


def test_ratings_count_for_the_month_they_were_given_in(rating):
    ratings = [
        rating(30, 3, sites=("hip-left",)),  # 4 February
        rating(20, 4, sites=("hip-left",)),  # 25 January
        rating(-10, 5, sites=("hip-left",)),  # 26 December
        rating(40, 6, sites=("hip-left",)),  # after today
    ]
    assert told(ratings) == {"hip-left": ([3], [4])}


def test_no_pain_counts_for_no_site(rating):
    assert told([rating(30, 0, sites=("hip-left",))]) == {}


def test_sites_come_in_the_order_of_the_body_and_unknown_ones_last(rating):
    ratings = [rating(30, 3, sites=("tail", "calf-left", "lower-back-left"))]
    assert list(told(ratings)) == ["lower-back-left", "calf-left", "tail"]


def test_a_site_is_said_in_words(rating):
    (found,) = body_months([rating(30, 3, sites=("hip-left",))], TODAY)
    assert found.words == "Hip, left"


def test_ratings_of_a_site_come_in_the_order_of_time(rating):
    ratings = [rating(32, 5, sites=("hip-left",)), rating(30, 3, sites=("hip-left",))]
    assert told(ratings) == {"hip-left": ([3, 5], [])}
