"""Where something may lie over a page for a while without covering what can be pressed."""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

_STEP: Final = 8


def free_place(host: QWidget, wanted: QRect, without: QWidget) -> QRect:
    """Give `wanted`, moved as little as possible so that no button of `host` is under it.

    It is moved up, or to the right edge and up, within the lower half. Where that is not enough, at
    least those buttons stay free that cannot be scrolled away. `without` is not looked at.
    """
    seen = [
        button
        for button in host.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and not without.isAncestorOf(button)
    ]
    every = [_seen_part(host, button) for button in seen]
    fixed = [_seen_part(host, button) for button in seen if not _can_be_scrolled(host, button)]
    for areas in (every, fixed):
        for place in _places(host, wanted):
            if not any(place.intersects(area) for area in areas):
                return place
    return wanted


def _places(host: QWidget, wanted: QRect) -> Iterator[QRect]:
    """Give the places that may do, the best first."""
    right = QRect(wanted)
    right.moveRight(host.width() - _STEP)
    for up in range(0, max(1, wanted.bottom() - host.height() // 2), _STEP):
        for one in (wanted, right):
            yield one.translated(0, -up)


def _seen_part(host: QWidget, button: QWidget) -> QRect:
    """Give what is seen of a button: scrolled areas cut off the rest."""
    area = QRect(button.mapTo(host, QPoint()), button.size())
    for one in _between(host, button):
        area &= QRect(one.mapTo(host, QPoint()), one.size())
    return area


def _can_be_scrolled(host: QWidget, button: QWidget) -> bool:
    return any(isinstance(one, QAbstractScrollArea) for one in _between(host, button))


def _between(host: QWidget, button: QWidget) -> Iterable[QWidget]:
    found: list[QWidget] = []
    parent = button.parentWidget()
    while parent is not None and parent is not host:
        found.append(parent)
        parent = parent.parentWidget()
    return found
