"""Places in a text, as people count them."""

import re
from bisect import bisect_right

_LINE_END = re.compile("\r\n|\r|\n")


class Lines:
    """Turns an index into a line and a column. The text is looked through when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def place(self, index: int) -> tuple[int, int]:
        """Give line and column, from 1, of the character at `index`."""
        if not self._starts:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
