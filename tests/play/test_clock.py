import sys
import time  # noqa: TID251 - a test that moves the process to another zone
from pathlib import Path

import pytest

from routine_player.play.clock import SystemClock


def test_the_clocks_of_the_computer_are_never_set_back() -> None:
    system = SystemClock()
    assert system.monotonic() <= system.monotonic()
    assert system.boot() <= system.boot()


def test_a_platform_without_a_clock_that_runs_in_sleep_has_one_clock_for_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    system = SystemClock()
    before = system.monotonic()
    assert before <= system.boot() <= system.monotonic()


def test_the_moment_carries_offset_and_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as nepal:
        nepal.setenv("TZ", "Asia/Kathmandu")
        time.tzset()
        moment = SystemClock().instant()
    time.tzset()
    assert moment.offset_s == (5 * 60 + 45) * 60
    assert moment.zone == "Asia/Kathmandu"


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/America/Lima", "America/Lima"),
        ("/etc/mine", ""),
    ],
)
def test_a_zone_in_the_environment_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, told: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", told)
    assert SystemClock().instant().zone == zone


def test_a_zone_is_read_off_the_link_of_the_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Lisbon")
    assert SystemClock(link).instant().zone == "Europe/Lisbon"


def test_a_computer_that_does_not_name_its_zone_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert not SystemClock(tmp_path / "missing").instant().zone
