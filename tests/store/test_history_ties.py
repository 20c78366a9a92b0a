from routine_player.core.run import Run
from routine_player.store.history_reading import unfinished
from routine_player.store.history_ties import retie_around_each


def test_moments_far_apart_are_looked_at_one_by_one(history, noon):
    """Two runs a month apart are tied as if each had been looked at alone."""
    for days in (0, 30, 60):
        history.diary.put_run(Run(noon.after(days * 86400)), noon)
    before = history.diary.runs()
    retie_around_each(history._db, [noon.after(days * 86400) for days in (60, 0, 30)])
    assert history.diary.runs() == before


def test_a_history_in_which_nothing_was_cut_off_has_nothing_unfinished(history):
    assert unfinished(history._db) is None
