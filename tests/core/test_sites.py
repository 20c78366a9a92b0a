from routine_player.core.sites import ALL_SITES, SITES, site_for, site_words


def test_each_site_has_a_key_and_a_name_of_its_own():
    assert len({site.key for site in SITES}) == len(SITES)
    assert len({site.name for site in SITES}) == len(SITES)


def test_every_site_that_it_hurts_offers_is_among_all_sites():
    assert set(SITES) < set(ALL_SITES)
    assert len({site.name for site in ALL_SITES}) == len(ALL_SITES)
    assert len({site.words for site in ALL_SITES}) == len(ALL_SITES)


def test_every_site_but_the_middle_ones_has_a_left_and_a_right():
    names = {site.name for site in ALL_SITES}
    lefts = {name.removesuffix("-left") for name in names if name.endswith("-left")}
    rights = {name.removesuffix("-right") for name in names if name.endswith("-right")}
    assert lefts == rights
    assert {"hip", "shin", "outer-lower-leg", "foot", "thigh-front"} <= lefts


def test_a_key_chooses_its_site():
    site = site_for("3")
    assert site is not None
    assert site.words == "Lower back, right"


def test_other_keys_choose_nothing():
    assert site_for("z") is None


def test_a_stored_site_is_said_in_words():
    assert site_words("calf-left") == "Calf, left"


def test_a_site_of_a_newer_version_is_said_by_its_name():
    assert site_words("left-elbow") == "left elbow"
