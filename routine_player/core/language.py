"""The one call that every word for a person goes through."""


def tr(text: str, /, **values: object) -> str:
    """Give `text` in the person's language, with `{name}` places filled from `values`.

    English is the only language so far, so the text is its own translation. Text without values
    is left as it is, so braces in it stay.
    """
    return text.format(**values) if values else text
