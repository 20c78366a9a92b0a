"""What the messages of the YAML parser mean to someone who writes a routine."""

from routine_player.core.language import tr

_MISFIT = "This does not fit what stands above it. Check indentation, quotes and brackets."

# A part of the parser's message (in C and in Python it words some of them differently), and what
# it means.
_MEANINGS = {
    "mapping values are not allowed": (
        "A value cannot start here. Put text that holds a colon in quotes, and check the"
        " indentation."
    ),
    "sequence entries are not allowed": (
        "A list cannot start here. Put each `- ` on a line of its own."
    ),
    "cannot start any token": (
        "This character cannot start a value. Indent with spaces, not tabs, and put text that"
        " starts with @, % or ` in quotes."
    ),
    "unexpected end of stream": "The quote that opens here is never closed.",
    "unexpected document": "The quote that opens here is never closed.",
    "',' or ']'": "The list that opens here needs a `,` or its `]`.",
    "',' or '}'": "The braces that open here need a `,` or their `}`.",
    "unknown escape": "This text in double quotes holds a backslash that escapes nothing.",
    "decimal number": "The backslash here needs hexadecimal digits after it.",
    "could not find expected ':'": "This key has no `:` after it.",
    "invalid Unicode": (
        "This escape stands for no character. Beyond U+FFFF, write eight digits: `\\U0001F9D8`."
    ),
    "'-' indicator": "This does not belong to the list above it. Check the indentation.",
    "expected key": _MISFIT,
    "<block end>": _MISFIT,
    "node content": "A value was expected here.",
    "alphabetic or numeric": "The name of an anchor or alias was expected here.",
    "incompatible YAML": "Only YAML 1.1 and 1.2 can be read.",
    "document start": (
        "This stands after the end of the document, or further left than the first line."
    ),
}
# Where the parser gives up far from what is wrong: at the end of the file.
_WRONG_AT_THE_START = (
    "unexpected end of stream",
    "unexpected document",
    "',' or ']'",
    "',' or '}'",
    "unknown escape",
    "could not find expected ':'",
)


def plain_words(problem: str) -> tuple[str, bool]:
    """Say a parser's problem in plain words.

    The second value tells whether it is to be shown where the construct began, such as at the
    quote that was opened, and not where the parser gave up.
    """
    for part, meaning in _MEANINGS.items():
        if part in problem:
            return tr(meaning), part in _WRONG_AT_THE_START
    return tr("This is not valid YAML."), False
