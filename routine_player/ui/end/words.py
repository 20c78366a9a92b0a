"""What the page after a session says."""

from collections.abc import Sequence

from routine_player.core.entry import Effort
from routine_player.core.events import Outcome
from routine_player.core.language import tr
from routine_player.core.wording import clock_time
from routine_player.ui.end.values import EndStep, EndValues

_EFFORTS = {
    Effort.EASY: "easy",
    Effort.FINE: "fine",
    Effort.HARD: "hard",
    Effort.TOO_MUCH: "too much",
}
_UNDONE = {
    Outcome.SKIPPED: "skipped",
    Outcome.STOPPED: "stopped",
    Outcome.HURT: "it hurt",
    None: "not reached",
}


def title_words(values: EndValues) -> str:
    """Say that it is over, without a verdict."""
    if not values.asks:
        return tr("That's how it goes.")
    return tr("That's it for today.") if values.finished else tr("That's enough for today.")


def effort_words(effort: Effort) -> str:
    """Say how hard it was, as an answer."""
    return tr(_EFFORTS[effort])


def ending_words(step: EndStep) -> str:
    """Say at the end of a step's line what was done, or why not: `30 s each side`, `skipped`."""
    return step.dose if step.outcome is Outcome.DONE else tr(_UNDONE[step.outcome])


def step_sentence(step: EndStep) -> str:
    """Say a step's line aloud."""
    done = step.outcome is Outcome.DONE
    words = (tr("done"), step.dose) if done else (ending_words(step),)
    return ", ".join((step.name, *words))


def counts(values: EndValues) -> list[tuple[str, str]]:
    """Give the facts of a session as a figure and its word; those that are none are left out."""
    outcomes = [step.outcome for step in values.steps]
    done = outcomes.count(Outcome.DONE)
    facts = [
        (clock_time(values.active_s), tr("active")),
        (str(done), tr("step done") if done == 1 else tr("steps done")),
    ]
    others = (
        (outcomes.count(Outcome.SKIPPED), tr("skipped")),
        (outcomes.count(Outcome.HURT), tr("hurt")),
        (outcomes.count(Outcome.STOPPED) + outcomes.count(None), tr("not done")),
    )
    return [*facts, *((str(count), word) for count, word in others if count)]


def counts_sentence(facts: Sequence[tuple[str, str]]) -> str:
    """Say the facts in one line: `12:36 active, 6 steps done, 1 skipped`."""
    return ", ".join(f"{figure} {word}" for figure, word in facts)


def pain_lead(pain_before: int | None, *, names_keys: bool) -> str:
    """Say what stands under the question for pain; empty where there is nothing to say."""
    said = [] if pain_before is None else [tr("Before the session: {score}.", score=pain_before)]
    if names_keys:
        said.append(tr("Keys 0–9, X for 10."))  # noqa: RUF001 - a range of keys, as it is printed
    return " ".join(said)
