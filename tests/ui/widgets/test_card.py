from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.card import Card, Hairline
from routine_player.ui.widgets.key_hint import KeyHint
from routine_player.ui.widgets.label import PlainLabel


def test_a_card_is_raised_and_the_first_choice_tinted(theme: Theme, show, count_of):
    card = Card(theme, padding=16)
    card.content.addWidget(PlainLabel(theme, "Log your run"))
    kept = show(card)
    assert card.layout().contentsMargins().left() == 16
    assert count_of(card, LIGHT.raised) > 500
    assert count_of(card, LIGHT.line) > 50

    card.set_chosen(chosen=True)

    assert card.chosen
    assert count_of(card, LIGHT.tint) > 500
    assert count_of(card, LIGHT.accent) > 50
    kept.close()


def test_a_hairline_is_one_pixel(theme: Theme, show, count_of):
    line = Hairline(theme)
    line.setFixedWidth(50)
    kept = show(line)

    assert line.sizeHint().height() == line.height() == 1
    assert count_of(line, LIGHT.line) == 50
    kept.close()


def test_a_key_is_framed_and_named(theme: Theme, show, count_of):
    narrow, wide = KeyHint(theme, "1"), KeyHint(theme, "Ctrl K")
    kept = show(narrow, wide)

    assert narrow.width() == 20
    assert wide.width() > 40
    assert wide.accessibleName() == "Key Ctrl K"
    assert wide.key == "Ctrl K"
    assert count_of(wide, LIGHT.paper) < wide.width() * wide.height() - 100
    kept.close()
