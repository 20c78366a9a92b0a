from routine_player.core.choices import Position, When
from routine_player.core.compilation import compile_timeline
from routine_player.core.preview import preview_of
from routine_player.core.routine import (
    Exercise,
    Hold,
    Routine,
    Step,
)
from routine_player.ui.routines.narrowing import Narrowing, things_of
from routine_player.ui.routines.values import Origin, RoutineEntry


def entry(name, *equipment, when=When.ANY, seconds=60.0) -> RoutineEntry:
    exercise = Exercise("x", "Couch stretch", Position.KNEELING, equipment=equipment)
    routine = Routine(name.lower(), name, (Step(exercise, (Hold(seconds),)),), when, "Opens hips.")
    preview = preview_of(routine, compile_timeline(routine))
    return RoutineEntry(routine.slug, name, "", preview, when)


BROKEN = RoutineEntry("evening-mix", "Evening mix", "", None, origin=Origin.OWN)


def passed(narrowing: Narrowing, *entries: RoutineEntry) -> list[str]:
    return [one.name for one in entries if narrowing.lets_pass(one)]


def test_nothing_is_left_out_at_first():
    assert Narrowing().is_open
    assert passed(Narrowing(), entry("A"), BROKEN) == ["A", "Evening mix"]


def test_any_of_the_chosen_times_will_do():
    both = Narrowing(whens=frozenset({When.BEFORE_RUN, When.AFTER_RUN}))
    entries = (entry("A", when=When.BEFORE_RUN), entry("B", when=When.AFTER_RUN), entry("C"))

    assert passed(both, *entries) == ["A", "B"]


def test_under_ten_minutes_leaves_out_ten_minutes_and_more():
    long, short = entry("Long", seconds=600.0), entry("Short", seconds=540.0)

    assert passed(Narrowing(is_short=True), long, short) == ["Short"]


def test_equipment_lets_pass_what_uses_any_of_it():
    mat, band, none = entry("M", "mat"), entry("B", "band", "mat"), entry("N")

    assert passed(Narrowing(things=frozenset({"band"})), mat, band, none) == ["B"]
    assert passed(Narrowing(things=frozenset({"mat", "band"})), mat, band, none) == ["M", "B"]
    assert passed(Narrowing(needs_nothing=True), mat, band, none) == ["N"]
    assert passed(Narrowing(needs_nothing=True, things=frozenset({"band"})), mat, band, none) == [
        "B",
        "N",
    ]


def test_groups_have_to_be_met_together():
    narrowing = Narrowing(whens=frozenset({When.ANY}), is_short=True, needs_nothing=True)
    fits, needs_mat = entry("Fits"), entry("Mat", "mat")
    other = entry("Other", when=When.AFTER_RUN)

    assert passed(narrowing, fits, needs_mat, other) == ["Fits"]


def test_words_are_found_at_the_beginning_of_any_word():
    one = entry("Hip-flexor reset", "mat")

    assert passed(Narrowing("flex RES"), one)
    assert passed(Narrowing("couch kneel"), one)
    assert passed(Narrowing("opens mat"), one)
    assert not passed(Narrowing("lexor"), one)
    assert not passed(Narrowing("hip bench"), one)


def test_a_broken_file_is_found_by_its_name_alone():
    assert passed(Narrowing("even"), BROKEN)
    assert not passed(Narrowing("couch"), BROKEN)
    assert not passed(Narrowing(is_short=True), BROKEN)


def test_all_equipment_is_listed_once_by_name():
    assert things_of([entry("A", "mat", "band"), entry("B", "mat"), BROKEN]) == ("band", "mat")
