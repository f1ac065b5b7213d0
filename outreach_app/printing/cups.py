"""CUPS, the print system of Linux and macOS, through its own programs: ``lp``, ``lpstat``, ``cancel``, ``cupsenable``.

The page goes to ``lp`` by a pipe, so this program writes no file with it. The media is always named: without a name
CUPS scales Letter onto A4. What ``lpstat`` says is read in the C locale, and of its reasons only the keywords of
RFC 8011 (printer-state-reasons): the sentences beside them come in the server's language.
"""

from __future__ import annotations

import re

from outreach_app.language import _
from outreach_app.printing.media import media_of_page
from outreach_app.printing.printer import DOCUMENT_TITLE, JobId, JobRefused
from outreach_app.printing.programs import ProgramMissing, ProgramSilent, RunProgram, Said, run_program
from outreach_app.printing.states import PrinterState

_QUEUE_NAME = re.compile(r"[^\s/#,'\"-][^\s/#,'\"]{0,126}")
_REQUEST = re.compile(r"request id is (\S+)")
_ALERTS = re.compile(r"^\s+Alerts:\s*(.*)$", re.MULTILINE)

_RUNNING = "scheduler is running"
_NO_PAPER = frozenset({"media-empty", "media-needed"})
_OUT_OF_REACH = frozenset({"offline", "shutdown", "timed-out"})
_HANDS = frozenset(
    {
        "media-jam", "cover-open", "door-open", "interlock-open", "input-tray-missing", "output-area-full",
        "output-tray-missing", "toner-empty", "marker-supply-empty", "marker-waste-full", "cups-missing-filter",
    }
)  # fmt: skip
_ONLY_A_WORD = ("-report", "-warning")
"""Endings of reasons that do not keep a printer from printing; a printer out of reach is told by any ending."""


def is_queue_name(name: str) -> bool:
    """Whether CUPS could have a queue of this name; anything else never reaches a command line."""
    return _QUEUE_NAME.fullmatch(name) is not None


def queues(run: RunProgram = run_program) -> list[str] | None:
    """The names of the queues that this system has; ``None`` where CUPS does not answer."""
    try:
        said = run(["lpstat", "-r", "-p"], b"")
    except (ProgramMissing, ProgramSilent):
        return None
    lines = said.text.splitlines()
    if _RUNNING not in lines[:1]:
        return None
    return [line.split()[1] for line in lines if line.startswith("printer ") and len(line.split()) > 1]


class CupsPrinter:
    """A queue of CUPS.

    Args:
        queue: its name, as ``lpstat -p`` lists it.
        media: the sheet in it, as :func:`outreach_app.printing.media.media_name` calls it, such as ``Letter``; ``None``
            for a roll, of which each page takes its own length.
        run: runs the programs; a test hands in another.

    Each call takes up to the time limit of a program, a few hundredths of a second where CUPS is well.
    """

    def __init__(self, queue: str, media: str | None, run: RunProgram = run_program) -> None:
        self._queue = queue
        self._media = media
        self._run = run

    def look(self) -> PrinterState:
        """How the queue stands now."""
        if not is_queue_name(self._queue):
            return PrinterState.MISSING
        try:
            said = self._run(["lpstat", "-r", "-a", self._queue, "-l", "-p", self._queue], b"")
        except ProgramMissing:
            return PrinterState.NO_PROGRAM
        except ProgramSilent:
            return PrinterState.NO_ANSWER
        return state_in(said.text, self._queue)

    def send(self, pdf: bytes) -> JobId:
        """Hand a page to the queue.

        Raises:
            JobRefused: ``lp`` is missing, silent, or was told no.
        """
        media = self._media or media_of_page(pdf)
        options = [f"media={media}"] if media is not None else []
        options += ["print-scaling=none", "sides=one-sided", "job-sheets=none,none"]
        arguments = ["lp", "-d", self._queue, "-n", "1", "-t", DOCUMENT_TITLE]
        for option in options:
            arguments += ["-o", option]
        try:
            said = self._run(arguments, pdf)
        except (ProgramMissing, ProgramSilent) as error:
            raise _refused() from error
        request = _REQUEST.search(said.text)
        if said.code != 0 or request is None:
            raise _refused()
        return JobId(request[1])

    def is_waiting(self, job: JobId) -> bool:
        """Whether the job is on the list of those that are not done; on silence it is taken to be."""
        said = self._ask("lpstat", "-W", "not-completed", "-o", self._queue)
        if said is None or (said.code != 0 and not said.text):
            return True
        return any(line.split()[:1] == [job] for line in said.text.splitlines())

    def drop(self, job: JobId) -> None:
        """Cancel a job."""
        self._ask("cancel", job)

    def forget(self) -> None:
        """Have CUPS erase the printed pages of the queue, which it keeps for a day; not while others wait in it.

        It lets a finished page go only together with all of its queue. Where this user is no operator of the printer,
        CUPS refuses, and the page lies for that day in its spool, which only root reads.
        """
        waiting = self._ask("lpstat", "-W", "not-completed", "-o", self._queue)
        if waiting is not None and waiting.code == 0 and not waiting.text.strip():
            self._ask("cancel", "-a", "-x", self._queue)

    def resume(self) -> PrinterState:
        """Enable the queue and let it take jobs. CUPS allows that to its administrators (group lpadmin)."""
        self._ask("cupsenable", self._queue)
        self._ask("cupsaccept", self._queue)
        return self.look()

    def _ask(self, *arguments: str) -> Said | None:
        """What a program says; ``None`` where it is missing or silent."""
        try:
            return self._run(arguments, b"")
        except (ProgramMissing, ProgramSilent):
            return None


def state_in(text: str, queue: str) -> PrinterState:
    """How a queue stands by the answer of ``lpstat -r -a QUEUE -l -p QUEUE`` in the C locale.

    Args:
        text: the whole answer; anything that cannot be understood counts as no answer.
        queue: the queue's name; CUPS does not mind capitals.
    """
    lines = text.splitlines()
    if _RUNNING not in lines[:1]:
        return PrinterState.NO_ANSWER
    name = queue.casefold()
    head = next((at for at, line in enumerate(lines) if line.casefold().startswith(f"printer {name} ")), None)
    if head is None:
        return PrinterState.MISSING
    alerts = _ALERTS.search("\n".join(lines[head:]))
    reasons = _reasons(alerts[1].split() if alerts is not None else [])
    for state, named in ((PrinterState.OUT_OF_PAPER, _NO_PAPER), (PrinterState.NEEDS_HANDS, _HANDS)):
        if named & reasons:
            return state
    if _OUT_OF_REACH & reasons:
        return PrinterState.OFFLINE
    if " disabled since " in lines[head]:
        return PrinterState.PAUSED if "paused" in reasons else PrinterState.STOPPED
    if any(line.casefold().startswith(f"{name} not accepting ") for line in lines):
        return PrinterState.REFUSING
    return PrinterState.READY


def _reasons(words: list[str]) -> frozenset[str]:
    """The reasons that count, without their endings."""
    found = set()
    for word in words:
        bare = re.sub(r"-(error|warning|report)$", "", word)
        if bare in _OUT_OF_REACH or not word.endswith(_ONLY_A_WORD):
            found.add(bare)
    return frozenset(found)


def _refused() -> JobRefused:
    return JobRefused(_("The printer did not take the page. Please scan the code, or call a member of staff."))
