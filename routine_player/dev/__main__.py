"""What developers run: python -m routine_player.dev COMMAND [ARGUMENTS].

Every module of this folder that has a function `main(argv: list[str]) -> int` is a command, named
as the module is, or with hyphens. It is imported when it is called and not before.
"""

import ast
import importlib
import sys
from pathlib import Path


def main(argv: list[str], folder: Path = Path(__file__).parent) -> int:
    """Run the command that `argv` names first; return its exit code."""
    commands = commands_in(folder)
    if not argv or argv[0] in {"-h", "--help"}:
        print(help_text(commands))
        return 0
    written, *arguments = argv
    name = written.replace("-", "_")
    if name not in commands:
        print(
            f"There is no command {written!r}. There are: {', '.join(commands)}.", file=sys.stderr
        )
        return 2
    return importlib.import_module(f"routine_player.dev.{name}").main(arguments)


def commands_in(folder: Path) -> dict[str, str]:
    """Return name and first line of each command, by reading the files: none is imported."""
    commands: dict[str, str] = {}
    for path in sorted(folder.glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
        if "main" in names and not path.stem.startswith("__"):
            about = ast.get_docstring(module) or ""
            commands[path.stem] = about.partition("\n")[0]
    return commands


def help_text(commands: dict[str, str]) -> str:
    """Return the list of commands, one a line."""
    width = max(map(len, commands), default=0)
    lines = [f"  {name:<{width}}  {about}" for name, about in commands.items()]
    return "\n".join(["usage: python -m routine_player.dev COMMAND [ARGUMENTS]", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
