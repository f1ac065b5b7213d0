"""Reading a campaign pack: a folder in, a :class:`~outreach_app.domain.campaign.Campaign` or clear sentences out."""

from __future__ import annotations

import re
from pathlib import Path

from outreach_app.campaign.acting import read_actions, read_finders
from outreach_app.campaign.asking import read_pledge
from outreach_app.campaign.colors import read_colors
from outreach_app.campaign.films import read_film, read_playlist
from outreach_app.campaign.folder import PackFolder
from outreach_app.campaign.names import MEDIA_FOLDER, SETTINGS, fault_of_name
from outreach_app.campaign.problems import Findings, refusal
from outreach_app.campaign.statements import (
    read_bills,
    read_facts,
    read_helplines,
    read_page,
    read_switchboard,
)
from outreach_app.campaign.table import Table
from outreach_app.campaign.texts import Texts
from outreach_app.domain.campaign import Campaign
from outreach_app.language import _

FORMAT = 1
"""The newest way of writing a pack that this program knows."""
LARGEST_GOAL = 1_000_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def read_campaign(folder: Path) -> Campaign:
    """The campaign of a pack's folder.

    Raises:
        CampaignError: the pack cannot be used; the sentence says the first problem and how many more there are.
        OSError: the program's own theme cannot be read.
    """
    findings = Findings()
    campaign = gather(folder, findings)
    errors = findings.errors()
    if errors or campaign is None:
        raise refusal(errors)
    return campaign


def gather(root: Path, findings: Findings) -> Campaign | None:
    """Read a pack and note every problem; what comes back may be shown only if none of them is an error.

    Returns:
        the campaign, or ``None`` if not even ``campaign.toml`` could be read.
    """
    folder = PackFolder(root, findings)
    raw = folder.toml(SETTINGS) if folder.is_there() else None
    if raw is None:
        return None
    folder.sweep()
    settings = Table(raw, SETTINGS, "", findings)
    if settings.whole_number("format", 1, 1000) > FORMAT:
        settings.refuse("format", _("This pack is written for a newer version of the program. Update the program."))
        return None
    languages, fallback = _languages(settings)
    folder.note_undeclared(languages)
    texts = Texts({code: folder.toml(f"text/{code}.toml") for code in languages}, fallback, findings)
    campaign = _campaign(settings, texts, folder, languages)
    settings.close()
    texts.close()
    return campaign


def _own_name(settings: Table) -> str:
    """The campaign's id. A station keeps the pack in a folder of that name."""
    name = settings.id()
    if name and (fault := fault_of_name(f"{MEDIA_FOLDER}/{name}")):
        settings.refuse("id", fault)
    return name


def _languages(settings: Table) -> tuple[tuple[str, ...], str]:
    """The pack's languages in the order of the switch, and the one that stands in for the others."""
    languages = settings.strings("languages")
    fallback = settings.string("fallback_language")
    if any(not _LANGUAGE.fullmatch(code) for code in languages) or len(set(languages)) != len(languages):
        settings.refuse("languages", _("Write each language once, by its code, such as en, es or pt-BR."))
        languages = ()
    if not languages:
        settings.refuse("languages", _("A campaign is written in at least one language."))
        languages = ("en",)
    if fallback not in languages:
        settings.refuse("fallback_language", _("The fallback language must be one of the languages."))
        fallback = languages[0]
    return languages, fallback


def _campaign(settings: Table, texts: Texts, folder: PackFolder, languages: tuple[str, ...]) -> Campaign:
    palettes, motif = read_colors(settings)
    page, page_freshness = read_page(settings)
    switchboard, switchboard_freshness = read_switchboard(settings)
    slides = texts.wordings("slides")
    loop = read_film(settings, "loop", folder, languages)
    goal = settings.whole_number("goal", 1, LARGEST_GOAL) if settings.has("goal") else None
    return Campaign(
        id=_own_name(settings),
        version=settings.string("version"),
        languages=languages,
        fallback_language=texts.fallback,
        organisation=settings.string("organisation"),
        name=texts.wording("name"),
        wordmark=texts.wording("wordmark"),
        motto=texts.wording("motto"),
        slides=slides,
        pledge_title=texts.wording("pledge.title"),
        pledge_summary=texts.wording("pledge.summary"),
        handout_title=texts.wording("handout_title"),
        page=page,
        page_label=texts.wording("page_label"),
        page_freshness=page_freshness,
        palettes=palettes,
        motif=motif,
        pledge=read_pledge(settings, texts),
        facts=read_facts(settings, texts),
        bills=read_bills(settings, texts),
        helplines=read_helplines(settings, texts),
        help_title=texts.wording("help.title"),
        help_lead=texts.wording("help.lead"),
        actions=read_actions(settings, texts),
        finders=read_finders(settings, texts),
        switchboard=switchboard,
        switchboard_freshness=switchboard_freshness,
        film=read_film(settings, "film", folder, languages),
        loop=loop,
        film_notice=texts.wording_or_none("film_notice"),
        goal=goal,
        playlist=read_playlist(settings, slides=len(slides), has_loop=loop is not None, has_goal=goal is not None),
    )
