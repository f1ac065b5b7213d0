"""What a preview holds, without Qt: for the page over it and for scripts."""

from __future__ import annotations

from dataclasses import dataclass, field

from outreach_app.errors import Message
from outreach_app.language import SOURCE_LANGUAGE, Tongue

INDEX = "index.html"


@dataclass
class PreviewReport:
    """What a preview holds; paths are relative to its folder.

    Attributes:
        screens: every picture of a screen, ``screens/LANGUAGE/SIZE/NAME.png``.
        papers: every PDF, ``papers/LANGUAGE/NAME.pdf``.
        pages: every picture of a page, beside its PDF.
        contact_sheets: every contact sheet, ``contact-sheets/LANGUAGE-...png``.
        refused: papers that could not be made: name, language, and the sentence that says why.
    """

    screens: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    contact_sheets: list[str] = field(default_factory=list)
    refused: list[tuple[str, str, Message]] = field(default_factory=list)

    def document(self) -> dict[str, object]:
        """The same as JSON has it."""
        say = Tongue(SOURCE_LANGUAGE).say
        return {
            "index": INDEX,
            "screens": self.screens,
            "papers": self.papers,
            "pages": self.pages,
            "contact_sheets": self.contact_sheets,
            "refused": [{"paper": name, "language": code, "text": say(why)} for name, code, why in self.refused],
        }
