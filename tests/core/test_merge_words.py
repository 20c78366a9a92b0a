from routine_player.core.merge_words import merge_words


def test_everything_that_came_is_counted():
    new = {"run": 1, "pain_rating": 3, "change": 9}
    assert merge_words("all.jsonl", new, 2, 1, 4) == (
        "all.jsonl was taken in. New: 1 run, 3 pain ratings. Brought up to date: 2. "
        "Edited on both computers: 1; the last word stays, the log keeps both. "
        "The same run on both: 4; each is one now, with the pain ratings of both."
    )


def test_what_did_not_come_is_not_spoken_of():
    assert merge_words("a", {}, 0, 0, 0) == "a was taken in."
