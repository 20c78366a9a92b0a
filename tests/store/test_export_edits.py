"""An export whose log of edits tells of what could never have been is refused."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run, Source, SourceKind
from routine_player.store.export_reading import NoExportError
from routine_player.store.history import History
from routine_player.store.history_changes import Saying
from routine_player.store.history_taking import Offer
from routine_player.store.paths import Places

SAMPLES = Path(__file__).resolve().parents[1] / "reference"
NOBODY = UUID(int=77).hex
LAST_MS = 253_402_300_799_999  # of the year 9999


@pytest.fixture
def edited(noon: Instant, tmp_path: Path) -> Iterator[History]:
    """A history in which a rating was given, and said otherwise in each way."""
    history = History.open(Places(tmp_path / "edited"), noon)
    run = Run(noon.after(-7200.0), 1800.0, 5000.0)
    history.diary.put_run(run, noon)
    rating = Rating(RatingMoment.AFTER_RUN, 3, noon, sites=("neck",), run=run.id)
    history.diary.put_rating(rating, noon)
    otherwise = replace(rating, moment=RatingMoment.ALONE, run=None, score=4, sites=())
    history.diary.put_rating(otherwise, noon.after(60.0))
    history.diary.put_rating(rating, noon.after(120.0))
    yield history
    history.close()


def with_edit(history: History, noon: Instant, **values: Any) -> list[str]:
    """Give an export whose first edit of the score says something else."""
    lines = [json.loads(line) for line in history.diary.export_lines(noon)]
    line = next(line for line in lines if line.get("field") == "score")
    line.update(values)
    return [json.dumps(line) for line in lines]


@pytest.mark.parametrize(
    "values",
    [
        {"became": 99},
        {"became": "much"},
        {"was": 99},
        {"was": None},
        {"was": 10**30},
        {"field": "deleted", "was": 0, "became": 7},
        {"field": "uuid", "was": NOBODY, "became": NOBODY},
        {"field": "id", "was": 1, "became": 2},
        {"field": "run", "was": None, "became": NOBODY},
        {"field": "session", "was": NOBODY, "became": None},
        {"field": "joined", "was": None, "became": None},
        {"field": "sites", "was": "neck", "became": "[]"},
        {"field": "moment", "was": 1, "became": 77},
        {"field": "rated_ms", "was": 10**18, "became": 0},
    ],
)
def test_an_edit_of_what_could_not_be_is_told(
    history: History, edited: History, noon: Instant, values: dict[str, Any]
):
    field = values.get("field", "score")
    with pytest.raises(NoExportError, match=f"'{field}'"):
        history.diary.merge_lines(with_edit(edited, noon, **values))
    assert history.diary.runs() == ()


def test_a_run_is_joined_with_none_that_is_not_there(
    history: History, edited: History, noon: Instant
):
    (run,) = edited.diary.runs()
    lines = with_edit(edited, noon, subject=run.run.id.hex, field="joined", was=None, became=NOBODY)
    with pytest.raises(NoExportError, match="'joined'"):
        history.diary.merge_lines(lines)


def test_an_edit_at_the_end_of_the_calendar_leaves_room_for_no_other(
    history: History, edited: History, noon: Instant
):
    late = {"changed_ms": LAST_MS, "changed_offset_s": 0, "changed_date": "9999-12-31"}
    with pytest.raises(NoExportError, match=r"Line \d+ "):
        history.diary.merge_lines(with_edit(edited, noon, **late))


@pytest.mark.parametrize("sample", ["history-v1.db", "history-v2.db"])
def test_what_older_versions_wrote_is_no_mistake(
    history: History, noon: Instant, tmp_path: Path, sample: str
):
    old = Places(tmp_path / "old")
    old.data.mkdir(parents=True)
    shutil.copyfile(SAMPLES / sample, old.history)
    opened = History.open(old, noon)
    history.diary.merge_lines(opened.diary.export_lines(noon))
    assert history.sessions() == opened.sessions()
    opened.close()


def test_every_edit_that_came_in_can_be_taken_back(
    history: History, edited: History, noon: Instant
):
    history.diary.merge_lines(edited.diary.export_lines(noon))
    (rating,) = history.diary.ratings()
    given, otherwise, again = history.diary.edits(rating.id)
    history.diary.undo(again.id, noon.after(180.0))
    (rating,) = history.diary.ratings()
    assert (rating.moment, rating.score, rating.run) == (RatingMoment.ALONE, 4, None)
    history.diary.undo(otherwise.id, noon.after(240.0))
    history.diary.undo(given.id, noon.after(300.0))
    assert history.diary.ratings() == ()


def test_what_a_device_said_of_a_run_comes_along(history: History, edited: History, noon: Instant):
    (run,) = edited.diary.runs()
    watch = Source(SourceKind.FIT, "watch.fit", bytes(16))
    told = replace(run.run, started=run.run.started.after(60.0), id=UUID(int=5))
    edited.diary.take_runs([Offer(told, watch)], Saying(noon.after(200.0)))
    edited.diary.undo(edited.diary.edits(run.run.id)[-1].id, noon.after(300.0))
    lines = edited.diary.export_lines(noon)
    assert any(json.loads(line).get("field") == "heard" for line in lines)
    history.diary.merge_lines(lines)
    assert history.diary.edits(run.run.id) == edited.diary.edits(run.run.id)
