"""A file of ours, opened and walked, before anything in it is understood."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from routine_player.core.language import tr
from routine_player.core.problem import Problem
from routine_player.store.findings import Findings
from routine_player.store.kinds import NAME_LIMIT
from routine_player.store.text_file import printable, read_text, shown_path
from routine_player.store.values import NotUnderstoodError, near, plain_text, shown
from routine_player.store.yaml_events import Mapping, Scalar, read_tree


class FileKind(StrEnum):
    """What a file is, told by the key that holds its name."""

    ROUTINE = "routine"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Document:
    """What could be read of a file. `root` is None where nothing can be understood.

    `slug` is the `id` that the file gives, else its name without the ending. `kind` is None where
    neither key is there; `findings` then hold what was expected.
    """

    path: Path
    text: str
    root: Mapping | None
    slug: str
    kind: FileKind | None
    findings: Findings

    def name(self, kind: FileKind) -> str:
        """The name as well as it can be told, even from a file that is broken."""
        return _text_of(self.root, kind.value) or _name_in(self.text, kind) or self.slug


def open_document(path: Path) -> Document:
    """Open a file and walk its YAML; whatever is wrong becomes a finding."""
    file = read_text(path)
    if isinstance(file, Problem):
        findings = Findings(shown_path(path))
        findings.add(file)
        return Document(path, "", None, printable(path.stem), None, findings)
    return document_of(path, file.text)


def document_of(path: Path, text: str) -> Document:
    """Walk the YAML that the file at `path` holds."""
    slug = printable(path.stem)
    findings = Findings(shown_path(path), text)
    root, mistakes = read_tree(text)
    for mistake in mistakes:
        findings.error(mistake.start, mistake.text)
    if isinstance(root, Mapping):
        slug = _text_of(root, "id") or slug
        return Document(path, text, root, slug, _kind(root, findings), findings)
    if root is not None:
        expected = tr("Expected keys and values, with `routine:` and a name as the first line.")
        findings.error(root.start, expected)
    elif not mistakes:
        findings.error(0, tr("The file is empty."))
    return Document(path, text, None, slug, None, findings)


def _text_of(root: Mapping | None, key: str) -> str | None:
    entry = root.entries.get(key) if root is not None else None
    if entry is None or not isinstance(entry[1], Scalar):
        return None
    try:
        return plain_text(entry[1].text, NAME_LIMIT, lines=False)
    except NotUnderstoodError:
        return None


def _kind(root: Mapping, findings: Findings) -> FileKind | None:
    for kind in FileKind:
        if kind.value in root.entries:
            return kind
    text = tr("Expected `routine:` or `exercise:` with a name, to tell what this file is.")
    if not root.entries:
        findings.error(root.start, text)
        return None
    key, (start, _) = next(iter(root.entries.items()))
    if key == "program":
        text = tr("Programs cannot be read; expected `routine:` or `exercise:` with a name.")
        findings.error(start, text)
        return None
    text = tr("{text} The first key is `{key}`.", text=text, key=shown(key))
    findings.error(start, text, near(key, tuple(FileKind)))
    return None


def _name_in(text: str, kind: FileKind) -> str | None:
    """Find the name in a text that is not YAML."""
    match = re.search(rf"^{kind.value}:[ \t]*(.+)$", text, re.MULTILINE)
    if match is None:
        return None
    try:
        return plain_text(match.group(1).strip("\"' \t"), NAME_LIMIT, lines=False)
    except NotUnderstoodError:
        return None
