"""From what a person types to what the table of areas holds."""

from __future__ import annotations

import re
import unicodedata

from outreach_app.errors import MalformedPostcode
from outreach_app.language import _
from outreach_app.legislators.tables import PostcodeShape

_LONGEST_TYPED = 20


class PostcodeReader:
    """Reads postcodes of one country."""

    def __init__(self, shape: PostcodeShape) -> None:
        self._shape = shape
        self._pattern = re.compile(shape.pattern, re.ASCII)

    def read(self, typed: str) -> str:
        """The code to look up, such as ``43215`` for ``43215-1234``.

        Raises:
            MalformedPostcode: it has not the shape of the country's codes. The message does not repeat it.
        """
        code = unicodedata.normalize("NFKC", typed[: _LONGEST_TYPED + 1]).strip().upper()
        if len(typed) > _LONGEST_TYPED or self._pattern.fullmatch(code) is None:
            raise MalformedPostcode(
                _("That is not a postcode we can look up. It should look like {example}.", example=self._shape.example)
            )
        return re.sub("[^0-9A-Z]", "", code)[: self._shape.length]

    def is_military(self, code: str) -> bool:
        """Whether a code, as read, belongs to the armed forces."""
        return code.startswith(self._shape.military) if self._shape.military else False
