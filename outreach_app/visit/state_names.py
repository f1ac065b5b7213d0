"""What the states, the district and the territories of the United States are called, in every language.

Source of the English names: USPS Publication 28, appendix B.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from outreach_app.errors import Message
from outreach_app.language import _

STATE_NAMES: Mapping[str, Message] = MappingProxyType(
    {
        "al": _("Alabama"), "ak": _("Alaska"), "az": _("Arizona"), "ar": _("Arkansas"), "ca": _("California"),
        "co": _("Colorado"), "ct": _("Connecticut"), "de": _("Delaware"), "fl": _("Florida"), "ga": _("Georgia"),
        "hi": _("Hawaii"), "id": _("Idaho"), "il": _("Illinois"), "in": _("Indiana"), "ia": _("Iowa"),
        "ks": _("Kansas"), "ky": _("Kentucky"), "la": _("Louisiana"), "me": _("Maine"), "md": _("Maryland"),
        "ma": _("Massachusetts"), "mi": _("Michigan"), "mn": _("Minnesota"), "ms": _("Mississippi"),
        "mo": _("Missouri"), "mt": _("Montana"), "ne": _("Nebraska"), "nv": _("Nevada"), "nh": _("New Hampshire"),
        "nj": _("New Jersey"), "nm": _("New Mexico"), "ny": _("New York"), "nc": _("North Carolina"),
        "nd": _("North Dakota"), "oh": _("Ohio"), "ok": _("Oklahoma"), "or": _("Oregon"), "pa": _("Pennsylvania"),
        "ri": _("Rhode Island"), "sc": _("South Carolina"), "sd": _("South Dakota"), "tn": _("Tennessee"),
        "tx": _("Texas"), "ut": _("Utah"), "vt": _("Vermont"), "va": _("Virginia"), "wa": _("Washington"),
        "wv": _("West Virginia"), "wi": _("Wisconsin"), "wy": _("Wyoming"), "dc": _("District of Columbia"),
        "pr": _("Puerto Rico"), "gu": _("Guam"), "vi": _("U.S. Virgin Islands"), "as": _("American Samoa"),
        "mp": _("Northern Mariana Islands"),
    }
)  # fmt: skip
