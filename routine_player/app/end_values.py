"""What the page after a session shows, made from what was kept of it."""

from collections.abc import Iterable
from typing import Final

from routine_player.app.desk import Desk
from routine_player.core import dose_wording, wording
from routine_player.core.choices import When
from routine_player.core.entry import PainMoment
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.offering import Candidate, LastRun, PastPlay, occasion, offered
from routine_player.core.plan import PlanStep
from routine_player.core.preview import Preview
from routine_player.core.routine import Exercise, Step
from routine_player.core.scene import Picture
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_values import PastSession
from routine_player.store.routine_file import RoutineFile
from routine_player.store.session_keeper import SessionKeeper
from routine_player.ui.end.values import EndStep, EndValues, NextOffer

DEMO: Final = "demo"
LOOK_ROUND: Final = "look-round"
"""The action of the offer that leads to all routines."""
_PLAY: Final = "play:"
_LOOKED_AT: Final = 30


def end_values(desk: Desk, keeper: SessionKeeper) -> EndValues:
    """Sum up the session of `keeper`; what the history could not store is taken from the keeper."""
    past = _stored(desk, keeper)
    steps = tuple(_steps(keeper, past))
    summary = None if past is None else past.summary
    pain_before = keeper.rated(PainMoment.BEFORE) if summary is None else summary.pain_before
    return EndValues(
        routine_name=keeper.begun.routine_name,
        steps=steps,
        active_s=keeper.active_s,
        finished=keeper.is_finished,
        picture=_picture(desk, keeper.begun.routine, steps),
        asks=keeper.begun.routine != DEMO,
        pain_before=pain_before,
        pain_now=keeper.rated(PainMoment.AFTER) if summary is None else summary.pain_after,
        effort=None if summary is None else summary.effort,
        note="" if summary is None else summary.note,
        offers=_offers(desk, keeper.begun.routine, finished=keeper.is_finished),
        unsaved_reason=unsaved_reason(desk, keeper),
        can_undo=past is not None,
    )


def unsaved_reason(desk: Desk, keeper: SessionKeeper) -> str:
    """Say why not all of a session is saved; empty where all of it is."""
    return keeper.trouble or desk.history.unsaved_reason


def routine_to_play(action: str) -> str | None:
    """Give the slug that an offer's action wants to play; None where it wants something else."""
    return action.removeprefix(_PLAY) if action.startswith(_PLAY) else None


def _stored(desk: Desk, keeper: SessionKeeper) -> PastSession | None:
    try:
        return desk.history.session(keeper.id)
    except HistoryError:
        return None  # the keeper knows, and its trouble is told


def _steps(keeper: SessionKeeper, past: PastSession | None) -> Iterable[EndStep]:
    steps = list(keeper.steps if past is None else past.steps)
    for told in keeper.steps:
        if told.outcome is not None and steps[told.index].outcome is not Outcome.DONE:
            steps[told.index] = told
    for step in steps:
        yield EndStep(step.name, _dose_words(step.planned), step.outcome, step.planned.work_s)


def _dose_words(planned: PlanStep) -> str:
    exercise = Exercise(planned.slug, planned.name)
    return dose_wording.step_words(Step(exercise, planned.sets, planned.sides))


def _picture(desk: Desk, routine: str, steps: tuple[EndStep, ...]) -> Picture | None:
    """Give the picture of the last step that was done, else of the first."""
    file = next((file for _, file in desk.keyed_entries() if file.slug == routine), None)
    preview = None if file is None else desk.preview(file)
    if preview is None or len(preview.steps) != len(steps):
        return None  # the file has changed meanwhile
    done = [index for index, step in enumerate(steps) if step.outcome is Outcome.DONE]
    return preview.steps[done[-1] if done else 0].picture


def _offers(desk: Desk, routine: str, *, finished: bool) -> tuple[NextOffer, ...]:
    """Tell what may come next: little, and after a session that was stopped nothing."""
    if routine == DEMO:
        return (_look_round(), *_warm_up(desk))
    return _cool_down(desk, routine) if finished else ()


def _look_round() -> NextOffer:
    return NextOffer(
        LOOK_ROUND,
        tr("All routines"),
        tr("Each with its steps and what it needs."),
        icon="rows",
        label=tr("Look round"),
        key=tr("R"),
    )


def _warm_up(desk: Desk) -> Iterable[NextOffer]:
    preview = _offered(desk, When.BEFORE_RUN)
    if preview is not None:
        time = wording.rough_minutes(preview.seconds)
        yield NextOffer(
            _PLAY + preview.slug,
            preview.name,
            tr("{time}, before a run", time=time),
            icon="person-simple-run",
            label=tr("Start"),
            key=tr("S"),
        )


def _cool_down(desk: Desk, routine: str) -> tuple[NextOffer, ...]:
    """Offer the run's other end, where a run is due now."""
    candidates = tuple(_candidates(desk))
    when = next((one.when for one in candidates if one.slug == routine), When.ANY)
    now = desk.clock.instant()
    due = occasion(now, candidates, _plays(desk), _last_run(desk, now))
    run_comes = when is When.BEFORE_RUN or (when is When.ANY and due is When.AFTER_RUN)
    preview = _offered(desk, When.AFTER_RUN) if run_comes else None
    if preview is None:
        return ()
    time = wording.rough_minutes(preview.seconds)
    offer = NextOffer(
        _PLAY + preview.slug,
        tr("After your run: {name}", name=preview.name),
        tr("{time}. It waits on Today too.", time=time),
        icon="person-simple-walk",
        label=tr("Open"),
        key=tr("C"),
    )
    return (offer,)


def _last_run(desk: Desk, now: Instant) -> LastRun | None:
    try:
        return desk.history.last_run(now)
    except HistoryError:
        return None  # as below


def _offered(desk: Desk, when: When) -> Preview | None:
    """Give the routine for an occasion; None where none is meant for it."""
    candidates = [one for one in _candidates(desk) if one.when is when]
    chosen = offered(when, candidates, _plays(desk))
    file = None if chosen is None else desk.library.routine(chosen.slug)
    return None if file is None else desk.preview(file)


def _candidates(desk: Desk) -> Iterable[Candidate]:
    entries: tuple[RoutineFile, ...] = desk.library.entries
    for file in entries:
        if file.routine is not None and file.slug != DEMO:
            yield Candidate(file.slug, file.routine.when)


def _plays(desk: Desk) -> list[PastPlay]:
    try:
        past = desk.history.sessions(limit=_LOOKED_AT)
    except HistoryError:
        return []  # the page says so where it tells what is saved
    return [PastPlay(one.routine, one.started) for one in past if one.is_real]
