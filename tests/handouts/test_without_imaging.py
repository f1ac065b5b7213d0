"""Codes are made without the imaging library. Tried in a program of its own: it concerns the whole interpreter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from outreach_app.handouts.without_imaging import without_imaging

MAKE_A_CODE = """
import sys
from outreach_app.handouts.codes import code_matrix

assert code_matrix("https://example.org").size == 25
assert "PIL" not in sys.modules
assert not any(type(finder).__name__ == "_NotHere" for finder in sys.meta_path)
import PIL.Image
"""


def test_a_code_brings_in_no_imaging_library_and_whoever_needs_it_later_gets_it():
    made = subprocess.run([sys.executable, "-c", MAKE_A_CODE], capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, made.stderr


def test_another_thread_finds_it_meanwhile(monkeypatch):
    from concurrent.futures import ThreadPoolExecutor
    from importlib.util import find_spec

    for name in [name for name in sys.modules if name == "PIL" or name.startswith("PIL.")]:
        monkeypatch.delitem(sys.modules, name)
    with without_imaging(), ThreadPoolExecutor(1) as elsewhere:
        with pytest.raises(ModuleNotFoundError):
            find_spec("PIL")
        assert elsewhere.submit(find_spec, "PIL").result() is not None
    assert find_spec("PIL") is not None
