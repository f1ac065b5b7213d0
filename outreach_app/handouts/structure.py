"""The structure of a tagged PDF: what is a heading, a paragraph, a code, and in which order they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outreach_app.handouts.pdf_objects import Written, numbered, text_string

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


PARAGRAPH = "P"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on a page: its PDF structure type, its mark in the content stream, and what is said in its place.

    Marks count from 0 in reading order.
    """

    kind: str
    mark: int
    said: str | None = None


class StructureTree:
    """The tree of one file: a section a page, all in reading order."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._root = Written()
        self._whole = Written()
        self._root_number = numbered(document, self._root)
        self._whole_number = numbered(document, self._whole)
        self._children: list[int] = []
        self._parents: list[str] = []

    @property
    def root(self) -> Written:
        """For the catalogue, once :meth:`finish` was called."""
        return self._root

    def add_page(self, page: int, elements: tuple[Element, ...], *, is_whole: bool) -> int:
        """Enter a page, object number ``page``, by its elements in reading order; gives its key in the tree.

        A page that is not ``is_whole`` has elements for headings and codes alone, and its paragraphs in one section
        with them: a stack of a thousand pages would else be more tree than page.
        """
        holder = Written()
        number = numbered(self._document, holder)
        kids: list[str] = []
        parents: list[int] = []
        for element in elements:
            if not is_whole and element.kind == PARAGRAPH:
                parents.append(number)
                kids.append(str(element.mark))
                continue
            said = f"/Alt{text_string(element.said)}" if element.said else ""
            body = f"<</S/{element.kind}/P {number} 0 R/Pg {page} 0 R/K {element.mark}{said}>>"
            parents.append(numbered(self._document, Written(body)))
            kids.append(f"{parents[-1]} 0 R")
        holder.body = f"<</S/Sect/P {self._whole_number} 0 R/Pg {page} 0 R/K[{' '.join(kids)}]>>".encode()
        self._children.append(number)
        self._parents.append(" ".join(f"{parent} 0 R" for parent in parents))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Write the tree's own objects; nothing can be added afterwards."""
        kids = " ".join(f"{number} 0 R" for number in self._children)
        self._whole.body = f"<</S/Document/P {self._root_number} 0 R/K[{kids}]>>".encode()
        numbers = "".join(f"{key}[{parents}]" for key, parents in enumerate(self._parents))
        tree = f"<</Type/StructTreeRoot/K {self._whole_number} 0 R/ParentTree<</Nums[{numbers}]>>"
        self._root.body = f"{tree}/ParentTreeNextKey {len(self._parents)}>>".encode()
