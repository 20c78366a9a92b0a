from routine_player.core.sites import SITES, site_for, site_words


def test_each_site_has_a_key_and_a_name_of_its_own():
    assert len({site.key for site in SITES}) == len(SITES)
    assert len({site.name for site in SITES}) == len(SITES)


def test_a_key_chooses_its_site():
    site = site_for("3")
    assert site is not None
    assert site.words == "Lower back, right"


def test_other_keys_choose_nothing():
    assert site_for("z") is None


def test_a_stored_site_is_said_in_words():
    assert site_words("calf-left") == "Calf, left"


def test_a_site_of_a_newer_version_is_said_by_its_name():
    assert site_words("shin-left") == "shin left"
