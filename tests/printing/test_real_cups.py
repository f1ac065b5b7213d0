"""A real CUPS with a PDF printer: what comes out of the tray is what went in, at its true size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from outreach_app.domain.handout import Handout
from outreach_app.handouts.papers import paper_named
from outreach_app.handouts.press import press
from outreach_app.kiosk.printers import system_printer
from outreach_app.printing.printer import JobRefused
from outreach_app.printing.states import Ended, Outcome, PrinterState
from outreach_app.printing.watching import Leash, Patience, print_and_watch
from tests.handouts.reading import codes_on
from tests.handouts.samples import english

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PAPERS = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
MM_PER_POINT = 25.4 / 72
PATIENT = Patience(job_seconds=30, look_seconds=0.05)
IMPATIENT = Patience(job_seconds=1.0, look_seconds=0.05)


@pytest.fixture
def queue(cups):
    """A queue of its own for each test, so that no state is left to the next."""
    name = "HANDOUT"
    cups.add_pdf_printer(name)
    yield name
    cups.run("lpadmin", "-x", name)


def page_for(paper: str) -> bytes:
    page = english()
    assert isinstance(page, Handout)
    return press(page, paper_named(paper))


def printed(printer, pdf, patience=PATIENT) -> Ended:
    return print_and_watch(printer, pdf, patience, Leash(), lambda job: None)


def size_mm(pdf: bytes) -> tuple[float, float]:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return tuple(side * MM_PER_POINT for side in document[0].get_size())


def ink_mm(pdf: bytes, dots_per_inch: int = 300) -> tuple[float, ...]:
    """Where the ink of a page begins and ends, mm from its upper left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    left, top, right, bottom = picture.point(lambda tone: 255 if tone < 128 else 0).getbbox()
    return tuple(edge * 25.4 / dots_per_inch for edge in (left, top, right, bottom))


def same_places(one: bytes, other: bytes, within_mm: float = 0.2) -> bool:
    """Whether the ink of two pages lies in the same places: so 10 mm of one are 10 mm of the other."""
    return all(abs(a - b) < within_mm for a, b in zip(ink_mm(one), ink_mm(other), strict=True))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_comes_out_on_its_own_paper_at_its_true_size_and_scans(queue, tray, paper):
    pdf = page_for(paper)
    assert printed(system_printer(queue, paper), pdf) == Ended(Outcome.PRINTED, PrinterState.READY)
    came_out = tray.take()
    assert size_mm(came_out) == pytest.approx(PAPERS[paper], abs=0.5)
    assert codes_on(came_out, 300) == codes_on(pdf, 300)
    assert codes_on(came_out, 300)
    assert same_places(came_out, pdf)


def test_the_queue_is_told_nothing_of_the_topic(queue, tray, cups):
    printed(system_printer(queue, "letter"), page_for("letter"))
    tray.take()
    assert tray.last_name.startswith("Page")


def test_a_disabled_queue_is_told_and_given_nothing_and_staff_can_resume_it(queue, tray, cups):
    cups.run("cupsdisable", queue)
    printer = system_printer(queue, "letter")
    assert printed(printer, page_for("letter")) == Ended(Outcome.BLOCKED, PrinterState.PAUSED)
    assert cups.run("lpstat", "-W", "all", "-o", queue) == ""
    assert printer.resume() is PrinterState.READY
    assert printed(printer, page_for("letter")).outcome is Outcome.PRINTED
    tray.take()


def test_a_queue_that_is_disabled_in_the_middle_gives_the_page_back(queue, tray, cups):
    printer = system_printer(queue, "letter")
    send = printer.send

    def send_then_die(pdf):
        cups.run("cupsdisable", queue)
        return send(pdf)

    printer.send = send_then_die
    assert printed(printer, page_for("letter")) == Ended(Outcome.BLOCKED, PrinterState.PAUSED)
    cups.run("cupsenable", queue)
    assert cups.run("lpstat", "-W", "not-completed", "-o", queue) == ""
    assert tray.is_empty()


def test_a_queue_that_rejects_jobs_is_told_and_staff_can_resume_it(queue, cups):
    cups.run("cupsreject", queue)
    printer = system_printer(queue, "letter")
    assert printer.look() is PrinterState.REFUSING
    with pytest.raises(JobRefused):
        printer.send(page_for("letter"))
    assert printer.resume() is PrinterState.READY


def test_what_the_queue_is_told_to_forget_is_in_no_file_of_the_spool(queue, tray, cups):
    """CUPS keeps a printed page for a day; a slip with a code on it must not lie there."""
    printer = system_printer(queue, "letter")
    assert printed(printer, page_for("letter")).outcome is Outcome.PRINTED
    tray.take()
    assert cups.pages_in_the_spool(), "CUPS has stopped keeping printed pages, so nothing is proved here"
    cups.run("cupsdisable", queue)
    waiting = printer.send(page_for("letter"))
    printer.forget()
    assert printer.is_waiting(waiting), "what somebody else prints is let be"
    printer.drop(waiting)
    printer.forget()
    assert not cups.pages_in_the_spool()


def test_an_unknown_queue_is_missing_and_nothing_goes_to_another(queue, tray):
    printer = system_printer("NOBODY", "letter")
    assert printer.look() is PrinterState.MISSING
    with pytest.raises(JobRefused):
        printer.send(page_for("letter"))
    assert tray.is_empty()


def test_a_network_printer_that_is_dead_looks_idle_and_is_found_out(cups, tray):
    """Nothing listens on that port: CUPS calls the printer idle, then busy, and never says that it is gone."""
    cups.run("lpadmin", "-p", "DEAD", "-E", "-v", "socket://127.0.0.1:9", "-m", "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd")
    printer = system_printer("DEAD", "letter")
    assert printer.look() is PrinterState.READY
    ended = printed(printer, page_for("letter"), IMPATIENT)
    assert ended.is_trouble
    assert cups.run("lpstat", "-W", "not-completed", "-o", "DEAD") == ""
    cups.run("lpadmin", "-x", "DEAD")


def test_a_server_that_is_not_there_is_told(monkeypatch, tmp_path, cups):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    assert system_printer("HANDOUT", "letter").look() is PrinterState.NO_ANSWER


_THROUGH_QT = """
import json, sys
from PySide6.QtWidgets import QApplication
from outreach_app.look.qt_printer import QtPrinter
from outreach_app.printing.printer import JobRefused
application = QApplication([])
queue, width, height, page = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), open(sys.argv[4], "rb").read()
found = {"missing": QtPrinter("NOBODY", width, height).look().name}
try:
    QtPrinter("NOBODY", width, height).send(page)
except JobRefused:
    found["refused"] = True
printer = QtPrinter(queue, width, height)
found["state"] = printer.look().name
found["job"] = printer.send(page)
print(json.dumps(found))
"""


@pytest.mark.parametrize("paper", PAPERS)
def test_qt_draws_the_same_page_at_its_true_size_and_never_on_another_printer(queue, tray, paper, tmp_path):
    """In a process of its own: the system's library reads once where its server is."""
    pdf = page_for(paper)
    page = tmp_path / "page.pdf"
    page.write_bytes(pdf)
    arguments = [sys.executable, "-c", _THROUGH_QT, queue, *map(str, PAPERS[paper]), str(page)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=60, cwd=REPOSITORY)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"missing": "MISSING", "refused": True, "state": "READY", "job": "qt-1"}
    came_out = tray.take()
    assert size_mm(came_out) == pytest.approx(PAPERS[paper], abs=0.5)
    assert codes_on(came_out, 300) == codes_on(pdf, 300)
    assert same_places(came_out, pdf, within_mm=0.4)
