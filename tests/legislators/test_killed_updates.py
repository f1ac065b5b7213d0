"""An update that is killed in the middle: the list in use stays whole, and the next update is as good as ever."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from outreach_app.cli.program import run
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.united_states.importing import import_congress
from outreach_app.legislators.united_states.updating import PEOPLE
from tests.legislators.publisher import dripping, publishing
from tests.legislators.small_congress import MEMBERS, member, write_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")

NEW = json.dumps([*MEMBERS[:5], member("A000007", "rep", "DC", 0)]).encode()
STOP_IN_THE_SWAP = """
import sys, time
from pathlib import Path
from outreach_app.cli.program import run
from outreach_app.legislators import building

at = sys.argv.pop(1)
stay = lambda *_given, **_more: (print("there", flush=True), time.sleep(60))
if at == "written":
    building.os.fsync = stay
elif at == "renaming":
    building.Path.replace = stay
raise SystemExit(run(sys.argv[1:]))
"""


@pytest.fixture
def in_use(tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "lists").mkdir()
    out = tmp_path / "lists" / "c.lawmakers"
    build_pack(import_congress(write_files(tmp_path / "files"), date(2026, 6, 15)).tables, out)
    return out


def line_of(publisher, out):
    return ["legislators", "update", "--out", str(out), "--source", publisher.address]


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def the_next_update_works(publisher, out):
    publisher.publish(PEOPLE, NEW)
    assert run(line_of(publisher, out)) == 0
    with LegislatorPack.open(out) as pack:
        assert "A000007" in {person.id for person in pack.people()}
    assert list(out.parent.iterdir()) == [out], "what a killed update left behind is swept away"


def test_killed_while_the_people_come(in_use):
    before = in_use.read_bytes()
    with publishing() as publisher:
        publisher.publish(PEOPLE, dripping(NEW, 0.05))
        process = subprocess.Popen(
            [sys.executable, "-m", "outreach_app", *line_of(publisher, in_use)], stdout=subprocess.PIPE
        )
        until = time.monotonic() + 20
        while f"/{PEOPLE}" not in publisher.asked and time.monotonic() < until:
            time.sleep(0.01)
        assert publisher.asked == [f"/{PEOPLE}"]
        kill(process)
        assert in_use.read_bytes() == before
        assert list(in_use.parent.iterdir()) == [in_use]
        the_next_update_works(publisher, in_use)


@pytest.mark.parametrize("at", ["written", "renaming"])
def test_killed_between_writing_the_new_list_and_putting_it_in_place(in_use, at):
    before = in_use.read_bytes()
    with publishing() as publisher:
        publisher.publish(PEOPLE, NEW)
        process = subprocess.Popen(
            [sys.executable, "-c", STOP_IN_THE_SWAP, at, *line_of(publisher, in_use)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        kill(process)
        assert in_use.read_bytes() == before
        with LegislatorPack.open(in_use) as pack:
            assert len(list(pack.people())) == 6
        the_next_update_works(publisher, in_use)
