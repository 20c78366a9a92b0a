import pytest
from PySide6.QtGui import QColor

from routine_player.ui.tokens import DARK, LIGHT, Colours, Lettering, Room

TEXT, MARK = 4.5, 3.0

ON_PAGE = ("paper", "raised")

PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "ink2", "ink3") for ground in ON_PAGE),
    *((text, "sunken", TEXT) for text in ("ink", "ink2", "ink3")),
    *((text, "stage", TEXT) for text in ("ink", "ink2", "ink3", "accent")),
    *((text, ground, TEXT) for text in ("accent", "error", "plum") for ground in ON_PAGE),
    *(("attention_ink", ground, TEXT) for ground in (*ON_PAGE, "sunken")),
    ("accent", "tint", TEXT),
    ("ink", "tint", TEXT),
    ("ink2", "tint", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("attention_ink", "attention_tint", TEXT),
    ("plum_ink", "plum_tint", TEXT),
    *(("strong", ground, MARK) for ground in (*ON_PAGE, "stage")),
    *(("attention", ground, MARK) for ground in (*ON_PAGE, "attention_tint")),
    *(("accent", ground, MARK) for ground in (*ON_PAGE, "track")),
]


def light_of(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((light_of(one), light_of(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_names():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground", "least"), PAIRS)
def test_every_pair_of_colours_can_be_told_apart(
    colours: Colours, mark: str, ground: str, least: float
):
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= least


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("score", range(11))
def test_a_digit_can_be_read_on_every_point_of_the_pain_scale(colours: Colours, score: int):
    assert contrast(colours.on_pain(score), colours.pain[score]) >= 4.5


@pytest.mark.parametrize(("colours", "darkens"), [(LIGHT, True), (DARK, False)])
def test_each_point_of_pain_is_further_from_the_ground_than_the_one_before(
    *, colours: Colours, darkens: bool
):
    lights = [light_of(colour) for colour in colours.pain]

    assert len(lights) == 11
    assert lights == sorted(set(lights), reverse=darkens)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_shows_a_score_of_nothing_on_every_ground(colours: Colours):
    for ground in (colours.paper, colours.raised, colours.sunken):
        assert contrast(colours.plum, ground) >= MARK


def test_the_strong_form_of_a_lettering_keeps_its_size():
    assert Lettering(14).strong() == Lettering(14, 600)


@pytest.mark.parametrize(
    ("width", "hints", "columns", "words"),
    [(1280, True, True, True), (899, False, False, True), (719, False, False, False)],
)
def test_a_narrow_window_gives_up_the_least_needed_first(
    *, width: int, hints: bool, columns: bool, words: bool
):
    room = Room(width, 600)

    assert room.shows_key_hints is hints
    assert room.has_two_columns is columns
    assert room.shows_rail_words is words
