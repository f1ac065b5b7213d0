"""The press: handouts in, one PDF out."""

from __future__ import annotations

from collections.abc import Iterable

from outreach_app.domain.handout import Handout
from outreach_app.errors import HandoutError
from outreach_app.handouts.drawing import PdfFile
from outreach_app.handouts.letter import take_home_page
from outreach_app.handouts.papers import Paper
from outreach_app.language import _


def press(handout: Handout, paper: Paper) -> bytes:
    """One handout as a PDF of one page.

    Raises:
        HandoutError: it cannot be set on that paper so that it reads and scans well.
    """
    return press_batch((handout,), paper)


def press_batch(handouts: Iterable[Handout], paper: Paper) -> bytes:
    """Many handouts of one language as one PDF, a page each; the typeface is embedded once.

    Raises:
        HandoutError: there is none, they are of several languages, or one of them cannot be set on that paper.
    """
    file: PdfFile | None = None
    language = ""
    for handout in handouts:
        if file is None:
            language = handout.language
            file = PdfFile(paper, language=language, title=handout.document_title)
        elif handout.language != language:
            raise HandoutError(_("These handouts are in several languages. Make one file for each language."))
        file.add_page(take_home_page(handout, paper), handout.colors)
    if file is None:
        raise HandoutError(_("There is no handout to print. Choose at least one."))
    return file.finished()
