"""Asking a pack's links: each once, over https, nowhere else, and a sentence for each that leads nowhere."""

from __future__ import annotations

import threading
import urllib.request
from pathlib import Path

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.online import ask_links, ask_over_https, links_of
from outreach_app.campaign.reading import read_campaign


def said(status: int | Exception) -> str | None:
    def ask(_url: str) -> int:
        if isinstance(status, Exception):
            raise status
        return status

    problems = ask_links({"https://www.example.org/": "page"}, ask, lambda: None)
    assert [(problem.file, problem.key) for problem in problems] == [("campaign.toml", "page")] * len(problems)
    return str(problems[0].text) if problems else None


@pytest.mark.parametrize("status", [200, 204, 302, 307, 401, 403, 429])
def test_a_page_that_is_there_or_shut_to_programs_is_fine(status: int) -> None:
    assert said(status) is None


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (301, "moved for good"),
        (308, "moved for good"),
        (404, "status 404"),
        (500, "status 500"),
        (TimeoutError(), "Nobody answers"),
        (ValueError(), "Nobody answers"),
    ],
)
def test_a_page_that_is_gone_is_named(status: int | Exception, sentence: str) -> None:
    assert sentence in (said(status) or "")


def test_every_link_of_the_sample_is_asked_once(tmp_path: Path) -> None:
    links = links_of(read_campaign(bundled_campaign("take-it-down")))
    asked: list[str] = []
    steps: list[None] = []
    lock = threading.Lock()

    def ask(url: str) -> int:
        with lock:
            asked.append(url)
        return 200

    assert ask_links(links, ask, lambda: steps.append(None)) == []
    assert sorted(asked) == sorted(set(asked)) == sorted(links)
    assert len(steps) == len(links)
    assert all(url.startswith("https://") for url in asked)
    text = (bundled_campaign("take-it-down") / "campaign.toml").read_text(encoding="utf-8")
    assert all(line.split('"')[1] in links for line in text.splitlines() if line.startswith(("source = ", "url = ")))


class Answers:
    """Stands where urllib would go to the network, and notes what it was asked."""

    def __init__(self, statuses: dict[str, int]) -> None:
        self.statuses = statuses
        self.asked: list[tuple[str, str]] = []

    def __call__(self, _opener: object, request: urllib.request.Request, timeout: float) -> object:
        assert timeout <= 10
        self.asked.append((request.get_method(), request.full_url))
        answer = type("Answer", (), {"status": self.statuses[request.get_method()]})()
        answer.__class__.__enter__ = lambda self: self
        answer.__class__.__exit__ = lambda *_arguments: None
        return answer


def test_a_server_that_gives_no_head_is_asked_for_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers({"HEAD": 405, "GET": 200})
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", lambda *given, **named: answers(*given, **named))
    assert ask_over_https("https://www.example.org/") == 200
    assert [method for method, _url in answers.asked] == ["HEAD", "GET"]


def test_nothing_but_https_is_asked() -> None:
    for url in ("http://www.example.org/", "file:///etc/passwd", "ftp://example.org/"):
        with pytest.raises(ValueError, match="https"):
            ask_over_https(url)
