"""A real CUPS of the tests' own: its configuration, spool and socket in a throwaway folder, without an init system.

Its one kind of printer is cups-pdf, which turns each job into a PDF by way of the whole filter chain. Starting the
scheduler and that printer takes root, or sudo, as in CI; elsewhere the tests that need it skip and say why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

CUPSD = "/usr/sbin/cupsd"
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
MODEL = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
_LONGEST_WAIT_SECONDS = 20.0

_FILES = """\
SystemGroup root
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/spool/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
"""
_SERVER = """\
Listen {root}/run/socket
LogLevel info
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


def why_not() -> str | None:
    """Why a real CUPS cannot be had here; ``None`` when it can."""
    missing = [name for name in ("lp", "lpstat", "lpadmin") if shutil.which(name) is None]
    if missing or not Path(CUPSD).exists() or not BACKEND.exists():
        return "a real CUPS needs: apt-get install cups cups-client printer-driver-cups-pdf"
    return None if _as_root() is not None else "the scheduler of a real CUPS needs root, or sudo without a password"


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it; ``None`` where nobody may."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    may = shutil.which("sudo") is not None and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0
    return sudo if may else None


class CupsServer:
    """A running scheduler.

    Args:
        root: an empty folder; its path must be short, as a socket's has to be.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("etc", "spool/tmp", "cache", "run", "log"):
            (root / name).mkdir(parents=True)
        # The PDF printer writes as the user who sent the job, and looks for the configuration where CUPS keeps its own.
        for folder in (root, *root.iterdir()):
            folder.chmod(0o755)
        (root / "etc" / "cups-files.conf").write_text(_FILES.format(root=root))
        (root / "etc" / "cupsd.conf").write_text(_SERVER.format(root=root))
        command = [
            *(_as_root() or ()),
            CUPSD,
            "-f",
            "-c",
            str(root / "etc" / "cupsd.conf"),
            "-s",
            str(root / "etc" / "cups-files.conf"),
        ]
        self._log = (root / "log" / "start").open("wb")
        self._scheduler = subprocess.Popen(command, stdout=self._log, stderr=self._log)
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.close()
            raise

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to find this server and no other."""
        return {"CUPS_SERVER": str(self.root / "run" / "socket")}

    def add_pdf_printer(self, queue: str) -> None:
        """A printer that makes PDFs."""
        self.run("lpadmin", "-p", queue, "-E", "-v", "cups-pdf:/", "-m", MODEL)

    def pages_in_the_spool(self) -> list[Path]:
        """The documents that CUPS holds of jobs, done or not."""
        return sorted((self.root / "spool").glob("d[0-9]*"))

    def run(self, *command: str) -> str:
        """One of CUPS's own programs; what it says."""
        environment = {**os.environ, **self.environment, "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    def close(self) -> None:
        """End the scheduler that was started here, and no other."""
        self._scheduler.terminate()
        self._scheduler.wait(30)
        self._log.close()

    def _wait_until_it_answers(self) -> None:
        last = time.monotonic() + _LONGEST_WAIT_SECONDS
        while "scheduler is running" not in self.run("lpstat", "-r"):
            assert time.monotonic() < last, f"CUPS did not start: {(self.root / 'log' / 'start').read_text()}"
            time.sleep(0.05)


class PdfTray:
    """Where the PDF printer lays its pages: ``~/PDF`` of the user who printed, by its own configuration."""

    def __init__(self) -> None:
        self._folder = Path.home() / "PDF"
        self._before = set(self._pages())

    def _pages(self) -> list[Path]:
        return sorted(self._folder.glob("*.pdf")) if self._folder.is_dir() else []

    def take(self) -> bytes:
        """Wait for the next page, and take it away."""
        last = time.monotonic() + _LONGEST_WAIT_SECONDS
        while not (new := [page for page in self._pages() if page not in self._before]):
            assert time.monotonic() < last, "no page came out"
            time.sleep(0.05)
        data = new[0].read_bytes()
        while not data.rstrip().endswith(b"%%EOF"):
            assert time.monotonic() < last, "the page is not whole"
            time.sleep(0.05)
            data = new[0].read_bytes()
        self.last_name = new[0].name
        new[0].unlink()
        return data

    def is_empty(self) -> bool:
        """Whether nothing came out."""
        return set(self._pages()) <= self._before
