"""What a file is, told by what is in it: names lie."""

import re
from collections.abc import Sequence
from typing import Final, cast

from routine_player.core.language import tr
from routine_player.store.run_import.found import (
    FileReading,
    Found,
    Manner,
    NoActivityError,
    Refused,
    UnreadableError,
)
from routine_player.store.run_import.plausible import refusal_of
from routine_player.store.run_import.xml_walk import plain_xml

_HEAD: Final = 1 << 16
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase)(?:[\s/>]|$)")
_WEB_PAGE: Final = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.IGNORECASE)
_OWN_TYPE: Final = re.compile(rb"<!DOCTYPE(?!\s+html[\s>])", re.IGNORECASE)


def read_content(data: bytes, name: str, manner: Manner) -> FileReading:
    """Read the runs out of a file's bytes. Whatever is wrong comes back as a reason."""
    try:
        told = _read(data, name, manner)
    except UnreadableError as error:
        failed = not isinstance(error, NoActivityError)
        return FileReading(name, refused=(Refused(name, str(error), failed),))
    except (ValueError, OverflowError):
        return FileReading(name, refused=(Refused(name, tr("its numbers cannot be")),))
    found: list[Found] = []
    refused: list[Refused] = []
    for each in told:
        refusal = each if isinstance(each, Refused) else refusal_of(each, manner)
        if refusal is None:
            found.append(cast("Found", each))
        else:
            refused.append(refusal)
    return FileReading(name, tuple(found), tuple(refused))


def _read(data: bytes, name: str, manner: Manner) -> Sequence[Found | Refused]:
    # Each reader is imported when its first file comes: most people have files of one kind.
    if not data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n"):
        raise UnreadableError(tr("it is empty"))
    if data[8:12] == b".FIT":
        from routine_player.store.run_import.fit import read_fit

        return read_fit(data, name, manner)
    head, _ = plain_xml(data[:_HEAD])
    if head.startswith(b"<"):
        return _read_xml(data, head, name, manner)
    return _read_table(data, name, manner)


def _read_xml(data: bytes, head: bytes, name: str, manner: Manner) -> Sequence[Found]:
    root = _ROOT.search(head)
    if root and root[1] == b"TrainingCenterDatabase":
        from routine_player.store.run_import.tcx import read_tcx

        return read_tcx(data, name, manner)
    from routine_player.store.run_import.gpx import read_gpx

    if root or _OWN_TYPE.search(head):
        return read_gpx(data, name, manner)
    if _WEB_PAGE.search(head):
        raise UnreadableError(tr("it is a page of the web, not a recording"))
    raise UnreadableError(tr("it is XML, but neither GPX nor TCX"))


def _read_table(data: bytes, name: str, manner: Manner) -> Sequence[Found | Refused]:
    from routine_player.store.run_import.garmin import is_garmin, read_garmin
    from routine_player.store.run_import.strava import is_strava, read_strava
    from routine_player.store.run_import.table import read_table

    try:
        table = read_table(data)
    except UnreadableError as error:
        raise UnreadableError(tr("it is none of FIT, GPX, TCX and CSV")) from error
    if is_strava(table):
        return read_strava(table, name, manner)
    if is_garmin(table):
        return read_garmin(table, name, manner)
    raise UnreadableError(tr("it is neither a list of Strava's nor of Garmin's"))
