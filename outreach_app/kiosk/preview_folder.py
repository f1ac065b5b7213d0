"""A folder that shows a whole campaign: every screen and paper as pictures, contact sheets, and one page over all.

``DIR/index.html`` leads to everything; beside it ``screens/LANGUAGE/WxH/NAME.png``, ``papers/LANGUAGE/NAME.pdf`` with
its pages as PNG, ``contact-sheets/`` and a list of it all. All of it is local: no page loads anything from a network.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtGui import QImage

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import FolderError, OutreachError
from outreach_app.kiosk.contact_sheet import PAGE_HEIGHT, SCREEN_HEIGHT, Thumb, contact_sheets, thumb
from outreach_app.kiosk.preview import Preview
from outreach_app.kiosk.preview_papers import PreviewPapers
from outreach_app.kiosk.preview_report import INDEX, PreviewReport
from outreach_app.language import Tongue, _, language_name
from outreach_app.look.pdf_pictures import pages_at
from outreach_app.look.theme import Theme
from outreach_app.theme_tokens import read_tokens

Size = tuple[int, int]
"""Width and height, px."""

_DOTS_PER_INCH = 110
CONTENTS = "outreach-preview.json"
"""Lists what a preview holds; a folder with it may be written anew."""

_PARTS = ("screens", "papers", "contact-sheets")


class PreviewFolder:
    """Writes a preview.

    Args:
        campaign: whose screens and papers they are.
        out: the folder; made if missing. An earlier preview in it is replaced.
        languages: those to show.
        sizes: windows to show the screens in.
        moment: the time they are shown at.

    Raises:
        FolderError: ``out`` holds something else, or cannot be written.
    """

    def __init__(
        self, campaign: Campaign, out: Path, languages: Sequence[str], sizes: Sequence[Size], moment: datetime
    ) -> None:
        self._campaign, self._out, self._moment = campaign, out, moment
        self._languages, self._sizes = languages, sizes
        self._theme = Theme(read_tokens().with_palettes(campaign.palettes))
        self._report = PreviewReport()
        _make_room(out)
        # Said at once, so that a preview that was broken off may be made again.
        self._write(CONTENTS, b"{}")

    def write(
        self, begin: Callable[[int], Callable[[], object]], page: Callable[[PreviewReport], str]
    ) -> PreviewReport:
        """Make everything.

        Args:
            begin: told how many steps there are at most; what it returns is called after each.
            page: makes the text of ``index.html``.

        Raises:
            FolderError: a file cannot be written.
        """
        with TemporaryDirectory(prefix="outreach-preview-", ignore_cleanup_errors=True) as name:
            preview = Preview(self._campaign, Path(name), self._moment)
            # A campaign that asks nothing of lawmakers names none on paper either.
            finding = preview.finding if self._campaign.asks_lawmakers else None
            papers = PreviewPapers(self._campaign, self._theme.tokens, finding, self._moment.date())
            screens = len(self._languages) * len(self._sizes) * preview.scenes_at_most
            advance = begin(screens + len(self._languages) * len(papers.names))
            try:
                for language in self._languages:
                    for size in self._sizes:
                        self._screens(preview, language, size, advance)
                    self._papers(papers, language, advance)
            finally:
                preview.close()
        self._write(CONTENTS, msgspec.json.format(msgspec.json.encode(self._report.document())))
        self._write(INDEX, page(self._report).encode())
        return self._report

    # -- screens ---------------------------------------------------------------------------------------------------

    def _screens(self, preview: Preview, language: str, size: Size, advance: Callable[[], object]) -> None:
        shape = f"{size[0]}x{size[1]}"
        thumbs = []
        for picture in preview.pictures(language, size):
            image = picture.image.toImage()
            self._report.screens.append(self._save(f"screens/{language}/{shape}/{picture.name}.png", image))
            thumbs.append(thumb(picture.name, image, SCREEN_HEIGHT))
            advance()
        self._sheets(f"{language}-{shape}", f"{self._heading(language)} · \u2066{size[0]} × {size[1]}\u2069", thumbs)

    # -- papers ----------------------------------------------------------------------------------------------------

    def _papers(self, papers: PreviewPapers, language: str, advance: Callable[[], object]) -> None:
        thumbs: list[Thumb] = []
        for name in papers.names:
            try:
                pdf = papers.pdf(name, Tongue(language))
            except OutreachError as error:
                self._report.refused.append((name, language, error.message))
            else:
                thumbs += self._paper(name, language, pdf)
            advance()
        self._sheets(f"{language}-papers", self._heading(language), thumbs)

    def _paper(self, name: str, language: str, pdf: bytes) -> list[Thumb]:
        self._report.papers.append(self._write(f"papers/{language}/{name}.pdf", pdf))
        pages = list(pages_at(pdf, _DOTS_PER_INCH))
        thumbs = []
        for number, image in enumerate(pages, start=1):
            called = name if len(pages) == 1 else f"{name}-{number}"
            self._report.pages.append(self._save(f"papers/{language}/{called}.png", image))
            thumbs.append(thumb(called, image, PAGE_HEIGHT))
        return thumbs

    # -- files -----------------------------------------------------------------------------------------------------

    def _heading(self, language: str) -> str:
        return f"{Tongue(language).say(self._campaign.name)} · {language_name(language)}"

    def _sheets(self, name: str, heading: str, thumbs: Sequence[Thumb]) -> None:
        for number, sheet in enumerate(contact_sheets(self._theme, heading, thumbs), start=1):
            self._report.contact_sheets.append(self._save(f"contact-sheets/{name}-{number}.png", sheet))

    def _save(self, name: str, image: QImage) -> str:
        path = self._folder_of(name)
        if not image.save(str(path)):
            raise _unwritable()
        return name

    def _write(self, name: str, content: bytes) -> str:
        try:
            self._folder_of(name).write_bytes(content)
        except OSError as error:
            raise _unwritable() from error
        return name

    def _folder_of(self, name: str) -> Path:
        path = self._out / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable() from error
        return path


def _make_room(out: Path) -> None:
    """Clear an earlier preview away, so that no picture of an older pack stays; never anything else."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not any(out.iterdir()):
            return
        is_ours = (out / CONTENTS).is_file()
    except OSError as error:
        raise _unwritable() from error
    if not is_ours:
        raise FolderError(_("The folder for the preview holds other files. Name an empty or a new one."))
    for part in _PARTS:
        with suppress(FileNotFoundError):
            shutil.rmtree(out / part)


def _unwritable() -> FolderError:
    return FolderError(
        _("The preview cannot be written there. Choose a folder that you can write to, with free space.")
    )
