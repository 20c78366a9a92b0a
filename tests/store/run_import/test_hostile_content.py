"""What is wrong is told, whatever it is: no content makes the reader fail."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.store.run_import.content import read_content

_BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_OUTSIDE = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [_BOMB, _OUTSIDE, '<!DOCTYPE gpx SYSTEM "http://x/y.dtd">'])
def test_xml_that_declares_entities_is_malicious(gpx, tcx, why, head):
    reason, failed = why(gpx(head=head).replace(b"Morning", b"&c;"))
    assert reason == "it is malicious: it declares entities"
    assert failed
    assert why(head.encode() + tcx().strip()[21:])[0] == reason


def test_xml_that_is_nested_without_end_is_malicious(why):
    assert "nested without end" in why(b"<gpx>" + b"<a>" * 100_000)[0]


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_fails(why, data):
    assert why(data) == ("it is empty", True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is none of FIT, GPX, TCX and CSV"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "it is none of FIT, GPX, TCX and CSV"),
        (b"\x81\x8d\x8f\x90\x9d", "it is none of FIT, GPX, TCX and CSV"),
        (b'"' + b"x" * 200_000, "it is none of FIT, GPX, TCX and CSV"),
        (b",,,\n", "it is none of FIT, GPX, TCX and CSV"),
        (b"a,b,c\n1,2,3\n", "it is neither a list of Strava's nor of Garmin's"),
        (b"a,b,c,d,e,f,g,h\n", "it is neither a list of Strava's nor of Garmin's"),
        (b"<html><body>Log in</body></html>", "it is a page of the web, not a recording"),
        (b"<!DOCTYPE html>\n<html lang='en'>", "it is a page of the web, not a recording"),
        (b"<kml><Document/></kml>", "it is XML, but neither GPX nor TCX"),
    ],
)
def test_another_file_fails_whatever_its_name(why, data, reason):
    assert why(data, name="run.fit") == (reason, True)


def test_a_file_is_what_is_in_it_and_not_what_its_name_says(fit, fit_run, only):
    assert only(fit(fit_run()), name="run.gpx").distance_m == 2000.0


@pytest.mark.parametrize(("start_s", "word"), [(4_000_000_000, "future"), (-86_400, "before 1970")])
def test_a_date_in_the_future_or_before_1970_fails(gpx, why, start_s, word):
    reason, failed = why(gpx(start_s=start_s))
    assert word in reason
    assert failed


def test_tomorrow_is_a_matter_of_zones(gpx, only, manner):
    start_s = manner.now.utc_ms // 1000 + 3600
    assert only(gpx(start_s=start_s)).duration_s == 600.0


def test_a_distance_of_zero_is_skipped(fit, fit_run, why):
    assert why(fit(fit_run(total_distance=0))) == ("its distance is zero", False)


def test_an_absurd_speed_fails(fit, fit_run, why):
    reason, failed = why(fit(fit_run(total_distance=40_000)))
    assert reason == "its speed cannot be: 240 km/h on average"
    assert failed


def test_an_absurd_length_fails(fit, fit_run, why):
    far = fit_run(total_distance=3e7, total_timer_time=4e6)
    assert why(fit(far)) == ("nobody goes on for that long", True)


def test_a_run_of_neither_distance_nor_time_is_skipped(fit, fit_run, why):
    bare = [
        each for each in fit_run(total_timer_time=0, total_elapsed_time=0) if each[0] != "record"
    ]
    del bare[1][1]["total_distance"]
    assert why(fit(bare)) == ("it has neither distance nor time", False)


def test_numbers_that_cannot_be_fail(fit, fit_run, tcx, why):
    minus = tcx().replace(b"DistanceMeters>1000", b"DistanceMeters>-1000")
    assert why(minus) == ("its numbers cannot be", True)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes):
    for head in (b"", b"\x0e\x10\x00\x08\x40\x00\x00\x00.FIT\x00\x00", b"<gpx>", b"id,date,,,,,\n"):
        read_content(head + data, "x", _MANNER[0])


_MANNER: list = []


@pytest.fixture(autouse=True)
def _keep_manner(manner):
    _MANNER[:] = [manner]


@pytest.mark.parametrize("kind", ["fit", "gpx", "tcx"])
def test_a_file_with_bytes_gone_bad_is_read_or_refused(kind, fit, fit_run, gpx, tcx, read):
    data = {"fit": lambda: fit(fit_run()), "gpx": gpx, "tcx": tcx}[kind]()
    chance = random.Random(3)
    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 8, 64))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        reading = read(bytes(damaged[: chance.randrange(1, len(damaged))]))
        assert len(reading.found) + len(reading.refused) > 0
