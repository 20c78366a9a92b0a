"""What Today says of a run that is just over: what it was, how the back did, and what is left."""

from collections.abc import Iterable, Sequence

from routine_player.app.desk import Desk
from routine_player.core.diary_words import covered_words, run_title
from routine_player.core.language import tr
from routine_player.core.offering import LastRun
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import LoggedRun, SourceKind
from routine_player.store.settings import Units
from routine_player.ui.today.questions import AfterRun, LogPrompt


def after_run(desk: Desk, last: LastRun, *, is_routine_left: bool, is_left: bool) -> AfterRun:
    """Tell of the run `last`, which is in the log.

    `is_routine_left` says that the routine after it is still to come, `is_left` that nobody wants
    to say how it was.
    """
    diary = desk.history.diary
    logged, said = diary.run(last.id), diary.ratings_of_run(last.id)
    if logged is None:
        return AfterRun("")
    covered = covered_words(logged.run, in_miles=desk.settings.units is Units.MILES)
    prompt = None if is_left or _needs_no_words(logged, said) else _prompt(logged, covered)
    name = ", ".join(filter(None, (run_title(logged.run), covered.partition(" · ")[0])))
    sentences = (
        tr("{run} done.", run=name),
        _pain_words(said),
        _left_words((prompt is not None) + is_routine_left),
    )
    return AfterRun(" ".join(filter(None, sentences)), prompt)


def _needs_no_words(logged: LoggedRun, said: Iterable[Rating]) -> bool:
    """Whether somebody said how the run was, or typed it, and could have."""
    is_typed = any(one.kind is SourceKind.TYPED for one in logged.sources)
    return is_typed or any(one.moment in _OF_IT for one in said)


_OF_IT = {RatingMoment.WORST_IN_RUN, RatingMoment.AFTER_RUN}


def _prompt(logged: LoggedRun, covered: str) -> LogPrompt:
    clock = logged.run.started.local.strftime("%H:%M")
    if covered:
        words = tr("A file tells of a run at {clock}: {what}.", clock=clock, what=covered)
    else:
        words = tr("A file tells of a run at {clock}.", clock=clock)
    return LogPrompt(logged.run.id, words, is_known=True)


def _pain_words(said: Sequence[Rating]) -> str:
    scores = {one.moment: one.score for one in said}
    worst = scores.get(RatingMoment.WORST_IN_RUN)
    after = scores.get(RatingMoment.AFTER_RUN)
    if worst is None:
        return "" if after is None else tr("Pain {after} after it.", after=after)
    if after is None:
        return tr("Pain {worst} at worst.", worst=worst)
    return tr("Pain {worst} at worst, {after} after it.", worst=worst, after=after)


def _left_words(count: int) -> str:
    words = {1: tr("One small thing is left."), 2: tr("Two small things are left.")}
    return words.get(count, tr("Nothing is left to do."))
