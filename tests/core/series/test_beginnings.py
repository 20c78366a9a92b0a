from routine_player.core.series.beginnings import Began, beginnings
from routine_player.core.shoes import Shoes


def test_a_routine_began_when_it_was_first_played(session, first):
    (found,) = beginnings([session(9), session(2), session(5)], (), ())
    assert (found.kind, found.name) == (Began.ROUTINE, "Hips")
    assert (found.day - first).days == 2


def test_shoes_began_with_the_first_run_in_them(run, first):
    blue, unworn = Shoes("Blue"), Shoes("Unworn")
    runs = [run(4, shoes=blue.id), run(3, shoes=blue.id), run(1)]
    (found,) = beginnings((), runs, [blue, unworn])
    assert (found.kind, found.name, (found.day - first).days) == (Began.SHOES, "Blue", 3)


def test_shoes_that_are_gone_are_not_named(run):
    assert beginnings((), [run(4, shoes=Shoes("Gone").id)], ()) == ()


def test_what_began_comes_in_order(session, run):
    blue = Shoes("Blue")
    found = beginnings([session(7, "late"), session(1, "early")], [run(3, shoes=blue.id)], [blue])
    assert [one.name for one in found] == ["Early", "Blue", "Late"]
