"""Two keys tell where and how much; the mouse may come in any order."""

import pytest

from routine_player.core.session import Command
from routine_player.ui.player.hurt_form import Asked, HurtForm
from routine_player.ui.player.values import HurtAnswer


def typed(*names: str) -> HurtForm:
    form = HurtForm()
    for name in names:
        form = form.with_key(name)
    return form


def test_the_first_digit_is_the_site_and_the_second_the_score():
    assert typed("3", "5") == HurtForm("lower-back-right", 5)


def test_zero_is_a_site_first_and_a_score_then():
    assert typed("0", "0") == HurtForm("elsewhere", 0)


def test_once_there_is_a_site_every_further_digit_corrects_the_score():
    assert typed("3", "5", "4") == HurtForm("lower-back-right", 4)


def test_x_is_a_score_of_ten_even_before_a_site():
    assert typed("x") == HurtForm(None, 10)
    assert typed("x", "2") == HurtForm("lower-back-middle", 10)


def test_f_is_the_front_of_the_body_even_after_a_score():
    assert typed("1", "7", "f") == HurtForm("front", 7)


def test_a_score_by_mouse_leaves_the_next_digit_to_the_site():
    form = HurtForm().with_score(6)

    assert form.asked is Asked.SITE
    assert form.with_key("4") == HurtForm("buttock-left", 6)


def test_a_click_on_the_chosen_site_takes_it_back():
    form = HurtForm("calf-left", 2)

    assert form.with_site("calf-left") == HurtForm(None, 2)
    assert form.with_site("calf-right") == HurtForm("calf-right", 2)


def test_backspace_takes_the_last_answer_back_first_the_score_then_the_site():
    assert typed("3", "5", "backspace") == HurtForm("lower-back-right", None)
    assert typed("3", "5", "backspace", "backspace") == HurtForm()
    assert typed("backspace") == HurtForm()


@pytest.mark.parametrize("name", ["", "a", "z", "space", "left", "³", "½"])
def test_other_keys_answer_nothing(name):
    assert HurtForm("front", 3).with_key(name) == HurtForm("front", 3)


def test_nothing_has_to_be_said_before_going_on():
    assert HurtForm().answer(Command.NEXT) == HurtAnswer(None, None, Command.NEXT)
    assert HurtForm("front", 3).answer(Command.EASIER) == HurtAnswer("front", 3, Command.EASIER)
