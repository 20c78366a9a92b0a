"""The process that draws figures: `python -m routine_player.app.figure_worker`, never by a person.

It reads lines of orders and writes lines of replies, see figure_orders. It ends when its input
does, however busy it is: nobody is left who would see what it draws.
"""

import os
import sys
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

from routine_player.app.figure_bench import FigureBench
from routine_player.app.figure_opening import FigureOpening
from routine_player.app.figure_orders import BadLineError, Order, Reply, orders_in, reply_line

_NICENESS = 10
_Orders = SimpleQueue[tuple[Order, ...]]


def main() -> None:
    """Draw what is asked for until the input ends."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)  # what a person sees and hears goes first
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what else is printed is no reply

    def tell(reply: Reply) -> None:
        replies.write(reply_line(reply))

    orders: _Orders = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, orders), daemon=True).start()
    work(FigureBench(FigureOpening().open, tell), orders)


def work(bench: FigureBench, orders: _Orders) -> None:
    """Keep `bench` busy with the newest orders; never returns."""
    is_busy = False
    while True:
        newest = _newest(orders, waits=not is_busy)
        if newest is not None:
            bench.take(newest)
        is_busy = bench.step()


def _newest(orders: _Orders, *, waits: bool) -> tuple[Order, ...] | None:
    newest = orders.get() if waits else None
    while True:
        try:
            newest = orders.get_nowait()
        except Empty:
            return newest


def _listen(lines: BinaryIO, orders: _Orders) -> None:
    """Pass on what is asked for; at the end of it, end."""
    for line in lines:
        try:
            orders.put(orders_in(line))
        except BadLineError as error:
            print(error, file=sys.stderr)  # noqa: T201 - the window puts it into its log
    os._exit(0)  # in the middle of a frame too


if __name__ == "__main__":
    main()
