"""The press: leaves in, one PDF out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from outreach_app.domain.handout import Flyer, Form, Handout, HelpCard, Leaf
from outreach_app.errors import HandoutError
from outreach_app.handouts.brand import wall_colors
from outreach_app.handouts.drawing import PdfFile, PlacedPage
from outreach_app.handouts.flyers import flyer_sheet, poster, tent_card
from outreach_app.handouts.forms import form_pages
from outreach_app.handouts.help_cards import help_card_sheet
from outreach_app.handouts.marks import Page
from outreach_app.handouts.papers import Paper, Purpose
from outreach_app.handouts.strips import take_home_strip
from outreach_app.handouts.take_home import take_home_page
from outreach_app.language import _


def press(leaf: Leaf, paper: Paper) -> bytes:
    """One leaf as a PDF.

    Raises:
        HandoutError: it cannot be set on that paper so that it reads and scans well.
    """
    return press_batch((leaf,), paper)


def press_batch(leaves: Iterable[Leaf], paper: Paper) -> bytes:
    """Many leaves of one language as one PDF; typefaces are embedded once, equal leaves drawn once.

    Raises:
        HandoutError: there is none, they are of several languages, or one of them cannot be set on that paper.
    """
    file: PdfFile | None = None
    language = ""
    last: Leaf | None = None
    placed: list[PlacedPage] = []
    for leaf in leaves:
        if file is None:
            language = leaf.language
            file = PdfFile(language=language, title=leaf.document_title)
        elif leaf.language != language:
            raise HandoutError(_("These handouts are in several languages. Make one file for each language."))
        if leaf == last:
            for page in placed:
                file.add_copy(page)
        else:
            colors = _colors(leaf, paper)
            placed = [file.add_page(page, colors) for page in pages_of(leaf, paper)]
        last = leaf
    if file is None:
        raise HandoutError(_("There is no handout to print. Choose at least one."))
    return file.finished()


def pages_of(leaf: Leaf, paper: Paper) -> tuple[Page, ...]:
    """The sides of paper that a leaf takes.

    Raises:
        HandoutError: it cannot be set on that paper, or is not made for it.
    """
    match leaf:
        case Handout() if paper.purpose is Purpose.TAKE_HOME:
            return (take_home_strip(leaf, paper) if paper.is_roll else take_home_page(leaf, paper),)
        case Flyer() if paper.purpose is Purpose.EVERYBODY:
            set_flyer = tent_card if paper.folds else flyer_sheet if paper.columns > 1 else poster
            return (set_flyer(leaf, paper),)
        case HelpCard() if paper.purpose is Purpose.HELP:
            return (help_card_sheet(leaf, paper),)
        case Form() if paper.purpose is Purpose.FORM or not paper.is_roll:
            return form_pages(leaf, paper)
        case _:
            raise HandoutError(_("This page is not made for the paper {paper}. Choose another.", paper=paper.name))


def _colors(leaf: Leaf, paper: Paper) -> Mapping[str, str]:
    if paper.is_black:
        return dict.fromkeys(leaf.colors, "#000000")
    return {**leaf.colors, **wall_colors(leaf.colors["accent"])}
