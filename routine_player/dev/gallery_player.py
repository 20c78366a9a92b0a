"""The player in the gallery: real sessions out of the library, stopped at a moment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.core.alternatives import easier_step
from routine_player.core.choices import Side
from routine_player.core.compilation import compile_timeline
from routine_player.core.dose_wording import step_words
from routine_player.core.moment import moment_of
from routine_player.core.routine import (
    HeldReps,
    Hold,
    PacedReps,
    Routine,
    Step,
)
from routine_player.core.scene import picture_of, scene_of
from routine_player.core.session import Command, Session
from routine_player.core.timeline import Phase, PhaseKind, Timeline
from routine_player.core.wording import side_words
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.store.library import Library
from routine_player.ui.player.values import HurtQuestion
from routine_player.ui.views.player import PlayerView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)
_FAR_ENOUGH: Final = 4  # phases into a routine, so that the bar has something to show

Chooser = Callable[[Timeline, Phase], bool]
Change = Callable[[PlayerView], None]


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment to stop at: `left_s` before the end of the first phase that fits.

    `then` are commands given at that moment. `own_pace` lets every step wait for Done.
    """

    fits: Chooser
    left_s: float | None = None
    then: tuple[Command, ...] = ()
    own_pace: bool = False


def session_at(library: Library, stop: Stop) -> tuple[Session, float]:
    """Play the first routine that has such a moment up to it; give the session and its clock.

    LookupError if no routine of the library has one.
    """
    for file in library.entries:
        if file.routine is not None:
            routine = _at_own_pace(file.routine) if stop.own_pace else file.routine
            timeline = compile_timeline(routine)
            if any(stop.fits(timeline, phase) for phase in timeline.phases):
                return _played(timeline, stop)
    raise LookupError("no routine has the moment that the gallery wants to show")


def _played(timeline: Timeline, stop: Stop) -> tuple[Session, float]:
    session = Session(timeline)
    session.handle(Command.START, 0.0)
    now = 0.0
    while not stop.fits(session.timeline, session.phase):
        if session.deadline is None:
            session.handle(Command.DONE, now)
        else:
            now = session.deadline
            session.advance(now)
    left_s = session.left_s(now)
    if left_s is not None and stop.left_s is not None:
        now += max(0.0, left_s - stop.left_s)
    session.advance(now)
    for command in stop.then:
        session.handle(command, now)
    return session, now


def _at_own_pace(routine: Routine) -> Routine:
    items = tuple(
        replace(item, self_paced=True) if isinstance(item, Step) else item for item in routine.items
    )
    return replace(routine, items=items)


def show(view: PlayerView, session: Session, now: float) -> None:
    """Show a session in the view as the app does."""
    rep = session.rep(now) if session.phase.kind is PhaseKind.WORK else None
    side = rep.side if rep is not None else None
    view.show_scene(scene_of(session.timeline, session.phase, side))
    view.show_allowed(frozenset(one for one in Command if session.allows(one)))
    view.show_moment(moment_of(session, now))


def _player(stop: Stop, change: Change | None = None) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        view = PlayerView(studio.theme, studio.pictures)
        session, now = session_at(studio.library, stop)
        show(view, session, now)
        view.show_voice("Voice: key moments")
        if change is not None:
            change(view)
        return view

    return build


def _on(view: QWidget) -> PlayerView:
    if not isinstance(view, PlayerView):
        raise TypeError("only a player is posed so")
    return view


def _long_name(view: PlayerView) -> None:
    scene = view.page.scene
    if scene is not None:
        name = "Half-kneeling hip-flexor stretch with overhead reach and side bend"
        view.show_scene(replace(scene, headline=name))


def _ask_hurt(studio: Studio, view: QWidget) -> None:
    session, _ = session_at(studio.library, _HURTS)
    step, side = session.planned.step, session.phase.side
    easier = easier_step(step, studio.library.exercises)
    following = session.timeline.steps[session.planned.index + 1]
    _on(view).ask_hurt(
        HurtQuestion(
            exercise=step.name,
            side="" if side is None else side_words(side),
            easier="" if easier is None else easier.name,
            easier_detail="" if easier is None else step_words(easier),
            easier_picture=None if easier is None else picture_of(easier, side),
            next_words=following.step.name,
        )
    )


