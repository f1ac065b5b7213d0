"""From pages to a PDF file. reportlab numbers and writes its objects; pages, fonts and structure are ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from outreach_app.handouts.content import PageContent
from outreach_app.handouts.fonts import Cut
from outreach_app.handouts.marks import Page

if TYPE_CHECKING:
    from outreach_app.handouts.structure import Element


_WHOLE_PAGES = 2
"""How many pages of a file have every paragraph in their structure: both sides of a sheet, not a stack of them."""


_EVERYWHERE = "-4096 -4096 4096 4096"
"""A box that leaves out nothing, in points: drawings are placed by whoever calls them."""


class PdfFile:
    """One file being written, page by page.

    The same pages give the same bytes: it bears no date, no author and no chance.
    """

    def __init__(self, *, language: str, title: str) -> None:
        # Imported here, as everything of reportlab: a starting kiosk prints nothing yet.
        from reportlab.pdfbase.pdfdoc import PDFDocument

        from outreach_app.handouts.pdf_objects import Written, numbered
        from outreach_app.handouts.structure import StructureTree

        document: Any = PDFDocument(invariant=1, compression=1, pdfVersion=(1, 7), lang=language)
        document.setTitle(title)
        for say_nothing in (document.setAuthor, document.setSubject, document.setCreator, document.setKeywords):
            say_nothing("")
        document.setProducer("outreach")
        # Printed at its own size: a code or a card that a viewer shrinks to its idea of margins measures wrong. No
        # direction is named: PDFium would take it for that of every line, and copy addresses from their far end.
        document.Catalog.ViewerPreferences = Written("<</DisplayDocTitle true/PrintScaling/None>>")
        document.Catalog.MarkInfo = Written("<</Marked true>>")
        self._document = document
        self._tree = StructureTree(document)
        self._resources = Written()
        self._resources_number = numbered(document, self._resources)
        self._pages_number = numbered(document, document.Pages)
        self._glyphs: dict[Cut, dict[int, str]] = {}
        self._drawings: dict[str, str] = {}
        self._page_count = 0

    def add_page(self, page: Page, colors: Mapping[str, str]) -> PlacedPage:
        """Draw one page; ``colors`` gives ``#RRGGBB`` by role."""
        from outreach_app.handouts.pdf_objects import numbered, stream

        content = PageContent(page, colors, self._share)
        for cut, meanings in content.glyphs.items():
            self._glyphs.setdefault(cut, {}).update(meanings)
        number = numbered(self._document, stream(content.operators))
        placed = PlacedPage(page.width, page.height, number, content.elements)
        self._enter(placed)
        return placed

    def _share(self, operators: str) -> str:
        """What is drawn once stands on its page; from the second time on it is an object, called by its name."""
        from outreach_app.handouts.pdf_objects import numbered, stream

        name = self._drawings.get(operators)
        if name is None:
            self._drawings[operators] = ""
            return operators
        if not name:
            about = f"/Type/XObject/Subtype/Form/BBox[{_EVERYWHERE}]/Resources<<>>"
            name = f"D{numbered(self._document, stream(operators.encode('ascii'), about))}"
            self._drawings[operators] = name
        return f"/{name} Do"

    def add_copy(self, placed: PlacedPage) -> None:
        """The same page once more: it shares what is drawn on it."""
        self._enter(placed)

    def _enter(self, placed: PlacedPage) -> None:
        from outreach_app.handouts.pdf_objects import Written, numbered

        page = Written()
        number = numbered(self._document, page)
        key = self._tree.add_page(number, placed.elements, is_whole=self._page_count < _WHOLE_PAGES)
        self._page_count += 1
        page.body = (
            f"<</Type/Page/Parent {self._pages_number} 0 R/MediaBox[0 0 {placed.width:.3f} {placed.height:.3f}]"
            f"/Resources {self._resources_number} 0 R/Contents {placed.content} 0 R/StructParents {key}/Tabs/S>>"
        ).encode("ascii")
        self._document.Pages.addPage(page)

    def finished(self) -> bytes:
        """The whole file. No page can be added afterwards."""
        from outreach_app.handouts.pdf_objects import font_object

        document = self._document
        fonts = " ".join(
            f"/{cut.resource} {font_object(document, cut, meanings)} 0 R"
            for cut, meanings in sorted(self._glyphs.items(), key=lambda pair: pair[0].resource)
        )
        drawings = " ".join(f"/{name} {name[1:]} 0 R" for name in self._drawings.values() if name)
        self._resources.body = f"<</Font<<{fonts}>>/XObject<<{drawings}>>>>".encode("ascii")
        self._tree.finish()
        document.Catalog.StructTreeRoot = self._tree.root
        return bytes(document.GetPDFData(None))


class PlacedPage:
    """What is drawn on a page, for further pages like it; measures in points, ``content`` an object number."""

    def __init__(self, width: float, height: float, content: int, elements: tuple[Element, ...]) -> None:
        self.width, self.height, self.content, self.elements = width, height, content, elements
