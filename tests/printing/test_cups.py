"""What CUPS says, as it says it: answers taken down from CUPS 2.4, and what this program makes of each."""

from __future__ import annotations

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.printing.cups import CupsPrinter, is_queue_name, state_in
from outreach_app.printing.printer import JobId, JobRefused
from outreach_app.printing.programs import ProgramMissing, ProgramSilent, Said, run_program
from outreach_app.printing.states import STATE_NOTICES, PrinterState

IDLE = "printer HANDOUT is idle.  enabled since Sun Nov 22 23:47:49 2026"
PRINTING = "printer HANDOUT now printing HANDOUT-4.  enabled since Sun Nov 22 23:48:28 2026"
DISABLED = "printer HANDOUT disabled since Sun Nov 22 23:47:54 2026 -\n\tPaused"
ACCEPTING = "HANDOUT accepting requests since Sun Nov 22 23:47:49 2026"
NOT_ACCEPTING = "HANDOUT not accepting requests since Sun Nov 22 23:47:55 2026 -\n\tRejecting Jobs"


def answer(head: str = IDLE, alerts: str = "none", accepting: str = ACCEPTING, running: str = "running") -> str:
    more = "\tContent types: any\n\tDescription: HANDOUT\n"
    return f"scheduler is {running}\n{accepting}\n{head}\n\tForm mounted:\n{more}\tAlerts: {alerts}\n\tLocation: \n"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (answer(), PrinterState.READY),
        (answer(PRINTING), PrinterState.READY),
        (answer(DISABLED, "paused"), PrinterState.PAUSED),
        (answer(DISABLED), PrinterState.STOPPED),
        (answer(accepting=NOT_ACCEPTING), PrinterState.REFUSING),
        (answer(alerts="media-empty-error"), PrinterState.OUT_OF_PAPER),
        (answer(PRINTING, "media-needed"), PrinterState.OUT_OF_PAPER),
        (answer(alerts="marker-supply-low-warning media-empty"), PrinterState.OUT_OF_PAPER),
        (answer(DISABLED, "paused media-empty-error"), PrinterState.OUT_OF_PAPER),
        (answer(alerts="offline-report"), PrinterState.OFFLINE),
        (answer(alerts="shutdown"), PrinterState.OFFLINE),
        (answer(alerts="media-jam-error"), PrinterState.NEEDS_HANDS),
        (answer(alerts="door-open"), PrinterState.NEEDS_HANDS),
        (answer(alerts="toner-low-warning"), PrinterState.READY),
        (answer(alerts="media-empty-warning"), PrinterState.READY),
        (answer(alerts="connecting-to-device"), PrinterState.READY),
        (answer(running="not running"), PrinterState.NO_ANSWER),
        ("scheduler is running\n", PrinterState.MISSING),
        ("", PrinterState.NO_ANSWER),
    ],
)
def test_each_answer_of_lpstat_is_one_state(said, state):
    assert state_in(said, "HANDOUT") is state
    assert state_in(said, "handout") is state


def test_only_the_keywords_count_and_not_the_sentences_beside_them():
    named_so = answer().replace("Description: HANDOUT", "Description: disabled since media-empty Alerts: offline")
    assert state_in(named_so, "HANDOUT") is PrinterState.READY


@given(st.text())
def test_no_answer_however_odd_ends_in_a_fault(text):
    assert state_in(text, "HANDOUT") in PrinterState
    assert state_in(f"scheduler is running\nprinter HANDOUT {text}", "HANDOUT") in PrinterState


@pytest.mark.parametrize("name", ["HANDOUT", "Front_Desk-2", "büro", "a"])
def test_names_that_cups_can_have(name):
    assert is_queue_name(name)


@pytest.mark.parametrize("name", ["", "-d", "--help", "a b", "a/b", "a#b", "a\nb", "x" * 200, "a,b"])
def test_other_names_never_reach_a_command_line(name):
    assert not is_queue_name(name)
    printer = CupsPrinter(name, "Letter", _never)
    assert printer.look() is PrinterState.MISSING


