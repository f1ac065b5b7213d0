"""A real X server for tests that need one: nothing is drawn on anybody's screen."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


@pytest.fixture
def display():
    """The name of an X server of this test's own; in CI it must be there."""
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Xvfb (Debian package xvfb)")
        pytest.skip("Xvfb is not installed (Debian package xvfb)")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()
