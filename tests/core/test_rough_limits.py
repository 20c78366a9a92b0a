from hypothesis import example, given
from hypothesis import strategies as st

from routine_player.core import limits
from routine_player.core.choices import Position, Sides
from routine_player.core.limits import is_too_much, measure
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    Item,
    PacedReps,
    Repeat,
    Rest,
    Step,
    Tempo,
)

SECONDS = st.sampled_from([0.25, 1.0, 30.0, 900.0, 14_400.0])
MAYBE = st.sampled_from([None, 0.0, 3.0, 14.0, 7_200.0])
REPS = st.integers(1, 500)
DOSES = st.one_of(
    st.builds(Hold, SECONDS),
    st.builds(Continuous, SECONDS),
    st.builds(CountedReps, REPS),
    st.builds(HeldReps, REPS, SECONDS, SECONDS),
    st.builds(PacedReps, REPS, st.builds(Tempo, SECONDS, SECONDS, SECONDS)),
)
STEPS = st.builds(
    Step,
    st.builds(Exercise, st.just("a"), st.just("A"), st.sampled_from([None, *Position])),
    st.lists(DOSES, min_size=1, max_size=50).map(tuple),
    st.sampled_from(Sides),
    prepare_s=MAYBE,
    rest_s=st.sampled_from([0.0, 5.0, 3_600.0]),
)
ITEMS = st.recursive(
    STEPS | st.builds(Rest, SECONDS),
    lambda inner: st.builds(
        Repeat, st.integers(1, 200), st.lists(inner, max_size=4).map(tuple), SECONDS
    ),
    max_leaves=8,
)


@given(st.lists(ITEMS, max_size=6).map(tuple), MAYBE)
@example((Step(Exercise("a", "A"), (Hold(14_400.0),) * 2, prepare_s=0.0),), None)
def test_the_rough_look_never_lets_too_much_pass(
    items: tuple[Item, ...], default_prepare_s: float | None
) -> None:
    exact = measure(items, default_prepare_s)
    assert is_too_much(items, default_prepare_s) is exact.is_too_much


def test_a_usual_routine_passes_the_rough_look() -> None:
    rough = limits._at_most((Step(Exercise("a", "A"), (Hold(30.0),) * 3, Sides.BOTH),) * 10, 10.0)
    exact = measure((Step(Exercise("a", "A"), (Hold(30.0),) * 3, Sides.BOTH),) * 10)
    assert not rough.is_too_much
    assert rough.phases >= exact.phases
    assert rough.seconds >= exact.seconds
