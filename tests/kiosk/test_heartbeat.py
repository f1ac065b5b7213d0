"""The table tells the service manager that it lives, by systemd's protocol, on a socket of this machine."""

from __future__ import annotations

import logging
import socket
import sys

import pytest
from PySide6.QtCore import QObject, QTimer

from outreach_app.kiosk.heartbeat import Heartbeat
from tests.kiosk.table import wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such service manager")


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def manager(tmp_path):
    """What systemd listens with."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(str(tmp_path / "notify"))
        channel.settimeout(5)
        yield channel


def test_it_says_that_it_is_ready_then_beats(owner, manager, tmp_path):
    Heartbeat({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "90000"}, owner)
    assert manager.recv(100) == b"READY=1"
    manager.settimeout(0)
    heard: list[bytes] = []

    def a_beat_came() -> bool:
        try:
            heard.append(manager.recv(100))
        except BlockingIOError:
            return False
        return len(heard) >= 3

    wait_until(a_beat_came, "three beats")
    assert set(heard) == {b"WATCHDOG=1"}


def test_one_late_beat_is_not_yet_a_hang(owner, tmp_path):
    Heartbeat({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "90000"}, owner)
    assert [timer.interval() for timer in owner.findChildren(QTimer)] == [30]


def test_without_a_watchdog_it_says_only_that_it_is_ready(owner, manager, tmp_path):
    Heartbeat({"NOTIFY_SOCKET": str(tmp_path / "notify")}, owner)
    assert manager.recv(100) == b"READY=1"
    assert owner.children()[0].children() == []


def test_without_a_manager_nothing_happens(owner):
    Heartbeat({"WATCHDOG_USEC": "90000"}, owner)
    assert owner.children()[0].children() == []


def test_a_manager_that_has_gone_stops_nobody(owner, tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        Heartbeat({"NOTIFY_SOCKET": str(tmp_path / "gone")}, owner)
    assert "cannot be told READY=1" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="abstract names are Linux's own")
def test_a_manager_with_an_abstract_name_hears_it(owner):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind("\0outreach-test-notify")
        channel.settimeout(5)
        Heartbeat({"NOTIFY_SOCKET": "@outreach-test-notify"}, owner)
        assert channel.recv(100) == b"READY=1"
