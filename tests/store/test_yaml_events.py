from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from routine_player.store import yaml_events
from routine_player.store.lines import Lines
from routine_player.store.yaml_events import (
    MAX_ANCHORS,
    MAX_DEPTH,
    MAX_EVENTS,
    Mapping,
    Node,
    Scalar,
    Sequence,
    read_tree,
)

FIT = "This does not fit what stands above it. Check indentation, quotes and brackets."
HALF = "This escape stands for no character. Beyond U+FFFF, write eight digits: `\\U0001F9D8`."
OUTSIDE = "This stands after the end of the document, or further left than the first line."
LARGE = "The file is too large: more than 50,000 parts, aliases included."
COLON = (
    "A value cannot start here. Put text that holds a colon in quotes, and check the indentation."
)
CHARACTER = (
    "This character cannot start a value. Indent with spaces, not tabs, and put text that starts"
    " with @, % or ` in quotes."
)


@pytest.fixture(params=["CLoader", "Loader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers, the one in C and the one in Python, have to give the same."""
    monkeypatch.setattr(yaml_events, "_LOADER", getattr(yaml, request.param))


def plain(node: Node | None) -> Any:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {key: plain(value) for key, (_, value) in entries.items()}
        case None:
            return None


def tree_of(text: str) -> Any:
    root, mistakes = read_tree(text)
    assert mistakes == []
    return plain(root)


def mistakes_in(text: str) -> list[tuple[int, int, str]]:
    lines = Lines(text)
    return [(*lines.place(mistake.start), mistake.text) for mistake in read_tree(text)[1]]


def test_scalars_stay_what_was_typed() -> None:
    text = "a: 1:30\nb: no\nc: 010\nd: ~\ne: 'it''s'\nf: \"\\u00e9\"\ng:\nh: [on, 0x1F]\n"
    expected = {"a": "1:30", "b": "no", "c": "010", "d": "~", "e": "it's", "f": "é", "g": ""}
    assert tree_of(text) == expected | {"h": ["on", "0x1F"]}


def test_every_node_knows_where_it_starts_and_ends() -> None:
    text = "a: é\r\n\r\nb:\r\n  - [x]\r\n"
    root, _ = read_tree(text)
    assert isinstance(root, Mapping)
    (start, a), (_, b) = root.entries.values()
    assert isinstance(b, Sequence)
    assert (start, text[a.start : a.end]) == (0, "é")
    assert text[b.items[0].start : b.items[0].end] == "[x]"
    assert Lines(text).place(b.items[0].start) == (4, 5)
    assert (root.line, root.height, root.size) == (1, 3, 6)


def test_an_empty_stream_has_no_node_and_no_mistake() -> None:
    assert read_tree("# nothing\n") == (None, [])


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b: c", 1, 5, COLON),
        ("key\nother: 1", 2, 6, COLON),
        ("a: - b", 1, 4, "A list cannot start here. Put each `- ` on a line of its own."),
        ("a:\n\tb: c", 2, 1, CHARACTER),
        ("a: @b", 1, 4, CHARACTER),
        ("a: 'b\nc: d", 1, 4, "The quote that opens here is never closed."),
        ("a: [b,\nc: d\n", 1, 4, "The list that opens here needs a `,` or its `]`."),
        ("a: {b: 1\nc: 2", 1, 4, "The braces that open here need a `,` or their `}`."),
        (
            'a: "\\q"',
            1,
            4,
            "This text in double quotes holds a backslash that escapes nothing.",
        ),
        ('a: "\\xZZ"', 1, 7, "The backslash here needs hexadecimal digits after it."),
        (
            "- a\nb: 1",
            2,
            1,
            "This does not belong to the list above it. Check the indentation.",
        ),
        ("a: 'b' c", 1, 8, FIT),
        ("a: b\n- c", 2, 1, FIT),
        ("a: }", 1, 4, "A value was expected here."),
        ("a: *", 1, 5, "The name of an anchor or alias was expected here."),
        ("%YAML 3.0\n---\na", 1, 1, "Only YAML 1.1 and 1.2 can be read."),
        ("a: b\n...\nc", 3, 1, OUTSIDE),
        ("  a: b\nc: d", 2, 1, OUTSIDE),
        ("a: b\nc\n", 2, 1, "This key has no `:` after it."),
        ("a: 'b\n---\n'", 1, 4, "The quote that opens here is never closed."),
        ("a: !<", 1, 6, "This is not valid YAML."),
        ("a: 1\n---\nb: 2", 2, 1, "A second document starts here. A file holds one."),
        ("a: *x", 1, 4, "`*x` points to no `&x` above it."),
        ("a: &x [*x]", 1, 8, "`*x` points to no `&x` above it."),
    ],
)
def test_reading_stops_at_bad_syntax_and_says_what_it_means(
    text: str, line: int, column: int, message: str
) -> None:
    if message.startswith("This does not belong") and yaml_events._LOADER is yaml.Loader:
        message = FIT  # the parser in Python does not tell lists and mappings apart
    assert mistakes_in(text) == [(line, column, message)]
    assert read_tree(text)[0] is None


def test_half_a_character_is_refused_here_or_where_text_is_read() -> None:
    if yaml_events._LOADER is yaml.Loader:
        assert tree_of('a: "\\ud800"') == {"a": "\ud800"}
    else:
        assert mistakes_in('a: "\\ud800"') == [(1, 7, HALF)]


