"""The demo from the command line: whatever is wrong, one sentence; however it ends, nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent.parent
DEMO = [sys.executable, "-m", "outreach_app", "demo", "--windowed"]
WITHOUT_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY")


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    throwaway = tmp_path / "throwaway"
    throwaway.mkdir(exist_ok=True)
    rest = {name: value for name, value in os.environ.items() if name not in WITHOUT_DISPLAY}
    return {**rest, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(throwaway), "TEMP": str(throwaway), **more}


def ended_in_one_sentence(tmp_path: Path, *options: str, **more: str) -> str:
    result = subprocess.run(
        [*DEMO, *options], cwd=REPOSITORY, env=environment(tmp_path, **more), capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 1, result.stderr
    assert result.stdout == ""
    said = [line for line in result.stderr.splitlines() if "propagateSizeHints" not in line]
    assert len(said) == 1, result.stderr
    assert said[0].endswith(".")
    assert "Traceback" not in result.stderr
    assert list((tmp_path / "throwaway").iterdir()) == []
    return said[0]


def test_a_campaign_that_is_not_there(tmp_path):
    assert "no such folder" in ended_in_one_sentence(tmp_path, "--campaign", str(tmp_path / "nowhere"))


def test_a_broken_campaign(tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "campaign.toml").write_text("this is = = no campaign")
    ended_in_one_sentence(tmp_path, "--campaign", str(pack))


@pytest.mark.parametrize("held", [None, b"", b"no list of lawmakers", b"SQLite format 3\0" + bytes(4096)])
def test_a_lawmaker_list_that_cannot_be_read(tmp_path, held):
    file = tmp_path / "list.lawmakers"
    if held is not None:
        file.write_bytes(held)
    ended_in_one_sentence(tmp_path, "--legislators", str(file))


def test_a_language_the_campaign_does_not_speak(tmp_path):
    said = ended_in_one_sentence(tmp_path, "--language", "tlh")
    assert "en" in said
    assert "es" in said


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_a_session_without_a_display(tmp_path):
    assert "display" in ended_in_one_sentence(tmp_path, QT_QPA_PLATFORM="")


def test_no_folder_for_temporary_files(tmp_path):
    """Nowhere to write at all: the program's own three places for temporary files are taken away."""
    script = (
        "import sys, tempfile\n"
        "def nowhere(*_args, **_more): raise FileNotFoundError('No usable temporary directory found')\n"
        "tempfile.TemporaryDirectory = nowhere\n"
        "from outreach_app.cli.program import run\n"
        "sys.exit(run(['demo', '--windowed']))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "temporary files" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_demo_that_is_told_to_end_leaves_nothing(tmp_path, number):
    demo = subprocess.Popen(
        DEMO, cwd=REPOSITORY, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    throwaway = tmp_path / "throwaway"
    try:
        last = time.monotonic() + 30
        # The list of invented people is built once the screens are made, well after the window is open.
        while not list(throwaway.glob("*/*")) and time.monotonic() < last:
            time.sleep(0.05)
        assert list(throwaway.glob("*/*")), "the demo never opened"
        demo.send_signal(number)
        _nothing, said = demo.communicate(timeout=30)
    finally:
        demo.kill()
        demo.wait()
        demo.stderr.close()
    assert "Traceback" not in said
    assert list(throwaway.iterdir()) == []
