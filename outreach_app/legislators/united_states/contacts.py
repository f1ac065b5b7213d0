"""Pages with a contact form, from a table ``bioguide,contact_form,source``; guessed addresses are not used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from outreach_app.language import _
from outreach_app.legislators.csv_rows import located, open_csv
from outreach_app.legislators.united_states.members import Remarks, trusted_link

_GUESSED = "guess"


def read_contact_pages(path: Path, names: Mapping[str, str], remarks: Remarks) -> dict[str, str]:
    """Contact page by member id, for the people in ``names`` (id to name).

    Raises:
        LegislatorsError: with file and line.
    """
    table = open_csv(path)
    table.require(("bioguide", "contact_form", "source"))
    pages: dict[str, str] = {}
    lines: dict[str, int] = {}
    for row in table.rows:
        member = row.text("bioguide").strip()
        first = lines.setdefault(member, row.line)
        if first != row.line:
            problem = _("the member {id} stands in line {first} already.", id=member, first=str(first))
            raise located(row.file, row.line, problem)
        if member not in names or row.text("source").strip() == _GUESSED:
            continue
        page = trusted_link(row.text("contact_form"), names[member], remarks)
        if page is not None:
            pages[member] = page
    return pages
