"""History in the gallery: a year of sessions, one of them open, a day, and nothing yet."""

import tempfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.core.instant import Instant
from routine_player.core.load_note import LoadNote
from routine_player.core.pain import Course, Quality, Rating, RatingMoment
from routine_player.core.run import Run, RunKind, Surface
from routine_player.dev.example_history import example_history
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.history import History
from routine_player.store.history_values import PastSession
from routine_player.store.paths import Places
from routine_player.store.session_summary import SessionId
from routine_player.ui.history.values import EntryDetail, RatingLine, RunLine, Tie
from routine_player.ui.views.history import HistoryView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)

_TODAY: Final = date(2026, 6, 14)
_PAGE: Final = 50
_NOON_MS: Final = 1_781_438_400_000  # of that day
_DESK: Final = Rating(
    RatingMoment.ALONE, 3, Instant.of(_NOON_MS, 0), ("lower-back-middle",), note="Sat for hours"
)


def _page(pose: Callable[[HistoryView, History], None]) -> Callable[[Studio], QWidget]:
    """Build the page as `pose` fills it out of a year of sessions."""

    def build(studio: Studio) -> QWidget:
        view = HistoryView(studio.theme)
        with tempfile.TemporaryDirectory() as home:
            history = example_history(Places(Path(home)), _TODAY)
            whole = {one.id: history.session(one.id) for one in history.sessions(-1)}
            view.session_wished.connect(partial(_show, view, whole))
            view.show_days(history.days(date.min, _TODAY), _TODAY)
            pose(view, history)
            history.close()
        return view

    return build


def _show(
    view: HistoryView, sessions: Mapping[SessionId, PastSession | None], wished: SessionId
) -> None:
    session = sessions[wished]
    if session is not None:
        view.show_session(session, playable=True)


def _all(view: HistoryView, history: History) -> None:
    view.show_sessions(history.sessions(_PAGE), _TODAY, has_more=True)


def _session(view: HistoryView, history: History) -> None:
    """One session open: beside the list, or alone where the window is narrow."""
    _all(view, history)
    view.open_session(history.sessions(1)[0].id)


def _day(view: HistoryView, history: History) -> None:
    day = next(day.day for day in history.days(date.min, _TODAY) if day.sessions > 1)
    view.show_day(day, history.sessions_between(day, day), _TODAY)


def _empty_day(view: HistoryView, _: History) -> None:
    view.show_day(_TODAY - timedelta(days=80), (), _TODAY)


def _nothing(studio: Studio) -> QWidget:
    view = HistoryView(studio.theme)
    view.show_days((), _TODAY)
    view.show_sessions((), _TODAY, has_more=False)
    return view


def _mixed(view: HistoryView, history: History) -> None:
    """Runs and a rating of a day among the sessions."""
    started = Instant.of(_NOON_MS - 4 * 3_600_000, 0)
    run = Run(started, 1900.0, 5100.0, kind=RunKind.EASY, surface=Surface.GRASS, note="Warm, calm")
    lines = (RatingLine(_DESK), RunLine(run, 4, 2))
    detail = EntryDetail(
        run,
        (
            Rating(
                RatingMoment.WORST_IN_RUN,
                4,
                started,
                ("lower-back-right", "buttock-right"),
                (Quality.TIGHT, Quality.DULL),
                12,
                Course.EASED,
            ),
            Rating(RatingMoment.AFTER_RUN, 2, started),
            Rating(RatingMoment.NEXT_MORNING, 1, started),
        ),
        shoes="road shoes",
        sources="morning.fit",
        load=LoadNote(3900.0, 5100 / 3900, 1.52).words,
        ties=(Tie(UUID(int=1), "Warm-up 07:40"), Tie(UUID(int=2), "Cool-down 08:55")),
        others=(Tie(UUID(int=3), "Core foundation 12:10"),),
    )
    view.session_wished.disconnect()
    view.session_wished.connect(partial(_show_entry, view, detail))
    view.show_sessions((*lines, *history.sessions(_PAGE)), _TODAY, has_more=True)
    view.open_session(run.id)


def _show_entry(view: HistoryView, detail: EntryDetail, _wished: SessionId) -> None:
    """Show `detail`, whatever was asked for."""
    view.show_entry(detail)


def _rating(view: HistoryView, history: History) -> None:
    """A rating of a day at the desk, open."""
    view.session_wished.disconnect()
    view.session_wished.connect(partial(_show_entry, view, EntryDetail(None, (_DESK,))))
    view.show_sessions((RatingLine(_DESK), *history.sessions(_PAGE)), _TODAY, has_more=True)
    view.open_session(_DESK.id)


STATES: Final = (
    GalleryState("history-run", _page(_mixed), SIZES),
    GalleryState("history-rating", _page(_rating), USUAL[:1]),
    GalleryState("history", _page(_all), SIZES),
    GalleryState("history-session", _page(_session), (QSize(640, 420),)),
    GalleryState("history-day", _page(_day), (QSize(1280, 800),)),
    GalleryState("history-empty-day", _page(_empty_day), (QSize(1280, 800),)),
    GalleryState("history-nothing", _nothing, SIZES),
)
