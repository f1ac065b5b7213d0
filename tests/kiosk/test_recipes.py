"""The recipe for Linux, followed: the table is started as the unit says, under a real X server, and started anew when
it hangs or falls. The test stands in for systemd, which no test machine has: it reads the unit, listens on the socket,
and does what ``Restart=`` and ``WatchdogSec=`` promise."""

from __future__ import annotations

import configparser
import os
import secrets
import shlex
import signal
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from tests.kiosk.x_server import display

__all__ = ["display"]

REPOSITORY = Path(__file__).resolve().parents[2]
RECIPES = REPOSITORY / "assets" / "recipes"
_SECONDS_TO_START = 60


@pytest.fixture
def unit() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(RECIPES / "linux" / "outreach-kiosk.service", encoding="utf-8")
    return dict(parser["Service"])


class Manager:
    """Does with the unit what systemd does."""

    def __init__(self, unit: dict[str, str], folder: Path, display: str) -> None:
        self._channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._channel.bind(str(folder / "notify"))
        # The recipe waits for twenty seconds; two are enough to see it happen.
        self.waits_seconds = min(int(unit["WatchdogSec"]), 2)
        after_cage = shlex.split(unit["ExecStart"]).index("--") + 2
        words = shlex.split(unit["ExecStart"])[after_cage:]
        self._command = [
            *(sys.executable, "-m", "outreach_app"),
            *(str(folder / "table") if word.startswith("/home/") else word for word in words),
        ]
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "NOTIFY_SOCKET": str(folder / "notify"),
            "WATCHDOG_USEC": str(self.waits_seconds * 1_000_000),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it says that it is ready."""
        self.process = subprocess.Popen(self._command, cwd=REPOSITORY, env=self._environment)
        assert self.hears("READY=1", _SECONDS_TO_START), "the table never said that it was ready"

    def hears(self, what: str, seconds: float) -> bool:
        """Whether it says this in time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._channel.settimeout(left)
            try:
                if self._channel.recv(100) == what.encode():
                    return True
            except TimeoutError:
                break
        return False

    def forget(self) -> None:
        """Drop what was said so far."""
        self._channel.setblocking(False)
        while True:
            try:
                self._channel.recv(100)
            except BlockingIOError:
                return

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send it a signal; returns how it ended."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=30)

    def close(self) -> None:
        """Leave nothing running."""
        if self.process is not None:
            self.end(signal.SIGKILL)
        self._channel.close()


@pytest.fixture
def manager(unit, tmp_path, display):
    enrolment = tmp_path / "office.enrolment"
    recipients = throwaway_recipients(secrets.token_bytes)
    enrolment.write_bytes(encode_enrolment(Enrolment("Office", recipients, secrets.token_hex(32))))
    new = ["station", "new", "--campaign", "take-it-down", "--event", "Fair", "--enrolment", str(enrolment)]
    outreach(*new, "--folder", str(tmp_path / "table"))
    manager = Manager(unit, tmp_path, display)
    yield manager
    manager.close()


def outreach(*words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "outreach_app", *words], cwd=REPOSITORY, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.skipif(sys.platform != "linux", reason="this recipe is for Linux")
def test_a_table_that_hangs_falls_silent_and_is_started_anew(manager, unit):
    assert unit["Restart"] == "always"
    manager.start()
    assert manager.hears("WATCHDOG=1", manager.waits_seconds)
    assert manager.process is not None
    manager.process.send_signal(signal.SIGSTOP)
    time.sleep(0.2)
    manager.forget()
    assert not manager.hears("WATCHDOG=1", manager.waits_seconds), "a program that hangs cannot say that it lives"
    assert manager.end(signal.SIGKILL) == -signal.SIGKILL
    manager.start()
    assert manager.hears("WATCHDOG=1", manager.waits_seconds)
    assert manager.end(signal.SIGTERM) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="this recipe is for Linux")
def test_after_a_fall_the_same_event_is_open_again_and_no_pledge_is_lost(manager, tmp_path):
    outreach("station", "rehearse", "--folder", str(tmp_path / "table"), "--pledges", "3", "--seed", "1")
    manager.start()
    manager.end(signal.SIGKILL)
    manager.start()
    assert manager.end(signal.SIGTERM) == 0
    said = outreach("station", "copy-out", "--folder", str(tmp_path / "table"), "--to", str(tmp_path), "--json").stdout
    assert '"rehearsals": 3' in said


def test_the_unit_starts_the_kiosk_by_a_command_that_exists(unit):
    words = shlex.split(unit["ExecStart"])
    assert words[words.index("--") + 1].endswith("/outreach")
    verb = words[words.index("--") + 2 : words.index("--folder")]
    assert "--folder" in outreach(*verb, "--help").stdout


def test_the_file_for_windows_is_whole_and_starts_the_same_command():
    tree = ElementTree.parse(RECIPES / "windows" / "assigned-access.xml")  # noqa: S314 - our own file
    (argument,) = [
        value for app in tree.iter() for name, value in app.attrib.items() if name.endswith("AutoLaunchArguments")
    ]
    assert argument.startswith("station open --folder ")
    profiles = {part.attrib["Id"] for part in tree.iter() if part.tag.endswith("Profile") and "Id" in part.attrib}
    defaults = {part.attrib["Id"] for part in tree.iter() if part.tag.endswith("DefaultProfile")}
    assert profiles == defaults
