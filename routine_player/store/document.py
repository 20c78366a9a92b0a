"""A file of ours, opened and walked, before anything in it is understood."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.findings import Findings
from routine_player.store.kinds import NAME_LIMIT
from routine_player.store.text_file import read_text, shown_path
from routine_player.store.values import NotUnderstoodError, near, plain_text, shown
from routine_player.store.yaml_events import Mapping, Scalar, read_tree


class FileKind(StrEnum):
    """What a file is, told by the key that holds its name."""

    ROUTINE = "routine"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Document:
    """What could be read of a file. `root` is None where nothing can be understood.

    `kind` is None where neither key is there; `findings` then hold what was expected.
    """

    path: Path
    text: str
    root: Mapping | None
    kind: FileKind | None
    findings: Findings

    @property
    def slug(self) -> str:
        """The `id` of the file when it gives one, else its name without the ending."""
        return self._text_of("id") or shown_path(Path(self.path.stem))

    def name(self, kind: FileKind) -> str:
        """The name as well as it can be told, even from a file that is broken."""
        return self._text_of(kind.value) or _name_in(self.text, kind) or self.slug

    def _text_of(self, key: str) -> str | None:
        entry = self.root.entries.get(key) if self.root is not None else None
        if entry is None or not isinstance(entry[1], Scalar):
            return None
        try:
            return plain_text(entry[1].text, NAME_LIMIT, lines=False)
        except NotUnderstoodError:
            return None


def open_document(path: Path) -> Document:
    """Open a file and walk its YAML; whatever is wrong becomes a finding."""
    findings = Findings(shown_path(path))
    file = read_text(path)
    if isinstance(file, Problem):
        findings.add(file)
        return Document(path, "", None, None, findings)
    root, mistakes = read_tree(file.text)
    for mistake in mistakes:
        findings.add(
            Problem(findings.file, mistake.line, mistake.column, Severity.ERROR, mistake.text)
        )
    if isinstance(root, Mapping):
        return Document(path, file.text, root, _kind(root, findings), findings)
    if root is not None:
        text = tr("Expected keys and values, with `routine:` and a name as the first line.")
        findings.error(root.start, text)
    elif not mistakes:
        findings.add(Problem(findings.file, 1, 1, Severity.ERROR, tr("The file is empty.")))
    return Document(path, file.text, None, None, findings)


def _kind(root: Mapping, findings: Findings) -> FileKind | None:
    for kind in FileKind:
        if kind.value in root.entries:
            return kind
    text = tr("Expected `routine:` or `exercise:` with a name, to tell what this file is.")
    first = next(iter(root.entries.values()), None)
    if first is None:
        findings.error(root.start, text)
        return None
    key = first[0]
    if key.text == "program":
        text = tr("Programs cannot be read; expected `routine:` or `exercise:` with a name.")
        findings.error(key.start, text)
        return None
    text = tr("{text} The first key is `{key}`.", text=text, key=shown(key.text))
    findings.error(key.start, text, near(key.text, tuple(FileKind)))
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
