"""Where each part of the player lies in its window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from routine_player.ui.player.fit import Fit
from routine_player.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from routine_player.ui.widgets.round_button import CAPTION_ROOM

_LEAST_SCENERY = 96
_COLUMN_REACH = 16
_ICON_INSET = 10  # of an icon in its button: the icon ends at the margin, not the button


@dataclass(frozen=True, slots=True)
class Needs:
    """How much room the parts need, in pixels; a height that depends on the width is a function."""

    top: int
    banner: Callable[[int], int]
    title: Callable[[int], int]
    cues: Callable[[int], int]
    hurt: QSize
    controls: QSize
    tools: QSize
    column: int  # the ring with all that is below it
    next_line: int  # what comes next in words; 0 where it stands elsewhere
    next_card: QSize  # the same with its picture, as narrow as it may be


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The areas of the parts.

    `corner` is what is left of the foot at the right; `has_room_for_next` tells whether what comes
    next has room in it, with its picture.
    """

    top: QRect
    banner: QRect
    title: QRect
    scenery: QRect
    cues: QRect
    next_line: QRect
    column: QRect
    hurt: QRect
    controls: QRect
    corner: QRect
    tools: QRect
    has_room_for_next: bool


def arrange(fit: Fit, needs: Needs) -> Arrangement:
    """Place the parts: head, picture beside or above the ring, foot."""
    head, banner, tools = _head(fit, needs)
    hurt, controls, corner = _foot(fit, needs)
    body_top = (banner if banner.height() else head).bottom() + 1
    body = QRect(
        fit.margin,
        body_top,
        fit.width - 2 * fit.margin,
        max(0, controls.top() - fit.gap - body_top),
    )
    placed = _one_column(fit, needs, body) if fit.is_tall else _two_columns(fit, needs, body)
    title, scenery, cues, next_line, column = placed
    if fit.is_compact:
        tools = QRect(
            fit.width - fit.margin - needs.tools.width() + _ICON_INSET,
            controls.center().y() - needs.tools.height() // 2 + 1,
            needs.tools.width(),
            needs.tools.height(),
        )
    return Arrangement(
        top=head,
        banner=banner,
        title=title,
        scenery=scenery,
        cues=cues,
        next_line=next_line,
        column=column,
        hurt=hurt,
        controls=controls,
        corner=corner,
        tools=tools,
        has_room_for_next=corner.width() >= needs.next_card.width(),
    )


def _head(fit: Fit, needs: Needs) -> tuple[QRect, QRect, QRect]:
    """The top line with its bar, the notice under it, and the tools in the corner."""
    width = fit.width - 2 * fit.margin
    top = SPACE_12 if fit.is_compact else SPACE_16 + 4
    head = QRect(fit.margin, top, width, needs.top)
    height = needs.banner(width)
    banner = QRect(fit.margin, head.bottom() + 1 + SPACE_12, width, height)
    tools = QRect(
        fit.width - fit.margin - needs.tools.width(),
        top,
        needs.tools.width(),
        needs.tools.height(),
    )
    return head, banner if height else QRect(), tools


def _foot(fit: Fit, needs: Needs) -> tuple[QRect, QRect, QRect]:
    """The lower line: "It hurts" at the left, the controls in the middle, a corner at the right."""
    height = max(needs.controls.height(), needs.hurt.height())
    top = fit.height - (SPACE_12 if fit.is_compact else SPACE_16) - height
    right = fit.margin + needs.tools.width() if fit.is_compact else fit.margin
    free_left = fit.margin + needs.hurt.width() + SPACE_12
    free_right = fit.width - right - SPACE_12
    middle = (fit.width - needs.controls.width()) // 2
    left = max(free_left, min(middle, free_right - needs.controls.width()))
    controls = QRect(left, top, needs.controls.width(), needs.controls.height())
    line = (height - needs.hurt.height()) // 2 if fit.is_compact else _circles_end(height, needs)
    hurt = QRect(fit.margin, top + line, needs.hurt.width(), needs.hurt.height())
    # What stands in the corner begins where the ring's column does.
    column_left = 0 if fit.is_tall else fit.width - fit.margin - fit.ring - _COLUMN_REACH
    corner_left = max(controls.right() + 1 + SPACE_32, column_left)
    corner_height = max(height, needs.next_card.height())
    corner = QRect(
        corner_left,
        top + height - corner_height,
        max(0, fit.width - right - corner_left),
        corner_height,
    )
    return hurt, controls, corner


def _circles_end(height: int, needs: Needs) -> int:
    """Where "It hurts" begins if it ends where the round buttons do, above their words."""
    return height - CAPTION_ROOM - needs.hurt.height()


def _two_columns(fit: Fit, needs: Needs, body: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
    """Title, picture and words at the left, the ring at the right."""
    reach = 0 if fit.is_compact else _COLUMN_REACH
    column_width = fit.ring + reach
    gutter = SPACE_16 if fit.is_compact else SPACE_32
    top = body.top() + (SPACE_16 if fit.is_compact else SPACE_12)
    left = QRect(body.left(), top, body.width() - column_width - gutter, body.bottom() + 1 - top)
    title, scenery, cues, next_line = _stack(needs, left)
    column_top = body.top() + (SPACE_8 if fit.is_compact else SPACE_24)
    column = QRect(
        body.right() + 1 - column_width,
        column_top,
        column_width,
        max(0, body.bottom() + 1 - column_top),
    )
    return title, scenery, cues, next_line, column


def _one_column(fit: Fit, needs: Needs, body: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
    """Title, picture and words above, the ring below them."""
    top = body.top() + SPACE_16
    room = body.bottom() + 1 - top
    words = needs.title(body.width()) + needs.cues(body.width()) + 3 * fit.gap
    words += needs.next_line
    height = min(needs.column, max(0, room - words - _LEAST_SCENERY))
    upper = QRect(body.left(), top, body.width(), room - height - fit.gap)
    title, scenery, cues, next_line = _stack(needs, upper)
    column = QRect(body.left(), body.bottom() + 1 - height, body.width(), height)
    return title, scenery, cues, next_line, column


def _stack(needs: Needs, area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Title, picture, words and the line of what is next, one above the other."""
    title = QRect(area.left(), area.top(), area.width(), needs.title(area.width()))
    bottom = area.bottom() + 1
    next_line = QRect(area.left(), bottom - needs.next_line, area.width(), needs.next_line)
    bottom = next_line.top() - (SPACE_8 if needs.next_line else 0)
    cues_height = needs.cues(area.width())
    cues = QRect(area.left(), bottom - cues_height, area.width(), cues_height)
    top = title.bottom() + 1 + SPACE_12
    bottom = cues.top() - (SPACE_12 if cues_height else 0)
    scenery = QRect(area.left(), top, area.width(), max(0, bottom - top))
    return title, scenery, cues, next_line
