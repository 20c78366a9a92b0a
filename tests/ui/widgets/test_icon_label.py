from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.icon_label import ICON, IconLabel


def inked(label: IconLabel, width: int) -> bool:
    image = label.grab().toImage()
    return any(
        image.pixelColor(x, y).green() < 120 for x in range(width) for y in range(image.height())
    )


def test_the_icon_stands_before_the_words(theme: Theme, show):
    label = IconLabel(theme, "timer", "8 min")
    show(label)

    assert inked(label, ICON)
    assert label.text() == "8 min"
    assert label.width() > ICON + 10


def test_the_icon_stays_on_the_first_line_of_long_text(theme: Theme, show):
    label = IconLabel(theme, "check", "Words " * 20, wraps=True, icon_tone="accent")
    label.setFixedWidth(160)
    show(label)
    label.setFixedHeight(label.heightForWidth(160))
    image = label.grab().toImage()
    at = [
        y
        for y in range(image.height())
        for x in range(ICON)
        if image.pixelColor(x, y) == LIGHT.accent
    ]

    assert at
    assert max(at) < 2 * ICON
    assert label.height() > 4 * ICON


def test_another_icon_is_drawn_when_it_changes(theme: Theme, show):
    label = IconLabel(theme, "circle", "Saved")
    show(label)
    before = label.grab().toImage()
    label.set_icon("check")

    assert label.grab().toImage() != before
