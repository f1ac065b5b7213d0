"""The page over a preview: plain HTML that opens from the folder and loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.preview_report import PreviewReport
from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _, language_name

_STYLE = """
body { margin: 2rem auto; max-width: 84rem; padding: 0 1rem; font: 1rem/1.5 sans-serif; color: #13282b; }
nav a { margin-right: 1rem; }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
figure img { display: block; height: 15rem; border: 1px solid #748886; }
figcaption { font-size: .9rem; }
"""


def index_page(campaign: Campaign, languages: Sequence[str], contents: PreviewReport) -> str:
    """The whole page. What comes from the pack is escaped: it shows as text, whatever it holds."""
    title = _say(_("Preview of {campaign}", campaign=campaign.name))
    menu = "".join(f'<a href="#{escape(code)}">{escape(language_name(code))}</a>' for code in languages)
    parts = "".join(_language(code, contents) for code in languages)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = f"<h1>{escape(title)}</h1><nav>{menu}</nav>{_refused(contents)}{parts}"
    return f'<!doctype html><html lang="{SOURCE_LANGUAGE}"><head>{head}</head><body>{body}</body></html>\n'


def _language(code: str, contents: PreviewReport) -> str:
    sheets = [path for path in contents.contact_sheets if path.startswith(f"contact-sheets/{code}-")]
    screens = [path for path in contents.screens if path.startswith(f"screens/{code}/")]
    at_a_glance, on_paper = _say(_("Contact sheets")), _say(_("Papers"))
    sections = f"<p>{at_a_glance}: {', '.join(_link(path) for path in sheets)}</p>"
    for size in dict.fromkeys(path.split("/")[2] for path in screens):
        shown = [path for path in screens if path.split("/")[2] == size]
        sections += f"<h3>{escape(size)}</h3>{_figures(shown)}"
    papers = [path for path in contents.papers if path.startswith(f"papers/{code}/")]
    pages = [path for path in contents.pages if path.startswith(f"papers/{code}/")]
    sections += f"<h3>{on_paper}</h3><p>{', '.join(_link(path) for path in papers)}</p>{_figures(pages)}"
    return f'<section id="{escape(code)}"><h2>{escape(language_name(code))}</h2>{sections}</section>'


def _figures(paths: Iterable[str]) -> str:
    return "".join(
        f'<figure><a href="{quote(path)}"><img src="{quote(path)}" alt="" loading="lazy"></a>'
        f"<figcaption>{_link(path)}</figcaption></figure>"
        for path in paths
    )


def _link(path: str) -> str:
    return f'<a href="{quote(path)}">{escape(path.rsplit("/", 1)[-1])}</a>'


def _refused(contents: PreviewReport) -> str:
    lines = "".join(f"<li>{escape(name)} ({escape(code)}): {_say(why)}</li>" for name, code, why in contents.refused)
    said = _say(_("These papers could not be made:"))
    return f"<p>{said}</p><ul>{lines}</ul>" if lines else ""


def _say(what: Sayable) -> str:
    return escape(Tongue(SOURCE_LANGUAGE).say(what))
