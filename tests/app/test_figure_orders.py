import pytest

from routine_player.app.figure_orders import (
    BadLineError,
    Order,
    Product,
    Reply,
    Word,
    orders_in,
    orders_line,
    reply_in,
    reply_line,
)

ORDERS = (
    Order("/a/b.yaml", Product.SHEET, 640, 320, "/c/a.webp", "/c/few.webp", is_far=True),
    Order("/a/ü.yaml", Product.STILL, 480, 330, "/c/still.webp"),
)


def test_orders_arrive_as_they_were_sent():
    line = orders_line(ORDERS)
    assert line.count(b"\n") == 1
    assert orders_in(line) == ORDERS
    assert orders_in(orders_line(())) == ()


@pytest.mark.parametrize("word", list(Word))
def test_a_reply_arrives_as_it_was_sent(word):
    reply = Reply(word, "/c/a.webp", "a reason\nof two lines")
    assert reply_line(reply).count(b"\n") == 1
    assert reply_in(reply_line(reply)) == reply


@pytest.mark.parametrize(
    "line",
    [b"", b"hello", b"[1]", b'[{"product": "song"}]', b'[{"product": "sheet"}]', b"3", b"\xff"],
)
def test_what_are_no_orders_is_refused(line):
    with pytest.raises(BadLineError):
        orders_in(line)


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b'{"word": "odd", "path": "", "reason": ""}'])
def test_what_is_no_reply_is_refused(line):
    with pytest.raises(BadLineError):
        reply_in(line)
