"""XML of strangers, read piece by piece: no entities, no other files, and the good part is kept."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, cast
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from routine_player.core.language import tr
from routine_player.store.run_import.found import UnreadableError

_CHUNK: Final = 1 << 16
_DEEPEST: Final = 100


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
    parser = _parser(_Target(listener))
    try:
        text = data.lstrip()  # some programs put spaces before the declaration
        for at in range(0, len(text), _CHUNK):
            parser.feed(text[at : at + _CHUNK])
        parser.close()
    except (ParseError, LookupError, ValueError) as error:
        if isinstance(error, DefusedXmlException):
            raise UnreadableError(tr("it is malicious: it declares entities")) from error
        return False
    return True


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


def _parser(target: _Target) -> Any:
    make = cast("Any", DefusedXMLParser)
    return make(target=target, forbid_dtd=True)


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]
