import importlib

import pytest

dev = importlib.import_module("routine_player.dev.__main__")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "polish.py").write_text('"""Make it shine.\n\nMore."""\ndef main(argv): ...\n')
    (tmp_path / "wax.py").write_text('"""What polish uses."""\ndef melt(): ...\n')
    (tmp_path / "__main__.py").write_text('"""Not a command."""\ndef main(argv): ...\n')
    return tmp_path


def test_a_command_is_a_module_with_a_main(folder):
    assert dev.commands_in(folder) == {"polish": "Make it shine."}


@pytest.mark.parametrize("argv", [[], ["-h"], ["--help"]])
def test_help_lists_each_command_with_its_first_line(folder, capsys, argv):
    assert dev.main(argv, folder) == 0
    assert "\n  polish  Make it shine.\n" in capsys.readouterr().out


def test_an_unknown_command_is_refused_in_one_line(folder, capsys):
    assert dev.main(["polsh"], folder) == 2
    error = capsys.readouterr().err
    assert error == "There is no command 'polsh'. There are: polish.\n"


def test_a_command_is_given_the_words_after_its_name(capfd):
    with pytest.raises(SystemExit):
        dev.main(["verify", "--help"])

    assert "usage: python -m routine_player.dev verify" in capfd.readouterr().out


def test_a_command_of_two_words_may_be_written_with_a_hyphen(capfd):
    with pytest.raises(SystemExit):
        dev.main(["body-map", "--help"])

    assert "usage: routine_player.dev body_map" in capfd.readouterr().out


def test_verify_is_among_the_commands(root):
    assert "verify" in dev.commands_in(root / "routine_player" / "dev")
