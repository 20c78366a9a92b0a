"""What a file is, told by what is in it: names lie."""

from collections.abc import Sequence
from typing import cast

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

_HEAD = 4096


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
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise UnreadableError(tr("it is empty"))
    if data[8:12] == b".FIT":
        from routine_player.store.run_import.fit import read_fit

        return read_fit(data, name, manner)
    if head.startswith(b"<"):
        return _read_xml(data, head, name, manner)
    return _read_table(data, name, manner)


def _read_xml(data: bytes, head: bytes, name: str, manner: Manner) -> Sequence[Found]:
    if b"<TrainingCenterDatabase" in head:
        from routine_player.store.run_import.tcx import read_tcx

        return read_tcx(data, name, manner)
    from routine_player.store.run_import.gpx import read_gpx

    if b"<gpx" not in head and b"<!DOCTYPE" not in head:
        raise UnreadableError(tr("it is XML, but neither GPX nor TCX"))
    return read_gpx(data, name, manner)


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
