"""XML of strangers, read piece by piece: no entities, no other files, and the good part is kept."""

import re
from collections.abc import Mapping
from typing import Any, Final, Protocol, cast
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from routine_player.core.language import tr
from routine_player.store.run_import.found import UnreadableError

_CHUNK: Final = 1 << 16
_DEEPEST: Final = 100
_LONGEST_CHARACTER: Final = 4  # bytes of UTF-8
_FIRST_TAG: Final = re.compile(rb"<[A-Za-z_][\w.:-]*")
_PREFIXES: Final = re.compile(rb"<([A-Za-z_][\w.-]*):[A-Za-z_]")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")


class Listener(Protocol):
    """What is told of each element, by its name without a namespace."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str, text: str) -> None:
        """Take the end of an element with the text right inside it."""
        ...


def walk(data: bytes, listener: Listener) -> bool:
    """Tell a listener of all elements; whether the text was whole.

    UnreadableError for what tries to bring in more than it holds, or is nested without end.
    """
    text, encoding = plain_xml(data)
    text = _with_prefixes_declared(text)
    parser = _parser(_Target(listener), encoding)
    try:
        for at in range(0, len(text), _CHUNK):
            parser.feed(text[at : at + _CHUNK])
        parser.close()
    except (ParseError, LookupError, ValueError) as error:
        if isinstance(error, DefusedXmlException):
            raise UnreadableError(tr("it is malicious: it declares entities")) from error
        return False
    return True


def plain_xml(data: bytes) -> tuple[bytes, str | None]:
    """Give a text from its first character on, with its encoding; None leaves that to the text.

    Programs put spaces and marks before the declaration, and declare what is not so: UTF-16 in a
    text that is UTF-8, or UTF-8 in one that is not.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide or data.lstrip()[:4] in {b"<\0?\0", b"\0<\0?", b"<\0g\0", b"\0<\0g"}:
        known = "utf-16" if wide else "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
        return data.decode(known, "ignore").lstrip().encode(), "utf-8"
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(text)
    name = declared[1].lower() if declared else b"utf-8"
    if not name.startswith(b"utf"):
        return text, None
    try:
        text.decode()
    except UnicodeDecodeError as error:
        if error.start < len(text) - _LONGEST_CHARACTER:
            text = text.decode("cp1252", "replace").encode()
    return text, "utf-8"


def _with_prefixes_declared(text: bytes) -> bytes:
    """Declare the prefixes that a text uses and forgets to declare, as some programs do."""
    head = text[:_CHUNK]
    root = _FIRST_TAG.search(head)
    used = sorted(set(_PREFIXES.findall(head)))
    missing = [name for name in used if b"xmlns:" + name not in head]
    if root is None or not missing:
        return text
    declared = b"".join(b' xmlns:%b="%b"' % (name, name) for name in missing)
    return text[: root.end()] + declared + text[root.end() :]


class _Target:
    """Turns what the parser calls into what a listener is told."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._texts: list[list[str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._texts) >= _DEEPEST:
            raise UnreadableError(tr("it is malicious: it is nested without end"))
        self._texts.append([])
        self._listener.begin(_plain(tag), attributes)

    def data(self, text: str) -> None:
        self._texts[-1].append(text)

    def end(self, tag: str) -> None:
        self._listener.end(_plain(tag), "".join(self._texts.pop()).strip())

    def close(self) -> None:
        """Have nothing to give: the listener has it all."""


def _parser(target: _Target, encoding: str | None) -> Any:
    make = cast("Any", DefusedXMLParser)
    return make(target=target, encoding=encoding, forbid_dtd=True)


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]
