from routine_player.dev.bench import notes_of


def test_what_was_written_under_the_table_is_kept_when_the_table_is_made_anew() -> None:
    assert notes_of("# Head\n\n| a |\n\n## Notes\n\nSlow start.\n") == "\n## Notes\n\nSlow start.\n"


def test_a_page_without_notes_has_none_to_keep() -> None:
    assert not notes_of("# Head\n\n| a |\n")
