"""The pages around a session in the gallery: first start, Today, Routines, start, advice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from routine_player.core.choices import When
from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import SessionOutcome
from routine_player.core.glance import Glance, glance_of
from routine_player.core.instant import Instant
from routine_player.core.preview import Preview, preview_of
from routine_player.core.problem import Problem, Severity
from routine_player.core.routine import Routine
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.routines.values import Origin, RoutineEntry
from routine_player.ui.start.values import StartValues
from routine_player.ui.today.questions import LogPrompt, MorningQuestion
from routine_player.ui.today.resumption import Obstacle, Resumption
from routine_player.ui.today.values import Offer, PastLine, TodayValues
from routine_player.ui.views.advice import AdviceView
from routine_player.ui.views.first_start import FirstStartView
from routine_player.ui.views.routines import RoutinesView
from routine_player.ui.views.start import StartView
from routine_player.ui.views.today import TodayView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)

_DAY: Final = date(2025, 6, 14)
_BEFORE, _AFTER, _ALTERNATING = "pre-run-warm-up", "hip-flexor-and-psoas", "couch-to-5k-week-1"
_ERRORS: Final = (
    Problem("my-mix.yaml", 2, 7, Severity.ERROR, "`when`: expected one of before-run, any."),
    Problem("my-mix.yaml", 4, 15, Severity.ERROR, "There is no exercise `glute-brige`."),
)
_WARNING: Final = Problem("my.yaml", 5, 12, Severity.WARNING, "`image`: the file does not exist.")


def _routines(studio: Studio) -> list[Routine]:
    return [file.routine for file in studio.library.entries if file.routine is not None]


def _preview(studio: Studio, slug: str) -> Preview:
    """Sum up a bundled routine; LookupError if there is none of that slug."""
    for routine in _routines(studio):
        if routine.slug == slug:
            return preview_of(routine, compile_timeline(routine))
    raise LookupError(f"the library has no routine '{slug}' that plays")


def _glance(studio: Studio, slug: str) -> Glance:
    routine = next(one for one in _routines(studio) if one.slug == slug)
    return glance_of(routine.when, _preview(studio, slug))


# First start and advice


def _first_start(studio: Studio) -> QWidget:
    return FirstStartView(studio.theme, studio.pictures)


def _advice(studio: Studio) -> QWidget:
    return AdviceView(studio.theme)


# Today


def _past(preview: Preview, days_ago: int) -> PastLine:
    """A session that was finished so many days ago."""
    started = Instant(0, 0, "", _DAY - timedelta(days=days_ago))
    session = SessionSummary(
        id=UUID(int=days_ago),
        routine=preview.slug,
        routine_name=preview.name,
        started=started,
        ended=started,
        outcome=SessionOutcome.FINISHED,
        steps_done=len(preview.steps),
        steps_planned=len(preview.steps),
        planned_s=preview.seconds,
        active_s=preview.seconds,
        speed=1.0,
        pain_before=4,
        pain_after=3,
        effort=None,
        note="",
    )
    return PastLine(session, preview.when)


def _today_values(studio: Studio) -> TodayValues:
    before, after = _preview(studio, _BEFORE), _preview(studio, _AFTER)
    stopped = replace(
        _past(before, 1).session,
        outcome=SessionOutcome.STOPPED,
        steps_done=4,
        pain_before=2,
        pain_after=None,
    )
    others = tuple(_glance(studio, one.slug) for one in _routines(studio))
    past = (_past(after, 0), PastLine(stopped, before.when), _past(before, 3), _past(after, 400))
    offer = Offer(When.BEFORE_RUN, _glance(studio, _BEFORE))
    return TodayValues(_DAY, offer, others=others, past=past)


def _today(change: Callable[[Studio, TodayValues], TodayValues]) -> Callable[[Studio], QWidget]:
    """Build the page with usual values that `change` alters."""

    def build(studio: Studio) -> QWidget:
        view = TodayView(studio.theme, studio.pictures)
        view.show_today(change(studio, _today_values(studio)))
        return view

    return build


def _after_run(studio: Studio, values: TodayValues) -> TodayValues:
    offer = Offer(When.AFTER_RUN, _glance(studio, _AFTER))
    sentence = "Easy run, 5.1 km done. Two small things are left."
    return replace(values, offer=offer, sentence=sentence)


def _morning(_: Studio, values: TodayValues) -> TodayValues:
    return replace(values, morning=MorningQuestion("After yesterday's 8.2 km."))


def _run_probable(studio: Studio, values: TodayValues) -> TodayValues:
    prompt = LogPrompt(UUID(int=1), "Pre-run warm-up ended at 7:40.")
    return replace(_after_run(studio, values), sentence="", log=prompt)


def _run_known(studio: Studio, values: TodayValues) -> TodayValues:
    words = "A file tells of a run at 08:12: 5.1 km · 31:40."
    prompt = LogPrompt(UUID(int=1), words, is_known=True)
    return replace(_after_run(studio, values), log=prompt)


def _cut_off(studio: Studio, values: TodayValues) -> TodayValues:
    preview = _preview(studio, _AFTER)
    begun = "yesterday, 18:04"
    glance = _glance(studio, _AFTER)
    cut_off = Resumption(preview.name, begun, 3, 5, 4, preview.steps[3].name, glance)
    return replace(values, resumption=cut_off)


def _changed(studio: Studio, values: TodayValues) -> TodayValues:
    cut_off = _cut_off(studio, values).resumption
    if cut_off is None:
        return values
    return replace(values, resumption=replace(cut_off, obstacle=Obstacle.CHANGED))


# Routines


def _entries(studio: Studio) -> list[RoutineEntry]:
    """The bundled routines, one with a warning, and a broken file."""
    entries = [
        RoutineEntry(
            one.slug,
            one.name,
            one.path,
            _preview(studio, one.slug),
            one.when,
            times_played=number % 4,
        )
        for number, one in enumerate(_routines(studio))
    ]
    entries[1] = replace(entries[1], origin=Origin.EDITED, problems=(_WARNING,))
    broken = RoutineEntry(
        "my-mix", "My mix", "my-mix.yaml", None, origin=Origin.OWN, problems=_ERRORS
    )
    return [*entries[:3], broken, *entries[3:]]


def _routines_at(slug: str, *, alone: bool = False) -> Callable[[Studio], QWidget]:
    """Build the page with a routine chosen, which is `alone` on its page if the window is small."""

    def build(studio: Studio) -> QWidget:
        view = RoutinesView(studio.theme, studio.pictures)
        view.show_routines(_entries(studio))
        view.choose(slug)
        if not alone:
            QTest.keyClick(view, Qt.Key.Key_Escape)
        return view

    return build


def _search(text: str) -> Callable[[Studio, QWidget], None]:
    def pose(_studio: Studio, view: QWidget) -> None:
        if isinstance(view, RoutinesView):
            view.search(text)

    return pose


# Before a session


def _start(slug: str) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        view = StartView(studio.theme, studio.pictures)
        view.show_start(StartValues(_preview(studio, slug), asks_red_flags=True))
        return view

    return build


def _ask_red_flags(_studio: Studio, view: QWidget) -> None:
    QTest.keyClick(view, Qt.Key.Key_7)
    QTest.keyClick(view, Qt.Key.Key_Return)


STATES: Final = (
    GalleryState("first-start", _first_start, SIZES),
    GalleryState("today", _today(lambda _, values: values), SIZES),
    GalleryState("today-after-run", _today(_after_run), SIZES),
    GalleryState("today-morning", _today(_morning), SIZES),
    GalleryState("today-log-your-run", _today(_run_probable), SIZES),
    GalleryState("today-log-a-known-run", _today(_run_known), SIZES),
    GalleryState("today-cut-off", _today(_cut_off), SIZES),
    GalleryState("today-cut-off-and-changed", _today(_changed), SIZES),
    GalleryState("today-no-session", _today(lambda _, values: replace(values, past=())), SIZES),
    GalleryState("today-no-routine", _today(lambda _, values: replace(values, offer=None)), SIZES),
    GalleryState("routines", _routines_at(_AFTER), SIZES),
    GalleryState("routines-alone", _routines_at(_AFTER, alone=True), SIZES[:1]),
    GalleryState("routines-broken-file", _routines_at("my-mix", alone=True), SIZES),
    GalleryState("routines-many-steps", _routines_at(_ALTERNATING), USUAL),
    GalleryState("routines-found", _routines_at(_AFTER), SIZES, _search("bri")),
    GalleryState("routines-nothing-found", _routines_at(_AFTER), SIZES, _search("swim")),
    GalleryState("start", _start("reverse-hyper"), SIZES),
    GalleryState("start-nothing-needed", _start(_ALTERNATING), SIZES),
    GalleryState("start-red-flags", _start(_AFTER), SIZES, _ask_red_flags),
    GalleryState("advice", _advice, SIZES),
)
