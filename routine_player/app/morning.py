"""What Today asks of itself: how the back is this morning, and whether there was a run."""

from datetime import timedelta
from typing import Final

from routine_player.app.desk import Desk
from routine_player.core.choices import When
from routine_player.core.diary_words import covered_words
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.core.ties import run_of_rating
from routine_player.store.settings import Units
from routine_player.ui.today.questions import LogPrompt, MorningQuestion

_PROMPT_AFTER_MS: Final = 15 * 60 * 1000
_PROMPT_UNTIL_MS: Final = 3 * 3600 * 1000
_LOOKED_AT: Final = 5


def morning_question(desk: Desk, now: Instant) -> MorningQuestion | None:
    """Give the question about this morning; None where there is no run to ask about.

    It is asked until noon of the day after a run, once: an answer and "Not today" both end it.
    """
    if desk.settings.morning_left == now.local_date.isoformat():
        return None
    run = _run_of_yesterday(desk, now)
    today = desk.history.diary.ratings_between(now.local_date, now.local_date)
    if run is None or any(one.moment is RatingMoment.NEXT_MORNING for one in today):
        return None
    covered = covered_words(run, in_miles=desk.settings.units is Units.MILES)
    if covered:
        words = tr("After yesterday's {covered}.", covered=covered.partition(" · ")[0])
    else:
        words = tr("After yesterday's run.")
    return MorningQuestion(words)


def morning_rating(score: int, now: Instant) -> Rating:
    """Give what was answered; the history finds the run that it belongs to."""
    return Rating(RatingMoment.NEXT_MORNING, score, now)


def log_prompt(desk: Desk, now: Instant) -> LogPrompt | None:
    """Ask for a run that probably was: there was a warm-up for one, and nothing is logged since."""
    sessions = desk.history.sessions(limit=_LOOKED_AT)
    warm_up = next((one for one in sessions if one.is_real and one.ended is not None), None)
    if warm_up is None or warm_up.when is not When.BEFORE_RUN or warm_up.ended is None:
        return None
    passed_ms = now.utc_ms - warm_up.ended.utc_ms
    if not _PROMPT_AFTER_MS <= passed_ms <= _PROMPT_UNTIL_MS:
        return None
    runs = desk.history.diary.runs(limit=1)
    if runs and runs[0].run.started.utc_ms >= warm_up.started.utc_ms:
        return None
    clock = warm_up.ended.local.strftime("%H:%M")
    words = tr("{routine} ended at {clock}.", routine=warm_up.routine_name, clock=clock)
    return LogPrompt(warm_up.id, words)


def _run_of_yesterday(desk: Desk, now: Instant) -> Run | None:
    yesterday = now.local_date - timedelta(days=1)
    runs = [one.run for one in desk.history.diary.runs_between(yesterday, yesterday)]
    runs = [run for run in runs if run.activity is Activity.RUN]
    wanted = run_of_rating(RatingMoment.NEXT_MORNING, now, runs)
    return next((run for run in runs if run.id == wanted), None)
