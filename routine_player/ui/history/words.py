"""What the History page says about sessions, days and steps."""

from collections.abc import Iterable
from datetime import date

from routine_player.core.date_words import long_day, relative_day, with_year
from routine_player.core.dose_wording import step_words
from routine_player.core.entry import Effort, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.language import tr
from routine_player.core.plan import PlanStep
from routine_player.core.routine import Exercise, Step
from routine_player.core.sites import site_words
from routine_player.core.wording import clock_time, number_words, rough_minutes
from routine_player.store.history_values import (
    Day,
    PainRating,
    PastSession,
    PastStep,
)
from routine_player.store.session_summary import SessionSummary

_BETWEEN = " · "
_HOUR_S = 3600

_OUTCOMES = {
    SessionOutcome.OPEN: "Not finished",
    SessionOutcome.FINISHED: "Finished",
    SessionOutcome.STOPPED: "Stopped early",
    SessionOutcome.INTERRUPTED: "Broke off",
}
_EFFORTS = {
    Effort.EASY: "Easy",
    Effort.FINE: "Fine",
    Effort.HARD: "Hard",
    Effort.TOO_MUCH: "Too much",
}
_MOMENTS = {
    PainMoment.BEFORE: "Before",
    PainMoment.DURING: "During",
    PainMoment.AFTER: "After",
}
_STEP_OUTCOMES = {
    Outcome.DONE: "done",
    Outcome.SKIPPED: "skipped",
    Outcome.STOPPED: "stopped",
    Outcome.HURT: "it hurt",
}
_ORDINALS = {2: "2nd", 3: "3rd"}


def outcome_words(outcome: SessionOutcome) -> str:
    """Say how a session ended."""
    return tr(_OUTCOMES[outcome])


def effort_words(effort: Effort) -> str:
    """Say how hard it was."""
    return tr(_EFFORTS[effort])


def moment_words(moment: PainMoment) -> str:
    """Say when pain was rated."""
    return tr(_MOMENTS[moment])


def speed_words(speed: float) -> str:
    """Say that a session was a trial, in short: `20x, not counted`."""
    return tr("{speed:g}x, not counted", speed=speed)


def trial_words(speed: float) -> str:
    """Say that a session was a trial, in a sentence."""
    return tr("Played at {speed:g}x speed: a trial, not counted in charts.", speed=speed)


def steps_words(done: int, planned: int) -> str:
    """Say how much of a session was done: `7 of 9 steps`."""
    if planned == 1:
        return tr("{done} of 1 step", done=done)
    return tr("{done} of {planned} steps", done=done, planned=planned)


def heading_words(day: date, today: date) -> str:
    """Say a day above its sessions: `Today`, `Yesterday`, `Saturday 14 June`, with another year."""
    return relative_day(day, today, long_day)


def day_with_year(day: date, today: date) -> str:
    """Say a day as in `Saturday 14 June`, and its year where it is not this one."""
    return with_year(day, today, long_day)


def session_line(session: SessionSummary) -> str:
    """Say a session in the second line of its row: `07:05 · 14:10 · 9 of 9 steps`."""
    words = [
        started_words(session),
        clock_time(session.active_s),
        steps_words(session.steps_done, session.steps_planned),
    ]
    if session.outcome is not SessionOutcome.FINISHED:
        words.append(_lowered(outcome_words(session.outcome)))
    if not session.is_real:
        words.append(speed_words(session.speed))
    return _BETWEEN.join(words)


def short_session_line(session: SessionSummary) -> str:
    """Say a session where the row is narrow; its icon tells the rest: `07:05 · 7 of 9 steps`."""
    if not session.is_real:
        return _BETWEEN.join((started_words(session), speed_words(session.speed)))
    steps = steps_words(session.steps_done, session.steps_planned)
    return _BETWEEN.join((started_words(session), steps))


def session_sentence(session: SessionSummary) -> str:
    """Say a row of the list aloud."""
    words = [
        session.routine_name,
        started_words(session),
        tr("{time} active", time=clock_time(session.active_s)),
        steps_words(session.steps_done, session.steps_planned),
        _lowered(outcome_words(session.outcome)),
    ]
    if not session.is_real:
        words.append(speed_words(session.speed))
    for moment, score in (
        (tr("pain before {score}"), session.pain_before),
        (tr("pain after {score}"), session.pain_after),
    ):
        if score is not None:
            words.append(moment.format(score=score))
    return ", ".join(words)


