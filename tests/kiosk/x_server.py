"""A real X server for tests that need one: nothing is drawn on anybody's screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def x_server() -> Iterator[str]:
    """The name of an X server of one's own, for as long as this lasts.

    Raises:
        FileNotFoundError: Xvfb is not installed (Debian package xvfb).
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it begins anew, deaf for a moment, whenever its last client goes.
        ["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def display():
    """The name of an X server of this test's own; in CI it must be there."""
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Xvfb (Debian package xvfb)")
        pytest.skip("Xvfb is not installed (Debian package xvfb)")
    with x_server() as name:
        yield name
