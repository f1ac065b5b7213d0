"""Whether a pack's links lead anywhere today: asked once each, over https, when an author wants to know.

Nothing else of the program asks a network about a pack, and no station ever does.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException

from outreach_app import __version__
from outreach_app.campaign.names import SETTINGS
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import Message
from outreach_app.language import _

LONGEST_WAIT_SECONDS = 10
_AT_ONCE = 8
_MOVED = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
_NO_HEAD = frozenset({HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.BAD_REQUEST})
# A page that a browser sees and a program does not: many official pages answer so, and nothing is wrong with them.
_SHUT_TO_PROGRAMS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS, 999})

Ask = Callable[[str], int]
"""Asks an address and returns the status of the answer.

Raises:
    OSError: nobody answers.
"""


def links_of(campaign: Campaign) -> dict[str, str]:
    """Every web address of a campaign, each once, with the first key it stands under."""
    found: dict[str, str] = {}
    for key, url in _every_link(campaign):
        if url is not None and url.startswith("https://"):
            found.setdefault(url, key)
    return found


def _every_link(campaign: Campaign) -> Iterator[tuple[str, str | None]]:
    yield "page", campaign.page
    yield "pledge.withdrawal_address", campaign.pledge.withdrawal_address
    for fact in campaign.facts:
        yield f"facts.{fact.id}.source", fact.source.url
    for bill in campaign.bills:
        yield f"bills.{bill.id}.source", bill.source.url
    for helpline in campaign.helplines:
        yield f"helplines.{helpline.id}.verified_at", helpline.verified_at
        for code in helpline.code.versions.values() if helpline.code is not None else ():
            yield f"helplines.{helpline.id}.code", code
    for action in campaign.actions:
        yield f"actions.{action.id}.url", action.url
        yield f"actions.{action.id}.source", action.source
    for finder in campaign.finders:
        yield f"finders.{finder.id}.url", finder.url


def ask_links(links: Mapping[str, str], ask: Ask, advance: Callable[[], None]) -> list[Problem]:
    """Ask every link, a few at a time.

    Args:
        links: each address with the key it stands under.
        ask: how one is asked.
        advance: called after each.

    Returns:
        a warning for each that leads nowhere, or elsewhere for good.
    """

    def look(link: tuple[str, str]) -> Problem | None:
        url, key = link
        try:
            fault = _fault_of(ask(url))
        except (OSError, HTTPException, ValueError):
            # No such host, no answer in time, a certificate that does not fit, an answer that is none.
            fault = _("Nobody answers at this address. Open it in a browser, and mend it if it is wrong.")
        advance()
        return Problem(SETTINGS, key, Severity.WARNING, fault) if fault is not None else None

    with ThreadPoolExecutor(_AT_ONCE) as askers:
        return [problem for problem in askers.map(look, links.items()) if problem is not None]


def _fault_of(status: int) -> Message | None:
    if status in _MOVED:
        return _("This page has moved for good. Open it in a browser and write its new address.")
    if status < HTTPStatus.BAD_REQUEST or status in _SHUT_TO_PROGRAMS:
        return None
    return _("This page answers with status {status}. Open it in a browser, and mend it if it is gone.", status=status)


def ask_over_https(url: str) -> int:
    """Ask one address for its head, or for the page where a server gives no head; follows no redirection.

    Raises:
        OSError: nobody answers in time.
    """
    status = _answer("HEAD", url)
    return _answer("GET", url) if status in _NO_HEAD else status


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Goes nowhere but where it was sent."""

    def redirect_request(self, *_args: object, **_named: object) -> None:
        return None


def _answer(method: str, url: str) -> int:
    if not url.startswith("https://"):
        raise ValueError("only https is asked")
    request = urllib.request.Request(  # noqa: S310 - https alone, as made sure above
        url, method=method, headers={"User-Agent": f"outreach/{__version__}"}
    )
    opener = urllib.request.build_opener(_StayHere)
    try:
        with opener.open(request, timeout=LONGEST_WAIT_SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
