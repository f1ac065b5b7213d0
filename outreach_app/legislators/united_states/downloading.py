"""Fetches published files, and trusts nothing about the road they come by.

Only https, and http to this very machine (a mirror on it); a redirect may lead to https alone. A file counts as fetched
when all the bytes announced have come, in time, and it does not call itself a web page.
"""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Protocol
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import _

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_KINDS = frozenset({"application/json", "application/octet-stream", "text/plain", ""})
_CHUNK_BYTES = 65_536
_NOT_FOUND = 404

Progress = Callable[[str, int, int | None], None]
"""Told a file's name, the bytes that have come, and how many there will be if the other side said so."""


@dataclass(frozen=True)
class Patience:
    """How long to wait: for the next bytes, and for a whole file, seconds; and how large a file may be, bytes."""

    silence_seconds: float = 20.0
    file_seconds: float = 300.0
    most_bytes: int = 50_000_000


class NotPublished(LegislatorsError):
    """The other side has no such file."""


class _Reply(Protocol):
    """What of a reply is used."""

    @property
    def headers(self) -> http.client.HTTPMessage:
        """The reply's headers."""

    def read1(self, n: int = ...) -> bytes:
        """Whatever bytes have come, at most ``n``; empty at the end."""


class _HttpsRedirects(HTTPRedirectHandler):
    """Follows a redirect only to https."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request, or a refusal."""
        if urlsplit(newurl).scheme != "https":
            fp.close()
            raise _failed(req.full_url, _("it leads to an address that is not https"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Downloader:
    """Fetches files one after another.

    Args:
        progress: told as the bytes come.
        patience: how long to wait and how much to take.
    """

    def __init__(self, progress: Progress, patience: Patience | None = None) -> None:
        self._progress = progress
        self._patience = patience or Patience()

    def fetch(self, url: str, to: Path) -> date | None:
        """Fetch one file.

        Returns:
            The day it was last changed, where the other side says so.

        Raises:
            NotPublished: there is no such file there.
            LegislatorsError: anything else that kept it from coming whole.
        """
        is_here = _host_of(url) in _THIS_MACHINE
        # A mirror on this machine is not reached through the proxy that leads out of it.
        opener = build_opener(_HttpsRedirects(), *([ProxyHandler({})] if is_here else []))
        request = Request(url, headers={"Accept-Encoding": "identity", "User-Agent": "outreach"})  # noqa: S310 - checked
        try:
            with opener.open(request, timeout=self._patience.silence_seconds) as reply:
                to.write_bytes(self._whole(url, reply))
                return _last_changed(reply.headers)
        except HTTPError as error:
            error.close()
            reason = _("the server answered {status}", status=str(error.code))
            kind = NotPublished if error.code == _NOT_FOUND else LegislatorsError
            raise kind(_failed(url, reason).message) from error
        except TimeoutError as error:
            raise _failed(url, _("the server was silent for too long")) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            # ValueError: an address that no request can hold, with a letter that has to be encoded or a host too long.
            cause = getattr(error, "reason", None) or error
            if isinstance(cause, TimeoutError):
                raise _failed(url, _("the server was silent for too long")) from error
            raise _failed(url, _("the connection failed ({detail})", detail=str(cause))) from error

    def _whole(self, url: str, reply: _Reply) -> bytes:
        if reply.headers.get_content_type() not in _KINDS and reply.headers.get("Content-Type"):
            kind = reply.headers.get_content_type()
            raise _failed(url, _("what came is not a list but {kind}", kind=kind))
        announced = reply.headers.get("Content-Length", "")
        total = int(announced) if announced.isascii() and announced.isdigit() else None
        content = bytearray()
        late = time.monotonic() + self._patience.file_seconds
        while chunk := reply.read1(_CHUNK_BYTES):
            content += chunk
            self._progress(url.rpartition("/")[2], len(content), total)
            if len(content) > self._patience.most_bytes:
                raise _failed(url, _("the file is far larger than such a list can be"))
            if time.monotonic() > late:
                raise _failed(url, _("the server is too slow"))
        if total is not None and len(content) != total:
            raise _failed(url, _("only a part of the file came"))
        return bytes(content)


def _host_of(url: str) -> str:
    """The host of an address that may be fetched."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if host and (parts.scheme == "https" or (parts.scheme == "http" and host in _THIS_MACHINE)):
        return host
    raise LegislatorsError(_("{url} is no https address. Name another one with --source.", url=url))


def _last_changed(headers: http.client.HTTPMessage) -> date | None:
    said = headers.get("Last-Modified")
    if said is None:
        return None
    try:
        return parsedate_to_datetime(said).date()
    except ValueError:
        return None


def _failed(url: str, reason: Message) -> LegislatorsError:
    return LegislatorsError(
        _(
            "{url} could not be fetched: {reason}. The list in use stays as it is; try again later.",
            url=url,
            reason=reason,
        )
    )