def started_words(session: SessionSummary) -> str:
    """Say when a session began, on the person's clock: `07:05`."""
    return session.started.local.strftime("%H:%M")


def when_words(session: SessionSummary, today: date) -> str:
    """Say when a session was: `Saturday 14 June, 07:05 to 07:21`."""
    day = day_with_year(session.started.local_date, today)
    began = started_words(session)
    if session.ended is None:
        return tr("{day}, {began}", day=day, began=began)
    ended = session.ended.local.strftime("%H:%M")
    return tr("{day}, {began} to {ended}", day=day, began=began, ended=ended)


def day_words(day: Day) -> str:
    """Say what happened on a day: `2 sessions, 23 min, worst pain 4`."""
    words: list[str] = []
    if day.sessions:
        words.append(number_words(day.sessions, tr("session"), tr("sessions")))
        words.append(rough_minutes(day.active_s))
    if day.runs:
        words.append(number_words(day.runs, tr("run"), tr("runs")))
    if day.trials:
        words.append(number_words(day.trials, tr("trial"), tr("trials")))
    if day.worst_pain is not None:
        words.append(tr("worst pain {score}", score=day.worst_pain))
    return ", ".join(words)


def sum_words(days: Iterable[Day]) -> str:
    """Say what some days come to: `97 sessions, 28 h`."""
    those = tuple(days)
    sessions = sum(day.sessions for day in those)
    if not sessions:
        return ""
    words = number_words(sessions, tr("session"), tr("sessions"))
    return f"{words}, {_rough_hours(sum(day.active_s for day in those))}"


def dose_line(planned: PlanStep) -> str:
    """Say what a step asked for: `30 s each side, 2 sets`."""
    words = step_words(Step(Exercise(planned.slug, planned.name), planned.sets, planned.sides))
    if planned.round_count == 1:
        return words
    round_words = tr(
        "round {number} of {count}", number=planned.round_number, count=planned.round_count
    )
    return _BETWEEN.join((words, round_words))


def step_line(step: PastStep, hurt: tuple[PainRating, ...]) -> str:
    """Say in a row what a step was to be and what became of it, where that is not all."""
    words = [dose_line(step.planned)]
    if step.name != step.planned.name:
        words.append(tr("instead of {name}", name=step.planned.name))
    if step.outcome is None:
        words.append(tr("not reached"))
    elif step.outcome is not Outcome.DONE:
        words.append(_left_undone(step))
    words.extend(sites_words(rating.sites) for rating in hurt if rating.sites)
    if step.attempt > 1:
        words.append(_attempt_words(step.attempt))
    return _BETWEEN.join(words)


def step_sentence(step: PastStep, hurt: tuple[PainRating, ...]) -> str:
    """Say a step's row aloud."""
    words = [f"{step.index + 1}", step.name]
    if step.outcome is Outcome.DONE:
        words.append(tr(_STEP_OUTCOMES[Outcome.DONE]))
    words.append(step_line(step, hurt).replace(_BETWEEN, ", "))
    words.extend(tr("pain {score}", score=rating.score) for rating in hurt)
    if step.outcome is not None:
        words.append(clock_time(step.active_s))
    return ", ".join(words)


def sites_words(sites: tuple[str, ...]) -> str:
    """Say where it hurt."""
    return "; ".join(site_words(site) for site in sites)


def rating_line(rating: PainRating, session: PastSession) -> str:
    """Say a rating beside its dot: when, in which step, and where."""
    words = [moment_words(rating.moment)]
    at = rating.step_index
    if at is not None and 0 <= at < len(session.steps):
        words.append(session.steps[at].name)
    if rating.sites:
        words.append(sites_words(rating.sites))
    return _BETWEEN.join(words)


def _rough_hours(seconds: float) -> str:
    if seconds < _HOUR_S:
        return rough_minutes(seconds)
    return tr("{hours} h", hours=round(seconds / _HOUR_S))


def _left_undone(step: PastStep) -> str:
    assert step.outcome is not None  # noqa: S101 - the caller asked
    words = tr(_STEP_OUTCOMES[step.outcome])
    if not step.works_done:
        return words
    return tr(
        "{outcome} after {done} of {planned}",
        outcome=words,
        done=step.works_done,
        planned=step.works_planned,
    )


def _attempt_words(attempt: int) -> str:
    return tr("{number} attempt", number=_ORDINALS.get(attempt, f"{attempt}th"))


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:]