def _never(_arguments, _given):
    raise AssertionError("a program was started")


class Programs:
    """Answers for the programs and remembers how they were called."""

    def __init__(self, *answers):
        self._answers = list(answers)
        self.calls = []

    def __call__(self, arguments, given):
        self.calls.append((list(arguments), given))
        said = self._answers.pop(0)
        if isinstance(said, type):
            raise said("lp")
        return said


def test_a_page_goes_by_a_pipe_with_the_media_named_and_a_neutral_title():
    programs = Programs(Said(0, "request id is HANDOUT-12 (0 file(s))\n"))
    assert CupsPrinter("HANDOUT", "Letter", programs).send(b"%PDF") == "HANDOUT-12"
    arguments, given = programs.calls[0]
    assert given == b"%PDF"
    assert arguments[:3] == ["lp", "-d", "HANDOUT"]
    assert arguments[arguments.index("-t") + 1] == "Page"
    assert "media=Letter" in arguments
    assert "print-scaling=none" in arguments


def test_a_roll_takes_the_length_of_the_page():
    programs = Programs(Said(0, "request id is SLIP-1 (0 file(s))\n"))
    CupsPrinter("SLIP", None, programs).send(b"%PDF-1.4 /MediaBox [0 0 226.7717 566.929] ...")
    assert "media=Custom.80x200mm" in programs.calls[0][0]


@pytest.mark.parametrize(
    "said", [Said(1, ""), Said(0, ""), Said(1, "request id is HANDOUT-1"), ProgramMissing, ProgramSilent]
)
def test_whatever_goes_wrong_with_lp_is_a_refusal(said):
    with pytest.raises(JobRefused, match="did not take the page"):
        CupsPrinter("HANDOUT", "Letter", Programs(said)).send(b"%PDF")


def test_a_job_waits_while_its_very_name_is_listed():
    listed = "HANDOUT-12  root  1024  Sun Nov 22 23:47:49 2026\n"
    said = [Said(0, listed), Said(0, listed.replace("12", "121")), Said(0, ""), Said(1, ""), ProgramSilent]
    printer = CupsPrinter("HANDOUT", "Letter", Programs(*said))
    assert [printer.is_waiting(JobId("HANDOUT-12")) for _answer in said] == [True, False, False, True, True]


def test_a_system_without_lp_and_a_server_that_is_silent_are_told_apart():
    assert CupsPrinter("HANDOUT", "Letter", Programs(ProgramMissing)).look() is PrinterState.NO_PROGRAM
    assert CupsPrinter("HANDOUT", "Letter", Programs(ProgramSilent)).look() is PrinterState.NO_ANSWER


def test_every_bad_state_has_a_sentence_and_a_remedy():
    assert set(STATE_NOTICES) == set(PrinterState) - {PrinterState.READY}


# -- the programs themselves -------------------------------------------------------------------------------------------


def program(folder, text: str) -> str:
    path = folder / "program"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_programs_speak_plain_english_whatever_the_device_speaks(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "es_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "es")
    assert run_program([program(tmp_path, 'echo "$LC_ALL $LANGUAGE"; cat; exit 3')], b"x") == Said(3, "C C\nx")


def test_a_program_cannot_ask_anything_of_a_terminal(tmp_path):
    said = run_program([program(tmp_path, "(exec < /dev/tty) 2>/dev/null && echo asks || echo silent")], b"")
    assert said.text.strip() == "silent"


def test_a_missing_program_and_one_that_takes_too_long_are_told_apart(tmp_path, monkeypatch):
    with pytest.raises(ProgramMissing):
        run_program([str(tmp_path / "nothing")], b"")
    monkeypatch.setattr("outreach_app.printing.programs._SECONDS", 0.05)
    with pytest.raises(ProgramSilent):
        run_program([program(tmp_path, "exec sleep 5")], b"")


def test_the_environment_is_handed_on(monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "here")
    assert run_program(["sh", "-c", "echo $CUPS_SERVER"], b"").text == "here\n"
    assert os.environ.get("LANGUAGE") != "C"
