import socket

import pytest

from routine_player.play import display
from routine_player.play.display import missing_display


def test_no_display_at_all_is_told_in_words():
    assert missing_display("linux", {}) == "There is no display here."


@pytest.mark.parametrize("name", [":4711", "unix:4711", ":4711.0"])
def test_a_display_that_nobody_serves_is_named(name):
    assert missing_display("linux", {"DISPLAY": name}) == f"The display {name} does not answer."


@pytest.mark.parametrize("name", ["nonsense", ":", ":x", "host"])
def test_a_display_that_is_no_display_does_not_answer(name):
    assert missing_display("linux", {"DISPLAY": name}) == f"The display {name} does not answer."


def test_other_systems_always_have_a_display():
    assert missing_display("darwin", {}) is None
    assert missing_display("win32", {}) is None


def test_a_platform_without_a_screen_needs_no_display():
    assert missing_display("linux", {"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_wayland_socket_that_answers_is_a_display(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path is at most 108 bytes long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("wayland-9")
        server.listen()
        place = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "."}
        assert missing_display("linux", place) is None
    assert missing_display("linux", place) == "There is no display here."


@pytest.fixture
def display_on_a_port():
    with socket.socket() as server:
        while True:
            server.bind(("127.0.0.1", 0))
            port = server.getsockname()[1]
            if port >= 6000:
                break
        server.listen()
        yield f"127.0.0.1:{port - 6000}"


def test_a_display_that_answers_is_enough(display_on_a_port, monkeypatch):
    monkeypatch.setattr(display, "_X11_LIBRARIES", {"libc.so.6": "libc6"})
    assert missing_display("linux", {"DISPLAY": display_on_a_port}) is None


def test_missing_libraries_are_named_with_their_packages(display_on_a_port, monkeypatch):
    monkeypatch.setattr(display, "_X11_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    told = missing_display("linux", {"DISPLAY": display_on_a_port})
    assert told == "Windows need: apt install libnowhere9"
