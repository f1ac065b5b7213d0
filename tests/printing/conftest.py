"""A real CUPS for the tests that ask for one, started once a process."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.printing.cups_server import CupsServer, PdfTray, why_not


@pytest.fixture(scope="session")
def cups_server():
    """The running scheduler."""
    reason = why_not()
    if reason is not None:
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    root = Path(tempfile.mkdtemp(prefix="cups-"))
    server = CupsServer(root)
    yield server
    server.close()
    # What root wrote there stays, where somebody else runs the tests: it lies in the system's folder for what passes.
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def cups(cups_server, monkeypatch):
    """The scheduler, found by every program that this test starts."""
    for name, value in cups_server.environment.items():
        monkeypatch.setenv(name, value)
    return cups_server


@pytest.fixture
def tray(cups):
    """Where its pages come out; one folder for all the processes of a user, so they take turns."""
    import fcntl  # Windows has none, and no CUPS either

    with (Path(tempfile.gettempdir()) / "outreach-pdf-tray.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield PdfTray()
