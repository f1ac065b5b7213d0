"""Whether each text fits its place: an author's warning before a button wraps or a fact runs out of its card.

The numbers are characters that fit at 1024 x 600 and at 800 x 1280, counted on the screens in English and Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.campaign.problems import Findings
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.wording import Wording
from outreach_app.language import _

MOST_MOTTO_LINES = 3
MOST_IN_MOTTO_LINE = 9


@dataclass(frozen=True)
class Place:
    """A text, its key in the text files, and the characters its place on the screen takes."""

    key: str
    text: Wording
    most: int


def note_tight_places(campaign: Campaign, findings: Findings) -> None:
    """Warn of every text that is longer than its place, in each language, with both numbers."""
    for place in _places(campaign):
        for language, text in place.text.versions.items():
            if len(text) > place.most:
                said = _(
                    "This has {found} characters, and about {most} fit its place. Shorten it, or look at the preview.",
                    found=len(text),
                    most=place.most,
                )
                findings.warn(f"text/{language}.toml", place.key, said)
    for language, text in campaign.motto.versions.items():
        lines = text.split("\n")
        if len(lines) > MOST_MOTTO_LINES:
            said = _("The motto has {found} lines, and {most} fit.", found=len(lines), most=MOST_MOTTO_LINES)
            findings.warn(f"text/{language}.toml", "motto", said)
        longest = max(lines, key=len)
        if len(longest) > MOST_IN_MOTTO_LINE:
            said = _(
                "A line of the motto has {found} characters, and about {most} fit. Part it, or say it shorter.",
                found=len(longest),
                most=MOST_IN_MOTTO_LINE,
            )
            findings.warn(f"text/{language}.toml", "motto", said)


def _places(campaign: Campaign) -> Iterator[Place]:
    yield Place("wordmark", campaign.wordmark, 20)
    for number, slide in enumerate(campaign.slides, start=1):
        yield Place(f"slides[{number}]", slide, 105)
    yield Place("handout_title", campaign.handout_title, 60)
    yield Place("page_label", campaign.page_label, 40)
    yield Place("help.title", campaign.help_title, 20)
    yield Place("help.lead", campaign.help_lead, 100)
    if campaign.film_notice is not None:
        yield Place("film_notice", campaign.film_notice, 160)
    yield from _of_the_pledge(campaign)
    yield from _of_statements(campaign)
    for action in campaign.actions:
        key = f"actions.{action.id}"
        yield Place(f"{key}.title", action.title, 36)
        if action.hint is not None:
            yield Place(f"{key}.hint", action.hint, 140)
        if action.target is not None:
            yield Place(f"{key}.target", action.target, 70)
    for finder in campaign.finders:
        yield Place(f"finders.{finder.id}", finder.name, 60)


def _of_the_pledge(campaign: Campaign) -> Iterator[Place]:
    form = campaign.pledge
    yield Place("pledge.title", campaign.pledge_title, 22)
    yield Place("pledge.summary", campaign.pledge_summary, 110)
    yield Place("pledge.text", form.text, 200)
    yield Place("pledge.ask", form.ask, 90)
    for consent in form.consents:
        yield Place(f"pledge.consents.{consent.id}.title", consent.title, 34)
        yield Place(f"pledge.consents.{consent.id}.text", consent.text, 330)
    for line in form.notice:
        yield Place(f"pledge.notice.{line.id}", line.text, 90)
    for field in form.fields:
        if field.label is not None:
            yield Place(f"pledge.fields.{field.id}.label", field.label, 60)
        for choice in field.choices:
            yield Place(f"pledge.fields.{field.id}.choices.{choice.id}", choice.label, 36)


def _of_statements(campaign: Campaign) -> Iterator[Place]:
    for fact in campaign.facts:
        key = f"facts.{fact.id}"
        if fact.figure is not None:
            yield Place(f"{key}.figure", fact.figure, 14)
        yield Place(f"{key}.sentence", fact.sentence, 150 if fact.bars else 180)
        yield Place(f"{key}.source", fact.source.name, 80)
    for bill in campaign.bills:
        yield Place(f"bills.{bill.id}.title", bill.title, 60)
        yield Place(f"bills.{bill.id}.status", bill.status, 120)
    for helpline in campaign.helplines:
        key = f"helplines.{helpline.id}"
        yield Place(f"{key}.label", helpline.label, 30)
        yield Place(f"{key}.headline", helpline.headline, 18)
        yield Place(f"{key}.note", helpline.note, 90)