def _answer_hurt(studio: Studio, view: QWidget) -> None:
    _ask_hurt(studio, view)
    sheet = _on(view).sheets.open_sheet
    if sheet is not None:
        sheet.take_key("3")
        sheet.take_key("5")


def _ask_interrupted(_: Studio, view: QWidget) -> None:
    _on(view).ask_interrupted("12 min")


def _ask_stop(_: Studio, view: QWidget) -> None:
    _on(view).ask_stop()


def _show_keys(_: Studio, view: QWidget) -> None:
    _on(view).show_keys()


def _hold(timeline: Timeline, phase: Phase) -> bool:
    planned = timeline.steps[phase.step_index]
    is_hold = isinstance(planned.dose(phase.set_number), Hold)
    has_easier = planned.step.exercise.easier is not None
    return phase.kind is PhaseKind.WORK and is_hold and has_easier and phase.side is Side.RIGHT


def _paced(timeline: Timeline, phase: Phase) -> bool:
    dose = timeline.steps[phase.step_index].dose(phase.set_number)
    return (
        phase.kind is PhaseKind.WORK and isinstance(dose, PacedReps) and phase.index > _FAR_ENOUGH
    )


def _held_reps(timeline: Timeline, phase: Phase) -> bool:
    dose = timeline.steps[phase.step_index].dose(phase.set_number)
    return phase.kind is PhaseKind.WORK and isinstance(dose, HeldReps)


def _kind(kind: PhaseKind) -> Chooser:
    return lambda _, phase: phase.kind is kind


def _level(_: Timeline, phase: Phase) -> bool:
    return phase.kind is PhaseKind.PREPARE and phase.changes_level and phase.index > 0


def _waits(timeline: Timeline, phase: Phase) -> bool:
    return phase.duration_s is None and _paced(timeline, phase)


_HOLD = Stop(_hold, left_s=18)
_HURTS = replace(_HOLD, then=(Command.HURT,))
_PAUSED = replace(_HOLD, then=(Command.PAUSE,))
_REPS = Stop(_paced, left_s=23.2)
_HELD_REPS = Stop(_held_reps, left_s=27.0)
_SWITCH = Stop(_kind(PhaseKind.SWITCH), left_s=2.4)
_REST = Stop(_kind(PhaseKind.REST), left_s=7.5)
_LEVEL = Stop(_level, left_s=6.5)
_OWN_PACE = Stop(_waits, own_pace=True)

STATES: Final = (
    GalleryState("player-hold", _player(_HOLD), SIZES),
    GalleryState("player-last-seconds", _player(replace(_HOLD, left_s=2.5)), SIZES),
    GalleryState("player-reps", _player(_REPS), SIZES),
    GalleryState("player-held-reps", _player(_HELD_REPS), SIZES),
    GalleryState("player-switch", _player(_SWITCH), SIZES),
    GalleryState("player-rest", _player(_REST), SIZES),
    GalleryState("player-position", _player(_LEVEL), SIZES),
    GalleryState("player-own-pace", _player(_OWN_PACE), SIZES),
    GalleryState("player-paused", _player(_PAUSED), SIZES),
    GalleryState("player-muted", _player(_HOLD, lambda view: view.show_muted(True)), SIZES),
    GalleryState("player-long-name", _player(_HOLD, _long_name), SIZES),
    GalleryState(
        "player-notice",
        _player(_HOLD, lambda view: view.show_notice("Not saved: the disk is full.")),
        SIZES,
    ),
    GalleryState("player-hurt", _player(_HURTS), SIZES, _ask_hurt),
    GalleryState("player-hurt-answered", _player(_HURTS), SIZES, _answer_hurt),
    GalleryState("player-interrupted", _player(_PAUSED), SIZES, _ask_interrupted),
    GalleryState("player-stop", _player(_PAUSED), SIZES, _ask_stop),
    GalleryState("player-keys", _player(_PAUSED), SIZES, _show_keys),
)