@pytest.mark.parametrize(
    ("text", "expected", "mistakes"),
    [
        (
            "a: !!int 1\nb: !x [2]",
            {"a": "1", "b": ["2"]},
            [
                (1, 4, "Tags such as `!x` are not used here. Delete it."),
                (2, 4, "Tags such as `!x` are not used here. Delete it."),
            ],
        ),
        (
            "a: &x {b: 1}\nc:\n  <<: *x",
            {"a": {"b": "1"}, "c": {}},
            [(3, 3, "Merge keys (`<<`) are not used here. Write the keys out.")],
        ),
        (
            "a: 1\nb: 2\na: 3",
            {"a": "1", "b": "2"},
            [(3, 1, "`a` stands here a second time.")],
        ),
        (
            "{[a]: 1, {b: c}: 2, d: 3}",
            {"d": "3"},
            [
                (1, 2, "A key has to be a word, not a list or a mapping."),
                (1, 10, "A key has to be a word, not a list or a mapping."),
            ],
        ),
    ],
)
def test_what_is_refused_is_told_and_the_rest_is_read(
    text: str, expected: object, mistakes: list[tuple[int, int, str]]
) -> None:
    assert plain(read_tree(text)[0]) == expected
    assert mistakes_in(text) == mistakes


def test_an_alias_stands_for_its_anchor_at_its_own_place() -> None:
    text = "a: &x [1, &y 2]\nb: *x\n*y : *y"
    assert tree_of(text) == {"a": ["1", "2"], "b": ["1", "2"], "2": "2"}
    root, _ = read_tree(text)
    assert isinstance(root, Mapping)
    assert root.entries["b"][1].start == text.index("*x")
    assert root.entries["2"] == (text.index("*y"), Scalar("2", len(text) - 2, len(text)))


def test_an_anchor_may_be_given_anew() -> None:
    assert tree_of("[&x 1, *x, &x 2, *x]") == ["1", "1", "2", "2"]


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def by_lines(levels: int) -> str:
    return "".join(" " * level + "a:\n" for level in range(levels))


@pytest.mark.parametrize("build", [nested, by_lines])
def test_twenty_levels_may_nest_and_no_more(build: Callable[[int], str]) -> None:
    assert read_tree(build(MAX_DEPTH))[1] == []
    told = mistakes_in(build(MAX_DEPTH + 1))
    assert told[0][2] == "More than 20 levels are nested here."
    assert told[0][:2] in {(1, 21), (21, 21)}


def test_a_hundred_thousand_levels_do_no_harm() -> None:
    for text in ("[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000):
        assert len(mistakes_in(text)) == 1


def test_an_alias_cannot_nest_deeper_than_brackets_can() -> None:
    half = MAX_DEPTH // 2
    fits = f"- &x {nested(half)}\n- {'[' * (half - 1)}*x{']' * (half - 1)}\n"
    assert read_tree(fits)[1] == []
    deep = f"- &x {nested(half)}\n- {'[' * half}*x{']' * half}\n"
    assert mistakes_in(deep) == [(2, 3 + half, "More than 20 levels are nested here.")]


def test_fifty_thousand_events_are_the_most() -> None:
    # Stream, document and sequence each start and end: six events beside the items.
    assert read_tree("[" + "a," * (MAX_EVENTS - 6) + "]")[1] == []
    assert mistakes_in("[" + "a," * (MAX_EVENTS - 1) + "]") == [(1, 1, LARGE)]
    assert mistakes_in("{" + "? a," * MAX_EVENTS + "}")[-1] == (1, 1, LARGE)
    odd = "{x: [], " + "".join(f"a{number}: b, " for number in range(MAX_EVENTS)) + "}"
    assert mistakes_in(odd) == [(1, 1, LARGE)]


def test_what_aliases_stand_for_counts_against_the_same_budget() -> None:
    wide = "[" + "a," * 9_000 + "]"
    assert read_tree(f"- &x {wide}\n" + "- *x\n" * 4)[1] == []
    assert mistakes_in(f"- &x {wide}\n" + "- *x\n" * 5) == [(1, 1, LARGE)]
    assert mistakes_in(f"a: &x {wide}\n" + "".join(f"b{n}: *x\n" for n in range(5))) == [
        (1, 1, LARGE)
    ]


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 4)}]" for n in range(1, 10)]
    assert mistakes_in("\n".join(lines))[0][2] == LARGE


def test_fifty_anchors_and_aliases_are_the_most() -> None:
    assert read_tree("[&x 1" + ", *x" * (MAX_ANCHORS - 1) + "]")[1] == []
    assert mistakes_in("[&x 1" + ", *x" * MAX_ANCHORS + "]") == [
        (1, 204, "More than 50 anchors and aliases.")
    ]


@pytest.mark.parametrize(
    "error",
    [
        ValueError,
        IndexError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
        yaml.YAMLError,
    ],
)
def test_whatever_the_parser_raises_becomes_a_mistake(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def events(_: str) -> Any:
        raise error
        yield

    monkeypatch.setattr(yaml_events, "_events", events)
    assert mistakes_in("a") == [(1, 1, "This is not valid YAML.")]


def test_an_error_without_a_mark_or_a_word_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def events(_: str) -> Any:
        raise yaml.MarkedYAMLError
        yield

    monkeypatch.setattr(yaml_events, "_events", events)
    assert mistakes_in("a") == [(1, 1, "This is not valid YAML.")]


def test_an_event_that_starts_no_node_is_a_fault_of_ours() -> None:
    tree = yaml_events._Tree(iter(()))
    with pytest.raises(TypeError, match="starts no node"):
        tree._node(yaml.StreamStartEvent(), 1)


PRINTABLE = st.characters(
    blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff\uffff\ufffe"
)


@given(
    st.recursive(
        st.text(PRINTABLE),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(PRINTABLE), inner),
        max_leaves=8,
    )
)
def test_what_was_written_is_what_is_read(value: Any) -> None:
    written = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    if "<<" not in repr(value):
        assert tree_of(written) == value
