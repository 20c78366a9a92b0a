import pytest
from PySide6.QtWidgets import QWidget

from routine_player.ui.tokens import PAGE_SIDE, PAGE_TOP, SPACE_16
from routine_player.ui.widgets.scroll_page import ScrollPage


@pytest.mark.parametrize(
    ("width", "side", "top"), [(640, SPACE_16, SPACE_16), (1000, PAGE_SIDE, PAGE_TOP)]
)
def test_the_margins_shrink_with_the_page(qtbot, width: int, side: int, top: int):
    page = ScrollPage()
    qtbot.addWidget(page)
    page.resize(width, 400)
    page.show()
    margins = page.content.contentsMargins()

    assert (margins.left(), margins.right(), margins.top()) == (side, side, top)


def test_what_is_in_it_gets_no_wider_than_wished(qtbot):
    page = ScrollPage(widest=600)
    qtbot.addWidget(page)
    thing = QWidget()
    page.content.addWidget(thing)
    page.resize(1200, 400)
    page.show()

    assert (thing.x(), thing.width()) == (PAGE_SIDE, 600)


def test_a_bare_page_has_no_margins(qtbot):
    page = ScrollPage(bare=True)
    qtbot.addWidget(page)
    page.resize(1200, 400)
    page.show()

    assert page.content.contentsMargins().isNull()


def test_it_scrolls_down_and_never_sideways(qtbot):
    page = ScrollPage()
    qtbot.addWidget(page)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    page.content.addWidget(tall)
    page.resize(640, 400)
    page.show()

    assert page.verticalScrollBar().maximum() > 0
    assert not page.horizontalScrollBar().isVisible()
